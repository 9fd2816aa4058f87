import { defineConfig } from '@playwright/test';
import { browserEnvironment, browserPath, LAUNCH_FLAGS } from './editor/e2e/browser.ts';

export default defineConfig({
	testDir: 'editor/e2e',
	outputDir: 'test-results',
	// One server and one browser: two cores have enough to do.
	workers: 1,
	forbidOnly: process.env['CI'] !== undefined,
	// A busy machine takes its time; what never comes is still found.
	timeout: 120_000,
	expect: { timeout: 15_000 },
	reporter: [['list']],
	use: {
		actionTimeout: 15_000,
		viewport: { width: 1_440, height: 900 },
		locale: 'en-GB',
		timezoneId: 'Asia/Dubai',
		reducedMotion: 'reduce',
		screenshot: 'only-on-failure',
		// Where a failure's screenshot and tree do not say enough: npx playwright test --trace on
		trace: 'off',
		launchOptions: { executablePath: browserPath(), args: LAUNCH_FLAGS, env: browserEnvironment() },
	},
	projects: [
		{ name: 'setup', testMatch: 'setup.ts' },
		{ name: 'stories', testMatch: '*.spec.ts', dependencies: ['setup'] },
	],
});
