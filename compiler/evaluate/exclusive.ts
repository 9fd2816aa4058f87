/** Step 6: of the matching rules of an exclusive set one stays. */
import { addRationals, compareRationals, type Rational, ZERO } from '../domain/rational.ts';
import { appraise, candidatesOf, multipliersOf } from './awards.ts';
import type { Facts } from './facts.ts';
import { takeAwards } from './limits.ts';
import { inUnits } from './rounding.ts';

/** The rules that stay, in the order of the text, and for each that lost its set the rule that stays in it. */
export interface Resolved {
	readonly rules: readonly number[];
	readonly lost: ReadonlyMap<number, { readonly exclusive: number; readonly to: number }>;
}

/** Decides every set: those by priority first, then those by points, each in the order of the text. */
export function resolveSets(matching: readonly number[], facts: Facts): Resolved {
	let rules = matching;
	const lost = new Map<number, { exclusive: number; to: number }>();
	for (const picks of ['highest priority', 'highest points'] as const) {
		for (const [exclusive, set] of facts.plan.exclusives.entries()) {
			if (set.picks !== picks) continue;
			const members = rules.filter((index) => facts.plan.rules[index]?.exclusive === exclusive);
			const best = picks === 'highest priority' ? byPriority(members, facts)[0] : byPoints(members, rules, facts);
			if (best === undefined) continue;
			for (const index of members) if (index !== best) lost.set(index, { exclusive, to: best });
			rules = rules.filter((index) => !lost.has(index));
		}
	}
	return { rules, lost };
}

/** Higher priority first; of equals the name decides, never when something was edited. */
function byPriority(members: readonly number[], { plan }: Facts): number[] {
	return [...members].sort((a, b) => {
		const [first, second] = [plan.rules[a], plan.rules[b]];
		const order = (second?.priority ?? 0) - (first?.priority ?? 0);
		if (order !== 0) return order;
		return (first?.name ?? '') < (second?.name ?? '') ? -1 : 1;
	});
}

/** Tries the members one at a time: the one with which the transaction's exact total is highest. */
function byPoints(members: readonly number[], rules: readonly number[], facts: Facts): number | undefined {
	let best: number | undefined;
	let most: Rational = ZERO;
	for (const member of byPriority(members, facts)) {
		const total = exactTotal(
			rules.filter((index) => index === member || !members.includes(index)),
			facts,
		);
		if (best !== undefined && compareRationals(total, most) <= 0) continue;
		best = member;
		most = total;
	}
	return best;
}

/** What a transaction gives to everybody with some rules, exactly, after the limits of one transaction. */
function exactTotal(rules: readonly number[], facts: Facts): Rational {
	const active = multipliersOf(rules, facts);
	const wanted = candidatesOf(rules, facts).map((candidate) => {
		const award = appraise(candidate, active, facts);
		return { award, units: inUnits(award.exact, facts.plan.program), added: [] };
	});
	return takeAwards(wanted, facts, 'transaction')
		.given.map(({ units }) => units)
		.reduce(addRationals, ZERO);
}
