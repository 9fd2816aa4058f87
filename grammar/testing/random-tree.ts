/** Random trees of every kind of node, as a program would make them. */
import type { IToken } from 'chevrotain';
import fc from 'fast-check';
import type { Document, Node } from '../ast.ts';
import { builtInEvents } from '../constructs.ts';
import { longDays, shortDays } from '../keywords.ts';
import type { Plain } from '../plain.ts';
import { printName, printText } from '../print-values.ts';
import { nameFaults } from '../scripts.ts';

/** Trees without places. */
export type Tree = fc.Arbitrary<Plain<Node>>;

// ---------------------------------------------------------------- values

const bidirectional = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\r\n]/;
const anyText = fc
	.oneof(fc.string({ unit: 'grapheme', maxLength: 12 }), fc.constantFrom('a "b" \\ c', '//', '{', 'limit', '\\', '"'))
	.filter((text) => !bidirectional.test(text));
const isFaultless = (text: string) => nameFaults({ image: printText(text), startOffset: 0 } as IToken).length === 0;
const nameText = fc
	.oneof(
		fc.constantFrom('Food', 'app', 'Gold', 'مقهى', 'Café', 'Mon', 'Friday', 'tier', 'x', 'x1', '1x', 'a b', 'points'),
		anyText,
	)
	.filter((text) => text.trim() !== '' && isFaultless(text));
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
/** Where there are many kinds of entries: each of them is to come often. */
const several = <T>(entry: fc.Arbitrary<T>) => fc.array(entry, { minLength: 1, maxLength: 6, size: 'max' });

type Parts = Readonly<Record<string, fc.Arbitrary<unknown>>>;
/** Nodes of a kind; some parts are there only sometimes. */
function kind(kind: string, parts: Parts = {}, optional: Parts = {}): Tree {
	const always: Parts = { kind: fc.constant(kind), ...parts };
	return fc.record({ ...always, ...optional }, { requiredKeys: Object.keys(always) }) as fc.Arbitrary<unknown> as Tree;
}
const raw = (text: string) => fc.constant<unknown>({ kind: 'raw', text }) as Tree;
const moment = kind('moment', { date }, { time });
const event = fc.oneof(
	kind('event', { event: fc.constantFrom(...builtInEvents, 'any') }),
	kind('event', { event: fc.constant('custom'), name }),
);
const recipient = word('referrer', 'referred');

// ---------------------------------------------------------------- formulas

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
		number as fc.Arbitrary<unknown> as Tree,
		kind('filter-ref', { name }),
		kind('group', { inner: tie('sum') }),
	),
}));

// ---------------------------------------------------------------- effects

const earn = kind(
	'earn',
	{ formula: sum },
	{
		every: kind('every-step', { step: number, filter: name }),
		atLeast: number,
		exempt: word('without multipliers'),
		recipient,
	},
);
const multiply = kind('multiply', { what: word('base', 'points', 'this'), factor: number }, { on: name });
const limit = kind(
	'limit',
	{
		most: fc.oneof(
			kind('limit-points', { points: number }),
			kind('limit-times', {}, { times: number }),
			kind('limit-formula', { formula: sum }),
		),
		per: fc.oneof(
			word('transaction', 'day', 'week', 'month', 'quarter', 'year', 'lifetime') as fc.Arbitrary<unknown> as Tree,
			kind('rolling', { days: number }),
		),
	},
	{ orNothing: word('or nothing') },
);

// ---------------------------------------------------------------- conditions

const days = fc.oneof(
	fc.constant('any'),
	some(kind('day-range', { first: word(...shortDays) }, { last: word(...shortDays) })),
);
const dayTime = kind('day-time-alternative', { days }, { between: kind('time-range', { from: time, until: time }) });
const membership = fc
	.constantFrom('order-type', 'channel', 'tier', 'segment')
	.chain((which) => kind(which, { negated: fc.boolean(), names: some(name) }));
const comparison = kind('comparison', { operator: word('=', '!=', '<', '<=', '>', '>='), value: number });
const amountTest = fc.oneof(comparison, kind('between', { low: number, high: number }));
const facts = ['lifetime points', 'lifetime spend', 'balance', 'days since joining', 'days since last purchase'];
const window = fc.oneof(word('today', 'this month'), kind('within', { days: number }));
const attributeTest = fc.oneof(amountTest, kind('attribute-is', { negated: fc.boolean(), values: some(name) }));

/** Conditions, groups of them included. */
export const { condition } = fc.letrec<Record<'condition', Plain<Node>>>((tie) => ({
	condition: fc.oneof(
		{ depthSize: 'small', depthIdentifier: 'condition' },
		kind('always'),
		kind('day-time', { alternatives: some(dayTime) }),
		// Four kinds share this line, so it comes as often as four others.
		{ arbitrary: membership, weight: 4 },
		kind('store', {
			negated: fc.boolean(),
			places: some(kind('store-ref', { by: fc.constantFrom('store', 'chain'), name })),
		}),
		fc.constantFrom('spend', 'quantity').chain((which) => kind(which, { filter: name, test: amountTest })),
		fc.constantFrom('birthday', 'anniversary').chain((which) => kind(which, { window })),
		kind('purchase-number', { isEvery: fc.boolean(), number }),
		kind('member-fact', { fact: word(...facts), test: amountTest }),
		kind('attribute', { name }, { test: attributeTest }),
		fc.constantFrom('any', 'all', 'not').chain((which) => kind(which, { conditions: many(tie('condition')) })),
		raw('brithday within 3 days'),
		raw('store is "dxb-mall'),
	),
}));

// ---------------------------------------------------------------- rules and campaigns

const about = kind('about', { text });
const status = kind('status', { status: word('enabled', 'disabled') });
const active = fc.oneof(
	kind('active', { from: moment }, { until: moment, by: name }),
	kind('active', { until: moment }, { by: name }),
);

/** Clauses of a rule. */
export const ruleClause = fc.oneof(
	about,
	status,
	active,
	kind('priority', { value: number, negative: fc.boolean() }),
	kind('exclusive', { set: name }),
	kind('when', { conditions: many(condition) }),
	kind('when', { conditions: fc.tuple(kind('always')) }),
	earn,
	multiply,
	limit,
	raw('eran 10'),
);
const rule = kind('rule', { name, clauses: many(ruleClause) }, { on: event });
/** Clauses of a campaign, rules included. */
export const campaignClause = fc.oneof(
	about,
	status,
	active,
	kind('budget', { points: number }),
	multiply,
	limit,
	rule,
	raw('budgte 10'),
);

// ---------------------------------------------------------------- filters

const total = kind('total-source', {
	excluding: many(word('taxes', 'fees', 'tip', 'points')),
	beforeDiscounts: fc.boolean(),
});
const selector = kind('selector', { by: word('category', 'subcategory', 'combo', 'item'), names: some(name) });
const itemsParts = { isQuantity: fc.boolean(), except: many(selector), excludingPoints: fc.boolean() };
const items = fc.oneof(
	kind('items-source', { mode: fc.constant('all'), selectors: fc.constant([]), ...itemsParts }),
	kind('items-source', { mode: fc.constantFrom('in', 'not in'), selectors: some(selector), ...itemsParts }),
);
const source = fc.oneof(total, items, kind('attribute-source', { name }), kind('paid-source'));

// ---------------------------------------------------------------- the program and its tiers

const setting = fc.oneof(
	kind('currency', { code: name }),
	kind('timezone', { zone: text }),
	kind('week', { first: word(...longDays) }),
	kind('day', { starts: time }),
	kind('points', {}, { decimals: number }),
	kind(
		'points',
		{ rounding: word('down', 'up', 'half up', 'half even') },
		{ decimals: number, per: word('award', 'item', 'transaction', 'carried') },
	),
	kind('channels', { names: some(name) }),
	kind('order-types', { names: some(name) }),
	limit,
	kind('returns', { policy: word('may go negative', 'stop at zero', 'pending only') }),
	raw('curency AED'),
);
const color = fc.stringMatching(/^#[0-9A-Fa-f]{6}$/).map((text) => ({ kind: 'color', text }));
const tierClause = fc.oneof(kind('color-clause', { color }), earn, multiply, raw('colour red'));
const tier = kind('tier-declaration', { name, clauses: many(tierClause) }, { from: number });
const by = fc.oneof(
	kind('tier-basis', { measure: fc.constantFrom('lifetime points', 'points per year', 'hand') }),
	kind('tier-basis', { measure: fc.constantFrom('lifetime spend', 'spend per year'), filter: name }),
);
const attributeType = fc.oneof(
	word('text', 'number', 'flag', 'date') as fc.Arbitrary<unknown> as Tree,
	kind('one-of', { values: some(name) }),
);

// ---------------------------------------------------------------- spending and lapsing

/** Clauses of a redemption. */
export const redemptionClause = fc.oneof(
	kind('worth', { points: number, amount: number, currency: name }),
	kind('at-most', { share: number, filter: name }),
	kind('at-least', { points: number }, { steps: number }),
	raw('mots 50%'),
);
const duration = kind('duration', { count: number, unit: word('day', 'week', 'month', 'year') });
const periodEnd = kind('period-end', { period: word('month', 'year') });
/** Clauses of an expiry. */
export const expiryClause = fc.oneof(
	kind('available', { moment: fc.oneof(duration, periodEnd) }),
	kind('expires', { moment: duration, withoutActivity: fc.boolean() }),
	kind('expires', { moment: periodEnd, withoutActivity: fc.constant(false) }),
	raw('expire at year end'),
);

// ---------------------------------------------------------------- tests

const fact = (words: readonly string[], value: fc.Arbitrary<unknown>) => kind('test-fact', { fact: word(...words), value });
const attributeFact = kind('test-attribute', { name }, { value: fc.oneof<fc.Arbitrary<unknown>[]>(name, number, date) });
/** Facts of a test's member. */
export const memberFact = fc.oneof(
	fact(['tier', 'segment'], name),
	fact(['birthday', 'joined', 'last purchase'], date),
	fact(['purchases', 'lifetime points', 'lifetime spend', 'balance'], number),
	attributeFact,
);
/** Facts of what happens in a test. */
export const eventFact = fc.oneof(
	fact(['store', 'chain', 'channel', 'order type'], name),
	fact(['discount', 'taxes', 'fees', 'tip', 'paid with points'], number),
	kind(
		'test-line',
		{ item: name, quantity: number, price: number },
		{ category: name, subcategory: name, combo: name, unit: name },
	),
	attributeFact,
	raw('taxes lots'),
);
const happened = fc.oneof(
	kind('event', { event: fc.constantFrom(...builtInEvents) }),
	kind('event', { event: fc.constant('custom'), name }),
);
/** Parts of a test. */
export const testClause = fc.oneof(
	kind('test-member', { facts: many(memberFact) }),
	kind('test-event', { event: happened, at: moment, facts: many(eventFact) }),
	kind(
		'expect',
		{ what: fc.oneof<fc.Arbitrary<unknown>[]>(name, word('total', 'tier', 'balance', 'paid with points')), points: number },
		{ recipient },
	),
	kind('test-return', { amount: fc.oneof<fc.Arbitrary<unknown>[]>(number, word('all')) }),
	kind('test-return', { item: name, amount: number }),
	kind('test-spend', {}),
	raw('expcet 5'),
);

// ---------------------------------------------------------------- declarations

const declaration = fc.oneof(
	kind('program', { name, settings: several(setting) }),
	kind('tiers', { by, keptThroughNextYear: fc.boolean(), movedByHand: fc.boolean(), tiers: many(tier) }),
	kind('segment-declaration', { name }),
	kind('attribute-declaration', { owner: word('member', 'transaction', 'event'), name, type: attributeType }),
	kind('filter', { name, source }, { above: number, upTo: number }),
	kind('exclusive-declaration', { name, picks: word('highest points', 'highest priority') }),
	kind('campaign', { name, clauses: many(campaignClause) }),
	rule,
	// Deep inside a program lists are short; so that conditions come often, some rules have nothing else.
	kind('rule', {
		name,
		clauses: fc.tuple(kind('when', { conditions: fc.array(condition, { minLength: 3, maxLength: 6 }) })),
	}),
	kind('redemption', { clauses: many(redemptionClause) }),
	kind('expiry', { clauses: many(expiryClause) }),
	kind('test', { name, clauses: several(testClause) }),
	raw('ruel "Coffee" { earn 5 }'),
);
const comment = fc.constantFrom('// one', '//', '// rule "x" {').map((text) => ({ text }));

/** Whole programs. */
export const document = kind('document', {
	declarations: several(declaration),
	comments: many(comment),
}) as unknown as fc.Arbitrary<Plain<Document>>;
