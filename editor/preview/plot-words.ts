import type { CutBy, Plan, PlanProgram } from '#compiler';
import { multiplierWords, rowOf } from '../canvas/award-words.ts';
import { rationalWords } from '../canvas/rational-words.ts';
import { listed, pointDigits, pointsShown, words } from '../canvas/words.ts';
import { countDays, countPoints } from '../messages/counted.ts';
import type { CurvePoint } from './curve-award.ts';
import type { Curve, CurveLimit, CurveSeries } from './curve.ts';
import { says } from './says.ts';

/** What a point of the curve says: `207 points`, with the reason where it is less than the formula. */
export function pointWords({ units, because }: CurvePoint, { pointDecimals }: PlanProgram): string {
	const points = countPoints(pointDigits(units, pointDecimals));
	return because === null ? points : says.pointsBecause({ points, reason: reasonWords(because) });
}

/** Why a point of the curve is less than the formula says. */
export function reasonWords(because: NonNullable<CurvePoint['because']>): string {
	return because in says.reasons ? says.reasons[because as keyof typeof says.reasons] : words.cut[because as CutBy];
}

/** What a line of the plot is called: `Gold ×1.5`. */
export function seriesWords({ tiers, factors }: CurveSeries): string {
	if (tiers.length === 0) return says.everyMember;
	return `${listed(tiers, 'and')}${factors.map((factor) => ` ×${rationalWords(factor)}`).join('')}`;
}

/** What the axis of amounts counts: `Spend`, `Quantity`, `Amount`. */
export function axisWords({ unit }: Curve): string {
	return says.axes[unit.measure];
}

/** A limit that is the same at every amount: `limit 300 per month`. */
export function limitWords({ limit, period, at }: CurveLimit, { pointDecimals }: PlanProgram): string {
	if (limit.kind === 'formula') return says.limit;
	const points = pointsShown(at(0), pointDecimals);
	if (period === null) return says.limitOf({ points });
	if (typeof period === 'string') return says.limitPer[period]({ points });
	return says.limitInDays({ points, days: countDays(String(period.rollingDays)) });
}

/** What multiplies on every line, what is left out, and how items are rounded: what the lines alone do not tell. */
export function remarksOf({ multipliers, leftOut }: Curve, plan: Plan): string[] {
	const named = (all: Curve['multipliers']) => rowOf([...new Set(all.map((each) => multiplierWords(each, plan)))]);
	return [
		...(multipliers.length > 0 ? [says.with({ names: named(multipliers) })] : []),
		...(leftOut.length > 0 ? [says.without({ names: named(leftOut) })] : []),
		...(plan.program.roundingPlace === 'item' ? [says.asOneItem] : []),
	];
}
