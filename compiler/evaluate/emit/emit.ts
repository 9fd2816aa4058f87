import type { Plan } from '../../plan/plan.ts';
import { closureBackend } from '../closures/closures.ts';
import { type Evaluate, Evaluator } from '../fast/evaluator.ts';
import { codeBackend, mayMakeCode } from './code.ts';

const evaluators = new WeakMap<Evaluate, Evaluator>();

/**
 * The fast evaluator with generated code. Each condition and formula is compiled by itself; where the host forbids code from
 * strings (a strict page, a hardened server) it is the one of closures. With `before`, what {@link emit} answered for the program
 * before a change, only the rules that changed are compiled. Throws only where this machine does not know the plan's timezone.
 */
export function emit(plan: Plan, before?: Evaluate): Evaluate {
	const known = before && evaluators.get(before);
	const evaluator = new Evaluator(plan, { backendOf: mayMakeCode() ? codeBackend : closureBackend }, known);
	const evaluate: Evaluate = (transaction, state) => evaluator.evaluate(transaction, state);
	evaluators.set(evaluate, evaluator);
	return evaluate;
}
