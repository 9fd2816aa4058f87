/** Effects, limits and campaigns as sentences whose values are slots. */
import type { CampaignDeclaration, LimitClause, LimitMost, Missing, MultiplyClause, RollingPeriod } from '#grammar';
import { unreachable } from '#compiler';
import { summaryOfFormula, summaryOfMultiplier } from '#compiler/service';
import { hole, namePart, text, value } from './parts.ts';
import type { Part } from './view.ts';
import { capital, countPoints, datesWords, groupDigits, isMissing, literalWords } from './words.ts';

/** A limit as a sentence: `At most 500 points per day`. */
export function limitParts({ most, per, orNothing }: LimitClause): Part[] {
	return [text('At most'), ...mostParts(most), perPart(per), ...(orNothing ? [text('or nothing at all')] : [])];
}

function mostParts(most: LimitMost | Missing): Part[] {
	switch (most.kind) {
		case 'missing':
			return [hole(most)];
		case 'limit-points':
			if (most.points.kind === 'missing') return [hole(most.points), text('points')];
			return [value(countPoints(groupDigits(most.points.digits)))];
		case 'limit-times':
			if (!most.times) return [value('once')];
			if (most.times.kind === 'missing') return [hole(most.times), text('times')];
			return [value(most.times.digits === '1' ? 'once' : `${groupDigits(most.times.digits)} times`)];
		case 'limit-formula':
			return [most.formula.kind === 'missing' ? hole(most.formula) : value(summaryOfFormula(most.formula))];
		default:
			return unreachable(most);
	}
}

function perPart(per: LimitClause['per']): Part {
	if (per.kind === 'missing') return hole(per);
	if (per.kind === 'rolling') return rollingPart(per);
	return value(per.text === 'lifetime' ? 'in a lifetime' : `per ${per.text}`);
}

function rollingPart({ days }: RollingPeriod): Part {
	if (days.kind === 'missing') return hole(days);
	return value(`in any ${groupDigits(days.digits)} ${days.digits === '1' ? 'day' : 'days'}`);
}

/** A multiplier as a sentence: `All points on Coffee × 2`. */
export function multiplyParts({ what, on, factor }: MultiplyClause): Part[] {
	const target = isMissing(what) ? hole(what) : value(multiplyTargets[what.text]);
	const narrowed = on ? [text('on'), namePart(on)] : [];
	return [target, ...narrowed, text('×'), isMissing(factor) ? hole(factor) : value(literalWords(factor))];
}

/** What each target of a multiplier is called on a card. */
export const multiplyTargets = { points: 'All points', base: 'Base points', this: 'Points of this rule' } as const;

/** What a campaign says of itself, each in few words. */
export function campaignFacts({ clauses }: CampaignDeclaration): string[] {
	return clauses.flatMap((clause) => {
		if (clause.kind === 'active') {
			const [from, until] = [clause.from, clause.until];
			return [datesWords(from?.kind === 'moment' ? from : null, until?.kind === 'moment' ? until : null)];
		}
		if (clause.kind === 'budget') {
			return clause.points.kind === 'number' ? [`Budget ${countPoints(groupDigits(clause.points.digits))}`] : [];
		}
		return clause.kind === 'multiply' ? [capital(summaryOfMultiplier(clause))] : [];
	});
}
