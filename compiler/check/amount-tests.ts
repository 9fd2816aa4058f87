import { type Between, type Comparison, type Missing, phrase } from '#grammar';
import { compareRationals } from '../domain/rational.ts';
import { checkNumber, exactly, type NumberBounds } from './numbers.ts';
import { exchange } from './places.ts';
import type { CheckContext } from './report.ts';

/** Checks the numbers of a comparison, and that what lies between two of them is something. */
export function checkAmountTest(test: Comparison | Between | Missing, bounds: NumberBounds, context: CheckContext): void {
	if (test.kind === 'missing') return;
	if (test.kind === 'comparison') {
		checkNumber(test.value, bounds, context);
		return;
	}
	checkNumber(test.low, bounds, context);
	checkNumber(test.high, bounds, context);
	if (test.low.kind !== 'number' || test.high.kind !== 'number') return;
	const { low, high } = test;
	if (compareRationals(exactly(low), exactly(high)) <= 0) return;
	const fix = exchange(phrase('Exchange the two amounts'), context.source, low.span, high.span);
	context.report('between-reversed', test.span, { low: low.digits, high: high.digits }, fix);
}
