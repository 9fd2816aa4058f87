/** The plans of one program that is being written, each made from the last at the cost of what changed. */
import { type Piece, piecesOf, type Reading } from '#grammar';
import { changedIn, type Difference, differenceOf } from './check/difference.ts';
import { rulesOf } from './check/symbols.ts';
import { lowerParts, wholeParts } from './healthy.ts';
import { type LoweredRules, lowerRules, lowerRulesAgain, type PlacedRule, type RuleChange } from './plan/lower/rules.ts';
import type { Plan } from './plan/plan.ts';

/** What was lowered last. */
interface Last {
	readonly pieces: readonly Piece[];
	readonly offsets: readonly number[];
	/** The indexes of pieces that hold anything besides rules. */
	readonly others: readonly number[];
	/** How many rules stand before each piece. */
	readonly rulesBefore: readonly number[];
	readonly lowered: LoweredRules;
}

/** Remembers what was lowered last. Readings may come in any order; the nearer two are, the less is done. */
export class Lowering {
	#last: Last | null = null;

	/** The plan of a reading without any error. */
	planOf(reading: Reading): Plan {
		const { offsets } = reading;
		const pieces = piecesOf(reading);
		const last = this.#last;
		const change = last && changeSince(last, pieces, offsets);
		let lowered: LoweredRules | null = null;
		const { others, rulesBefore } = last && change ? last : censusOf(pieces);
		const plan = lowerParts(wholeParts(reading, others), (base) => {
			lowered = last && change && lowerRulesAgain(last.lowered, change, base);
			lowered ??= lowerRules(wholeParts(reading).rules, base);
			return lowered.rules;
		});
		if (lowered) this.#last = { pieces, offsets, others, rulesBefore, lowered };
		return plan;
	}
}

function censusOf(pieces: readonly Piece[]): Pick<Last, 'others' | 'rulesBefore'> {
	const others: number[] = [];
	const rulesBefore: number[] = [];
	let rules = 0;
	for (const [index, { declarations }] of pieces.entries()) {
		rulesBefore.push(rules);
		if (!holdsRulesAlone(declarations)) others.push(index);
		rules += rulesOf(declarations).length;
	}
	return { others, rulesBefore };
}

/** The change since the last reading, where in some pieces rules were replaced by as many, and all else is as it was. */
function changeSince(last: Last, pieces: readonly Piece[], offsets: readonly number[]): RuleChange | null {
	const difference = differenceOf(last.pieces, pieces);
	const [before, now] = [last.pieces, pieces].map((some) => changedIn(some, difference));
	if (!before || !now || !hasSameRules(before, now)) return null;
	return {
		from: last.rulesBefore[difference.ahead] ?? last.lowered.rules.length,
		rules: now.flatMap((piece, index) => placedRules(piece, offsets[difference.ahead + index] ?? 0)),
		moved: movedBehind(difference, last.offsets, offsets),
	};
}

function hasSameRules(before: readonly Piece[], now: readonly Piece[]): boolean {
	if (before.length !== now.length) return false;
	return before.every(({ declarations }, index) => {
		const others = now[index]?.declarations ?? [];
		return declarations.length === others.length && holdsRulesAlone(declarations) && holdsRulesAlone(others);
	});
}

function holdsRulesAlone(declarations: Piece['declarations']): boolean {
	return declarations.every(({ kind }) => kind === 'rule');
}

function placedRules({ declarations }: Piece, offset: number): PlacedRule[] {
	return declarations.flatMap((rule) => (rule.kind === 'rule' ? [{ rule, campaign: null, offset }] : []));
}

function movedBehind({ behind }: Difference, before: readonly number[], now: readonly number[]): number {
	return behind === 0 ? 0 : (now[now.length - behind] ?? 0) - (before[before.length - behind] ?? 0);
}
