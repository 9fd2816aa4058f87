/** What every story has: a server of its own run, and a page on which nothing may go wrong unnoticed. */
import { test as base, expect, type Page } from '@playwright/test';
import type { ProgramDetail, VersionDetail } from '#server/contract';
import { type RunningServer, startServer } from './server.ts';

export { expect } from '@playwright/test';

interface StoryFixtures {
	/** The draft of the demo is as the demo came, whatever an earlier story wrote or published. */
	readonly freshDraft: void;
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
	freshDraft: [
		async ({ server }, use) => {
			await resetDemo(`${server.url}v1/programs/bluebird-cafe`);
			await use();
		},
		{ auto: true },
	],
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

async function resetDemo(program: string): Promise<void> {
	const read = async <Body>(url: string) => (await (await fetch(url)).json()) as Body;
	const { draft } = await read<ProgramDetail>(program);
	const { text } = await read<VersionDetail>(`${program}/versions/1`);
	if (text === draft.text) return;
	const reply = await fetch(`${program}/draft`, {
		method: 'PUT',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ text, baseRevision: draft.revision }),
	});
	if (!reply.ok) throw new Error(`The draft of the demo was not reset: ${await reply.text()}`);
}

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
