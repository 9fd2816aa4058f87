import type { LimitClause } from '#grammar';
import { checkNumber, MAX_NAMED } from './numbers.ts';
import { pointDecimals } from './points.ts';
import type { CheckContext } from './report.ts';

/** Checks the number of a limit; a limit of 0 is allowed but gives nothing. */
export function checkLimit(limit: LimitClause, context: CheckContext): void {
	const decimals = pointDecimals(context.symbols.program);
	checkNumber(limit.points, { what: 'The limit', decimals, low: 0, high: MAX_NAMED }, context);
	if (limit.points.kind === 'number' && Number(limit.points.digits) === 0) {
		context.report('limit-zero', limit.points.span, undefined);
	}
}
