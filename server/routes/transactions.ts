import { Hono } from 'hono';
import { unreachable } from '#compiler';
import { readBody, readJson } from '../body.ts';
import type { EvaluateReply, Receipt } from '../contract.ts';
import { type Env, faulty, type Refusal, refuse } from '../problems.ts';
import type { Services } from '../services.ts';
import { evaluateRequest } from '../shapes.ts';
import { reasonsWire, receiptWire } from '../wire.ts';
import { unknownProgram } from './programs.ts';
import { unknownVersion } from './versions.ts';

const NOTHING_PUBLISHED: Refusal = {
	kind: 'nothing-published',
	detail: 'This program has no published version yet, so nothing can be recorded. Publish the draft first.',
};

/** `/v1/programs/:program/evaluate` and `…/transactions`: what a purchase earns, tried or recorded. */
export function transactionRoutes({ stores, engine }: Services): Hono<Env> {
	const routes = new Hono<Env>();

	routes.post('/:program/evaluate', async (context) => {
		const id = context.req.param('program');
		if (!(await stores.programs.get(id))) return refuse(context, unknownProgram(id));
		const body = await readBody(context, evaluateRequest);
		if (!body.ok) return refuse(context, body.refusal);
		const { transaction, against, asMember } = body.value;
		const evaluation = await engine.evaluate(id, {
			transaction,
			against,
			asMember: asMember ? { tier: asMember.tier ?? null, birthDate: asMember.birthDate ?? null } : null,
		});
		switch (evaluation.kind) {
			case 'evaluated': {
				const { receipt, explanation, plan, source } = evaluation;
				return context.json<EvaluateReply>({ ...receiptWire(receipt), reasons: reasonsWire(explanation, plan, source) });
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

	routes.post('/:program/transactions', async (context) => {
		const id = context.req.param('program');
		if (!(await stores.programs.get(id))) return refuse(context, unknownProgram(id));
		const body = await readJson(context);
		if (!body.ok) return refuse(context, body.refusal);
		const reply = await engine.record(id, body.value);
		switch (reply.kind) {
			case 'recorded':
				context.header('location', `/v1/programs/${id}/transactions/${encodeURIComponent(reply.receipt.transaction)}`);
				return context.json<Receipt>(receiptWire(reply.receipt), 201);
			case 'replayed':
				context.header('idempotency-replayed', 'true');
				return context.json<Receipt>(receiptWire(reply.receipt));
			case 'conflict': {
				const detail =
					'A transaction with this id was recorded before, with other content. Send a new one under its own id.';
				return refuse(context, { kind: 'transaction-conflict', detail });
			}
			case 'refused':
				return refuse(context, faulty('invalid-transaction', reply.faults));
			case 'nothing-published':
				return refuse(context, NOTHING_PUBLISHED);
			default:
				return unreachable(reply);
		}
	});

	routes.get('/:program/transactions/:transaction', async (context) => {
		const { program: id, transaction } = context.req.param();
		if (!(await stores.programs.get(id))) return refuse(context, unknownProgram(id));
		const recorded = await stores.ledger.find(id, transaction);
		if (recorded) return context.json<Receipt>(receiptWire(recorded.receipt));
		return refuse(context, {
			kind: 'unknown-transaction',
			detail: 'No transaction of this id was recorded in this program.',
		});
	});

	return routes;
}
