import type { CatalogCache } from './catalog.ts';
import type { Fault } from './fault.ts';
import type { PreparedPrograms, Runnable } from './prepared.ts';
import type { Stores, StoredVersion } from './stores.ts';

/** Everything that an engine works with: the world enters here. */
export interface World {
	readonly stores: Stores;
	/** Now, in milliseconds since 1970-01-01T00:00Z. */
	readonly now: () => number;
	/** SHA-256 of a text's UTF-8 bytes, hexadecimal. */
	readonly hash: (text: string) => string;
	readonly programs: PreparedPrograms;
	readonly catalogs: CatalogCache;
}

/** A published version to evaluate by, and what is wrong with the transaction's moment, if anything. */
export interface VersionChoice {
	readonly version: StoredVersion;
	readonly runnable: Runnable;
	readonly faults: readonly Fault[];
}

/**
 * The version in force at the transaction's moment. Where the moment is unreadable or too early, the nearest version is taken,
 * so that everything else can still be checked. Null where nothing was ever published.
 */
export async function chooseVersion(world: World, program: string, atMs: number | null): Promise<VersionChoice | null> {
	const { programs } = world.stores;
	const inForce = await programs.versionInForce(program, atMs ?? world.now());
	if (inForce) return { version: inForce, runnable: runnableOf(world, inForce), faults: [] };
	const first = (await programs.versions(program)).at(-1);
	if (!first) return null;
	const since = new Date(first.inForceFromMs).toISOString();
	const message = `No version of the program was in force at that moment; the first one is since \`${since}\`.`;
	const faults: Fault[] = atMs === null ? [] : [{ path: '/at', code: 'no-version-in-force', message }];
	return { version: first, runnable: runnableOf(world, first), faults };
}

/** The compiled program of a published version. */
export function runnableOf(world: World, version: StoredVersion): Runnable {
	const { runnable, notRecorded } = world.programs.get(version.text, version.hash);
	// Only what can be recorded is published, so this is a fault of Earnest, never of whoever sent the transaction.
	if (!runnable) throw new Error(`Version ${version.version} (${version.hash}) was published and no longer compiles`);
	const [first] = notRecorded;
	if (first)
		throw new Error(`Version ${version.version} (${version.hash}) was published and cannot be recorded: ${first.message}`);
	return runnable;
}
