import { Hono } from 'hono';
import type { Env } from '../problems.ts';

/** What the process can say of itself. */
export interface Health {
	/** What is in the way of serving; null where nothing is. */
	readonly obstacle: () => string | null;
	readonly version: Readonly<Record<string, string | number>>;
}

/** `/livez`, `/readyz`, `/version`: for whoever watches the process. */
export function healthRoutes({ obstacle, version }: Health): Hono<Env> {
	const routes = new Hono<Env>();
	routes.get('/livez', (context) => context.json({ status: 'ok' }));
	routes.get('/readyz', (context) => {
		const reason = obstacle();
		return reason === null ? context.json({ status: 'ok' }) : context.json({ status: 'unavailable', reason }, 503);
	});
	routes.get('/version', (context) => context.json(version));
	return routes;
}
