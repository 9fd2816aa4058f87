/** What is kept says the same as going through the whole past again, with the platform's own calendar. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compile } from '../compile.ts';
import type { Transaction } from '../domain/transaction.ts';
import { evaluateReference } from '../evaluate/reference.ts';
import type { Plan, PlanUsage } from '../plan/plan.ts';
import { after, type Awarded, newStanding, type Standing, stateAt } from './index.ts';

const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31));

const ZONES = ['Europe/London', 'Asia/Dubai', 'America/New_York'];
const PERIODS = [
	'day',
	'week',
	'month',
	'quarter',
	'year',
	'lifetime',
	'rolling 1 days',
	'rolling 7 days',
	'rolling 30 days',
];
const TIERS = ['lifetime points', 'points per year', 'lifetime spend of "Food"', 'spend of "Food" per year'];

function planOf(zone: string, weekStarts: string, dayStarts: string, tiers: string): Plan {
	const settings = `currency AED timezone "${zone}" week starts ${weekStarts} day starts ${dayStarts}`;
	const limits = (times: number, units: number) =>
		PERIODS.map((period) => `limit ${times} times per ${period} limit ${units} points per ${period}`).join(' ');
	const all = PERIODS.map((period) => `limit 2_000 points per ${period}`).join(' ');
	const { plan, problems } = compile(`program "P" { ${settings} ${all} }
tiers by ${tiers} { tier Low from 0 { earn 1 } tier High from 300 { earn 2 } }
filter "Food" = items in category "Food"
rule "A" { earn "Food" ${limits(400, 3_000)} }
rule "B" on check_in { earn 7 ${limits(300, 500)} }
campaign "C" { budget 4_000 points ${all} rule "D" { earn 30 } rule "E" on any event { multiply points by 2 ${limits(250, 9_000).replace(/limit \d+ points per (\w+ \d+ days|\w+)/g, '')} } }
`);
	if (!plan) throw new Error(JSON.stringify(problems));
	return plan;
}

interface Past {
	readonly transaction: Transaction;
	readonly outcome: Awarded;
}

const formats = new Map(
	ZONES.map((timeZone) => {
		const numeric = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' } as const;
		return [timeZone, new Intl.DateTimeFormat('en-GB', { timeZone, hourCycle: 'h23', ...numeric })];
	}),
);
const seen = new Map<string, number>();

/** A moment on the program's wall clock, as if that were UTC. */
function wallClock(atMs: number, zone: string): Date {
	const key = `${zone} ${atMs}`;
	const known = seen.get(key);
	if (known !== undefined) return new Date(known);
	const parts = formats.get(zone)?.formatToParts(new Date(atMs));
	const of = (type: string) => Number(parts?.find((part) => part.type === type)?.value);
	const wall = new Date(Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute')));
	seen.set(key, wall.getTime());
	return wall;
}

/** A name for the period that a moment is in. */
function labelOf(period: string, atMs: number, { program }: Plan): string {
	const date = new Date(wallClock(atMs, program.timezone).getTime() - program.dayStartsMinute * 60_000);
	const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
	if (period === 'lifetime') return 'ever';
	if (period === 'year') return `${year}`;
	if (period === 'quarter') return `${year} ${Math.floor(month / 3)}`;
	if (period === 'month') return `${year} ${month}`;
	const day = new Date(Date.UTC(year, month, date.getUTCDate()));
	if (period === 'day') return day.toISOString().slice(0, 10);
	while ((day.getUTCDay() || 7) !== program.weekStarts) day.setUTCDate(day.getUTCDate() - 1);
	return `week of ${day.toISOString().slice(0, 10)}`;
}

function isCounted({ period }: PlanUsage, past: number, now: number, plan: Plan): boolean {
	if (typeof period === 'string') return labelOf(period, past, plan) === labelOf(period, now, plan);
	const [then, today] = [past, now].map((atMs) => wallClock(atMs, plan.program.timezone).getTime()) as [number, number];
	return then <= today && then > today - period.rollingDays * 86_400_000;
}

function naiveUsage(usage: PlanUsage, past: readonly Past[], now: number, plan: Plan) {
	const counted = past.filter(({ transaction }) => isCounted(usage, transaction.atMs, now, plan));
	const { scope } = usage;
	const isIn = (kind: string, rule: number) =>
		scope.kind === 'program' ||
		(kind === 'rule' && (scope.kind === 'rule' ? rule === scope.index : plan.rules[rule]?.campaign === scope.index));
	const awards = counted.flatMap(({ outcome }) => outcome.awards).filter(({ source }) => isIn(source.kind, source.index));
	return {
		units: awards.reduce((sum, { givenUnits }) => sum + givenUnits, 0),
		times: counted.filter(({ outcome }) => scope.kind === 'rule' && outcome.change.usedRules.includes(scope.index)).length,
	};
}

function naiveTier(plan: Plan, past: readonly Past[], now: number): string | undefined {
	const yearOf = (atMs: number) => wallClock(atMs, plan.program.timezone).getUTCFullYear();
	const counted = past.filter(
		({ transaction }) => !plan.tiers.by.endsWith('year') || yearOf(transaction.atMs) === yearOf(now),
	);
	const gathered = counted.reduce((sum, { transaction, outcome }) => {
		if (plan.tiers.filter === null) return sum + outcome.totalUnits;
		return (
			sum +
			transaction.lines.reduce((lines, { category, amountMinor }) => lines + (category === 'Food' ? amountMinor : 0), 0)
		);
	}, 0);
	return plan.tiers.steps.findLast(({ from }) => from <= gathered)?.name;
}

const history = fc.array(
	fc.record({
		hours: fc.oneof(fc.integer({ min: -60, max: 60 }), fc.integer({ min: 0, max: 3_000 })),
		minutes: fc.integer({ min: 0, max: 59 }),
		isCheckIn: fc.boolean(),
		amountMinor: fc.integer({ min: 0, max: 30_000 }),
		category: fc.constantFrom('Food', 'Drinks'),
	}),
	{ minLength: 1, maxLength: 20 },
);

it('counters, sums, tiers and budgets are those of the whole past', () => {
	const settings = fc.tuple(
		fc.constantFrom(...ZONES),
		fc.constantFrom('Monday', 'Sunday', 'Wednesday'),
		fc.constantFrom('00:00', '04:30'),
		fc.constantFrom(...TIERS),
	);
	fc.assert(
		fc.property(settings, history, (parts, events) => {
			const plan = planOf(...parts);
			const past: Past[] = [];
			let standing: Standing = { member: newStanding({ id: 'M' }), referred: null, budgets: {} };
			let atMs = Date.UTC(2025, 9, 20);
			for (const [index, event] of events.entries()) {
				atMs += (event.hours * 60 + event.minutes) * 60_000;
				const state = stateAt(plan, standing, atMs);
				expect(state.member?.usages).toEqual(plan.usages.map((usage) => naiveUsage(usage, past, atMs, plan)));
				const units = past.reduce((sum, { outcome }) => sum + outcome.totalUnits, 0);
				const sales = past.filter(({ transaction }) => transaction.event === 'purchase');
				expect(state.member).toMatchObject({ lifetimeUnits: units, balanceUnits: units, purchases: sales.length });
				expect(state.member?.tier).toBe(naiveTier(plan, past, atMs));
				const paid = past.flatMap(({ outcome }) => outcome.change.budgetUnits).reduce((sum, each) => sum + each.units, 0);
				expect(state.budgetsUsedUnits).toEqual([paid]);
				const transaction = transactionOf(event, `T-${index}`, atMs);
				const { outcome } = evaluateReference(plan, transaction, state);
				if (outcome.kind !== 'awarded') throw new Error('Too many points');
				standing = after(plan, standing, transaction, outcome);
				past.push({ transaction, outcome });
			}
		}),
		{ seed, numRuns: 15 },
	);
});

function transactionOf(
	{ isCheckIn, amountMinor, category }: { isCheckIn: boolean; amountMinor: number; category: string },
	id: string,
	atMs: number,
): Transaction {
	const line = { sku: 'A', category, subcategory: null, combo: null, quantityThousandths: 1000, amountMinor };
	return {
		id,
		member: 'M',
		event: isCheckIn ? 'check_in' : 'purchase',
		attributes: {},
		atMs,
		store: null,
		chain: null,
		channel: null,
		orderType: null,
		lines: isCheckIn ? [] : [line],
		discountMinor: 0,
		taxesMinor: 0,
		feesMinor: 0,
		tipMinor: 0,
		paidWithPointsMinor: 0,
	};
}
