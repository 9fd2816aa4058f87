/** Why a request can be refused, in words: one entry for each kind, and the compiler sees to it that none is missing. */
import { Hono } from 'hono';
import { MAX_TEXT_LENGTH } from '../shapes.ts';
import { MAX_BODY_BYTES, MAX_DEPTH } from '../body.ts';
import type { ProblemDocument } from '../contract.ts';
import { type Env, type ProblemKind, refuse } from '../problems.ts';
import { grouped } from './markdown-parts.ts';

/** What happened, and what to do about it. */
export const REFUSALS: Readonly<Record<ProblemKind, string>> = {
	'invalid-json': 'The body is empty or is no JSON. `detail` says where reading stopped.',
	'invalid-encoding': 'The body holds bytes that are not UTF-8. Encode it as UTF-8.',
	'nested-too-deep': `Lists and objects stand inside one another more than ${MAX_DEPTH} deep. No request needs more than four.`,
	'foreign-origin':
		'A page of another site made a browser send a change. Send it from a page of this server, or from a program, which sends no `Origin`.',
	'unknown-route': 'No route has this address. [HTTP interface](http.md) lists them all.',
	'unknown-program': 'There is no program of this id. `GET /v1/programs` lists them.',
	'unknown-version': 'The program has no such version. `GET …/versions` lists them.',
	'unknown-member': 'The program has no member of this id. `PUT` to this address creates one.',
	'unknown-transaction': 'No transaction of this id was recorded in this program.',
	'method-not-allowed': 'The address exists, but not for this method. The header `Allow` lists those that it has.',
	'program-exists': 'There is a program of this id already. Choose another id, or save its draft.',
	'draft-conflict':
		'Somebody saved the draft since you read it. Read it again, bring your changes into it, and send the revision that you then have. Nothing was overwritten.',
	'nothing-to-publish': 'The draft is, letter by letter, the version in force. Change it first.',
	'nothing-published':
		'The program has no version yet, so nothing can be recorded. Publish the draft, or evaluate against it.',
	'transaction-conflict':
		'A transaction of this id was recorded before, and something in it was different. The same content under the same id is answered with the first receipt; another sale needs its own id.',
	'body-too-large': `The body has more than ${grouped(MAX_BODY_BYTES)} bytes. A text may have ${grouped(MAX_TEXT_LENGTH)} characters.`,
	'not-json': 'The request has a body, but does not say `content-type: application/json`.',
	'foreign-host':
		'The request names a host that this server does not answer for. Behind a proxy, list its host names in `EARNEST_HOSTS`.',
	'invalid-request':
		'Fields of the body or of the query are missing, unknown or of another form. `faults` lists every one with its place.',
	'invalid-transaction':
		'The transaction could not be trusted as it is. `faults` lists everything that is wrong with it, each with its place; nothing was recorded.',
	'program-has-errors':
		'The text has errors, so it can be neither published nor evaluated. `problems` lists them with their places in the text.',
	'program-not-recorded':
		'The text says something that the server does not record yet, because it does not keep what it takes. `problems` lists every such construct with its place; tests, the preview and replays evaluate them.',
	'tests-failed':
		'Tests that the draft declares fail or cannot be run, so it may not do what somebody was promised. `problems` lists every missed expectation with its place. Correct the draft or its tests, or send `allowFailingTests: true` to publish it as it is.',
	'point-precision-changed':
		'The draft says other decimals of `points` than the published versions. Members hold points in that precision, so it stays.',
	'internal-error': 'A fault of Earnest. The log tells more under the `requestId` of the answer.',
	'storage-busy':
		'Another process holds the database. Nothing was recorded; send the same request again after `Retry-After` seconds.',
	'storage-full': 'The disk is full. Nothing was recorded; make room, then send the same request again.',
};

/** Status and title of every kind, as answers carry them. */
export async function refusalTitles(): Promise<ReadonlyMap<ProblemKind, Pick<ProblemDocument, 'status' | 'title'>>> {
	const app = new Hono<Env>();
	app.get('/:kind', (context) => refuse(context, { kind: context.req.param('kind') as ProblemKind, detail: '' }));
	const kinds = Object.keys(REFUSALS) as ProblemKind[];
	const answers = kinds.map(
		async (kind) => [kind, (await (await app.request(`/${kind}`)).json()) as ProblemDocument] as const,
	);
	return new Map(await Promise.all(answers));
}
