import { type DateLiteral, type MemberTestFact, phrase, type TestFact, type TestMember } from '#grammar';
import type { LocalDate } from '../domain/calendar.ts';
import type { Plan } from '../plan/plan.ts';
import { type MemberStanding, newStanding } from '../standing/index.ts';
import { unitsOf } from './amounts.ts';
import { attributesOf } from './attributes.ts';
import type { Stop } from './scene.ts';

type Facts = TestMember['facts'];

/**
 * The member of a test, as it was before. What is not told is not known, and numbers are 0. Without a `tier` the numbers say
 * it, where they can.
 */
export function memberOf(facts: Facts, plan: Plan, stop: Stop): MemberStanding {
	const { pointDecimals, currencyDecimals } = plan.program;
	const number = (fact: MemberTestFact, decimals: number) => Number(unitsOf(valueOf(facts, fact), decimals) ?? 0n);
	checkTierIsTold(facts, plan, stop);
	const tier = toldTier(facts);
	return newStanding({
		id: 'member',
		placedTier: tier,
		segments: facts.flatMap((fact) =>
			fact.kind === 'test-fact' && fact.fact.text === 'segment' && fact.value.kind === 'name' ? [fact.value.text] : [],
		),
		birthDate: dayOf(facts, 'birthday'),
		joinedDate: dayOf(facts, 'joined'),
		lastPurchaseDate: dayOf(facts, 'last purchase'),
		purchases: number('purchases', 0),
		lifetimeUnits: number('lifetime points', pointDecimals),
		lifetimeSpendMinor: number('lifetime spend', currencyDecimals),
		balanceUnits: number('balance', pointDecimals),
		attributes: attributesOf(facts),
	});
}

/** The tier that a test says its member is in; it is meant, whatever the numbers are. */
export function toldTier(facts: Facts): string | null {
	const told = valueOf(facts, 'tier');
	return told?.kind === 'name' ? told.text : null;
}

function factOf(facts: Facts, wanted: MemberTestFact): TestFact | undefined {
	return facts.find((fact): fact is TestFact => fact.kind === 'test-fact' && fact.fact.text === wanted);
}

function valueOf(facts: Facts, wanted: MemberTestFact): TestFact['value'] | undefined {
	return factOf(facts, wanted)?.value;
}

function dayOf(facts: Facts, wanted: MemberTestFact): LocalDate | null {
	const value = valueOf(facts, wanted);
	return value?.kind === 'date' ? dateOf(value) : null;
}

function dateOf({ year, month, day }: DateLiteral): LocalDate {
	return { year, month, day };
}

/** What was gathered in all does not say what counts with other measures, so the tier itself has to be told beside it. */
const UNSAID: Readonly<Record<Plan['tiers']['by'], MemberTestFact | null>> = {
	none: null,
	hand: null,
	'lifetime points': null,
	'lifetime spend': 'lifetime spend',
	'spend per year': 'lifetime spend',
	'points per year': 'lifetime points',
};

function checkTierIsTold(facts: Facts, { tiers }: Plan, stop: Stop): void {
	const gathered = UNSAID[tiers.by];
	const fact = gathered && factOf(facts, gathered);
	if (toldTier(facts) !== null || tiers.movedByHand || fact?.value.kind !== 'number' || Number(fact.value.digits) === 0)
		return;
	stop(fact.span, phrase('tier is not told', { by: tiers.by, fact: fact.fact.text }));
}
