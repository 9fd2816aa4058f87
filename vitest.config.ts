import { dirname } from 'node:path';
import { build, type Plugin, type Rolldown } from 'vite';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The files that do the same many thousand times, the longest first. */
const REPEATING = [
	/differential.*\.test/,
	/edits\.property\.test/,
	/round-trip.*\.test/,
	/fuzz\.test/,
	/edits\/format\.property\.test/,
	/incremental\/incremental\.test/,
	/snapshot\.test/,
	/reachability\.test/,
	/service\.property\.test/,
	/across\.test/,
	/analyse\/conditions\.test/,
];
/** The files that take long, the longest first; one of them waits for other processes more than it works. */
const LONG = [...REPEATING.slice(0, 4), /process\.test/, ...REPEATING.slice(4), /evaluate-many\.test/];

/** What takes longest begins first: at the end no processor waits for another. */
class LongestFirst extends BaseSequencer {
	override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
		const rank = ({ moduleId }: TestSpecification) => {
			const place = LONG.findIndex((name) => name.test(moduleId));
			return place < 0 ? LONG.length : place;
		};
		return Promise.resolve(files.toSorted((a, b) => rank(a) - rank(b)));
	}
}

/**
 * Reads a test as one piece with what it imports of this house. Otherwise each call from one module to another goes by a getter of
 * the test runner, which takes a fifth of the time of what is done very often.
 */
const inOnePiece: Plugin = {
	name: 'tests in one piece',
	enforce: 'pre',
	async load(id) {
		if (!REPEATING.some((name) => name.test(id))) return null;
		const result = await build({
			configFile: false,
			logLevel: 'warn',
			// Nothing is written: the folder is what the places in a failure's trace are relative to.
			build: {
				ssr: id,
				outDir: dirname(id),
				write: false,
				emptyOutDir: false,
				sourcemap: true,
				minify: false,
				target: 'node20',
			},
		});
		const {
			output: [{ code, map }],
		} = result as Rolldown.RolldownOutput;
		return { code, map };
	},
};

export default defineConfig({
	plugins: [inOnePiece],
	test: {
		include: ['*.test.ts', '{grammar,compiler,runtime,server,editor,examples,bench}/**/*.test.{ts,tsx}'],
		exclude: ['**/*.browser.test.ts', '**/node_modules/**', '**/e2e/**', '**/dist/**'],
		// Where much is made and soon forgotten, less of it is moved about.
		execArgv: ['--max-semi-space-size=64'],
		// Of two processors vitest would leave one idle.
		maxWorkers: '100%',
		sequence: { sequencer: LongestFirst },
		// Files share the modules that they import: reading these again for each took a fifth of the time, and no test changes them.
		isolate: false,
		// It ends what hangs, and must not end what is slow on a busy machine.
		testTimeout: 1_200_000,
		hookTimeout: 1_200_000,
	},
});
