/** What the scenes of the bench share: a browser, a server, and how a page is opened. */
import type { Browser, Page } from '@playwright/test';
import { installClock } from './page-clock.ts';
import type { Row } from './report.ts';

/** The stage that every scene is given. */
export interface Stage {
	readonly browser: Browser;
	/** The server's address, with a slash at its end. */
	readonly server: string;
	/** How often what can be repeated is repeated. */
	readonly times: number;
}

/** A part of the bench that can be run by itself. */
export type Scene = (stage: Stage) => Promise<readonly Row[]>;

/** Does something on a page of a browser profile that nobody has used before: nothing is cached, nothing remembered. */
export async function onFreshPage<T>({ browser }: Stage, act: (page: Page) => Promise<T>): Promise<T> {
	const context = await browser.newContext({
		viewport: { width: 1_440, height: 900 },
		locale: 'en-GB',
		timezoneId: 'Asia/Dubai',
		reducedMotion: 'reduce',
	});
	try {
		const page = await context.newPage();
		await installClock(page);
		return await act(page);
	} finally {
		await context.close();
	}
}

/** Repeats something and gathers what it answers. */
export async function repeat(times: number, act: (index: number) => Promise<number>): Promise<number[]> {
	const values: number[] = [];
	for (let index = 0; index < times; index++) values.push(await act(index));
	return values;
}

/** Somebody's pause between two actions, so that one is over when the next begins. */
export const pause = (page: Page, forMs: number): Promise<void> => page.waitForTimeout(forMs);
