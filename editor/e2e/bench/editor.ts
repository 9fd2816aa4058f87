/** The bench of the editor: a built editor, a server and a browser, and from a person's input to the frame that answers it. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { bringBrowser, browserEnvironment, browserPath, LAUNCH_FLAGS } from '../browser.ts';
import { startServer } from '../server.ts';
import { baselines } from './baselines.ts';
import { canvas, wide } from './canvas.ts';
import { rules, stores } from './lists.ts';
import { opening, preview, text } from './opening.ts';
import { machineWords, renderRows } from './report.ts';
import type { Scene } from './scene.ts';
import { following, typing } from './typing.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const scenes: Readonly<Record<string, Scene>> = {
	typing,
	following,
	canvas,
	wide,
	opening,
	preview,
	text,
	stores,
	rules,
};

const { values: options, positionals } = parseArgs({
	allowPositionals: true,
	options: { times: { type: 'string', default: '30' } },
});

/** The scenes that were asked for; all of them where none was named. */
function chosenScenes(): readonly [string, Scene][] {
	const strangers = positionals.filter((name) => !(name in scenes));
	if (strangers.length > 0)
		throw new Error(`There is no scene ${strangers.join(', ')}; there are ${Object.keys(scenes).join(', ')}.`);
	return Object.entries(scenes).filter(([name]) => positionals.length === 0 || positionals.includes(name));
}

async function main(): Promise<void> {
	const chosen = chosenScenes();
	execFileSync(process.execPath, ['--import', 'tsx', 'server/build.ts', '--if-stale'], { cwd: ROOT, stdio: 'inherit' });
	await bringBrowser();
	const server = await startServer();
	const browser = await chromium.launch({ executablePath: browserPath(), args: LAUNCH_FLAGS, env: browserEnvironment() });
	try {
		console.log(`${machineWords()}, Chromium ${browser.version()}`);
		const stage = { browser, server: server.url, times: Number(options.times) };
		for (const [name, scene] of [['baselines', baselines] as const, ...chosen]) {
			try {
				console.log(`\n${name}\n${renderRows(await scene(stage))}`);
			} catch (fault) {
				// The other scenes can be measured all the same.
				process.exitCode = 1;
				console.error(`\n${name}\n${String(fault)}`);
			}
		}
	} finally {
		await browser.close();
		await server.stop();
	}
	console.log(`\n${machineWords()}`);
}

await main();
