/** Small workloads of every kind, with transactions at their edges. */
import fc from 'fast-check';
import type {
	NameSet,
	RawTransaction,
	Weekday,
	Workload,
	WorkloadCondition,
	WorkloadEffect,
	WorkloadFilter,
	WorkloadFormula,
	WorkloadRule,
} from '../workload.ts';

const STORES = ['s-1', 's-2', 's-3', 'Café "Corner"'];
const CHANNELS = ['app', 'pos', 'web'];
const ORDER_TYPES = ['dine_in', 'pickup', 'order'];
const TIERS = ['basic', 'gold', 'tier'];
const CATEGORIES = ['Food', 'Drinks', 'Retail'];
const SUBCATEGORIES = ['hot', 'cold'];
const ITEMS = ['i-1', 'i-2', 'i-3'];
const DAYS: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const TIMES = ['00:00', '06:30', '11:00', '12:00', '18:15', '22:00', '23:59'];
const DATES = ['2026-02-27', '2026-02-28', '2026-03-01', '2026-03-08', '2026-11-01', '2026-12-31'];
const BIRTHDAYS = ['1988-02-29', '1990-03-01', '1990-11-01', '1975-12-30', '2000-01-02', '1999-02-25'];
/** Around midnight and noon in New York, on both sides of the changes of its clock and of the year. */
const DAYS_SEEN = ['2026-02-28', '2026-03-01', '2026-03-08', '2026-11-01', '2026-12-31', '2027-01-01', '2028-02-29'];
const HOURS_SEEN = [
	'04:59:59.999',
	'05:00:00.000',
	'05:30:00.000',
	'06:30:00.000',
	'11:30:00.000',
	'16:59:30.500',
	'23:15:00.000',
];

const from = <T>(values: readonly T[]) => fc.constantFrom(...values);
const some = <T>(values: readonly T[]) => fc.subarray([...values], { minLength: 1 });
const nullable = <T>(values: readonly T[]) => fc.option(from(values), { nil: null });

const FILTERS: readonly WorkloadFilter[] = [
	{ id: 'f0', name: 'Total', kind: 'total' },
	{ id: 'f1', name: 'Food', kind: 'lines', op: 'in', categories: ['Food'], subcategories: [], items: [] },
	{ id: 'f2', name: 'Mixed "one"', kind: 'lines', op: 'in', categories: ['Drinks'], subcategories: ['hot'], items: ['i-1'] },
	{ id: 'f3', name: 'Neither', kind: 'lines', op: 'notIn', categories: ['Retail'], subcategories: ['cold'], items: ['i-2'] },
];
const filterId = from(FILTERS.map(({ id }) => id));

const setOf = (values: readonly string[]): fc.Arbitrary<NameSet> =>
	fc.record({ op: from(['in', 'notIn'] as const), values: some(values) });
const alternatives = <T>(one: fc.Arbitrary<T>) => fc.array(one, { minLength: 1, maxLength: 2 });

const condition: fc.Arbitrary<WorkloadCondition> = fc.oneof(
	fc.record({
		type: fc.constant('time' as const),
		anyOf: alternatives(fc.record({ days: some(DAYS), from: from(TIMES), to: from(TIMES) })),
	}),
	...(
		[
			['store', STORES],
			['channel', CHANNELS],
			['orderType', ORDER_TYPES],
			['tier', TIERS],
		] as const
	).map(([type, values]) => fc.record({ type: fc.constant(type), anyOf: alternatives(setOf(values)) })),
	fc.record({
		type: fc.constant('cartSpend' as const),
		anyOf: alternatives(
			fc.record({
				filter: filterId,
				op: from(['>=', '>', '<=', '<'] as const),
				value: from(['0.01', '10.00', '12.50', '25.99', '40']),
			}),
		),
	}),
	fc.record({
		type: fc.constant('birthday' as const),
		anyOf: alternatives(fc.record({ when: from(['sameDay', 'within3Days', 'sameMonth'] as const) })),
	}),
);

const formula: fc.Arbitrary<WorkloadFormula> = fc.letrec<{ formula: WorkloadFormula; leaf: WorkloadFormula }>((tie) => ({
	leaf: fc.oneof(
		fc.constant<WorkloadFormula>({ filter: true }),
		from(['2', '10', '0.5', '0.05', '1.25', '3']).map((num) => ({ num })),
	),
	formula: fc.oneof(
		{ maxDepth: 3, withCrossShrink: true },
		tie('leaf'),
		fc.record({ op: from(['+', '-', '*'] as const), left: tie('formula'), right: tie('formula') }),
		// A literal zero is never the divisor of a whole program; what is not one may still become zero.
		fc.record({ op: fc.constant('/' as const), left: tie('formula'), right: tie('leaf') }),
	),
})).formula;

const effect: fc.Arbitrary<WorkloadEffect> = fc.oneof(
	fc.record({ type: fc.constant('fixed' as const), points: from([1, 25, 500]) }),
	fc.record({ type: fc.constant('formula' as const), filter: filterId, expr: formula }),
);

const rule: fc.Arbitrary<Omit<WorkloadRule, 'id' | 'name'>> = fc
	.record({
		enabled: fc.integer({ min: 0, max: 9 }).map((number) => number > 0),
		start: nullable(DATES),
		end: nullable(DATES),
		conditions: fc.array(condition, { maxLength: 3 }),
		effect,
		maxPointsPerTransaction: nullable([20, 100]),
	})
	// An end before its start is an error in Earn and means nothing in a workload.
	.map((made) => (made.start !== null && made.end !== null && made.end < made.start ? { ...made, end: null } : made));

const line = fc.record({
	item: from(ITEMS),
	category: from(CATEGORIES),
	subcategory: from(SUBCATEGORIES),
	quantity: fc.integer({ min: 1, max: 3 }),
	amount: from([1, 250, 999, 1_000, 1_250, 2_599, 4_000]),
});

const raw: fc.Arbitrary<Omit<RawTransaction, 'id'>> = fc
	.record({
		occurredAt: fc.tuple(from(DAYS_SEEN), from(HOURS_SEEN)).map(([day, time]) => `${day}T${time}Z`),
		store: from(STORES),
		channel: from(CHANNELS),
		orderType: from(ORDER_TYPES),
		member: fc.record({ id: from(['m-1', 'm-2', 'm-3']), tier: from(TIERS), birthday: nullable(BIRTHDAYS) }),
		lines: fc.array(line, { minLength: 1, maxLength: 6 }),
		taxes: from([0, 88]),
		fees: from([0, 299]),
		tip: from([0, 150]),
	})
	.map((made) => ({
		...made,
		total: made.lines.reduce((sum, { amount }) => sum + amount, made.taxes + made.fees + made.tip),
	}));

/** A workload of up to a dozen rules with up to twenty transactions. */
export const anyWorkload: fc.Arbitrary<{ readonly workload: Workload; readonly transactions: readonly RawTransaction[] }> =
	fc.record({
		workload: fc.array(rule, { minLength: 1, maxLength: 12 }).map((rules) => ({
			program: {
				timezone: 'America/New_York',
				maxPointsPerTransaction: 1_000,
				tiers: TIERS,
				channels: CHANNELS,
				orderTypes: ORDER_TYPES,
				stores: STORES,
			},
			cartFilters: FILTERS,
			rules: rules.map((made, index) => ({ id: `r${index}`, name: `Rule ${index}`, ...made })),
		})),
		transactions: fc
			.array(raw, { minLength: 5, maxLength: 20 })
			.map((made) => made.map((one, index) => ({ id: `t${index}`, ...one }))),
	});
