import { parse } from '#grammar';
import { describe, expect, test } from 'vitest';
import type { Catalog } from '../../domain/catalog.ts';
import { scopeOf } from '../../vocabulary/construct.ts';
import { limitPeriods } from '../../vocabulary/limits.ts';
import { completionDetails } from './details.ts';
import { DECLARATIONS, table } from './fixtures/offers.ts';
import { complete } from './index.ts';

const HEAD = `program "Café" { currency AED timezone "Asia/Dubai" channels app, web order types dine_in, "drive in" }
tiers by lifetime points { tier Bronze from 0 {} tier Gold from 500 {} }
segment Staff
attribute member vip flag
attribute member joined_club date
attribute transaction method one of cash, "credit card"
attribute transaction weight number
attribute event note text
exclusive "Deals" picks highest points
filter "Food" = items
filter "Net" = total
rule "Old" { earn 1 }
rule "Asked" on event "survey" { earn 1 }
`;

const catalog: Catalog = {
	stores: [{ id: 'dxb-mall', name: 'Dubai Mall', chain: 'Blue', city: 'Dubai' }],
	items: [{ sku: 'LATTE', name: 'Latte', category: 'Drinks', subcategory: 'Espresso', priceMinor: 1800 }],
};

/** What is offered at the `|` of a text that follows the head. */
function offered(marked: string, head = HEAD, known: Catalog | null = catalog) {
	const whole = head + marked;
	const offset = whole.indexOf('|');
	const text = whole.replace('|', '');
	const { document } = parse(text);
	const scope = scopeOf(document, known, { year: 2026, month: 2, day: 7 });
	return { text, document, items: complete({ source: text, document }, offset, scope) };
}

function labels(marked: string, head = HEAD, known: Catalog | null = catalog): string[] {
	return offered(marked, head, known).items.map((item) => item.label);
}

test.each(table)('%s', (marked, expected) => {
	expect(labels(marked)).toEqual(expected);
});

test('the table is a large one', () => {
	expect(table.length).toBeGreaterThanOrEqual(120);
});

describe('a text without anything', () => {
	test('begins with the program', () => {
		expect(labels('|', '')).toEqual(['program', 'tiers by', ...DECLARATIONS]);
		expect(labels('p|', '').slice(0, 1)).toEqual(['program']);
	});

	test('currencies and timezones are those of the world', () => {
		expect(labels('program "X" { currency | }', '')).toContain('AED');
		expect(labels('program "X" { timezone | }', '')).toContain('Asia/Dubai');
		expect(labels('program "X" { timezone "Asia/Du|" }', '')).toEqual(['Asia/Dubai', 'Asia/Dushanbe']);
	});

	test('names that the text itself uses stand in for a catalogue', () => {
		const head = 'rule "A" { when { store is "mall", chain "Blue" } }\nfilter "F" = items in combo "Lunch", item "X"\n';
		expect(labels('rule "B" { when { store is | } }', head, null)).toEqual(['mall', 'chain "Blue"', 'not']);
		expect(labels('filter "G" = items in combo | ', head, null)).toEqual(['Lunch']);
		expect(labels('filter "G" = items in item | ', head, null)).toEqual(['X']);
	});
});

describe('what is written', () => {
	test('names with quotes where they need them or usually have them', () => {
		const inserts = (marked: string) => offered(marked).items.map((item) => item.insert);
		expect(inserts('rule "A" { when { order type is | } }')).toEqual(['dine_in', '"drive in"', 'not']);
		expect(inserts('rule "A" { exclusive | }')).toEqual(['"Deals"']);
		expect(inserts('rule "A" { when { method is | } }')).toEqual(['cash', '"credit card"', 'not']);
		expect(inserts('test "T" { expect "O| }')).toEqual(['"Old"']);
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

	test.each([
		['غ', ['غداء', 'وجبة غداء']],
		['É', ['Été', 'Café']],
		['é', ['Été', 'Café']],
		['午', ['午餐']],
		['e\u0301', ['Été', 'Café']],
		['餐', ['午餐']],
	])('what is typed fits in any script: %s', (typed, expected) => {
		const head = ['Café', 'Été', 'وجبة غداء', 'غداء', '午餐'].map((name) => `filter "${name}" = items\n`).join('');
		expect(labels(`rule "A" { earn "${typed}|" }`, head)).toEqual(expected);
	});

	test('a whole clause where one begins, made of what the program has', () => {
		const written = (marked: string, label: string) => {
			const item = offered(marked).items.find((each) => each.label === label);
			return item && { insert: item.insert, fill: item.placeholders.map(({ start, end }) => item.insert.slice(start, end)) };
		};
		expect(written('rule "A" { when { | } }', 'tier is')).toEqual({ insert: 'tier is Gold', fill: ['Gold'] });
		expect(written('rule "A" { when { | } }', 'spend')).toEqual({ insert: 'spend "Food" >= 50', fill: ['Food', '50'] });
		expect(written('rule "A" { | }', 'active')).toEqual({ insert: 'active from 2026-02-07', fill: ['2026-02-07'] });
		expect(written('rule "A" { when { birthday | } }', 'within 3 days')).toEqual({ insert: 'within 3 days', fill: ['3'] });
		expect(written('rule "A" { earn 1 | }', 'for every 10 of "Food"')).toEqual({
			insert: 'for every 10 of "Food"',
			fill: ['10', '"Food"'],
		});
		expect(written('rule "A" | ', '{')).toEqual({ insert: '{\n  \n}', fill: [''] });
		expect(written('|', 'rule')?.insert).toBe('rule "New rule" {\n  earn 10\n}');
	});

	test('a clause is made of the first cart filter that fits it', () => {
		const head = 'filter "Net" = total\nfilter "Cups" = quantity of items\nfilter "Coffee" = items in category "Drinks"\n';
		const insert = (marked: string, label: string, before = head) =>
			offered(marked, before).items.find((each) => each.label === label)?.insert;
		expect(insert('rule "A" { when { | } }', 'spend')).toBe('spend "Net" >= 50');
		expect(insert('rule "A" { when { | } }', 'quantity')).toBe('quantity "Cups" >= 2');
		expect(insert('rule "A" { when { | } }', 'quantity', 'filter "Net" = total\n')).toBe('quantity ');
		expect(labels('rule "A" { multiply points on | }', head)).toEqual(['Cups', 'Coffee']);
		const units = 'filter "Cups" = quantity of items\nfilter "Net" = total\n';
		expect(insert('redemption { | }', 'at most', units)).toBe('at most 50% of "Net"');
	});
});

describe('what is said of it', () => {
	test('a clause has its title, what it does and an example', () => {
		const found = offered('rule "A" { when { | } }').items.find(({ label }) => label === 'spend');
		expect(found).toMatchObject({ kind: 'construct', detail: 'Spend', example: 'spend "Food" >= 50' });
		expect(found?.documentation).toMatch(/^Compares the amount of a cart filter/);
	});

	test('words have what the language says of them', () => {
		const found = offered('rule "A" { status | }').items;
		expect(found.map(({ documentation }) => documentation)).toEqual(['The rule is in use.', 'The rule is not in use.']);
	});

	test('what is not evaluated says so, and only that', () => {
		const periods = offered('rule "A" { limit 500 points per | }').items;
		expect(periods.map(({ isEvaluated }) => isEvaluated)).toEqual(limitPeriods.map(({ isEvaluated }) => isEvaluated));
		for (const [marked] of table) {
			for (const { detail, isEvaluated } of offered(marked).items) {
				expect(detail.endsWith('not evaluated yet')).toBe(!isEvaluated);
			}
		}
	});

	test('more about a name, when it is looked at', () => {
		const details = (marked: string, label: string) => {
			const { items, text, document } = offered(marked);
			const item = items.find((each) => each.label === label);
			return item && completionDetails({ source: text, document }, item, catalog).documentation;
		};
		expect(details('rule "A" { earn | }', 'Food')).toMatch(/^Cart filter: /);
		expect(details('rule "A" { when { store is | } }', 'dxb-mall')).toBe('Dubai Mall, Blue, Dubai');
		expect(details('filter "A" = items in item | ', 'LATTE')).toBe('Latte, Drinks, Espresso');
		expect(details('rule "A" { | }', 'status')).toMatch(/^Switches the rule on or off/);
	});
});
