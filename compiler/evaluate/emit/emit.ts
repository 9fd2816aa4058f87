import type { Plan } from '../../plan/plan.ts';
import { closureBackend } from '../closures/closures.ts';
import { type Evaluate, Evaluator } from '../fast/evaluator.ts';
import { codeBackend, mayMakeCode } from './code.ts';

/**
 * The fast evaluator with generated code. Each condition and formula is compiled by itself; where the host forbids code from
 * strings (a strict page, a hardened server) it is the one of closures. Throws only where this machine does not know the plan's timezone.
 */
export function emit(plan: Plan): Evaluate {
	const evaluator = new Evaluator(plan, mayMakeCode() ? codeBackend : closureBackend);
	return (transaction, state) => evaluator.evaluate(transaction, state);
}
