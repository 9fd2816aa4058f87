import { expect, test } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { bringBrowser, browserPath } from './browser.ts';

const ROOT = join(import.meta.dirname, '..', '..');

test('a browser is at hand', async () => {
	await bringBrowser();
	expect(existsSync(browserPath())).toBe(true);
});

test('the build is as new as its sources', () => {
	test.setTimeout(180_000);
	execFileSync(process.execPath, ['--import', 'tsx', 'server/build.ts', '--if-stale'], { cwd: ROOT, stdio: 'inherit' });
	expect(existsSync(join(ROOT, 'dist/editor/index.html'))).toBe(true);
});
