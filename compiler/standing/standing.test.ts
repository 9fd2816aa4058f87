import { describe, expect, it } from 'vitest';
import { compile } from '../compile.ts';
import { parseInstant } from '../domain/instant.ts';
import type { Transaction } from '../domain/transaction.ts';
import { evaluateReference } from '../evaluate/reference.ts';
import type { Plan } from '../plan/plan.ts';
import { after, type MemberStanding, newStanding, placed, type Standing, stateAt, tierInYear } from './index.ts';

const HEAD = 'program "P" { currency AED timezone "Asia/Dubai" channels app';
const TIERS = '{ tier Bronze from 0 {} tier Silver from 100 {} tier Gold from 500 {} }';

function planOf(text: string, head = `${HEAD} }`): Plan {
	const { plan, problems } = compile(`${head}\n${text}`);
	if (!plan) throw new Error(JSON.stringify(problems));
	return plan;
}

/** What happens at a moment in Dubai, of 10.00 where it is a purchase. */
function happening(at: string, parts: Partial<Transaction> = {}): Transaction {
	const atMs = parseInstant(`${at}:00+04:00`);
	if (atMs === null) throw new Error(`${at} is no moment`);
	const { event = 'purchase' } = parts;
	const line = { sku: 'A', category: 'Food', subcategory: null, combo: null, quantityThousandths: 1000, amountMinor: 1000 };
	return {
		id: at,
		member: 'M',
		event,
		attributes: {},
		atMs,
		store: null,
		chain: null,
		channel: null,
		orderType: null,
		lines: event === 'purchase' ? [line] : [],
		discountMinor: 0,
		taxesMinor: 0,
		feesMinor: 0,
		tipMinor: 0,
		paidWithPointsMinor: 0,
		...parts,
	};
}

const start = (member: Partial<MemberStanding> = {}): Standing => ({
	member: newStanding({ id: 'M', ...member }),
	referred: null,
	budgets: {},
});

/** What each of several transactions gives the member, one after the other, and what stands in the end. */
function run(plan: Plan, transactions: readonly Transaction[], from: Standing = start()) {
	let standing = from;
	const given = transactions.map((transaction) => {
		const { outcome } = evaluateReference(plan, transaction, stateAt(plan, standing, transaction.atMs));
		if (outcome.kind !== 'awarded') throw new Error('Too many points');
		standing = after(plan, standing, transaction, outcome);
		return outcome.totalUnits;
	});
	return { given, standing };
}

const points = (plan: Plan, ...moments: string[]) =>
	run(
		plan,
		moments.map((at) => happening(at)),
	).given;

describe('calendar periods', () => {
	it('a day of points leaves what is left of it', () => {
		const plan = planOf('rule "A" { earn 40 limit 100 points per day }');
		expect(points(plan, '2026-02-07T09:00', '2026-02-07T10:00', '2026-02-07T23:59', '2026-02-08T00:00')).toEqual([
			40, 40, 20, 40,
		]);
	});

	it('a business day begins when the program says', () => {
		const plan = planOf('rule "A" { earn 40 limit once per day }', `${HEAD} day starts 04:00 }`);
		expect(points(plan, '2026-02-07T22:00', '2026-02-08T03:59', '2026-02-08T04:00')).toEqual([40, 0, 40]);
	});

	it.each([
		// 2026-02-07 is a Saturday.
		['starts Monday', ['2026-02-07T12:00', '2026-02-08T12:00', '2026-02-09T12:00'], [5, 0, 5]],
		['starts Sunday', ['2026-02-07T12:00', '2026-02-08T12:00', '2026-02-14T12:00'], [5, 5, 0]],
	])('a week that %s', (week, moments, given) => {
		expect(points(planOf('rule "A" { earn 5 limit once per week }', `${HEAD} week ${week} }`), ...moments)).toEqual(given);
	});

	it.each([
		['month', ['2026-01-31T12:00', '2026-02-01T12:00', '2026-02-28T12:00'], [5, 5, 0]],
		['quarter', ['2026-03-31T12:00', '2026-04-01T12:00', '2026-06-30T12:00', '2026-07-01T12:00'], [5, 5, 0, 5]],
		['year', ['2025-12-31T12:00', '2026-01-01T00:00', '2026-12-31T23:59'], [5, 5, 0]],
		['lifetime', ['1999-12-31T12:00', '2026-01-01T00:00'], [5, 0]],
	])('a %s', (period, moments, given) => {
		expect(points(planOf(`rule "A" { earn 5 limit once per ${period} }`), ...moments)).toEqual(given);
	});

	it('what comes late counts in its own period', () => {
		const plan = planOf('rule "A" { earn 5 limit 2 times per day }');
		const moments = ['2026-02-08T12:00', '2026-02-07T12:00', '2026-02-08T13:00', '2026-02-07T13:00', '2026-02-07T14:00'];
		expect(points(plan, ...moments)).toEqual([5, 5, 5, 5, 0]);
	});

	it('or nothing compares the whole sum', () => {
		const plan = planOf('rule "A" { earn 40 limit 100 points per month or nothing }');
		expect(points(plan, '2026-02-01T09:00', '2026-02-02T09:00', '2026-02-03T09:00')).toEqual([40, 40, 0]);
	});

	it('campaigns and the program count what all their rules give, the tier included', () => {
		const campaign = 'campaign "C" { limit 50 points per day rule "A" { earn 30 } rule "B" { earn 10 } }';
		const tiers = 'tiers by lifetime points { tier Only from 0 { earn 20 } }';
		const plan = planOf(`${campaign}\n${tiers}`, `${HEAD} limit 90 points per week }`);
		// 30 + 10 + 20; then 10 of the campaign and 20; then nothing is left of 90.
		expect(points(plan, '2026-02-03T09:00', '2026-02-03T10:00', '2026-02-04T09:00')).toEqual([60, 30, 0]);
	});
});

describe('what rolls', () => {
	it('is free again as late as it was used, that many days on', () => {
		const plan = planOf('rule "A" { earn 5 limit once per rolling 7 days }');
		expect(points(plan, '2026-02-01T12:00', '2026-02-08T11:59', '2026-02-08T12:00', '2026-02-15T11:59')).toEqual([
			5, 0, 5, 0,
		]);
	});

	it('leaves points as they grow old', () => {
		const plan = planOf('rule "A" { earn 40 limit 100 points per rolling 2 days }');
		const moments = ['2026-02-01T10:00', '2026-02-01T20:00', '2026-02-02T10:00', '2026-02-03T10:00', '2026-02-03T20:00'];
		expect(points(plan, ...moments)).toEqual([40, 40, 20, 40, 40]);
	});
});

describe('members', () => {
	it('are counted by their purchases alone', () => {
		const plan = planOf('rule "A" { earn 7 } rule "C" on check_in { earn 3 }');
		const events = [
			happening('2026-02-01T12:00', { taxesMinor: 50, tipMinor: 200 }),
			happening('2026-02-03T12:00', { event: 'check_in' }),
			happening('2026-01-30T12:00'),
		];
		expect(run(plan, events).standing.member).toMatchObject({
			purchases: 2,
			lifetimeUnits: 17,
			balanceUnits: 17,
			lifetimeSpendMinor: 2250,
			lastPurchaseDate: { year: 2026, month: 2, day: 1 },
			joinedDate: null,
		});
	});

	it('join when they register', () => {
		const { standing } = run(planOf('rule "A" on registration { earn 5 }'), [
			happening('2026-02-01T00:30', { event: 'registration' }),
		]);
		expect(standing.member?.joinedDate).toEqual({ year: 2026, month: 2, day: 1 });
	});

	it('the first purchase is the first', () => {
		const plan = planOf(
			'rule "A" { when { purchase number is 1 } earn 5 } rule "B" { when { purchase number is every 3 } earn 2 }',
		);
		expect(points(plan, '2026-02-01T12:00', '2026-02-02T12:00', '2026-02-03T12:00')).toEqual([5, 0, 2]);
	});

	it('keep what rounding leaves over', () => {
		const plan = planOf('rule "A" { earn 0.4 }', `${HEAD} points whole, rounded down carried }`);
		const days = ['2026-02-01T12:00', '2026-02-02T12:00', '2026-02-03T12:00', '2026-02-04T12:00', '2026-02-05T12:00'];
		expect(points(plan, ...days)).toEqual([0, 0, 1, 0, 1]);
	});

	it('are two on a referral, each with what they got', () => {
		const plan = planOf(
			'rule "R" on referral { earn 200 for referrer earn 100 for referred limit 150 points per year limit 2 times per year }',
		);
		const referral = (at: string) => happening(at, { event: 'referral' });
		const before = { ...start(), referred: newStanding({ id: 'N' }) };
		const first = run(plan, [referral('2026-02-01T12:00')], before);
		expect([first.given, first.standing.member?.balanceUnits, first.standing.referred?.balanceUnits]).toEqual([
			[150],
			150,
			100,
		]);
		// A frequency is the referrer's: the one who came has used none.
		expect(stateAt(plan, first.standing, Date.parse('2026-03-01')).referred?.usages).toEqual([{ units: 100, times: 0 }]);
		const next = { ...first.standing, referred: newStanding({ id: 'O' }) };
		const second = run(plan, [referral('2026-03-01T12:00'), referral('2026-04-01T12:00')], next);
		expect(second.standing.referred?.balanceUnits).toBe(100);
	});
});

describe('tiers', () => {
	const spending = (plan: Plan, ...sales: readonly (readonly [at: string, minor: number])[]) =>
		run(
			plan,
			sales.map(([at, amountMinor]) => {
				const sale = happening(at);
				return { ...sale, lines: sale.lines.map((line) => ({ ...line, amountMinor })) };
			}),
		).standing;
	const tierAt = (plan: Plan, standing: Standing, at: string) => stateAt(plan, standing, happening(at).atMs).member?.tier;

	it('by lifetime spend of a filter', () => {
		const plan = planOf(`filter "Food" = items in category "Food"\ntiers by lifetime spend of "Food" ${TIERS}`);
		const standing = spending(plan, ['2024-02-01T12:00', 6000], ['2026-02-01T12:00', 4000]);
		expect(tierAt(plan, standing, '2030-01-01T00:00')).toBe('Silver');
		expect(tierAt(plan, spending(plan, ['2024-02-01T12:00', 9999]), '2024-02-02T00:00')).toBe('Bronze');
	});

	it('by points per year, and kept through the next', () => {
		const body = `{ tier Bronze from 0 {} tier Silver from 100 {} }\nrule "A" { earn "Total with fees, taxes and tip" }`;
		const plan = planOf(`tiers by points per year ${body}`);
		const kept = planOf(`tiers by points per year kept through the next year ${body}`);
		const standing = spending(plan, ['2024-06-01T12:00', 10_000], ['2025-06-01T12:00', 9_900]);
		const years = ['2024-12-31T23:59', '2025-12-31T23:59', '2026-01-01T00:00'];
		expect(years.map((at) => tierAt(plan, standing, at))).toEqual(['Silver', 'Bronze', 'Bronze']);
		expect(years.map((at) => tierAt(kept, standing, at))).toEqual(['Silver', 'Silver', 'Bronze']);
	});

	it('by spend per year', () => {
		const plan = planOf(`filter "Food" = items in category "Food"\ntiers by spend of "Food" per year ${TIERS}`);
		const standing = spending(plan, ['2025-12-31T23:59', 49_999], ['2026-01-01T00:00', 10_000]);
		expect(tierAt(plan, standing, '2026-06-01T00:00')).toBe('Silver');
	});

	it('a member who is put into one is moved upwards only', () => {
		const plan = planOf(`tiers by lifetime points ${TIERS}\nrule "A" { earn 500 }`);
		const silver = placed(newStanding({ id: 'M' }), 'Silver');
		expect(tierInYear(plan, silver, 2026)?.name).toBe('Silver');
		const { standing } = run(plan, [happening('2026-02-01T12:00')], { ...start(), member: silver });
		expect(tierAt(plan, standing, '2026-02-02T12:00')).toBe('Gold');
	});

	it('where people alone move members, everyone stays where they are', () => {
		const plan = planOf(`tiers by lifetime points ${TIERS}\nrule "A" { earn 500 }`);
		const byHand = planOf(`tiers by lifetime points moved by hand ${TIERS}\nrule "A" { earn 500 }`);
		const { standing } = run(plan, [happening('2026-02-01T12:00')]);
		expect(tierAt(byHand, standing, '2026-02-02T12:00')).toBe('Gold');
		expect(tierAt(byHand, run(byHand, [happening('2026-02-01T12:00')]).standing, '2026-02-02T12:00')).toBeNull();
		const put = { ...standing, member: standing.member && placed(standing.member, 'Bronze') };
		expect(tierAt(byHand, run(byHand, [happening('2026-02-03T12:00')], put).standing, '2026-02-04T12:00')).toBe('Bronze');
	});
});

describe('a program that is published anew', () => {
	it('goes on counting by names, wherever they stand now', () => {
		const rule = 'rule "A" { earn 40 limit 100 points per day }';
		const budget = 'campaign "C" { budget 70 points rule "B" { earn 50 } }';
		const first = planOf(`${rule}\n${budget}`);
		const second = planOf(`campaign "New" { budget 5 points rule "N" { earn 1 } }\n${budget}\n${rule}`);
		const morning = run(first, [happening('2026-02-07T09:00'), happening('2026-02-07T10:00')]);
		expect(morning.given).toEqual([90, 60]);
		// 1 of the new campaign, nothing of the old budget, and 20 that are left of the day.
		expect(run(second, [happening('2026-02-07T11:00')], morning.standing).given).toEqual([21]);
	});

	it('is plain data', () => {
		const plan = planOf(
			'rule "__proto__" { earn 1.5 limit 9 points per rolling 3 days limit once per day }',
			`${HEAD} points whole, rounded down carried }`,
		);
		const { standing } = run(plan, [happening('2026-02-07T09:00')]);
		expect(JSON.parse(JSON.stringify(standing))).toEqual(standing);
		expect(stateAt(plan, standing, happening('2026-02-07T10:00').atMs).member?.usages).toEqual([
			{ units: 1, times: 1 },
			{ units: 1, times: 1 },
		]);
	});
});
