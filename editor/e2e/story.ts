/** What every story has: a server of its own run, and a page on which nothing may go wrong unnoticed. */
import { test as base, expect, type Page } from '@playwright/test';
import { type RunningServer, startServer } from './server.ts';

export { expect } from '@playwright/test';

interface StoryFixtures {
	/** What went wrong on the page so far: errors in its console, uncaught ones, requests that failed or went elsewhere. */
	readonly faults: readonly string[];
	/** Faults that a story brings about on purpose. */
	readonly expected: readonly RegExp[];
}

/** A story's server, and what its clock says when it starts. */
interface ServerFixtures {
	readonly server: RunningServer;
	/** Null for the time that it is. */
	readonly startsAtMs: number | null;
}

export const test = base.extend<StoryFixtures, ServerFixtures>({
	startsAtMs: [null, { scope: 'worker', option: true }],
	expected: [[], { option: true }],
	server: [
		async ({ startsAtMs }, use) => {
			const server = await startServer(startsAtMs);
			await use(server);
			await server.stop();
		},
		{ scope: 'worker' },
	],
	baseURL: async ({ server }, use) => use(server.url),
	faults: [
		async ({ page, server, expected }, use) => {
			const faults = listen(page, server.url);
			await use(faults);
			const unexpected = faults.filter((fault) => !expected.some((each) => each.test(fault)));
			expect(unexpected, 'nothing goes wrong on the page').toEqual([]);
		},
		{ auto: true },
	],
});

function listen(page: Page, home: string): string[] {
	const faults: string[] = [];
	page.on('console', (message) => {
		if (message.type() === 'error' || message.type() === 'warning')
			faults.push(`${message.type()}: ${message.text()} (${message.location().url})`);
	});
	page.on('pageerror', (error) => faults.push(`uncaught: ${error.stack ?? error.message}`));
	page.on('request', (request) => {
		const url = request.url();
		if (!url.startsWith(home) && !/^(data|blob|about):/.test(url)) faults.push(`request to elsewhere: ${url}`);
	});
	page.on('response', (response) => {
		if (response.status() >= 400) faults.push(`${response.status()}: ${response.request().method()} ${response.url()}`);
	});
	return faults;
}
