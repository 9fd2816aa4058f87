import type { Plan } from '../../plan/plan.ts';
import { type Evaluate, Evaluator } from '../fast/evaluator.ts';
import { closureBackend } from './closures.ts';

/** The fast evaluator without code from strings. Throws only where this machine does not know the plan's timezone. */
export function closures(plan: Plan): Evaluate {
	const evaluator = new Evaluator(plan, { backendOf: closureBackend });
	return (transaction, state) => evaluator.evaluate(transaction, state);
}
