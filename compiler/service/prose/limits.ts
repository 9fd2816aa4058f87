import type { LimitClause, LimitMost, LimitPeriod, Missing, RollingPeriod, Word } from '#grammar';
import { unreachable } from '../../domain/unreachable.ts';
import { type Amounts, formulaText, pointsText } from './formulas.ts';
import { counted, HOLE, numberText } from './words.ts';

/** A limit in few words: `at most 500 points per transaction`, `at most once per week`. */
export function summaryOfLimit({ most, per, orNothing }: LimitClause): string {
	const period = per.kind === 'rolling' ? rollingText(per) : `per ${per.kind === 'missing' ? HOLE : per.text}`;
	return `at most ${summaryOfMost(most)} ${period}${orNothing ? OR_NOTHING : ''}`;
}

const OR_NOTHING = ', or nothing if it would be more';

function summaryOfMost(most: LimitMost | Missing): string {
	switch (most.kind) {
		case 'missing':
			return `${HOLE} points`;
		case 'limit-points':
			return counted(most.points, 'point');
		case 'limit-times':
			return timesText(most);
		case 'limit-formula':
			return `${formulaText(most.formula)} points`;
		default:
			return unreachable(most);
	}
}

/** A limit at the end of a sentence about points: `at most 500 a visit`, `at most once a week`. */
export function limitText({ most, per, orNothing }: LimitClause, amounts: Amounts, isPurchase: boolean): string {
	return `at most ${mostText(most, amounts)} ${periodText(per, isPurchase)}${orNothing ? OR_NOTHING : ''}`;
}

function mostText(most: LimitMost | Missing, amounts: Amounts): string {
	switch (most.kind) {
		case 'missing':
			return HOLE;
		case 'limit-points':
			return numberText(most.points);
		case 'limit-times':
			return timesText(most);
		case 'limit-formula':
			return pointsText(most.formula, amounts);
		default:
			return unreachable(most);
	}
}

/** How often: `once`, `3 times`. */
export function timesText({ times }: Extract<LimitMost, { readonly kind: 'limit-times' }>): string {
	return times ? counted(times, 'time') : 'once';
}

/** `in any 7 days`. */
export function rollingText({ days }: RollingPeriod): string {
	return `in any ${counted(days, 'day')}`;
}

function periodText(per: Word<LimitPeriod> | RollingPeriod | Missing, isPurchase: boolean): string {
	switch (per.kind) {
		case 'missing':
			return `per ${HOLE}`;
		case 'rolling':
			return rollingText(per);
		case 'word':
			if (per.text === 'transaction') return isPurchase ? 'a visit' : 'each time';
			return per.text === 'lifetime' ? 'in a lifetime' : `a ${per.text}`;
		default:
			return unreachable(per);
	}
}
