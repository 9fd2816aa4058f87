import { evaluateReference, smallestChanges } from '#compiler';
import { PlanReceiver } from './plan-parts.ts';
import type { EvaluatorReply, EvaluatorRequest } from './sample-evaluator.ts';

/** Evaluates samples off the main thread. Without the DOM's types for workers, `self` is told what it is. */
const port = self as unknown as {
	onmessage: ((event: MessageEvent<EvaluatorRequest>) => void) | null;
	postMessage: (reply: EvaluatorReply) => void;
};

const receiver = new PlanReceiver();

port.onmessage = ({ data: { id, plan: parts, transaction, state } }) => {
	try {
		const plan = receiver.plan(parts);
		const explanation = evaluateReference(plan, transaction, state);
		port.postMessage({ id, ok: true, explanation, changes: smallestChanges(plan, transaction, state, explanation) });
	} catch (fault) {
		port.postMessage({ id, ok: false, reason: String(fault) });
	}
};
