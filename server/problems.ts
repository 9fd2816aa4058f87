import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Problem } from '#grammar';
import type { Fault, ProblemDocument } from './contract.ts';

/** Every kind of refusal, by its stable name: the status and a title that never changes. */
const KINDS = {
	'invalid-json': [400, 'The body is not JSON'],
	'invalid-encoding': [400, 'The body is not UTF-8'],
	'nested-too-deep': [400, 'The body is nested too deep'],
	'foreign-origin': [403, 'The request comes from another site'],
	'unknown-route': [404, 'There is nothing at this address'],
	'unknown-program': [404, 'There is no such program'],
	'unknown-version': [404, 'There is no such version'],
	'unknown-member': [404, 'There is no such member'],
	'unknown-transaction': [404, 'There is no such transaction'],
	'method-not-allowed': [405, 'This address does not do that'],
	'program-exists': [409, 'The program exists already'],
	'draft-conflict': [409, 'The draft was saved by somebody else'],
	'nothing-to-publish': [409, 'This text is published already'],
	'nothing-published': [409, 'Nothing is published yet'],
	'transaction-conflict': [409, 'Another transaction was recorded under this id'],
	'body-too-large': [413, 'The body is too large'],
	'not-json': [415, 'The body must be JSON'],
	'foreign-host': [421, 'The request is meant for another host'],
	'invalid-request': [422, 'The request has faults'],
	'invalid-transaction': [422, 'The transaction has faults'],
	'program-has-errors': [422, 'The program has errors'],
	'program-not-recorded': [422, 'The program cannot be recorded yet'],
	'tests-failed': [422, 'Tests of the program fail'],
	'point-precision-changed': [422, 'Points cannot change their decimals'],
	'internal-error': [500, 'The server failed'],
	'storage-busy': [503, 'The storage is busy'],
	'storage-full': [503, 'The storage has no room left'],
} as const satisfies Record<string, readonly [ContentfulStatusCode, string]>;

/** The stable name of a kind of refusal. */
export type ProblemKind = keyof typeof KINDS;

/** Why a request is refused: one kind, and what happened this time, in full sentences. */
export interface Refusal {
	readonly kind: ProblemKind;
	readonly detail: string;
	readonly faults?: readonly Fault[];
	readonly problems?: readonly Problem[];
	readonly headers?: Readonly<Record<string, string>>;
}

/** What travels with every request through the application. */
export interface Env {
	Variables: { requestId: string };
}

/** Answers with a problem document (RFC 9457). */
export function refuse(context: Context<Env>, refusal: Refusal): Response {
	const [status, title] = KINDS[refusal.kind];
	const document: ProblemDocument = {
		type: `/docs/problems#${refusal.kind}`,
		title,
		status,
		detail: refusal.detail,
		requestId: context.get('requestId'),
		...(refusal.faults && { faults: refusal.faults }),
		...(refusal.problems && { problems: refusal.problems }),
	};
	return context.body(JSON.stringify(document), status, { 'content-type': 'application/problem+json', ...refusal.headers });
}

/** The refusal of an input with faults; the detail tells how many. */
export function faulty(kind: 'invalid-request' | 'invalid-transaction', faults: readonly Fault[]): Refusal {
	const [first] = faults;
	const count = faults.length === 1 ? 'One fault' : `${faults.length} faults`;
	const place = first?.path ? ` at ${first.path}` : '';
	return { kind, detail: `${count} found; nothing was recorded. The first${place}: ${first?.message ?? ''}`, faults };
}
