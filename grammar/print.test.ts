import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Document, Node } from './ast.ts';
import { longDays, shortDays } from './keywords.ts';
import { parse, parseCondition, parseFormula, parseRuleClause } from './parse.ts';
import type { Plain } from './plain.ts';
import { stripSpans } from './plain.ts';
import { print } from './print.ts';
import { printName } from './print-values.ts';

type Any = fc.Arbitrary<Plain<Node>>;
const seed = Number(process.env['SEED'] ?? Date.now() % 2 ** 31);

// ---------------------------------------------------------------- random trees

const bidirectional = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\r\n]/;
const anyText = fc
	.oneof(fc.string({ unit: 'grapheme', maxLength: 12 }), fc.constantFrom('a "b" \\ c', '//', '{', 'limit', '\\', '"'))
	.filter((text) => !bidirectional.test(text));
const nameText = fc
	.oneof(fc.constantFrom('Food', 'app', 'Gold', 'مقهى', 'Café', 'Mon', 'Friday', 'tier', 'x1', '1x', 'a b'), anyText)
	.filter((text) => text.trim() !== '');
const name = nameText.chain((text) =>
	fc.record({
		kind: fc.constant('name'),
		text: fc.constant(text),
		// What needs quotes has them; what does not may have them.
		quoted: printName(text) === text ? fc.boolean() : fc.constant(true),
	}),
);
const digits = fc
	.tuple(fc.stringMatching(/^[0-9]{1,9}$/), fc.option(fc.stringMatching(/^[0-9]{1,6}$/)))
	.map(([integer, decimals]) => (decimals === null ? integer : `${integer}.${decimals}`));
const number = fc.record({ kind: fc.constant('number'), digits, percent: fc.boolean() });
const time = fc.record({ kind: fc.constant('time'), minute: fc.integer({ min: 0, max: 1440 }) });
const date = fc
	.date({ min: new Date('0001-01-01T00:00:00Z'), max: new Date('9999-12-31T00:00:00Z'), noInvalidDate: true })
	.map((day) => ({ kind: 'date', year: day.getUTCFullYear(), month: day.getUTCMonth() + 1, day: day.getUTCDate() }));
const text = fc.record({ kind: fc.constant('text'), text: anyText });
const word = (...words: string[]) => fc.record({ kind: fc.constant('word'), text: fc.constantFrom(...words) });
const some = <T>(entry: fc.Arbitrary<T>) => fc.array(entry, { minLength: 1, maxLength: 3 });
const many = <T>(entry: fc.Arbitrary<T>) => fc.array(entry, { maxLength: 3 });
type Parts = Readonly<Record<string, fc.Arbitrary<unknown>>>;
/** Nodes of a kind; some parts are there only sometimes. */
function kind(kind: string, parts: Parts = {}, optional: Parts = {}): Any {
	const always: Parts = { kind: fc.constant(kind), ...parts };
	return fc.record({ ...always, ...optional }, { requiredKeys: Object.keys(always) }) as fc.Arbitrary<unknown> as Any;
}
const raw = (text: string, unsupported?: string) =>
	fc.constant<unknown>({ kind: 'raw', text, ...(unsupported && { unsupported }) }) as Any;

/** Formulas as they are read: what binds less strongly stands in parentheses. */
const { sum } = fc.letrec<Record<'sum' | 'product' | 'signed' | 'primary', Plain<Node>>>((tie) => ({
	sum: fc.oneof(
		{ depthSize: 'small', withCrossShrink: true },
		tie('product'),
		kind('binary', { operator: word('+', '-'), left: tie('sum'), right: tie('product') }),
	),
	product: fc.oneof(
		{ depthSize: 'small', withCrossShrink: true },
		tie('signed'),
		kind('binary', { operator: word('*', '/'), left: tie('product'), right: tie('signed') }),
	),
	signed: fc.oneof({ depthSize: 'small' }, tie('primary'), kind('negation', { operand: tie('signed') })),
	primary: fc.oneof(
		{ depthSize: 'small' },
		number as fc.Arbitrary<unknown> as Any,
		kind('filter-ref', { name }),
		kind('group', { inner: tie('sum') }),
	),
}));

const earn = kind('earn', { formula: sum });
const limit = kind('limit', { points: number, per: word('transaction') });
const days = fc.oneof(
	fc.constant('any'),
	some(kind('day-range', { first: word(...shortDays) }, { last: word(...shortDays) })),
);
const dayTime = kind('day-time-alternative', { days }, { between: kind('time-range', { from: time, until: time }) });
const membership = fc
	.constantFrom('order-type', 'channel', 'tier')
	.chain((which) => kind(which, { negated: fc.boolean(), names: some(name) }));

const condition = fc.oneof(
	kind('always'),
	kind('day-time', { alternatives: some(dayTime) }),
	membership,
	kind('store', { negated: fc.boolean(), places: some(kind('store-ref', { by: fc.constantFrom('store', 'chain'), name })) }),
	kind('spend', {
		filter: name,
		test: fc.oneof(
			kind('comparison', { operator: word('=', '!=', '<', '<=', '>', '>='), value: number }),
			kind('between', { low: number, high: number }),
		),
	}),
	kind('birthday', { window: fc.oneof(word('today', 'this month'), kind('within', { days: number })) }),
	raw('any { channel is app  // either\n tier is Gold }', 'any { … }'),
	raw('chanel is app'),
	raw('store is "dxb-mall'),
);

const moment = kind('moment', { date }, { time });
const ruleClause = fc.oneof(
	kind('about', { text }),
	kind('status', { status: word('enabled', 'disabled') }),
	kind('active', { from: moment }, { until: moment }),
	kind('active', { until: moment }),
	kind('priority', { value: number, negative: fc.boolean() }),
	kind('when', { conditions: many(condition) }),
	kind('when', { conditions: fc.tuple(kind('always')) }),
	earn,
	limit,
	raw('limit once per week', 'limit once'),
	raw('eran 10'),
);

const total = kind('total-source', {
	excluding: many(word('taxes', 'fees', 'tip', 'points')),
	beforeDiscounts: fc.boolean(),
});
const selector = kind('selector', { by: word('category', 'subcategory', 'combo', 'item'), names: some(name) });
const items = fc.oneof(
	kind('items-source', { mode: fc.constant('all'), selectors: fc.constant([]), except: many(selector) }),
	kind('items-source', { mode: fc.constantFrom('in', 'not in'), selectors: some(selector), except: many(selector) }),
);

const setting = fc.oneof(
	kind('currency', { code: name }),
	kind('timezone', { zone: text }),
	kind('week', { first: word(...longDays) }),
	kind('points', {}, { decimals: number }),
	kind(
		'points',
		{ rounding: word('down', 'up', 'half up', 'half even') },
		{ decimals: number, per: word('award', 'item', 'transaction', 'carried') },
	),
	kind('channels', { names: some(name) }),
	kind('order-types', { names: some(name) }),
	limit,
	raw('day starts 04:00', 'day starts'),
);

const color = fc.stringMatching(/^#[0-9A-Fa-f]{6}$/).map((text) => ({ kind: 'color', text }));
const tierClause = fc.oneof(kind('color-clause', { color }), earn, kind('multiply', { factor: number }), raw('colour red'));
const tier = kind('tier-declaration', { name, clauses: many(tierClause) }, { from: number });

const declaration = fc.oneof(
	kind('program', { name, settings: many(setting) }),
	kind('tiers', { by: word('lifetime points', 'hand'), tiers: many(tier) }),
	kind('filter', { name, source: fc.oneof(total, items) }),
	kind('rule', { name, clauses: many(ruleClause) }),
	raw('campaign "Black Friday" {\n  rule "Early birds" { earn 50 }\n}', 'campaign'),
	raw('ruel "Coffee" { earn 5 }'),
);
const comment = fc.constantFrom('// one', '//', '// rule "x" {').map((text) => ({ text }));
const document = kind('document', { declarations: many(declaration), comments: many(comment) }) as unknown as fc.Arbitrary<
	Plain<Document>
>;

// ---------------------------------------------------------------- the law

describe('parse(print(tree)) is the tree', () => {
	it('for random programs', () => {
		const law = fc.property(document, (tree) => {
			const { document, problems } = parse(print(tree));
			expect(stripSpans(withoutRawComments(document))).toEqual(tree);
			const expected = countRaw(tree);
			expect(problems).toHaveLength(expected);
		});
		fc.assert(law, { numRuns: 3_000, seed });
	});

	it('for random clauses, at any indentation', () => {
		const law = fc.property(ruleClause, fc.constantFrom('', '\t', '    '), (tree, indent) => {
			expect(stripSpans(parseRuleClause(print(tree, indent)).node)).toEqual(tree);
		});
		fc.assert(law, { numRuns: 2_000, seed });
	});

	it.each([
		'channel is',
		'channel is , web',
		'order type is pickup,',
		'spend >= 50',
		'spend "Food" >=',
		'spend "Food"',
		'spend "Food" between 5 and',
		'birthday',
		'birthday within',
		'on Mon to',
		'on Mon between and 14:00',
		'store is chain',
	])('for the broken condition %s', (text) => {
		const { node, problems } = parseCondition(text);
		expect(node).toMatchObject({ health: 'incomplete' });
		expect(problems).toHaveLength(1);
		expect(stripSpans(parseCondition(print(node)).node)).toEqual(stripSpans(node));
	});

	it.each(['2 *', '* 2', '(2 +)', '-', '()', '2 + * 3'])('for the broken formula %s', (text) => {
		const { node } = parseFormula(text);
		expect(stripSpans(parseFormula(print(node)).node)).toEqual(stripSpans(node));
	});
});

/** Comments inside a raw part are in its text and in the list; the printed ones come first. */
function withoutRawComments(document: Document): Document {
	return { ...document, comments: document.comments.filter(({ text }) => text !== '// either') };
}

function countRaw(tree: unknown): number {
	if (Array.isArray(tree)) return tree.reduce<number>((sum, entry) => sum + countRaw(entry), 0);
	if (typeof tree !== 'object' || tree === null) return 0;
	const own = 'kind' in tree && tree.kind === 'raw' ? 1 : 0;
	return own + countRaw(Object.values(tree));
}

// ---------------------------------------------------------------- the look

describe('the printed text', () => {
	it('is laid out as people write it', () => {
		const text = [
			'tiers by lifetime points {',
			'  tier Gold from 5_000 { color #D4AF37  earn "Net total" * 5  multiply points by 1.5 }',
			'}',
			'',
			'rule "Lunch rush" {',
			'  status enabled',
			'  when {',
			'    on Mon to Fri between 09:30 and 24:00 or on any day',
			'    channel is not app, "order"',
			'  }',
			'  earn -("Food" - 1) * 2',
			'}',
		].join('\n');
		expect(print(parse(text).document)).toBe(text);
	});

	it('has the parentheses that a made-up formula needs', () => {
		const one = { kind: 'number', digits: '1', percent: false } as const;
		const minus = { kind: 'word', text: '-' } as const;
		const difference = { kind: 'binary', operator: minus, left: one, right: one } as const;
		expect(print({ kind: 'binary', operator: minus, left: difference, right: difference })).toBe('1 - 1 - (1 - 1)');
		expect(print({ kind: 'negation', operand: difference })).toBe('-(1 - 1)');
	});

	it.each([
		['app', 'app'],
		['Gold Plus', '"Gold Plus"'],
		['store', '"store"'],
		['2x', '"2x"'],
		['', '""'],
		['a "b"\\', String.raw`"a \"b\"\\"`],
		['two\r\nlines', '"two lines"'],
	])('writes the name %j as %s', (name, written) => {
		expect(printName(name)).toBe(written);
	});
});
