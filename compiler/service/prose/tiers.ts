import type { Missing, NumberLiteral, RawClause, Tier, TierBasis, TierClause, TiersDeclaration } from '#grammar';
import { unreachable } from '../../domain/unreachable.ts';
import { earnText, multipliedText } from './effects.ts';
import { currencyFor, type Speech } from './speech.ts';
import { counted, HOLE, joined, moneyText, namePart, nameText, part, type ProsePart, says, spokenPhrases } from './words.ts';

/** `tiers go by lifetime points: Bronze from 0 points and Gold from 5,000 points`. */
export function ladderParts(declaration: TiersDeclaration, speech: Speech): ProsePart[] {
	const { by, tiers, keptThroughNextYear, movedByHand } = declaration;
	const steps = tiers.map((tier) => stepParts(tier, by, speech));
	const isLong = tiers.some((tier) => tier.kind === 'raw' || tier.clauses.length > 0);
	const list = isLong ? joined(steps, '; ') : spokenPhrases(steps, 'and');
	const kept = keptThroughNextYear ? ', kept through the next year' : '';
	const moved = movedByHand ? ', moved by hand only' : '';
	const head = by.kind === 'tier-basis' && by.measure === 'hand' ? 'tiers are given by' : 'tiers go by';
	return says`${head} ${part(basisText(by), by)}${kept}${moved}${steps.length === 0 ? '' : ': '}${list}`;
}

/** What moves members: `lifetime points`, `spend on Net total in a year`, `hand`. */
export function basisText(by: TierBasis | Missing): string {
	if (by.kind === 'missing') return HOLE;
	const filter = by.filter ? nameText(by.filter) : HOLE;
	switch (by.measure) {
		case 'lifetime points':
		case 'hand':
			return by.measure;
		case 'lifetime spend':
			return `lifetime spend on ${filter}`;
		case 'points per year':
			return 'the points of a year';
		case 'spend per year':
			return `the spend on ${filter} in a year`;
		default:
			return unreachable(by.measure);
	}
}

/** A threshold with what it counts: `5,000 points`, `1,000 AED`. */
export function thresholdText(from: NumberLiteral | Missing, by: TierBasis | Missing, speech: Speech): string {
	const isSpend = by.kind === 'tier-basis' && (by.measure === 'lifetime spend' || by.measure === 'spend per year');
	if (!isSpend) return counted(from, 'point');
	return moneyText(from, by.filter?.kind === 'name' ? currencyFor(by.filter.text, speech) : speech.currency);
}

function stepParts(tier: Tier | RawClause, by: TierBasis | Missing, speech: Speech): ProsePart[] {
	if (tier.kind === 'raw') return [part('a part that cannot be read', tier)];
	const from = tier.from ? says` from ${part(thresholdText(tier.from, by, speech), tier.from)}` : [];
	const clauses = tier.clauses.map((clause) => [part(tierClauseText(clause, speech), clause)]);
	return says`${namePart(tier.name)}${from}${clauses.length === 0 ? '' : says` (${joined(clauses, ', ')})`}`;
}

/** `the tier Gold from 5,000 points: 5 points for each AED of Net total`; without its ladder a threshold counts points. */
export function tierParts({ name, from, clauses }: Tier, speech: Speech): ProsePart[] {
	const said = clauses.map((clause) => [part(tierClauseText(clause, speech), clause)]);
	const threshold = from ? says` from ${part(counted(from, 'point'), from)}` : [];
	return says`the tier ${namePart(name)}${threshold}${said.length === 0 ? '' : says`: ${joined(said, ', ')}`}`;
}

/** A clause of a tier: `all points of a purchase doubled`, `shown in #D4AF37`. */
export function tierClauseText(clause: TierClause, speech: Speech): string {
	switch (clause.kind) {
		case 'color-clause':
			return `shown in ${clause.color.kind === 'missing' ? HOLE : clause.color.text}`;
		case 'earn':
			return earnText(clause, { speech, filter: null });
		case 'multiply':
			return multipliedText(clause, 'a purchase');
		case 'raw':
			return 'a part that cannot be read';
		default:
			return unreachable(clause);
	}
}
