import { z } from 'zod';

/** How a server is run. */
export interface Configuration {
	readonly port: number;
	readonly host: string;
	/** The folder of the database file. */
	readonly data: string;
	/** The host names that requests may be meant for, without ports; null for any. */
	readonly hosts: readonly string[] | null;
	/** Null where nothing was said: people on a terminal want less than a log does. */
	readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent' | null;
	/** Whether a new database begins with the demo program. */
	readonly demo: boolean;
}

/** A configuration, or everything that is wrong with it. */
export type Configured =
	| { readonly ok: true; readonly configuration: Configuration; readonly warnings: readonly string[] }
	/** Every fault, each naming its variable. */
	| { readonly ok: false; readonly faults: readonly string[] };

const LOOPBACK: readonly string[] = ['localhost', '127.0.0.1', '[::1]'];
const PORT = 'must be a number from 0 to 65535';
const HOSTS = 'must be host names without ports, separated by commas';

const variables = z.object({
	PORT: z
		.string()
		.regex(/^[0-9]{1,5}$/, PORT)
		.transform(Number)
		.pipe(z.int().max(65_535, PORT))
		.default(4600),
	HOST: z.string().min(1, 'must be an address, such as 127.0.0.1').default('127.0.0.1'),
	EARNEST_DATA: z.string().min(1, 'must be a folder').default('./data'),
	EARNEST_HOSTS: z
		.string()
		.transform((list) => list.split(',').map((host) => host.trim().toLowerCase()))
		.pipe(z.array(z.string().regex(/^(?:[a-z0-9.-]+|\[[0-9a-f:]+\])$/, HOSTS)))
		.optional(),
	EARNEST_LOG: z.enum(['debug', 'info', 'warn', 'error', 'silent'], 'must be debug, info, warn, error or silent').optional(),
	EARNEST_DEMO: z.enum(['on', 'off'], 'must be on or off').default('on'),
});

/** Reads the configuration from environment variables; unknown ones of ours are warned of. */
export function configure(environment: Readonly<Record<string, string | undefined>>): Configured {
	const parsed = variables.safeParse(environment);
	if (!parsed.success) {
		const faults = parsed.error.issues.map(({ path, message }) => {
			return `${String(path[0])} ${message}; it is "${environment[String(path[0])] ?? ''}"`;
		});
		return { ok: false, faults: [...new Set(faults)] };
	}
	const { PORT: port, HOST: host, EARNEST_DATA: data, EARNEST_HOSTS, EARNEST_LOG, EARNEST_DEMO } = parsed.data;
	const hosts = isLoopback(host) ? [...LOOPBACK, ...(EARNEST_HOSTS ?? [])] : (EARNEST_HOSTS ?? null);
	const configuration = { port, host, data, hosts, logLevel: EARNEST_LOG ?? null, demo: EARNEST_DEMO === 'on' };
	return { ok: true, configuration, warnings: warningsOf(environment, host) };
}

function isLoopback(host: string): boolean {
	return host === '::1' || LOOPBACK.includes(host) || /^127(?:\.[0-9]{1,3}){3}$/.test(host);
}

function warningsOf(environment: Readonly<Record<string, string | undefined>>, host: string): string[] {
	const warnings = Object.keys(environment)
		.filter((name) => name.startsWith('EARNEST_') && !(name in variables.shape) && !KNOWN_ELSEWHERE.has(name))
		.map((name) => `${name} is not a setting of Earnest and has no effect.`);
	if (!isLoopback(host)) {
		warnings.push(
			`${host} can be reached by others, and this version asks nobody who they are: put a proxy with a login before it.`,
		);
	}
	return warnings;
}

/** Settings that other parts of Earnest read. */
const KNOWN_ELSEWHERE: ReadonlySet<string> = new Set(['EARNEST_API']);
