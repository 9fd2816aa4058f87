import { parse } from '#grammar';
import { describe, expect, test } from 'vitest';
import type { Catalog } from '../../domain/catalog.ts';
import { scopeOf } from '../../vocabulary/construct.ts';
import { complete } from './index.ts';

const HEAD = `program "Café" { currency AED timezone "Asia/Dubai" channels app, web order types dine_in, "drive in" }
tiers by lifetime points { tier Bronze from 0 {} tier Gold from 500 {} }
filter "Food" = items
`;

const catalog: Catalog = {
	stores: [{ id: 'dxb-mall', name: 'Dubai Mall', chain: 'Blue', city: 'Dubai' }],
	items: [{ sku: 'LATTE', name: 'Latte', category: 'Drinks', subcategory: 'Espresso', priceMinor: 1800 }],
};

/** What is offered at the `|` of a text that follows the head. */
function offered(marked: string) {
	const whole = HEAD + marked;
	const offset = whole.indexOf('|');
	const text = whole.replace('|', '');
	const scope = scopeOf(parse(text).document, catalog, { year: 2026, month: 2, day: 7 });
	return { text, items: complete(text, offset, scope) };
}

function labels(marked: string): string[] {
	return offered(marked).items.map((item) => item.label);
}

const FILTERS = ['Food', 'Total with fees, taxes and tip', 'Total without fees, taxes and tip'];

describe('what can stand at the caret', () => {
	test.each<[string, string[]]>([
		['rule "A" { when { tier | } }', ['is', 'is not']],
		['rule "A" { when { tier is | } }', ['Bronze', 'Gold', 'not']],
		['rule "A" { when { tier is not | } }', ['Bronze', 'Gold']],
		['rule "A" { when { tier is Gold, | } }', ['Bronze']],
		['rule "A" { when { channel is | } }', ['app', 'web', 'not']],
		['rule "A" { when { order | } }', ['type is', 'type is not']],
		['rule "A" { when { order type is | } }', ['dine_in', 'drive in', 'not']],
		['rule "A" { when { store is | } }', ['dxb-mall', 'chain', 'not']],
		['rule "A" { when { store is chain | } }', ['Blue']],
		['rule "A" { when { spend | } }', FILTERS],
		['rule "A" { when { spend "Food" | } }', ['>=', '<=', '>', '<', '=', '!=', 'between']],
		['rule "A" { when { spend "Food" between 5 | } }', ['and']],
		['rule "A" { when { birthday | } }', ['today', 'within 3 days', 'this month']],
		['rule "A" { when { on | } }', ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun', 'any day']],
		['rule "A" { when { on Mon to | } }', ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']],
		['rule "A" { when { on Mon between 11:00 | } }', ['and']],
		['rule "A" { status | }', ['enabled', 'disabled']],
		['rule "A" { active | }', ['from', 'until']],
		['rule "A" { when | }', ['{', 'always']],
		['rule "A" { earn | }', FILTERS],
		['rule "A" { earn "Food" * 2 + | }', ['Food']],
		['rule "A" { limit 500 | }', ['points per transaction']],
		['filter "New" = | ', ['total', 'total excluding taxes, fees, tip', 'items', 'items in', 'items not in']],
		['filter "New" = items in | ', ['category', 'subcategory', 'combo', 'item']],
		['filter "New" = items in category | ', ['Drinks']],
		['filter "New" = items in category "X", | ', ['Drinks', 'category', 'subcategory', 'combo', 'item']],
		['filter "New" = items in item | ', ['LATTE']],
		['filter "New" = total excluding taxes, | ', ['taxes', 'fees', 'tip', 'points']],
		['rule "A" { about "say | no more" }', []],
		['rule "A" { // tier is |', []],
	])('%s', (marked, expected) => {
		expect(labels(marked)).toEqual(expected);
	});

	test.each<[string, string[]]>([
		['|', ['filter', 'rule', 'in', 'not in', 'except']],
		['filter "New" = items |', ['in', 'not in', 'except', 'filter', 'rule']],
		['rule "A" { | }', ['about', 'status', 'active', 'priority', 'when', 'earn', 'limit']],
		['rule "A" { about "x" status enabled | }', ['active', 'priority', 'when', 'earn', 'limit']],
		['rule "A" { earn 10 | }', ['about', 'status', 'active', 'priority', 'when', 'earn', 'limit']],
		['rule "A" { active from 2026-01-01 | }', ['until', 'about', 'status', 'priority', 'when', 'earn', 'limit']],
		['rule "A" { when { | } }', ['on', 'spend', 'tier is', 'order type is', 'channel is', 'store is', 'birthday', 'always']],
		[
			'rule "A" { when { on Mon | } }',
			['to', 'between', 'or on', 'on', 'spend', 'tier is', 'order type is', 'channel is', 'store is', 'birthday', 'always'],
		],
		['rule "A" { when { tier is Gold } | }', ['about', 'status', 'active', 'priority', 'earn', 'limit']],
	])('a clause may begin: %s', (marked, expected) => {
		expect(labels(marked)).toEqual(expected);
	});
});

describe('broken text', () => {
	test.each<[string, string[]]>([
		['rule "A" { when { tier is |', ['Bronze', 'Gold', 'not']],
		['rule "A" { when { tier is Gold\n  earn |', FILTERS],
		['rule "A" { when { tier is Gold\nrule "B" { status |', ['enabled', 'disabled']],
		['rule { when { spned "Food" >= 5\n    channel is |\n  earn 10 }', ['app', 'web', 'not']],
		['}}} rule "A" { when { tier is |', ['Bronze', 'Gold', 'not']],
	])('%s', (marked, expected) => {
		expect(labels(marked)).toEqual(expected);
	});
});

describe('what is written', () => {
	test('names with quotes where they need them', () => {
		const { items } = offered('rule "A" { when { order type is | } }');
		expect(items.map((item) => item.insert)).toEqual(['dine_in', '"drive in"', 'not']);
	});

	test('it replaces the word at the caret, and only fits it', () => {
		const { items, text } = offered('rule "A" { when { tier is Go| } }');
		expect(items.map((item) => [item.label, text.slice(item.replace.start, item.replace.end)])).toEqual([['Gold', 'Go']]);
	});

	test('it replaces a whole text in quotes, but not what an open one swallows', () => {
		const closed = offered('rule "A" { when { spend "Fo|" >= 5 } }');
		expect(closed.text.slice(closed.items[0]?.replace.start, closed.items[0]?.replace.end)).toBe('"Fo"');
		const open = offered('rule "A" { when { spend "Fo| >= 5 } }');
		expect(open.text.slice(open.items[0]?.replace.start, open.items[0]?.replace.end)).toBe('"Fo');
		expect(open.items.map((item) => item.insert)).toEqual(['"Food"']);
	});

	test('a whole clause where one begins, made of what the program has', () => {
		const { items } = offered('rule "A" { when { | } }');
		expect(items.find((item) => item.label === 'tier is')?.insert).toBe('tier is Gold');
		expect(items.find((item) => item.label === 'spend')?.insert).toBe('spend "Food" >= 50');
		expect(offered('rule "A" { | }').items.find((item) => item.label === 'active')?.insert).toBe('active from 2026-02-07');
	});
});
