/**
 * Builds the server and the editor into dist/. With `--if-stale` only what is older than its sources, so that `npm start` on a
 * finished build costs nothing.
 */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

interface Target {
	readonly name: string;
	/** A file that every build writes. */
	readonly product: string;
	readonly sources: readonly string[];
	readonly config: string;
}

const root = fileURLToPath(new URL('..', import.meta.url));
const EVERYWHERE = ['grammar', 'compiler', 'package.json', 'package-lock.json'];
const TARGETS: readonly Target[] = [
	{
		name: 'server',
		product: 'dist/server/main.js',
		sources: [...EVERYWHERE, 'runtime', 'server', 'examples'],
		config: 'server/vite.config.ts',
	},
	{
		name: 'editor',
		product: 'dist/editor/index.html',
		sources: [...EVERYWHERE, 'editor', 'server/contract.ts'],
		config: 'editor/vite.config.ts',
	},
];

/** Says whether a target has never been built, or a source has changed since. */
function isStale({ product, sources }: Target): boolean {
	const built = join(root, product);
	if (!existsSync(built)) return true;
	const builtMs = statSync(built).mtimeMs;
	return sources.some((source) => newestMs(join(root, source)) > builtMs);
}

function newestMs(path: string): number {
	const status = statSync(path);
	if (!status.isDirectory()) return /\.(?:test|bench)\.tsx?$/.test(path) ? 0 : status.mtimeMs;
	const inside = readdirSync(path).filter((name) => name !== 'node_modules' && name !== 'e2e');
	// The folder's own time changes when something in it is deleted.
	return Math.max(status.mtimeMs, ...inside.map((name) => newestMs(join(path, name))));
}

const onlyStale = process.argv.includes('--if-stale');
for (const target of TARGETS) {
	if (onlyStale && !isStale(target)) continue;
	// Only now: where nothing is stale, starting Vite would be most of the time.
	const { build } = await import('vite');
	process.stdout.write(`Building the ${target.name} …\n`);
	await build({ configFile: join(root, target.config), logLevel: 'warn' });
}
