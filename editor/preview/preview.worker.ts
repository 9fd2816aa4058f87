import { evaluateReference, smallestChanges } from '#compiler';
import type { EvaluatorReply, EvaluatorRequest } from './sample-evaluator.ts';

/** Evaluates samples off the main thread. Without the DOM's types for workers, `self` is told what it is. */
const port = self as unknown as {
	onmessage: ((event: MessageEvent<EvaluatorRequest>) => void) | null;
	postMessage: (reply: EvaluatorReply) => void;
};

port.onmessage = ({ data: { id, plan, transaction, state } }) => {
	try {
		const explanation = evaluateReference(plan, transaction, state);
		port.postMessage({ id, ok: true, explanation, changes: smallestChanges(plan, transaction, state, explanation) });
	} catch (fault) {
		port.postMessage({ id, ok: false, reason: String(fault) });
	}
};
