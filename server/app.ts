import { Hono } from 'hono';
import { methodNotAllowed } from 'hono/method-not-allowed';
import { createEngine, type Stores } from '#runtime';
import { StorageUnavailable } from './db/writes.ts';
import type { EditorFiles } from './editor-files.ts';
import { type Env, refuse } from './problems.ts';
import { type RequestLog, requestIds } from './requests.ts';
import { activityRoutes } from './routes/activity.ts';
import { catalogRoutes } from './routes/catalog.ts';
import { docsRoutes } from './routes/docs.ts';
import { editorOrNothing } from './routes/editor.ts';
import { evaluateRoutes } from './routes/evaluate.ts';
import { type Health, healthRoutes } from './routes/health.ts';
import { memberRoutes } from './routes/members.ts';
import { programRoutes } from './routes/programs.ts';
import { transactionRoutes } from './routes/transactions.ts';
import { versionRoutes } from './routes/versions.ts';
import { knownHostsOnly, securityHeaders } from './security.ts';
import type { Services } from './services.ts';
import { sha256 } from './sha256.ts';

/** Everything the application needs of the world. */
export interface AppOptions {
	readonly stores: Stores;
	/** Now, in milliseconds since 1970-01-01T00:00Z. */
	readonly now: () => number;
	readonly log: RequestLog;
	readonly health: Health;
	/** The built editor; null where there is none. */
	readonly editor: EditorFiles | null;
	/** The host names that requests may be meant for, without ports; null for any. */
	readonly hosts: readonly string[] | null;
}

const ROUTES = [
	programRoutes,
	versionRoutes,
	catalogRoutes,
	activityRoutes,
	evaluateRoutes,
	transactionRoutes,
	memberRoutes,
];

/** The whole HTTP interface, and the editor's files. */
export function createApp({ stores, now, log, health, editor, hosts }: AppOptions): Hono<Env> {
	const services: Services = { stores, now, hash: sha256, engine: createEngine({ stores, now, hash: sha256 }) };
	const app = new Hono<Env>();
	app.use(requestIds(log), securityHeaders(), knownHostsOnly(hosts));
	app.use(
		methodNotAllowed({
			app,
			onMethodNotAllowed: (context, methods) => {
				const allow = methods.join(', ');
				const detail = `${context.req.method} is not possible here; ${allow} is.`;
				return refuse(context, { kind: 'method-not-allowed', detail, headers: { allow } });
			},
		}),
	);
	app.route('/', healthRoutes(health));
	app.route('/docs', docsRoutes());
	for (const routes of ROUTES) app.route('/v1/programs', routes(services));
	app.notFound(editorOrNothing(editor));
	app.onError((error, context) => {
		if (error instanceof StorageUnavailable) {
			const kind = error.reason === 'busy' ? 'storage-busy' : 'storage-full';
			const detail = `${error.message}. Nothing was recorded; send the same request again later.`;
			return refuse(context, { kind, detail, headers: { 'retry-after': error.reason === 'busy' ? '1' : '60' } });
		}
		log.failure(context.get('requestId'), error);
		const detail = 'Something went wrong on our side. The log tells more under the id of this request.';
		return refuse(context, { kind: 'internal-error', detail });
	});
	return app;
}
