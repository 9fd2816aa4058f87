/** Effects, limits and campaigns as sentences whose values are slots. */
import type { CampaignDeclaration, LimitClause, LimitMost, Missing, MultiplyClause, RollingPeriod } from '#grammar';
import { unreachable } from '#compiler';
import { summaryOfMultiplier } from '#compiler/service';
import { countDays, countOf, countPoints } from '../messages/counted.ts';
import { formulaSentence, proseWords } from './formula-sentence.ts';
import { filled, hole, namePart, textOf, value } from './parts.ts';
import type { Part } from './view.ts';
import { capital, datesWords, groupDigits, isMissing, literalWords, shownDigits, words } from './words.ts';

/** A limit as a sentence: `At most 500 points per day`. */
export function limitParts({ most, per, orNothing }: LimitClause): Part[] {
	return filled(orNothing ? words.limitOrNothing : words.limit, { most: mostParts(most), per: [perPart(per)] });
}

function mostParts(most: LimitMost | Missing): Part[] {
	switch (most.kind) {
		case 'missing':
			return [hole(most)];
		case 'limit-points':
			if (most.points.kind === 'missing') return filled(words.somePoints, { points: [hole(most.points)] });
			return [value(countPoints(groupDigits(most.points.digits)))];
		case 'limit-times':
			if (most.times?.kind === 'missing') return filled(words.someTimes, { times: [hole(most.times)] });
			return [value(timesWords(most.times?.digits ?? '1'))];
		case 'limit-formula':
			return [most.formula.kind === 'missing' ? hole(most.formula) : value(formulaSentence(most.formula))];
		default:
			return unreachable(most);
	}
}

function timesWords(digits: string): string {
	return words.timesCounted({ count: countOf(digits), shown: shownDigits(digits) });
}

function perPart(per: LimitClause['per']): Part {
	if (per.kind === 'missing') return hole(per);
	if (per.kind === 'rolling') return rollingPart(per);
	return value(words.per[per.text]);
}

function rollingPart({ days }: RollingPeriod): Part {
	if (days.kind === 'missing') return hole(days);
	return value(words.inAny({ days: countDays(groupDigits(days.digits)) }));
}

/** A multiplier as a sentence: `All points on Coffee × 2`. */
export function multiplyParts({ what, on, factor }: MultiplyClause): Part[] {
	const places = {
		target: [isMissing(what) ? hole(what) : value(words.targets[what.text])],
		factor: [isMissing(factor) ? hole(factor) : value(literalWords(factor))],
	};
	return on ? filled(words.multiplyOn, { ...places, filter: [namePart(on)] }) : filled(words.multiply, places);
}

/** What a multiplier does, in few words. */
export function multiplierSentence(multiply: MultiplyClause): string {
	return proseWords() ? textOf(multiplyParts(multiply)) : summaryOfMultiplier(multiply);
}

/** What a campaign says of itself, each in few words. */
export function campaignFacts({ clauses }: CampaignDeclaration): string[] {
	return clauses.flatMap((clause) => {
		if (clause.kind === 'active') {
			const [from, until] = [clause.from, clause.until];
			return [datesWords(from?.kind === 'moment' ? from : null, until?.kind === 'moment' ? until : null)];
		}
		if (clause.kind === 'budget') {
			return clause.points.kind === 'number'
				? [words.budget({ points: countPoints(groupDigits(clause.points.digits)) })]
				: [];
		}
		return clause.kind === 'multiply' ? [capital(multiplierSentence(clause))] : [];
	});
}
