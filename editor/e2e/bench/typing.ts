/** From a key in the text to what it brings about, in programs of several sizes. */
import type { Page } from '@playwright/test';
import { timeOf, timeOfOpening } from './page-clock.ts';
import { bringLarge, RULE_OF } from './programs.ts';
import type { Row } from './report.ts';
import { onFreshPage, pause, repeat, type Scene, type Stage } from './scene.ts';

/** A pause in which everything that a key brings about is done: the reading, the preview, what may be completed. */
const BETWEEN_MS = 350;
/** How far apart the keys of somebody are who types fast. */
const FAST_MS = 70;
const MARKER = '.squiggly-error';

export const typing: Scene = async (stage) => [...(await markers(stage, 50, 50)), ...(await markers(stage, 500, 150))];

export const following: Scene = async (stage) => [...(await cards(stage, 50)), ...(await cards(stage, 500))];

/** A name is made wrong and right again by one key each; a comment is written at speed. */
async function markers(stage: Stage, rules: number, most: number): Promise<Row[]> {
	const { id, text } = await bringLarge(stage.server, rules);
	return onFreshPage(stage, async (page) => {
		await openAt(page, stage, id, text, rules, 'text', 'spend "');
		await page.keyboard.press('End');
		for (const key of ['ArrowLeft', 'ArrowLeft']) await page.keyboard.press(key);
		const wrong: number[] = [];
		const right: number[] = [];
		for (let index = 0; index < stage.times; index++) {
			await pause(page, BETWEEN_MS);
			wrong.push(await timeOf(page, { selector: MARKER }, () => page.keyboard.press('x')));
			await pause(page, BETWEEN_MS);
			right.push(await timeOf(page, { selector: MARKER, absent: true }, () => page.keyboard.press('Backspace')));
		}
		const letters = await ownLetters(page, stage.times);
		return [
			{ says: `a key to its marker, ${rules} rules`, most, unit: 'ms', values: wrong },
			{ says: `a key to its marker gone, ${rules} rules`, most, unit: 'ms', values: right },
			{ says: `a key of fast typing to its own letter, ${rules} rules`, most: 100, unit: 'ms', values: letters },
		];
	});
}

async function ownLetters(page: Page, times: number): Promise<number[]> {
	await page.keyboard.press('End');
	await page.keyboard.type(' // ');
	return repeat(times, async (index) => {
		const typed = 'abcdefghij'.slice(0, (index % 10) + 1);
		await pause(page, FAST_MS);
		if (index % 10 === 0) await page.keyboard.type(' ');
		return timeOf(page, { selector: '.view-line', text: ` ${typed}` }, () => page.keyboard.press(typed.at(-1) ?? ''));
	});
}

/** A digit in the text to the card that shows it. */
async function cards(stage: Stage, rules: number): Promise<Row[]> {
	const { id, text } = await bringLarge(stage.server, rules + 1);
	return onFreshPage(stage, async (page) => {
		await openAt(page, stage, id, text, rules + 1, 'split', '  priority');
		const [, priority = ''] = /priority (\d+)/.exec(text.slice(placeIn(text, rules + 1, '  priority'))) ?? [];
		await page.keyboard.press('End');
		const values: number[] = [];
		for (let index = 0; index < stage.times; index++) {
			await pause(page, BETWEEN_MS);
			const sight = { selector: '[data-card]', text: `${priority}7` };
			values.push(await timeOf(page, sight, () => page.keyboard.press('7')));
			await pause(page, BETWEEN_MS);
			values.push(await timeOf(page, { ...sight, absent: true }, () => page.keyboard.press('Backspace')));
		}
		return [{ says: `a key in the text to its card, ${rules} rules`, most: 100, unit: 'ms', values }];
	});
}

async function openAt(
	page: Page,
	{ server }: Stage,
	program: string,
	text: string,
	rules: number,
	view: 'text' | 'split',
	place: string,
): Promise<void> {
	const at = placeIn(text, rules, place);
	const url = `${server}programs/${program}/rules/${encodeURIComponent(RULE_OF(rules))}?view=${view}&at=${at}`;
	await timeOfOpening(page, url, { selector: '.monaco-editor.focused .view-line' });
	await page.evaluate(() => window.pageClock.idle());
	// Hints and lines above declarations come when the page is at rest.
	await pause(page, 2_000);
}

function placeIn(text: string, rules: number, place: string): number {
	return text.indexOf(place, text.indexOf(`rule "${RULE_OF(rules)}"`));
}
