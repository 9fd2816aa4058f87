import type { Context, MiddlewareHandler } from 'hono';
import { type Env, refuse } from './problems.ts';

/**
 * What a page of this server may do: nothing but what comes from it. Monaco writes style elements, hence `unsafe-inline` for
 * styles, and draws its squiggles from `data:` pictures.
 */
const CONTENT_SECURITY_POLICY = [
	"default-src 'none'",
	"script-src 'self'",
	"style-src 'self' 'unsafe-inline'",
	"connect-src 'self'",
	"img-src 'self' data:",
	"font-src 'self'",
	"worker-src 'self'",
	"manifest-src 'self'",
	"object-src 'none'",
	"base-uri 'none'",
	"form-action 'none'",
	"frame-ancestors 'none'",
].join('; ');

const HEADERS: Readonly<Record<string, string>> = {
	'content-security-policy': CONTENT_SECURITY_POLICY,
	'cross-origin-opener-policy': 'same-origin',
	'cross-origin-resource-policy': 'same-origin',
	'referrer-policy': 'no-referrer',
	'x-content-type-options': 'nosniff',
};

/** Puts the security headers on every answer, and forbids keeping those of the interface. */
export function securityHeaders(): MiddlewareHandler<Env> {
	return async (context, next) => {
		await next();
		for (const [name, value] of Object.entries(HEADERS)) context.header(name, value);
		if (isInterface(context.req.path)) context.header('cache-control', 'no-store');
	};
}

/** Says whether an address belongs to the interface, and not to the editor's pages. */
export function isInterface(path: string): boolean {
	return path === '/v1' || path.startsWith('/v1/');
}

/**
 * Refuses requests that a foreign page makes a browser send: those for a host name that is not ours (DNS rebinding), and
 * changes asked for by a page of another origin. `hosts` are names without a port; null allows any host.
 */
export function knownHostsOnly(hosts: readonly string[] | null): MiddlewareHandler<Env> {
	return async (context, next) => {
		const { method } = context.req;
		const host = hostOf(context);
		if (hosts && !hosts.includes(nameOf(host))) {
			const detail = `This server does not answer for the host \`${host.slice(0, 100)}\`. Add it to EARNEST_HOSTS if it should.`;
			return refuse(context, { kind: 'foreign-host', detail });
		}
		const origin = context.req.header('origin');
		const changes = method !== 'GET' && method !== 'HEAD';
		if (changes && origin !== undefined && !isOwnOrigin(origin, host, hosts)) {
			const detail = 'Changes are accepted from pages of this server only, not from another site.';
			return refuse(context, { kind: 'foreign-origin', detail });
		}
		return next();
	};
}

function hostOf(context: Context<Env>): string {
	return (context.req.header('host') ?? new URL(context.req.url).host).toLowerCase();
}

function isOwnOrigin(origin: string, host: string, hosts: readonly string[] | null): boolean {
	if (!URL.canParse(origin)) return false;
	const from = new URL(origin);
	// A development server of the editor stands on another port of the same host.
	return from.host === host || (hosts?.includes(from.hostname) ?? false);
}

/** A host without its port: `[::1]:4600` gives `[::1]`. */
function nameOf(host: string): string {
	return host.replace(/:[0-9]+$/, '');
}
