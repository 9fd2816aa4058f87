import { randomUUID } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { matchedRoutes } from 'hono/route';
import type { Env } from './problems.ts';

/** What is written of one request. No body, no key, no name of anybody: the address is its template. */
export interface RequestLine {
	readonly requestId: string;
	readonly method: string;
	readonly route: string;
	readonly program?: string;
	readonly status: number;
	readonly ms: number;
}

/** Where lines and failures go. */
export interface RequestLog {
	request(line: RequestLine): void;
	/** A fault of our own, which the caller only sees as "failed". */
	failure(requestId: string, error: unknown): void;
}

/** Gives every request an id, its own where it brings a fit one, and writes one line when it is answered. */
export function requestIds(log: RequestLog): MiddlewareHandler<Env> {
	return async (context, next) => {
		const start = performance.now();
		const given = context.req.header('x-request-id') ?? '';
		const requestId = /^[A-Za-z0-9._-]{1,64}$/.test(given) ? given : randomUUID();
		context.set('requestId', requestId);
		await next();
		context.header('x-request-id', requestId);
		const route = matchedRoutes(context).findLast(({ path }) => !path.endsWith('*'))?.path ?? 'other';
		const program = /^\/v1\/programs\/([a-z0-9-]{1,64})(?:\/|$)/.exec(context.req.path)?.[1];
		log.request({
			requestId,
			method: context.req.method,
			route,
			...(program === undefined ? {} : { program }),
			status: context.res.status,
			ms: Math.round((performance.now() - start) * 1_000) / 1_000,
		});
	};
}
