/** Where the harness with the other engines is: copied once into the cache, with its packages and its workload. */
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const cache = join(root, '.cache', 'peers');

/** Where the harness is looked for when nobody says. */
export const DEFAULT_HARNESS = '../shared/bench';

/** Why the harness cannot be used, in words for people. */
export class HarnessFault extends Error {}

/**
 * Copies the harness into the cache, installs its packages there and generates its workload, each only where it is not there
 * yet. Answers with the folder of the copy.
 */
export async function prepareHarness(source: string | undefined, sizes: readonly number[]): Promise<string> {
	const from = resolve(root, source ?? DEFAULT_HARNESS);
	if (noted('copied') !== from) copy(from);
	if (noted('installed') !== from) {
		process.stderr.write(`Installing the other engines in ${cache}, once …\n`);
		// Scripts are not needed: no engine that is measured here builds anything.
		await run(npm(), ['install', '--ignore-scripts', '--no-audit', '--no-fund'], cache);
		note('installed', from);
	}
	const missing = sizes.filter((size) => !existsSync(join(cache, 'data', `${size}`, 'expected.json')));
	if (missing.length > 0) {
		process.stderr.write(`Generating the workload of ${missing.join(', ')} rules …\n`);
		await run(process.execPath, ['workload/write.mjs', '--sizes', missing.join(','), '--out', 'data'], cache);
	}
	return cache;
}

function copy(from: string): void {
	if (!existsSync(join(from, 'engines', 'index.mjs'))) {
		throw new HarnessFault(
			`There is no harness in ${from}: it brings the other engines and the workload, and this project does not hold them. ` +
				'Name its folder with --harness FOLDER or EARNEST_HARNESS.',
		);
	}
	mkdirSync(cache, { recursive: true });
	const isWanted = (path: string) => !/[\\/](?:node_modules|data|results)(?:[\\/]|$)/.test(path.slice(from.length));
	cpSync(from, cache, { recursive: true, filter: isWanted });
	note('copied', from);
}

/** A step notes where its harness came from when it is done: one that was broken off, or of another harness, is done again. */
function note(step: string, from: string): void {
	writeFileSync(join(cache, step), from);
}

function noted(step: string): string | null {
	const file = join(cache, step);
	return existsSync(file) ? readFileSync(file, 'utf8') : null;
}

function npm(): string {
	return process.platform === 'win32' ? 'npm.cmd' : 'npm';
}

function run(command: string, args: readonly string[], folder: string): Promise<void> {
	return new Promise((done, failed) => {
		const child = spawn(command, args, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
		child.on('error', failed);
		child.on('close', (code) => {
			if (code === 0) done();
			else failed(new HarnessFault(`${command} ${args[0]} ended with ${code} in ${folder}`));
		});
	});
}
