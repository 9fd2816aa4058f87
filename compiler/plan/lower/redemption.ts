import type { RedemptionDeclaration } from '#grammar';
import { divideRationals, fractionOf, ZERO } from '../../domain/rational.ts';
import type { PlanRedemption } from '../plan.ts';
import { fraction, type Names, whole } from './names.ts';

/** What points are worth, of a declaration without errors. */
export function lowerRedemption({ clauses }: RedemptionDeclaration, names: Names): PlanRedemption {
	const { points, amount } = whole(clauses.find((clause) => clause.kind === 'worth'));
	const [units, minor] = [names.scaled(points, names.pointDecimals), names.scaled(amount, names.currencyDecimals)];
	const most = clauses.find((clause) => clause.kind === 'at-most');
	const least = clauses.find((clause) => clause.kind === 'at-least');
	return {
		worth: fractionOf(divideRationals(minor, units) ?? ZERO),
		atMost: most ? { share: fraction(most.share), filter: names.filter(most.filter) } : null,
		leastUnits: least ? names.points(least.points) : 0,
		stepUnits: least?.steps ? names.points(least.steps) : null,
	};
}
