import { expect, test } from 'vitest';
import type { PlanTiers } from '#compiler';
import { planOf } from './fixtures/cafe.ts';
import { memberState, nextTier, tierOf } from './tiers.ts';

const head = 'program "P" { currency AED timezone "Asia/Dubai" points with 1 decimals }';
const rule = 'rule "R" { earn 1 }';
const lifetime = planOf(
	`${head} tiers by lifetime points { tier Bronze from 0 {} tier Silver from 10 {} tier Gold from 20.5 {} } ${rule}`,
).tiers;
const byHand = planOf(`${head} tiers by hand { tier Normal {} tier Golden {} } ${rule}`).tiers;
const none = planOf(`${head} ${rule}`).tiers;

test.each<[string, PlanTiers, number, string | null, string | null]>([
	['the lowest from the start', lifetime, 0, null, 'Bronze'],
	['just below a threshold', lifetime, 99, null, 'Bronze'],
	['at a threshold', lifetime, 100, null, 'Silver'],
	['thresholds count in units', lifetime, 205, null, 'Gold'],
	['put above by hand', lifetime, 0, 'Silver', 'Silver'],
	['moved upwards from there', lifetime, 205, 'Silver', 'Gold'],
	['never moved down to where it was put', lifetime, 205, 'Bronze', 'Gold'],
	['put into a tier that is gone', lifetime, 100, 'Platinum', 'Silver'],
	['by hand, nowhere', byHand, 1_000, null, null],
	['by hand', byHand, 0, 'Golden', 'Golden'],
	['no tiers at all', none, 1_000, 'Gold', null],
])('%s', (_, tiers, lifetimeUnits, placedTier, expected) => {
	expect(tierOf(tiers, { lifetimeUnits, placedTier })?.name ?? null).toBe(expected);
});

test('the next tier and what is missing to it', () => {
	expect(nextTier(lifetime, { lifetimeUnits: 30, placedTier: null })).toMatchObject({
		tier: { name: 'Silver' },
		missingUnits: 70,
	});
	expect(nextTier(lifetime, { lifetimeUnits: 30, placedTier: 'Silver' })).toMatchObject({
		tier: { name: 'Gold' },
		missingUnits: 175,
	});
	expect(nextTier(lifetime, { lifetimeUnits: 205, placedTier: null })).toBeNull();
	expect(nextTier(byHand, { lifetimeUnits: 0, placedTier: 'Normal' })).toBeNull();
	expect(nextTier(none, { lifetimeUnits: 0, placedTier: null })).toBeNull();
});

test('a member as the evaluators see one', () => {
	const plan = planOf(`${head} tiers by hand { tier Normal {} tier Golden {} } ${rule}`);
	const birthDate = { year: 1990, month: 2, day: 7 };
	const joinedOn = { year: 2024, month: 1, day: 31 };
	const known = { id: 'M', birthDate, joinedOn, lifetimeUnits: 50, balanceUnits: 20, placedTier: 'Golden' };
	expect(memberState(plan, known)).toEqual({
		id: 'M',
		tier: 'Golden',
		segments: [],
		birthDate,
		joinedDate: joinedOn,
		lastPurchaseDate: null,
		purchases: 0,
		lifetimeUnits: 50,
		lifetimeSpendMinor: 0,
		balanceUnits: 20,
		attributes: {},
		usages: [],
		remainder: { numerator: '0', denominator: '1' },
	});
	expect(memberState(plan, { id: 'M', birthDate, lifetimeUnits: 0, placedTier: null })).toMatchObject({
		joinedDate: null,
		balanceUnits: 0,
	});
});
