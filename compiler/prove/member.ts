import type { MemberTestFact, TestFact, TestMember } from '#grammar';
import { type MemberState, newcomer } from '../domain/member.ts';
import type { Plan } from '../plan/plan.ts';
import { unitsOf } from './amounts.ts';
import type { Stop } from './scene.ts';

/** The facts of a member that something can be evaluated with today. */
const EVALUATED: ReadonlySet<string> = new Set<MemberTestFact>(['tier', 'birthday', 'lifetime points']);

/**
 * The member of a test, as it was before. Without a `tier` the lifetime points say it, and these are 0 where they are not
 * told; a `tier` that is told is meant, whatever the points are.
 */
export function memberOf(facts: TestMember['facts'], plan: Plan, stop: Stop): MemberState {
	for (const fact of facts) {
		const told = fact.kind === 'test-attribute' ? fact.name : fact.kind === 'test-fact' ? fact.fact : null;
		if (told && (fact.kind === 'test-attribute' || !EVALUATED.has(told.text)))
			stop('not-evaluated-yet', fact.span, `\`${told.text}\` of a member is not evaluated yet.`);
	}
	const born = valueOf(facts, 'birthday');
	const birthDate = born?.kind === 'date' ? { year: born.year, month: born.month, day: born.day } : null;
	return newcomer(plan, { id: 'member', tier: tierOf(facts, plan), birthDate });
}

function valueOf(facts: TestMember['facts'], wanted: MemberTestFact): TestFact['value'] | undefined {
	return facts.find((fact): fact is TestFact => fact.kind === 'test-fact' && fact.fact.text === wanted)?.value;
}

function tierOf(facts: TestMember['facts'], { tiers, program }: Plan): string | null {
	const told = valueOf(facts, 'tier');
	if (told?.kind === 'name') return told.text;
	if (tiers.by !== 'lifetime points') return null;
	const units = unitsOf(valueOf(facts, 'lifetime points'), program.pointDecimals) ?? 0n;
	return tiers.steps.findLast(({ from }) => BigInt(from) <= units)?.name ?? null;
}
