/** `npm run bench:peers`: Earnest beside other engines, on the same rules and the same transactions. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'vite';
import { renderBars } from './bars.ts';
import { DEFAULT_HARNESS, HarnessFault, prepareHarness } from './harness.ts';
import { LIMIT, renderTables } from './report.ts';
import { runCourse } from './rounds.ts';
import { EARNEST } from './subject.ts';

const ENGINES = [EARNEST, LIMIT, 'json-logic-engine-compiled', 'zen-table', 'json-rules-engine-priority'];
const SIZES = [10, 100, 1_000, 10_000];
const HELP = `npm run bench:peers -- [options]

  --harness FOLDER   where the other engines and the workload are (EARNEST_HARNESS, else ${DEFAULT_HARNESS})
  --sizes 10,1000    numbers of rules (${SIZES.join(',')})
  --engines a,b      engines of the harness, and ${EARNEST} (${ENGINES.join(',')})
  --rounds N         rounds of which the median is told (3)
  --quick            short rounds, one where nothing else is said; answers are checked for a few seconds only
  --json FILE        writes everything that was measured
`;

const root = fileURLToPath(new URL('..', import.meta.url));

/** Bundles the measuring process as the server is bundled: what is measured is what ships. */
async function bundle(): Promise<string> {
	const outDir = join(root, '.cache', 'bench');
	await build({
		configFile: false,
		root,
		cacheDir: join(root, '.cache', 'vite-bench'),
		logLevel: 'warn',
		publicDir: false,
		build: {
			ssr: true,
			outDir,
			emptyOutDir: true,
			target: 'node20',
			minify: false,
			rollupOptions: { input: join(root, 'bench', 'measure.ts'), output: { entryFileNames: '[name].mjs' } },
		},
	});
	return join(outDir, 'measure.mjs');
}

async function main(): Promise<void> {
	const { values } = parseArgs({
		options: {
			harness: { type: 'string' },
			sizes: { type: 'string' },
			engines: { type: 'string' },
			rounds: { type: 'string' },
			quick: { type: 'boolean', default: false },
			json: { type: 'string' },
			help: { type: 'boolean', default: false },
		},
	});
	if (values.help) {
		process.stdout.write(HELP);
		return;
	}
	const sizes = values.sizes?.split(',').map(Number) ?? SIZES;
	const course = {
		engines: values.engines?.split(',') ?? ENGINES,
		sizes,
		rounds: Number(values.rounds ?? (values.quick ? 1 : 3)),
		isQuick: values.quick,
		harness: await prepareHarness(values.harness ?? process.env['EARNEST_HARNESS'], sizes),
		child: await bundle(),
	};
	const found = await runCourse(course, (step) => process.stderr.write(`${step}\n`));
	if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(found, null, 1)}\n`);
	process.stdout.write(`\n${renderTables(found)}\n\n${renderBars(found)}\n`);
}

try {
	await main();
} catch (error) {
	if (!(error instanceof HarnessFault) && !isUsageFault(error)) throw error;
	process.stderr.write(`${(error as Error).message}\n`);
	process.exitCode = 1;
}

function isUsageFault(error: unknown): boolean {
	return error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}
