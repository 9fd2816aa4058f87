/** What only several declarations together can have wrong: found at the cost of what changed as long as nothing is. */
import { type Problem, shiftProblemBehind } from '#grammar';
import type { Rational } from '../domain/rational.ts';
import { changedIn, type Difference } from './difference.ts';
import type { Digest } from './digest.ts';
import { factorOf } from './reachability/factors.ts';
import { checkLimitsOf, checkSets, mostFactorOf } from './reachability/together.ts';
import { reportInto } from './report.ts';
import type { Summary } from './summary.ts';
import type { Symbols } from './symbols.ts';
import { checkTogether, type Placed } from './together.ts';

/** The pieces of a program with what they lean on. */
export interface Pieces {
	readonly digests: readonly Digest[];
	readonly offsets: readonly number[];
	readonly symbols: Symbols;
}

/** What was found across the pieces of a program. */
export interface Across extends Pieces {
	readonly problems: readonly Problem[];
	/** Those among them that are about limits: each concerns one declaration, beside what is the same for all. */
	readonly ofLimits: readonly Problem[];
	/** The most by which all multipliers together can scale an award; null while one cannot be read. */
	readonly mostFactor: Rational | null;
}

/**
 * Finds what is wrong across pieces. Where before only limits were to blame, and what changed says the same to others as it did,
 * it alone is looked at.
 */
export function checkAcross(pieces: Pieces, before: Across | undefined, difference: Difference): Across {
	const { symbols, digests } = pieces;
	const changed = { from: difference.ahead, to: digests.length - difference.behind };
	if (before && isOnlyOfLimits(before) && before.symbols === symbols && saysTheSame(before.digests, digests, difference)) {
		const { mostFactor } = before;
		const ofLimits = keptOfLimits(before, pieces, difference);
		const report = reportInto(ofLimits);
		checkLimitsOf(placedIn(pieces, changed), programsOf(pieces), { symbols, mostFactor, report });
		return { ...pieces, problems: ofLimits, ofLimits, mostFactor };
	}
	const all = placedIn(pieces, { from: 0, to: digests.length });
	const others: Problem[] = [];
	checkTogether(all, reportInto(others));
	checkSets(all, symbols, reportInto(others));
	const mostFactor = mostFactorOf(all);
	const ofLimits: Problem[] = [];
	checkLimitsOf(all, all, { symbols, mostFactor, report: reportInto(ofLimits) });
	return { ...pieces, problems: [...others, ...ofLimits], ofLimits, mostFactor };
}

function isOnlyOfLimits({ problems, ofLimits }: Across): boolean {
	return problems.length === ofLimits.length;
}

/** The problems of limits in what did not change, where they are now. */
function keptOfLimits({ ofLimits, digests, offsets }: Across, now: Pieces, { ahead, behind }: Difference): Problem[] {
	const from = offsets[ahead] ?? Number.POSITIVE_INFINITY;
	const to = offsets[digests.length - behind] ?? Number.POSITIVE_INFINITY;
	const by = (now.offsets[now.digests.length - behind] ?? 0) - to;
	const kept: Problem[] = [];
	for (const problem of ofLimits) {
		const { start } = problem.span;
		if (start < from || start >= to) kept.push(shiftProblemBehind(problem, to, by));
	}
	return kept;
}

function placedIn({ digests, offsets }: Pieces, { from, to }: { readonly from: number; readonly to: number }): Placed[] {
	const placed: Placed[] = [];
	for (let index = from; index < to; index++) {
		for (const summary of digests[index]?.summaries ?? []) placed.push({ summary, shift: offsets[index] ?? 0 });
	}
	return placed;
}

function programsOf({ digests, offsets }: Pieces): Placed[] {
	const placed: Placed[] = [];
	for (const [index, { declaring, summaries }] of digests.entries()) {
		if (declaring.length === 0) continue;
		for (const summary of summaries) if (summary.kind === 'program') placed.push({ summary, shift: offsets[index] ?? 0 });
	}
	return placed;
}

function saysTheSame(before: readonly Digest[], now: readonly Digest[], difference: Difference): boolean {
	const [old, young] = [before, now].map((digests) =>
		changedIn(digests, difference).flatMap(({ summaries }) => summaries.map(wordsOf)),
	);
	return old?.length === young?.length && (old ?? []).every((words, index) => words !== null && words === young?.[index]);
}

/** What a declaration says to others, without places; null where only a look at all of them can tell. */
function wordsOf(summary: Summary): string | null {
	const { kind, declaration, declares, usedFilters, expectedRules, disabledRules, hasRaw, isInSet } = summary;
	if (isInSet) return null;
	const factor = factorOf(declaration);
	return JSON.stringify([
		kind,
		hasRaw,
		declares.map(({ noun, name }) => [noun, name.text]),
		[...usedFilters],
		expectedRules.map(({ name, isNothing }) => [name.text, isNothing]),
		[...disabledRules.keys()],
		factor && [`${factor.numerator}`, `${factor.denominator}`],
	]);
}
