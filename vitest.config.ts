import { defineConfig } from 'vitest/config';

export default defineConfig({
	test: {
		include: ['*.test.ts', '{grammar,compiler,runtime,server,editor,examples,bench}/**/*.test.{ts,tsx}'],
		exclude: ['**/*.browser.test.ts', '**/node_modules/**', '**/e2e/**', '**/dist/**'],
		// Of two processors vitest would leave one idle.
		maxWorkers: '100%',
		// Files share the modules that they import: reading these again for each took a fifth of the time, and no test changes them.
		isolate: false,
		// It ends what hangs, and must not end what is slow on a busy machine.
		testTimeout: 1_200_000,
		hookTimeout: 1_200_000,
	},
});
