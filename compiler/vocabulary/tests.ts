import { type EventTestFact, type MemberTestFact, printDate, printName, printText, type TestClause } from '#grammar';
import { unreachable } from '../domain/unreachable.ts';
import { type ClauseRow, type Construct, type Scope, type ScopeAttribute, rowsOf } from './construct.ts';

const lineExample = 'item "LATTE" category "Drinks" 2 x 18.00';

/** A clause of a `test`. */
export interface TestConstruct extends ClauseRow {
	readonly kind: Exclude<TestClause['kind'], 'raw'>;
}

/** Every clause of a `test`, in its usual order. */
export const testClauses = rowsOf<TestConstruct>()([
	{
		kind: 'test-member',
		keyword: 'member',
		title: 'Member',
		doc: 'The member as they were before; what is not said is not known, and numbers are 0.',
		example: 'member { tier Gold birthday 1990-02-07 purchases 12 }',
		isEvaluated: true,
		fragment: ({ tiers: [first] }) =>
			first === undefined ? 'member { purchases 1 }' : `member { tier ${printName(first)} }`,
		repeatable: false,
	},
	{
		kind: 'test-event',
		keyword: 'purchase at',
		title: 'What happens',
		doc: 'An event and its local moment, with what comes with it in braces; of several, the test expects something of the last.',
		example: 'purchase at 2026-02-07 12:30 { channel app item "LATTE" 2 x 18.00 }',
		isEvaluated: true,
		fragment: ({ today, items: [item = 'ITEM'] }) =>
			today === null
				? null
				: `purchase at ${printDate({ kind: 'date', ...today })} 12:30 { item ${printText(item)} 1 x 10.00 }`,
		needs: 'Today’s date is not known here.',
		repeatable: true,
	},
	{
		kind: 'test-return',
		keyword: 'returns',
		title: 'What goes back',
		doc: 'Units of an item, an amount, or all that is left of the purchase above it; what is expected is what stands then.',
		example: 'returns item "LATTE" 1',
		isEvaluated: true,
		fragment: () => 'returns all',
		repeatable: true,
	},
	{
		kind: 'test-spend',
		keyword: 'spend points',
		title: 'Spend points',
		doc: 'Spends as many points as may be: on the purchase above it, or outside any order where there is none.',
		example: 'spend points',
		isEvaluated: true,
		fragment: () => 'spend points',
		repeatable: true,
	},
	{
		kind: 'expect',
		keyword: 'expect',
		title: 'Expectation',
		doc: 'The points that a rule, the tier or everything together must give, the balance in the end, or what points pay.',
		example: 'expect "Lunch rush" earns 207',
		isEvaluated: true,
		fragment: ({ rules: [first] }) => (first === undefined ? 'expect total 100' : `expect ${printText(first)} earns 100`),
		repeatable: true,
	},
]);

/** A fact of the member of a test. */
export interface MemberFactConstruct extends ClauseRow {
	readonly fact: MemberTestFact | 'attribute';
}

/** Everything that can be said of the member of a test. */
export const testMemberFacts = rowsOf<MemberFactConstruct>()([
	{
		...row('tier', 'Tier', 'The tier that the member is in.', 'tier Gold'),
		fragment: ({ tiers }) => named('tier', tiers),
		needs: 'The program declares no tiers yet.',
	},
	{
		...row('segment', 'Segment', 'A segment that the member is in; of several, one line each.', 'segment Staff'),
		fragment: ({ segments }) => named('segment', segments),
		needs: 'The program declares no segments yet.',
		repeatable: true,
	},
	row('birthday', 'Birthday', 'The day on which the member was born.', 'birthday 1990-02-07'),
	row('joined', 'Joined', 'The day on which the member joined.', 'joined 2025-01-31'),
	row('last purchase', 'Last purchase', 'The day on which the member last bought.', 'last purchase 2026-01-31'),
	row('purchases', 'Purchases', 'How often the member had bought before.', 'purchases 12'),
	row('lifetime points', 'Lifetime points', 'The points that the member had earned since joining.', 'lifetime points 2_500'),
	row('lifetime spend', 'Lifetime spend', 'What the member had spent since joining.', 'lifetime spend 1_250.00'),
	row('balance', 'Balance', 'The points that the member could spend.', 'balance 300'),
	{
		...row('attribute', 'Attribute of the member', 'A fact of your own about the member, by its name.', 'plan family'),
		keyword: '',
		fragment: ({ attributes }) => valueOf(attributes.filter(({ owner }) => owner === 'member')),
		needs: 'The program declares no attribute of members yet.',
		repeatable: true,
	},
]);

/** A fact of what happens in a test. */
export interface EventFactConstruct extends ClauseRow {
	readonly fact: EventTestFact | 'item' | 'attribute';
}

/** Everything that can be said of what happens in a test. */
export const testEventFacts = rowsOf<EventFactConstruct>()([
	{
		...row('store', 'Store', 'The store, by its id.', 'store "dxb-mall"'),
		fragment: ({ stores }) => quoted('store', stores),
		needs: 'No stores are known yet.',
	},
	{
		...row('chain', 'Chain', 'The chain of the store.', 'chain "Bluebird Express"'),
		fragment: ({ chains }) => quoted('chain', chains),
		needs: 'No chains are known yet.',
	},
	{
		...row('channel', 'Channel', 'The sales channel.', 'channel app'),
		fragment: ({ channels }) => named('channel', channels),
		needs: 'The program enables no channels yet.',
	},
	{
		...row('order type', 'Order type', 'The order type.', 'order type dine_in'),
		fragment: ({ orderTypes }) => named('order type', orderTypes),
		needs: 'The program enables no order types yet.',
	},
	{
		...row('item', 'Line', 'One line: units and the price of one, or a measure and the price of all.', lineExample),
		fragment: ({ items: [item = 'ITEM'] }) => `item ${printText(item)} 1 x 10.00`,
		repeatable: true,
	},
	row('discount', 'Discount', 'The discount on the whole order.', 'discount 5.00'),
	row('taxes', 'Taxes', 'The taxes.', 'taxes 5.00'),
	row('fees', 'Fees', 'The fees.', 'fees 10.00'),
	row('tip', 'Tip', 'The tip.', 'tip 10.00'),
	row('paid with points', 'Paid with points', 'The part that is paid with points.', 'paid with points 20.00'),
	{
		...row('attribute', 'Attribute of the event', 'A fact of your own about the event, by its name.', 'payment_method card'),
		keyword: '',
		fragment: ({ attributes }) => valueOf(attributes.filter(({ owner }) => owner === 'transaction' || owner === 'event')),
		needs: 'The program declares no attribute of transactions or events yet.',
		repeatable: true,
	},
]);

/** What an `expect` speaks of. */
export interface ExpectationConstruct extends Construct {
	readonly what: 'rule' | 'tier' | 'total' | 'balance' | 'paid with points';
}

/** Everything that a test can expect. */
export const expectations = rowsOf<ExpectationConstruct>()([
	{
		what: 'rule',
		keyword: 'expect',
		title: 'Points of a rule',
		doc: 'What one rule gives in the end, after multipliers, rounding and limits.',
		example: 'expect "Lunch rush" earns 207',
		isEvaluated: true,
		fragment: ({ rules: [first] }) => (first === undefined ? null : `expect ${printText(first)} earns 100`),
		needs: 'The program has no rule yet.',
	},
	{
		what: 'tier',
		keyword: 'expect tier earns',
		title: 'Points of the tier',
		doc: 'What the member’s tier itself gives in the end.',
		example: 'expect tier earns 750',
		isEvaluated: true,
		fragment: () => 'expect tier earns 100',
	},
	{
		what: 'total',
		keyword: 'expect total',
		title: 'Points in all',
		doc: 'What all rules and the tier give together.',
		example: 'expect total 957',
		isEvaluated: true,
		fragment: () => 'expect total 100',
	},
	{
		what: 'balance',
		keyword: 'expect balance',
		title: 'Balance',
		doc: 'The points that the member has in the end.',
		example: 'expect balance 1_200',
		isEvaluated: true,
		fragment: () => 'expect balance 100',
	},
	{
		what: 'paid with points',
		keyword: 'expect paid with points',
		title: 'What points pay',
		doc: 'The amount that `spend points` pays.',
		example: 'expect paid with points 20.00',
		isEvaluated: true,
		fragment: () => 'expect paid with points 10.00',
	},
]);

function row<F extends string, const T extends string, const D extends string>(fact: F, title: T, doc: D, example: string) {
	return {
		fact,
		keyword: fact as string,
		title,
		doc,
		example,
		isEvaluated: true,
		fragment: () => example,
		repeatable: false,
	};
}

function named(word: string, [first]: readonly string[]): string | null {
	return first === undefined ? null : `${word} ${printName(first)}`;
}

function quoted(word: string, [first]: readonly string[]): string | null {
	return first === undefined ? null : `${word} ${printText(first)}`;
}

/** The first of some attributes with a value that it may have. */
function valueOf([first]: Scope['attributes']): string | null {
	return first === undefined ? null : `${printName(first.name)}${value(first)}`;
}

function value({ type, values: [one] }: ScopeAttribute): string {
	switch (type) {
		case 'number':
			return ' 1';
		case 'text':
			return ' "…"';
		case 'date':
			return ' 2026-01-31';
		case 'one of':
			return one === undefined ? '' : ` ${printName(one)}`;
		case 'flag':
		case null:
			return '';
		default:
			return unreachable(type);
	}
}
