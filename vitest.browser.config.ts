/** The conformance cases in a real browser, on a page whose policy forbids code from strings. */
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { bringBrowser, browserEnvironment, browserPath, LAUNCH_FLAGS } from './editor/e2e/browser.ts';

await bringBrowser();

/** Scripts of the page's own server, and none made from strings: there is no `unsafe-eval`. */
const POLICY =
	"default-src 'self' data: blob: ws:; script-src 'self' 'unsafe-inline' blob:; style-src 'self' 'unsafe-inline'";

export default defineConfig({
	cacheDir: '.cache/vitest-browser',
	server: { headers: { 'content-security-policy': POLICY } },
	test: {
		include: ['{compiler,examples}/**/*.browser.test.ts'],
		testTimeout: 300_000,
		browser: {
			enabled: true,
			headless: true,
			screenshotFailures: false,
			provider: playwright({
				launchOptions: { executablePath: browserPath(), args: [...LAUNCH_FLAGS], env: browserEnvironment() },
			}),
			instances: [{ browser: 'chromium' }],
		},
	},
});
