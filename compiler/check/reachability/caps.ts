import type { EarnClause, Expression, LimitFormula, ProgramDeclaration, RoundingPlace } from '#grammar';
import { amountsOf, type PlacedRule, readExpression, ruleBoxes } from '../../analyse/index.ts';
import type { Rational } from '../../domain/rational.ts';
import { firstNegative, firstPole } from '../../formula/analyse.ts';
import { measureOf } from '../measures.ts';
import { pointRounding } from '../points.ts';
import type { Symbols } from '../symbols.ts';
import type { LimitContext } from './limits.ts';

/**
 * Says whether `limit points to FORMULA` never cuts the one plain `earn` of a rule: at no amount of their filter is the award
 * above the cap. Only where both are rounded down, so that rounding keeps their order.
 */
export function isCapIdle({ formula: cap }: LimitFormula, placed: PlacedRule, context: LimitContext): boolean {
	const { axes, symbols, mostFactor } = context;
	const { rule } = placed;
	const [earn, ...others] = rule.clauses.filter((clause): clause is EarnClause => clause.kind === 'earn');
	const factor = earn?.exempt ? { numerator: 1n, denominator: 1n } : mostFactor;
	if (!earn || others.length > 0 || !factor || earn.every || earn.atLeast) return false;
	if (cap.kind === 'missing' || earn.formula.kind === 'missing' || !isRoundedDown(symbols)) return false;
	const margin = readExpression(operation('-', cap, times(factor, earn.formula)), axes);
	if (!margin) return false;
	if (margin.filter === null) return firstNegative(margin.formula, 0, 0) === null;
	const amounts =
		measureOf(margin.filter, symbols) === 'money' ? amountsOf(margin.filter, ruleBoxes(placed, axes), axes) : null;
	if (!amounts) return false;
	const [low, high] = [Number(amounts.low), Number(amounts.high)];
	return firstPole(margin.formula, low, high) === null && firstNegative(margin.formula, low, high) === null;
}

/** Where a program rounds: per award unless it says otherwise. */
export function roundingPlace(program: ProgramDeclaration | null): RoundingPlace {
	const setting = program?.settings.find((candidate) => candidate.kind === 'points');
	return setting?.kind === 'points' && setting.per?.kind === 'word' ? setting.per.text : 'award';
}

function isRoundedDown({ program }: Symbols): boolean {
	return pointRounding(program) === 'down' && roundingPlace(program) === 'award';
}

const nowhere = { start: 0, end: 0 };

function times({ numerator, denominator }: Rational, right: Expression): Expression {
	return operation('/', operation('*', whole(numerator), right), whole(denominator));
}

function operation(text: '-' | '*' | '/', left: Expression, right: Expression): Expression {
	return { kind: 'binary', span: nowhere, operator: { kind: 'word', span: nowhere, text }, left, right };
}

function whole(value: bigint): Expression {
	return { kind: 'number', span: nowhere, digits: value.toString(), percent: false };
}
