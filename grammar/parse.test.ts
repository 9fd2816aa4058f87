import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { FilterDeclaration, Node, RuleDeclaration, TiersDeclaration } from './ast.ts';
import { children, walk } from './children.ts';
import { mostCharacters, parse } from './parse.ts';
import { stripSpans } from './plain.ts';

const text = readFileSync(new URL('./fixtures/bluebird.earn', import.meta.url), 'utf8');
const { document, problems } = parse(text);

const bare = (text: string) => ({ kind: 'name', text, quoted: false });
const quoted = (text: string) => ({ kind: 'name', text, quoted: true });
const number = (digits: string) => ({ kind: 'number', digits, percent: false });
const word = (text: string) => ({ kind: 'word', text });
const time = (hours: number) => ({ kind: 'time', minute: hours * 60 });
const limit = (digits: string) => ({
	kind: 'limit',
	most: { kind: 'limit-points', points: number(digits) },
	per: word('transaction'),
});
const net = (digits: string) => ({
	kind: 'earn',
	formula: {
		kind: 'binary',
		operator: word('*'),
		left: { kind: 'filter-ref', name: quoted('Net total') },
		right: number(digits),
	},
});

function source(node: Node): string {
	return text.slice(node.span.start, node.span.end);
}

describe('a whole program', () => {
	it('is read without a problem', () => {
		expect(problems).toEqual([]);
		expect(document.declarations.map(({ kind }) => kind)).toEqual([
			'program',
			'tiers',
			'filter',
			'filter',
			'filter',
			'rule',
		]);
	});

	it('has the settings of its program', () => {
		expect(stripSpans(document.declarations[0])).toEqual({
			kind: 'program',
			name: quoted('Bluebird Café'),
			settings: [
				{ kind: 'currency', code: bare('AED') },
				{ kind: 'timezone', zone: { kind: 'text', text: 'Asia/Dubai' } },
				{ kind: 'week', first: word('Monday') },
				{ kind: 'points', rounding: word('down'), per: word('award') },
				{ kind: 'channels', names: ['app', 'web', 'kiosk', 'pos'].map(bare) },
				{ kind: 'order-types', names: ['dine_in', 'pickup', 'delivery'].map(bare) },
				limit('5000'),
			],
		});
	});

	it('has its tiers', () => {
		const tiers = document.declarations[1] as TiersDeclaration;
		expect(stripSpans(tiers.by)).toEqual({ kind: 'tier-basis', measure: 'lifetime points' });
		expect(stripSpans(tiers.tiers[2])).toEqual({
			kind: 'tier-declaration',
			name: bare('Gold'),
			from: number('5000'),
			clauses: [
				{ kind: 'color-clause', color: { kind: 'color', text: '#D4AF37' } },
				net('5'),
				{ kind: 'multiply', what: word('points'), factor: number('1.5') },
			],
		});
	});

	it('has its filters', () => {
		const filters = document.declarations.slice(2, 5) as FilterDeclaration[];
		const selector = (by: string, ...names: string[]) => ({ kind: 'selector', by: word(by), names: names.map(quoted) });
		const money = { kind: 'items-source', isQuantity: false, excludingPoints: false };
		expect(stripSpans(filters.map(({ source }) => source))).toEqual([
			{ kind: 'total-source', excluding: ['taxes', 'fees', 'tip'].map(word), beforeDiscounts: false },
			{
				...money,
				mode: 'in',
				selectors: [selector('subcategory', 'Espresso', 'Filter')],
				except: [selector('item', 'GIFT-CARD')],
			},
			{ ...money, mode: 'not in', selectors: [selector('category', 'Drinks', 'Retail')], except: [] },
		]);
	});

	it('has its rule', () => {
		const rule = document.declarations[5] as RuleDeclaration;
		const day = (first: string, last?: string) => ({
			kind: 'day-range',
			first: word(first),
			...(last && { last: word(last) }),
		});
		const range = (from: number, until: number) => ({ kind: 'time-range', from: time(from), until: time(until) });
		const days = (days: unknown[], between: unknown) => ({ kind: 'day-time-alternative', days, between });
		const moment = (month: number, day: number) => ({ kind: 'moment', date: { kind: 'date', year: 2026, month, day } });
		expect(stripSpans(rule)).toEqual({
			kind: 'rule',
			name: quoted('Lunch rush'),
			clauses: [
				{ kind: 'about', text: { kind: 'text', text: 'Double points on weekday lunches in the mall.' } },
				{ kind: 'status', status: word('enabled') },
				{ kind: 'active', from: moment(1, 1), until: moment(3, 31) },
				{ kind: 'priority', value: number('20'), negative: false },
				{
					kind: 'when',
					conditions: [
						{
							kind: 'day-time',
							alternatives: [days([day('Mon', 'Fri')], range(11, 14)), days([day('Sat'), day('Sun')], range(12, 15))],
						},
						{ kind: 'order-type', negated: false, names: ['dine_in', 'pickup'].map(bare) },
						{ kind: 'channel', negated: true, names: [bare('kiosk')] },
						{
							kind: 'store',
							negated: false,
							places: [
								{ kind: 'store-ref', by: 'store', name: quoted('dxb-mall') },
								{ kind: 'store-ref', by: 'chain', name: quoted('Bluebird Express') },
							],
						},
						{
							kind: 'spend',
							filter: quoted('Food'),
							test: { kind: 'comparison', operator: word('>='), value: number('50') },
						},
						{ kind: 'birthday', window: { kind: 'within', days: number('3') } },
					],
				},
				{
					kind: 'earn',
					formula: {
						kind: 'binary',
						operator: word('+'),
						left: {
							kind: 'binary',
							operator: word('*'),
							left: { kind: 'filter-ref', name: quoted('Food') },
							right: number('2'),
						},
						right: number('10'),
					},
				},
				limit('500'),
			],
		});
	});

	it('says of every node exactly where it stands', () => {
		const rule = document.declarations[5] as RuleDeclaration;
		expect(rule.clauses.map(source)).toEqual([
			'about    "Double points on weekday lunches in the mall."',
			'status   enabled',
			'active   from 2026-01-01 until 2026-03-31',
			'priority 20',
			expect.stringMatching(/^when \{[^]*\}$/),
			'earn "Food" * 2 + 10',
			'limit 500 points per transaction',
		]);
		expect(text.slice(rule.body?.start, rule.body?.end)).toMatch(/^\{[^]*\}$/);
		walk(document, (node) => {
			for (const child of children(node)) {
				expect(child.span.start).toBeGreaterThanOrEqual(node.span.start);
				expect(child.span.end).toBeLessThanOrEqual(node.span.end);
			}
		});
	});

	it('keeps its comments', () => {
		expect(document.comments.map(({ text }) => text)).toEqual([
			'// the enabled ones',
			'// the enabled ones',
			'// program-wide cap, per member',
		]);
		for (const comment of document.comments) expect(text.slice(comment.span.start, comment.span.end)).toBe(comment.text);
	});
});

describe('layout', () => {
	it('never matters', () => {
		const line = text.replace(/\/\/.*/g, '').replace(/\s+/g, ' ');
		const { document: onOneLine, problems } = parse(line);
		expect(problems).toEqual([]);
		expect(stripSpans({ ...onOneLine, comments: [] })).toEqual(stripSpans({ ...document, comments: [] }));
	});

	it.each(['\r\n', '\r'])('%j ends a line', (end) => {
		const { document: other, problems } = parse(text.replaceAll('\n', end));
		expect(problems).toEqual([]);
		expect(stripSpans(other)).toEqual(stripSpans(document));
	});

	it('may begin with a byte order mark', () => {
		expect(parse(`\uFEFF${text}`).problems).toEqual([]);
	});

	it.each(['items except item\n"X"', 'items in\ncategory\n"A",\n"B" except\nitem\n"X"', 'total\nexcluding\ntaxes,\ntip'])(
		'does not matter: %j',
		(source) => {
			const text = `filter "F" = ${source}`;
			const { document, problems } = parse(text);
			expect(problems).toEqual([]);
			expect(stripSpans(document.declarations[0])).toEqual(
				stripSpans(parse(text.replaceAll('\n', ' ')).document.declarations[0]),
			);
		},
	);
});

describe('a text that is too long', () => {
	it('is not read and loses nothing', () => {
		const long = ' '.repeat(mostCharacters + 1);
		const { document, problems } = parse(long);
		expect(document.declarations).toMatchObject([{ kind: 'raw', text: long }]);
		expect(problems.map(({ code }) => code)).toEqual(['text-too-long']);
	});
});
