import type { DateLiteral, MemberTestFact, TestFact, TestMember } from '#grammar';
import type { LocalDate } from '../domain/calendar.ts';
import { type MemberState, newcomer } from '../domain/member.ts';
import { unreachable } from '../domain/unreachable.ts';
import type { Plan } from '../plan/plan.ts';
import { unitsOf } from './amounts.ts';
import { attributesOf } from './attributes.ts';
import type { Stop } from './scene.ts';

type Facts = TestMember['facts'];

/**
 * The member of a test, as it was before. What is not told is not known, and numbers are 0. Without a `tier` the numbers say
 * it, where they can; a `tier` that is told is meant, whatever the numbers are.
 */
export function memberOf(facts: Facts, plan: Plan, stop: Stop): MemberState {
	const { pointDecimals, currencyDecimals } = plan.program;
	const number = (fact: MemberTestFact, decimals: number) => Number(unitsOf(valueOf(facts, fact), decimals) ?? 0n);
	return newcomer(plan, {
		id: 'member',
		tier: tierOf(facts, plan, stop),
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

/** Who is brought on a referral: somebody of whom nothing is known yet. */
export function referredOf(plan: Plan, stop: Stop): MemberState {
	return newcomer(plan, { id: 'referred', tier: tierOf([], plan, stop) });
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

function tierOf(facts: Facts, { tiers, program }: Plan, stop: Stop): string | null {
	const told = valueOf(facts, 'tier');
	if (told?.kind === 'name') return told.text;
	if (tiers.movedByHand) return null;
	const reachedWith = (units: bigint) => tiers.steps.findLast(({ from }) => BigInt(from) <= units)?.name ?? null;
	switch (tiers.by) {
		case 'none':
		case 'hand':
			return null;
		case 'lifetime points':
			return reachedWith(unitsOf(valueOf(facts, 'lifetime points'), program.pointDecimals) ?? 0n);
		case 'lifetime spend':
		case 'spend per year':
			return reachedWithout('lifetime spend');
		case 'points per year':
			return reachedWithout('lifetime points');
		default:
			return unreachable(tiers.by);
	}

	/** The tier of somebody who has nothing yet. What was gathered in all does not say what counts here. */
	function reachedWithout(gathered: MemberTestFact): string | null {
		const fact = factOf(facts, gathered);
		if (fact?.value.kind === 'number' && Number(fact.value.digits) > 0) {
			const reason = `The tiers go by ${tiers.by}, which \`${gathered}\` does not say. Tell the \`tier\` of the member too.`;
			stop('refused', fact.span, reason);
		}
		return reachedWith(0n);
	}
}
