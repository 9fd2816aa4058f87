import { defineConfig } from 'vitest/config';

export default defineConfig({
	test: {
		include: ['*.test.ts', '{grammar,compiler,runtime,server,editor,examples,bench}/**/*.test.{ts,tsx}'],
		exclude: ['**/node_modules/**', '**/e2e/**', '**/dist/**'],
		testTimeout: 30_000,
	},
});
