import type { PlanProgram } from '#compiler';
import { rationalWords } from '../canvas/rational-words.ts';
import { countPoints, listed, pointDigits } from '../canvas/words.ts';
import type { CurvePoint, CurveSeries } from './curve.ts';

/** What a point of the curve says: `207 points`, with the reason where it is less than the formula. */
export function pointWords({ units, because }: CurvePoint, { pointDecimals }: PlanProgram): string {
	const points = countPoints(pointDigits(units, pointDecimals));
	return because === null ? points : `${points}, ${reasonWords[because]}`;
}

/** Why a point of the curve is less than the formula says. */
export const reasonWords: Readonly<Record<NonNullable<CurvePoint['because']>, string>> = {
	'spend condition': 'a spend condition fails',
	'division by zero': 'the formula divides by zero',
	'rule limit': 'cut by the limit',
	'program limit': "cut by the program's limit",
	'too large': 'more than a transaction can hold',
};

/** What a line of the plot is called: `Gold ×1.5`. */
export function seriesWords({ tiers, multiplier }: CurveSeries): string {
	if (tiers.length === 0) return 'Every member';
	const times = multiplier.numerator === multiplier.denominator ? '' : ` ×${rationalWords(multiplier)}`;
	return `${listed(tiers, 'and')}${times}`;
}
