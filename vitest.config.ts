import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The files that take minutes, the longest first. */
const LONG = [/differential/, /fuzz\.test/, /edits\.property/, /round-trip/, /process\.test/];

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

export default defineConfig({
	test: {
		include: ['*.test.ts', '{grammar,compiler,runtime,server,editor,examples,bench}/**/*.test.{ts,tsx}'],
		exclude: ['**/*.browser.test.ts', '**/node_modules/**', '**/e2e/**', '**/dist/**'],
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
