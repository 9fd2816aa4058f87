import { type LimitClause, type LimitFormula, phrase } from '#grammar';
import { checkFormula, type FormulaPlace } from './formulas.ts';
import { checkNumber, isZero, pointBounds, wholeBounds } from './numbers.ts';
import { leadingWords, removal, replacement } from './places.ts';
import type { CheckContext } from './report.ts';

/** Where a limit stands, and at which amounts a formula in it is asked. */
export interface LimitPlace extends FormulaPlace {
	readonly of: 'rule' | 'campaign' | 'program';
	/** What it limits gives nothing anyway. */
	readonly isDisabled: boolean;
}

/** The longest rolling period: ten years. */
const MOST_ROLLING_DAYS = 3_660;
const MOST_TIMES = 1_000_000;

/** Checks the number and the period of a limit; a limit of 0 is allowed but gives nothing. */
export function checkLimit(limit: LimitClause, place: LimitPlace, context: CheckContext): void {
	const { most, per } = limit;
	if (per.kind === 'rolling') checkNumber(per.days, wholeBounds('the number of days', MOST_ROLLING_DAYS), context);
	switch (most.kind) {
		case 'limit-points':
			checkNumber(most.points, pointBounds('the limit', context), context);
			if (isZero(most.points) && !place.isDisabled) context.report('limit-zero', most.points.span, undefined);
			return;
		case 'limit-times':
			checkNumber(most.times, wholeBounds('the limit', MOST_TIMES, 0), context);
			if (most.times && isZero(most.times) && !place.isDisabled) {
				context.report('limit-zero', most.times.span, undefined);
			}
			checkFrequency(limit, place, context);
			return;
		case 'limit-formula':
			checkFormulaLimit(limit, most, place, context);
			return;
		case 'missing':
			return;
	}
}

function checkFrequency({ span, most, per, orNothing }: LimitClause, place: LimitPlace, context: CheckContext): void {
	const { source } = context;
	if (place.of !== 'rule') {
		context.report('frequency-outside-rule', most.span, { place: phrase(place.of) });
		return;
	}
	if (per.kind === 'word' && per.text === 'transaction' && !isNever(most)) {
		const fix = removal(phrase('Remove the limit'), source, span);
		context.report('frequency-per-transaction', leadingWords(source, 'limit', span), undefined, fix);
	}
	if (!orNothing) return;
	const fix = removal(phrase('remove', { text: 'or nothing' }), source, orNothing.span);
	context.report('frequency-or-nothing', orNothing.span, undefined, fix);
}

function isNever(most: LimitClause['most']): boolean {
	return most.kind === 'limit-times' && isZero(most.times);
}

function checkFormulaLimit({ per }: LimitClause, { formula }: LimitFormula, place: LimitPlace, context: CheckContext): void {
	checkFormula(formula, place, context);
	const period = per.kind === 'rolling' ? 'rolling' : per.kind === 'word' && per.text !== 'transaction' ? per.text : null;
	if (period === null) return;
	const fix = replacement(phrase('write', { text: 'transaction' }), per.span, 'transaction');
	context.report('formula-limit-period', per.span, { period }, fix);
}
