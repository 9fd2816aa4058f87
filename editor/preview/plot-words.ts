import { type Plan, type PlanProgram, unreachable } from '#compiler';
import { cutWords, multiplierWords } from '../canvas/award-words.ts';
import { rationalWords } from '../canvas/rational-words.ts';
import { countPoints, listed, pointDigits } from '../canvas/words.ts';
import type { CurvePoint } from './curve-award.ts';
import type { Curve, CurveLimit, CurveSeries } from './curve.ts';

/** What a point of the curve says: `207 points`, with the reason where it is less than the formula. */
export function pointWords({ units, because }: CurvePoint, { pointDecimals }: PlanProgram): string {
	const points = countPoints(pointDigits(units, pointDecimals));
	return because === null ? points : `${points}, ${reasonWords[because]}`;
}

/** Why a point of the curve is less than the formula says. */
export const reasonWords: Readonly<Record<NonNullable<CurvePoint['because']>, string>> = {
	'spend condition': 'a spend condition fails',
	'division by zero': 'the formula divides by zero',
	'rule limit': `cut by the ${cutWords['rule limit']}`,
	'campaign limit': `cut by the ${cutWords['campaign limit']}`,
	'campaign budget': `cut by the ${cutWords['campaign budget']}`,
	'program limit': `cut by the ${cutWords['program limit']}`,
	'too large': 'more than a transaction can hold',
};

/** What a line of the plot is called: `Gold ×1.5`. */
export function seriesWords({ tiers, factors }: CurveSeries): string {
	if (tiers.length === 0) return 'Every member';
	return `${listed(tiers, 'and')}${factors.map((factor) => ` ×${rationalWords(factor)}`).join('')}`;
}

/** What the axis of amounts counts: `Spend`, `Quantity`, `Amount`. */
export function axisWords({ unit }: Curve): string {
	switch (unit.measure) {
		case 'money':
			return 'Spend';
		case 'quantity':
			return 'Quantity';
		case 'attribute':
			return 'Amount';
		default:
			return unreachable(unit.measure);
	}
}

/** A limit that is the same at every amount: `limit 300 per month`. */
export function limitWords({ limit, period, at }: CurveLimit, { pointDecimals }: PlanProgram): string {
	if (limit.kind === 'formula') return 'limit';
	const per = period === null ? '' : typeof period === 'string' ? ` per ${period}` : ` per ${period.rollingDays} days`;
	return `limit ${pointDigits(at(0), pointDecimals)}${per}`;
}

/** What multiplies on every line, what is left out, and how items are rounded: what the lines alone do not tell. */
export function remarksOf({ multipliers, leftOut }: Curve, plan: Plan): string[] {
	const named = (all: Curve['multipliers']) => [...new Set(all.map((each) => multiplierWords(each, plan)))].join(', ');
	return [
		...(multipliers.length > 0 ? [`With ${named(multipliers)}.`] : []),
		...(leftOut.length > 0 ? [`Without ${named(leftOut)}.`] : []),
		...(plan.program.roundingPlace === 'item' ? ['Rounded as one item.'] : []),
	];
}
