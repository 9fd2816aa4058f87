import { Hono } from 'hono';
import { unreachable } from '#compiler';
import { readJson } from '../body.ts';
import type { Receipt } from '../contract.ts';
import { type Env, faulty, type Refusal, refuse } from '../problems.ts';
import type { Services } from '../services.ts';
import { receiptWire } from '../wire.ts';
import { unknownProgram } from './programs.ts';

/** The refusal where no version could be in force. */
export const NOTHING_PUBLISHED: Refusal = {
	kind: 'nothing-published',
	detail: 'This program has no published version yet, so nothing can be recorded. Publish the draft first.',
};

/** `/v1/programs/:program/transactions`: what a purchase earns, recorded once. */
export function transactionRoutes({ stores, engine }: Services): Hono<Env> {
	const routes = new Hono<Env>();

	routes.post('/:program/transactions', async (context) => {
		const id = context.req.param('program');
		if (!(await stores.programs.exists(id))) return refuse(context, unknownProgram(id));
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
		if (!(await stores.programs.exists(id))) return refuse(context, unknownProgram(id));
		const recorded = await stores.ledger.find(id, transaction);
		if (recorded) return context.json<Receipt>(receiptWire(recorded.receipt));
		return refuse(context, {
			kind: 'unknown-transaction',
			detail: 'No transaction of this id was recorded in this program.',
		});
	});

	return routes;
}
