import { Hono } from 'hono';
import { traceSpans, unreachable } from '#compiler';
import { readBody } from '../body.ts';
import { litSpanWire } from '../change-wire.ts';
import type { EvaluateReply } from '../contract.ts';
import { type Env, faulty, refuse } from '../problems.ts';
import type { Services } from '../services.ts';
import { evaluateRequest } from '../shapes.ts';
import { reasonsWire, receiptWire } from '../wire.ts';
import { unknownProgram } from './programs.ts';
import { NOTHING_PUBLISHED } from './transactions.ts';
import { unknownVersion } from './versions.ts';

/** `/v1/programs/:program/evaluate`: what a purchase would earn, and why; nothing is recorded. */
export function evaluateRoutes({ stores, engine }: Services): Hono<Env> {
	const routes = new Hono<Env>();

	routes.post('/:program/evaluate', async (context) => {
		const id = context.req.param('program');
		if (!(await stores.programs.exists(id))) return refuse(context, unknownProgram(id));
		const body = await readBody(context, evaluateRequest);
		if (!body.ok) return refuse(context, body.refusal);
		const { transaction, against, asMember, spans } = body.value;
		const evaluation = await engine.evaluate(id, {
			transaction,
			against,
			asMember: asMember ? { tier: asMember.tier ?? null, birthDate: asMember.birthDate ?? null } : null,
		});
		switch (evaluation.kind) {
			case 'evaluated': {
				const { receipt, explanation, changes, plan, source } = evaluation;
				const reasons = reasonsWire(explanation, changes, plan, source);
				const lit = spans ? traceSpans(plan, explanation).map((each) => litSpanWire(plan, each)) : null;
				return context.json<EvaluateReply>({
					...receiptWire(receipt),
					reasons: lit ? { ...reasons, spans: lit } : reasons,
				});
			}
			case 'refused':
				return refuse(context, faulty('invalid-transaction', evaluation.faults));
			case 'program-has-errors': {
				const detail =
					'The draft has errors, so it cannot be evaluated. Correct it, or evaluate against a published version.';
				return refuse(context, { kind: 'program-has-errors', detail, problems: evaluation.problems });
			}
			case 'nothing-published':
				return refuse(context, NOTHING_PUBLISHED);
			case 'unknown-version':
				return refuse(context, unknownVersion(String(against)));
			default:
				return unreachable(evaluation);
		}
	});

	return routes;
}
