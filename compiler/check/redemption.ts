import {
	type AtLeastClause,
	type AtMostClause,
	phrase,
	printName,
	type RedemptionClause,
	type RedemptionDeclaration,
	relatedAt,
	type WorthClause,
} from '#grammar';
import { compareRationals, divideRationals, rationalFromInteger } from '../domain/rational.ts';
import { unreachable } from '../domain/unreachable.ts';
import { checkCountsMoney } from './measures.ts';
import { checkFilterName, Once } from './names.ts';
import { checkNumber, exactly, moneyBounds, pointBounds, shown } from './numbers.ts';
import { insertion, leadingWords, replacement } from './places.ts';
import { currencyCode } from './points.ts';
import type { CheckContext } from './report.ts';

/** Checks what a point is worth, and how much of an order may be paid with points. */
export function checkRedemption(redemption: RedemptionDeclaration, context: CheckContext): void {
	const { clauses, body, span } = redemption;
	const once = new Once(context);
	for (const clause of clauses) {
		if (clause.kind !== 'raw') once.see(clauseWords[clause.kind], clause.span);
		checkClause(clause, context);
	}
	if (!body || clauses.some(({ kind }) => kind === 'worth' || kind === 'raw')) return;
	const example = `100 points = 1 ${currencyCode(context.symbols.program) ?? 'AED'}`;
	const fix = insertion(context.source, body, example);
	context.report('missing-worth', leadingWords(context.source, 'redemption', span), { example }, fix);
}

const clauseWords: Readonly<Record<Exclude<RedemptionClause['kind'], 'raw'>, string>> = {
	worth: 'points =',
	'at-most': 'at most',
	'at-least': 'at least',
};

function checkClause(clause: RedemptionClause, context: CheckContext): void {
	switch (clause.kind) {
		case 'raw':
			return;
		case 'worth':
			checkWorth(clause, context);
			return;
		case 'at-most':
			checkAtMost(clause, context);
			return;
		case 'at-least':
			checkAtLeast(clause, context);
			return;
		default:
			unreachable(clause);
	}
}

function checkWorth({ points, amount, currency }: WorthClause, context: CheckContext): void {
	checkNumber(points, { ...pointBounds('the number of points', context), isAboveZero: true }, context);
	checkNumber(amount, { ...moneyBounds('the amount', context), isAboveZero: true }, context);
	const code = currencyCode(context.symbols.program);
	if (currency.kind === 'missing' || code === null || currency.text === code) return;
	const fix = replacement(phrase('change to', { text: code }), currency.span, printName(code));
	context.report('wrong-currency', currency.span, { found: currency.text, currency: code }, fix);
}

function checkAtMost({ share, filter }: AtMostClause, context: CheckContext): void {
	checkFilterName(filter, context);
	checkCountsMoney(filter, phrase('a share of an order'), context);
	if (share.kind === 'missing') return;
	const value = exactly({ ...share, percent: false });
	const isWithin = compareRationals(value, rationalFromInteger(100)) <= 0;
	if (!share.percent) {
		// From 1 on a percentage was meant; `0.5` may be a half or half a percent.
		const isClear = isWithin && compareRationals(value, rationalFromInteger(1)) >= 0;
		const fix = isClear ? replacement(phrase('add', { text: '%' }), share.span, `${shown(share)}%`) : {};
		context.report('share-without-percent', share.span, { found: shown(share) }, fix);
	} else if (!isWithin) {
		const parts = { found: shown(share), what: phrase('the share of an order'), low: '0%', high: '100%' };
		context.report('number-out-of-range', share.span, parts);
	}
}

function checkAtLeast({ points, steps }: AtLeastClause, context: CheckContext): void {
	const isLeastGood = checkNumber(points, pointBounds('the least', context), context);
	const isStepGood = checkNumber(steps, { ...pointBounds('a step', context), isAboveZero: true }, context);
	if (!isLeastGood || !isStepGood) return;
	const count = divideRationals(exactly(points), exactly(steps));
	if (count === null || count.denominator === 1n) return;
	const related = relatedAt(points.span, phrase('The least is here.'));
	context.report('steps-miss-least', steps.span, { least: shown(points), steps: shown(steps) }, { related });
}
