import type { Tier } from '#grammar';
import { checkFormula } from './formulas.ts';
import { checkNumber, MAX_NAMED } from './numbers.ts';
import { pointDecimals } from './points.ts';
import type { CheckContext } from './report.ts';

/** Checks that thresholds fit the kind of ladder, rise, and begin at 0; and each tier's clauses. */
export function checkTiers(context: CheckContext): void {
	const declaration = context.symbols.tiers;
	if (!declaration) return;
	const tiers = declaration.tiers.filter((tier) => tier.kind === 'tier-declaration');
	if (declaration.by.kind === 'word') {
		const byPoints = declaration.by.text === 'lifetime points';
		for (const tier of tiers) checkThreshold(tier, byPoints, context);
		if (byPoints) checkOrder(tiers, context);
	}
	for (const tier of tiers) checkTierClauses(tier, context);
}

function checkThreshold(tier: Tier, byPoints: boolean, context: CheckContext): void {
	const name = nameOf(tier);
	if (!byPoints) {
		if (tier.from) context.report('unexpected-threshold', tier.from.span, { name });
		return;
	}
	if (!tier.from) {
		if (tier.health === 'ok') context.report('missing-threshold', tier.name.span, { name });
		return;
	}
	const decimals = pointDecimals(context.symbols.program);
	checkNumber(tier.from, { what: 'The threshold', decimals, low: 0, high: MAX_NAMED }, context);
}

function checkOrder(tiers: readonly Tier[], context: CheckContext): void {
	let previous: { from: string; name: string } | null = null;
	for (const tier of tiers) {
		if (tier.from?.kind !== 'number') continue;
		const from = tier.from.digits;
		const name = nameOf(tier);
		if (!previous && Number(from) > 0) context.report('first-tier-above-zero', tier.from.span, { name, from });
		if (previous && Number(from) <= Number(previous.from)) {
			context.report('tiers-out-of-order', tier.from.span, { name, from, previous: previous.name });
		}
		previous = { from, name };
	}
}

function checkTierClauses(tier: Tier, context: CheckContext): void {
	const seen = new Set<string>();
	for (const clause of tier.clauses) {
		if (clause.kind === 'raw') continue;
		if (clause.kind === 'earn') checkFormula(clause, { low: null, high: null }, context);
		else if (clause.kind === 'multiply') {
			checkNumber(clause.factor, { what: 'The multiplier', decimals: 6, low: 0, high: 1_000 }, context);
		}
		if (clause.kind !== 'earn' && seen.has(clause.kind)) {
			context.report('repeated-clause', clause.span, { clause: clause.kind === 'multiply' ? 'multiply' : 'color' });
		}
		seen.add(clause.kind);
	}
}

function nameOf(tier: Tier): string {
	return tier.name.kind === 'name' ? tier.name.text : '';
}
