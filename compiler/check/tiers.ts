import {
	type NumberLiteral,
	phrase,
	relatedAt,
	type Tier,
	type TierBasis,
	type TierMeasure,
	type TiersDeclaration,
} from '#grammar';
import { compareRationals } from '../domain/rational.ts';
import { unreachable } from '../domain/unreachable.ts';
import { checkTierEarn, checkWholeMultiply } from './effects.ts';
import { happeningOf } from './events.ts';
import { anywhere } from './formulas.ts';
import { checkCountsMoney } from './measures.ts';
import { checkFilterName, Once } from './names.ts';
import { checkNumber, exactly, isZero, moneyBounds, type NumberBounds, pointBounds, shown } from './numbers.ts';
import { removal, replacement, wordsBetween } from './places.ts';
import type { CheckContext } from './report.ts';

/** Checks that thresholds fit the kind of ladder, rise, and begin at 0; and each tier's clauses. */
export function checkTiers(declaration: TiersDeclaration, context: CheckContext): void {
	const tiers = declaration.tiers.filter((tier) => tier.kind === 'tier-declaration');
	const { by } = declaration;
	if (by.kind === 'tier-basis') {
		checkFilterName(by.filter, context);
		checkCountsMoney(by.filter, `\`tiers by ${by.measure}\``, context);
		checkMoves(declaration, by, context);
		for (const tier of tiers) checkThreshold(tier, by.measure, context);
		if (by.measure !== 'hand') checkOrder(tiers, context);
	}
	for (const tier of tiers) checkTierClauses(tier, context);
}

function checkMoves(declaration: TiersDeclaration, by: TierBasis, context: CheckContext): void {
	const { source } = context;
	const head = { start: by.span.end, end: declaration.body?.start ?? declaration.span.end };
	if (declaration.keptThroughNextYear && !by.measure.endsWith('per year')) {
		const words = 'kept through the next year';
		const span = wordsBetween(source, words, head, by.span);
		context.report(
			'kept-without-years',
			span,
			{ basis: by.measure },
			removal(phrase('remove', { text: words }), source, span),
		);
	}
	if (declaration.movedByHand && by.measure === 'hand') {
		const span = wordsBetween(source, 'moved by hand', head, by.span);
		context.report(
			'moved-without-thresholds',
			span,
			undefined,
			removal(phrase('remove', { text: 'moved by hand' }), source, span),
		);
	}
}

/** What a threshold counts; null where there is none. */
function thresholdBounds(measure: TierMeasure, context: CheckContext): NumberBounds | null {
	switch (measure) {
		case 'lifetime points':
		case 'points per year':
			return pointBounds('the threshold', context);
		case 'lifetime spend':
		case 'spend per year':
			return moneyBounds('the threshold', context);
		case 'hand':
			return null;
		default:
			return unreachable(measure);
	}
}

function checkThreshold(tier: Tier, measure: TierMeasure, context: CheckContext): void {
	const name = nameOf(tier);
	const bounds = thresholdBounds(measure, context);
	if (!bounds) {
		if (tier.from) context.report('unexpected-threshold', tier.from.span, { name });
	} else if (tier.from) checkNumber(tier.from, bounds, context);
	else if (tier.health === 'ok') context.report('missing-threshold', tier.name.span, { name });
}

function checkOrder(tiers: readonly Tier[], context: CheckContext): void {
	let previous: { from: NumberLiteral; name: string } | null = null;
	for (const tier of tiers) {
		const { from } = tier;
		if (from?.kind !== 'number') continue;
		const name = nameOf(tier);
		if (!previous && !isZero(from)) {
			const fix = replacement(phrase('Start the first tier at 0'), from.span, '0');
			context.report('first-tier-above-zero', from.span, { name, from: shown(from) }, fix);
		}
		if (previous && compareRationals(exactly(from), exactly(previous.from)) <= 0) {
			const related = relatedAt(previous.from.span, phrase('starts here', { name: previous.name }));
			const parts = { name, from: shown(from), previous: previous.name };
			context.report('tiers-out-of-order', from.span, parts, { related });
		}
		previous = { from, name };
	}
}

/** A tier earns on purchases only. */
const earned = { ...anywhere, happening: happeningOf(undefined) };

function checkTierClauses(tier: Tier, context: CheckContext): void {
	const once = new Once(context);
	for (const clause of tier.clauses) {
		switch (clause.kind) {
			case 'raw':
				break;
			case 'earn':
				checkTierEarn(clause, earned, context);
				break;
			case 'multiply':
				once.see('multiply', clause.span);
				checkWholeMultiply(clause, 'tier', context);
				break;
			case 'color-clause':
				once.see('color', clause.span);
				break;
			default:
				unreachable(clause);
		}
	}
}

function nameOf(tier: Tier): string {
	return tier.name.kind === 'name' ? tier.name.text : '';
}
