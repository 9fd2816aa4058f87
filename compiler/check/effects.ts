import {
	type EarnClause,
	type MultiplyClause,
	phrase,
	type ProblemExtra,
	type Recipient,
	type Span,
	type Word,
} from '#grammar';
import { checkCart, type Happening } from './events.ts';
import { checkFormula, filterRefs, type FormulaPlace } from './formulas.ts';
import { checkChoosesItems, filterDecimals } from './measures.ts';
import { checkFilterName } from './names.ts';
import { checkNumber, MAX_NAMED, type NumberBounds, pointBounds } from './numbers.ts';
import { leadingWords, removal, replacement, wordsBetween } from './places.ts';
import type { CheckContext } from './report.ts';

/** Checks what an `earn` of a rule gives, how it steps, its floor and its recipient. */
export function checkEarn(earn: EarnClause, place: FormulaPlace, context: CheckContext): void {
	checkEarnedPoints(earn, place, context);
	checkRecipient(earn, place.happening, context);
	if (place.happening?.event !== 'any') return;
	context.report('any-event-earns', leadingWords(context.source, 'earn', earn.span), undefined);
}

function checkEarnedPoints(earn: EarnClause, place: FormulaPlace, context: CheckContext): void {
	if (earn.every) checkSteps(earn, place, context);
	else checkFormula(earn.formula, place, context);
	checkNumber(earn.atLeast, pointBounds('the floor', context), context);
}

function checkSteps({ formula, every }: EarnClause, place: FormulaPlace, context: CheckContext): void {
	if (!every) return;
	checkFilterName(every.filter, context);
	if (every.filter.kind === 'name') {
		checkCart(every.filter.text, every.filter.span, place.happening, context);
		const decimals = filterDecimals(every.filter.text, context.symbols, context.currencyDecimals);
		const bounds: NumberBounds = { what: 'a step', decimals, low: 0, high: MAX_NAMED, isAboveZero: true };
		checkNumber(every.step, bounds, context);
	}
	if (formula.kind === 'missing') return;
	const [reference] = filterRefs(formula);
	if (reference) context.report('step-not-a-number', reference.span, { filter: reference.name.text });
	else checkFormula(formula, place, context);
}

/** Reports a side of a referral where there is no referral; `span` is that of the clause around it. */
export function checkRecipient(
	{ span, recipient }: Pick<EarnClause, 'span' | 'recipient'>,
	happening: Happening | null,
	context: CheckContext,
): void {
	if (recipient?.kind !== 'word' || !happening || happening.event === 'referral') return;
	const parts = { recipient: recipient.text, event: happening.words };
	context.report('recipient-without-referral', recipient.span, parts, withoutRecipient(recipient, span, context));
}

/** Checks the `earn` of a tier, which only its own member can get. */
export function checkTierEarn(earn: EarnClause, place: FormulaPlace, context: CheckContext): void {
	checkEarnedPoints(earn, place, context);
	const { recipient, span } = earn;
	if (recipient?.kind !== 'word') return;
	const fix = withoutRecipient(recipient, span, context);
	context.report('recipient-of-tier', recipient.span, { recipient: recipient.text }, fix);
}

function withoutRecipient({ text, span }: Word<Recipient>, clause: Span, { source }: CheckContext): ProblemExtra {
	return removal(phrase('remove', { text: `for ${text}` }), source, wordsBetween(source, `for ${text}`, clause, span));
}

/** Checks a multiplier of a rule. */
export function checkMultiply(multiply: MultiplyClause, happening: Happening | null, context: CheckContext): void {
	checkFactor(multiply, context);
	const { on } = multiply;
	checkFilterName(on, context);
	if (on?.kind !== 'name') return;
	checkChoosesItems(on, 'multiply … on', context);
	checkCart(`on "${on.text}"`, on.span, happening, context);
}

/** Checks a multiplier of a tier or of a campaign, which acts on whatever is earned. */
export function checkWholeMultiply(multiply: MultiplyClause, place: 'tier' | 'campaign', context: CheckContext): void {
	checkFactor(multiply, context);
	const { what, on } = multiply;
	if (what.kind === 'word' && what.text === 'this') {
		const fix = replacement(phrase('write', { text: 'multiply points' }), what.span, 'points');
		context.report('no-award-of-its-own', what.span, { place: phrase(place) }, fix);
	}
	if (on?.kind !== 'name') return;
	checkFilterName(on, context);
	context.report('narrowed-outside-rule', on.span, { place: phrase(place), filter: on.text });
}

function checkFactor({ factor }: MultiplyClause, context: CheckContext): void {
	checkNumber(factor, { what: 'the multiplier', decimals: 6, low: 0, high: 1_000 }, context);
}
