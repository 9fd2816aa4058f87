/** Step 6: of the matching rules of an exclusive set one stays. */
import { addRationals, compareRationals, fractionOf, type Rational, subtractRationals, ZERO } from '../domain/rational.ts';
import type { Fraction } from '../plan/plan.ts';
import { appraise, candidatesOf, multipliersOf } from './awards.ts';
import type { Facts } from './facts.ts';
import { takeAwards } from './limits.ts';
import { inUnits } from './rounding.ts';

/** The rules that stay, in the order of the text, and for each that lost its set the rule that stays in it. */
export interface Resolved {
	readonly rules: readonly number[];
	readonly lost: ReadonlyMap<number, Loss>;
}

/** To which rule of a set another lost, and by how many exact units of the transaction's total where these decide. */
export interface Loss {
	readonly exclusive: number;
	readonly to: number;
	readonly by: Fraction | null;
}

/** Decides every set: those by priority first, then those by points, each in the order of the text. */
export function resolveSets(matching: readonly number[], facts: Facts): Resolved {
	let rules = matching;
	const lost = new Map<number, Loss>();
	for (const picks of ['highest priority', 'highest points'] as const) {
		for (const [exclusive, set] of facts.plan.exclusives.entries()) {
			if (set.picks !== picks) continue;
			const members = rules.filter((index) => facts.plan.rules[index]?.exclusive === exclusive);
			const totals = picks === 'highest points' ? totalsWith(members, rules, facts) : null;
			const best = totals ? highest(totals) : byPriority(members, facts)[0];
			if (best === undefined) continue;
			const most = totals?.get(best) ?? ZERO;
			for (const index of members) {
				const by = totals ? fractionOf(subtractRationals(most, totals.get(index) ?? ZERO)) : null;
				if (index !== best) lost.set(index, { exclusive, to: best, by });
			}
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

/** Tries the members one at a time, by priority: the transaction's exact total with each. */
function totalsWith(members: readonly number[], rules: readonly number[], facts: Facts): Map<number, Rational> {
	const withOnly = (member: number) => rules.filter((index) => index === member || !members.includes(index));
	return new Map(byPriority(members, facts).map((member) => [member, exactTotal(withOnly(member), facts)]));
}

/** The rule with the highest total; of equals the first. */
function highest(totals: ReadonlyMap<number, Rational>): number | undefined {
	const [first, ...others] = totals;
	return others.reduce((best, each) => (best && compareRationals(each[1], best[1]) > 0 ? each : best), first)?.[0];
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
