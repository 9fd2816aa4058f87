/** Step 7: from exact points to whole units, in the place that the program says. Values are in point units. */
import {
	addRationals,
	compareRationals,
	floorRational,
	multiplyRationals,
	powerOfTen,
	type Rational,
	rational,
	rationalFromFraction,
	rationalFromInteger,
	subtractRationals,
	ZERO,
} from '../domain/rational.ts';
import { roundRational } from '../domain/rounding.ts';
import { unreachable } from '../domain/unreachable.ts';
import type { PlanProgram } from '../plan/plan.ts';
import type { Exact } from './awards.ts';
import type { Facts } from './facts.ts';
import type { AppliedMultiplier } from './outcome.ts';
import { type Piece, piecesOf } from './pieces.ts';
import { scaleOf } from './points.ts';

/** Exact points in point units, not rounded. */
export function inUnits(points: Rational, { pointDecimals }: PlanProgram): Rational {
	return multiplyRationals(points, rational(powerOfTen(pointDecimals)));
}

/** What each award wants in units, whole unless rounding is carried: then it waits for the limits. */
export function roundAwards(awards: readonly Exact[], active: readonly AppliedMultiplier[], facts: Facts): Rational[] {
	const { program } = facts.plan;
	const exact = awards.map((award) => inUnits(award.exact, program));
	switch (program.roundingPlace) {
		case 'award':
			return exact.map((units) => rounded(units, program));
		case 'item':
			return awards.map((award, index) => perItem(award, active, facts) ?? rounded(exact[index] ?? ZERO, program));
		case 'transaction':
			return perRecipient(awards, exact, (units, sum) => shareBack(units, rounded(sum, program)));
		case 'carried':
			return exact;
		default:
			return unreachable(program.roundingPlace);
	}
}

function rounded(units: Rational, { rounding }: PlanProgram): Rational {
	return rationalFromInteger(roundRational(units, rounding));
}

/** Does something with the awards of each recipient by themselves. */
function perRecipient(
	awards: readonly Exact[],
	units: readonly Rational[],
	share: (units: readonly Rational[], sum: Rational) => readonly Rational[],
): Rational[] {
	const result = [...units];
	for (const recipient of ['member', 'referred'] as const) {
		const own = [...awards.keys()].filter((index) => awards[index]?.candidate.recipient === recipient);
		const parts = own.map((index) => units[index] ?? ZERO);
		const shared = share(parts, parts.reduce(addRationals, ZERO));
		for (const [position, index] of own.entries()) result[index] = shared[position] ?? ZERO;
	}
	return result;
}

/** Divides a whole sum over parts: each its own rounded down, what is left one each to those that lost most, of equals to the earlier. */
export function shareBack(parts: readonly Rational[], sum: Rational): Rational[] {
	const whole = parts.map((part) => rationalFromInteger(floorRational(part)));
	const rest = parts.map((part, index) => subtractRationals(part, whole[index] ?? ZERO));
	let left = floorRational(subtractRationals(sum, whole.reduce(addRationals, ZERO)));
	const byRest = [...parts.keys()].sort((a, b) => compareRationals(rest[b] ?? ZERO, rest[a] ?? ZERO) || a - b);
	// What was carried may be more than one for each part, or may take back.
	for (let turn = 0; left !== 0n && byRest.length > 0; turn = (turn + 1) % byRest.length) {
		const index = (left > 0n ? byRest : byRest.toReversed())[turn] as number;
		const step = left > 0n ? 1n : -1n;
		const next = addRationals(whole[index] ?? ZERO, rationalFromInteger(step));
		if (next.numerator < 0n) {
			if (whole.every(({ numerator }) => numerator === 0n)) break;
			continue;
		}
		whole[index] = next;
		left -= step;
	}
	return whole;
}

/** Each unit of each line by itself; null where an earn is more than a number times its filter. */
function perItem({ candidate }: Exact, active: readonly AppliedMultiplier[], facts: Facts): Rational | null {
	const { program } = facts.plan;
	const pieces = piecesOf(candidate, facts);
	if (!pieces) return null;
	const acting = active.filter(
		({ what, source }) =>
			what !== 'this' || (source.kind === candidate.source.kind && source.index === candidate.source.index),
	);
	const scale = scaleOf(acting);
	let sum = 0n;
	for (const piece of pieces) {
		const points = addRationals(piece.exempt, multiplyRationals(narrowed(piece, acting), scale));
		if (points.numerator > 0n) sum += roundRational(inUnits(points, program), program.rounding) * BigInt(piece.count);
	}
	return rationalFromInteger(sum);
}

/** What a piece earns with the multipliers of the filters that choose its line. */
function narrowed({ multipliable, chosenBy }: Piece, acting: readonly AppliedMultiplier[]): Rational {
	let points = multipliable;
	for (const { on, factor } of acting) {
		if (on === null || !chosenBy(on)) continue;
		const more = subtractRationals(rationalFromFraction(factor), rationalFromInteger(1));
		points = addRationals(points, multiplyRationals(more, multipliable));
	}
	return points.numerator > 0n ? points : ZERO;
}

/** The whole units of awards whose rounding is carried, and what is left over for the next time. */
export interface Carried {
	readonly units: readonly Rational[];
	readonly remainder: Rational;
}

/** Rounds the sum of one recipient's awards and what was left over before; never below 0. */
export function carry(given: readonly Rational[], before: Rational, program: PlanProgram): Carried {
	const sum = addRationals(given.reduce(addRationals, ZERO), before);
	const whole = roundRational(sum, program.rounding);
	const total = rationalFromInteger(given.length === 0 || whole < 0n ? 0n : whole);
	return { units: shareBack(given, total), remainder: subtractRationals(sum, total) };
}
