/** From an address or a press to what was asked for: the canvas without Monaco, the text, the preview. */
import type { Page } from '@playwright/test';
import { type Sight, timeOf, timeOfOpening } from './page-clock.ts';
import { onFreshPage, pause, repeat, type Scene, type Stage } from './scene.ts';

const RULE = 'programs/bluebird-cafe/rules/Lunch%20rush';
const CARD = { selector: '[data-card]', text: 'Mon to Fri' } satisfies Sight;
/** Coloured words of the text. */
const TEXT = { selector: '.view-line span[class*="mtk"]', text: 'Lunch rush' } satisfies Sight;
/** What the sample earns by the rule, and the dot on the plot that says the same. */
const RESULT = { selector: '[data-panel="result"] dl' } satisfies Sight;
const PLOT = { selector: '[data-panel="curve"] [role="slider"]' } satisfies Sight;

const coldTimes = ({ times }: Stage) => Math.max(3, Math.ceil(times / 6));
const cold = (stage: Stage, act: (page: Page) => Promise<number>) => repeat(coldTimes(stage), () => onFreshPage(stage, act));

/** A rule is opened by somebody who was never here before. */
export const opening: Scene = async (stage) => {
	const painted: number[] = [];
	const rested = await cold(stage, async (page) => {
		painted.push(await timeOfOpening(page, stage.server + RULE, CARD));
		return page.evaluate(() => window.pageClock.idle());
	});
	const results: number[] = [];
	const plots = await cold(stage, async (page) => {
		results.push(await timeOfOpening(page, stage.server + RULE, RESULT));
		await page.evaluate((wanted) => window.pageClock.waitFor(wanted, 'navigation'), PLOT);
		return page.evaluate(() => window.pageClock.seen());
	});
	return [
		{ says: 'a cold page to its canvas painted', most: null, unit: 'ms', values: painted },
		{ says: 'a cold page to its canvas at rest, without Monaco', most: 1_500, unit: 'ms', values: rested },
		{ says: 'a cold page to what the sample earns', most: null, unit: 'ms', values: results },
		{ says: 'a cold page to what the sample earns and its plot', most: null, unit: 'ms', values: plots },
	];
};

/** What a sample earns, once the page is at rest. */
export const preview: Scene = async (stage) => [
	{
		says: 'a changed sample to what it earns',
		most: 100,
		unit: 'ms',
		values: await onFreshPage(stage, (page) => samples(page, stage)),
	},
];

/** Somebody who draws asks for the text. */
export const text: Scene = async (stage) => [
	{
		says: 'a press on “Text” to the text, never opened before',
		most: 1_000,
		unit: 'ms',
		values: await cold(stage, textOn(stage)),
	},
	{
		says: 'a press on “Text” to the text, opened earlier',
		most: 1_000,
		unit: 'ms',
		values: await onFreshPage(stage, (page) => textAgain(page, stage, coldTimes(stage))),
	},
];

function textOn(stage: Stage): (page: Page) => Promise<number> {
	return async (page) => {
		await timeOfOpening(page, stage.server + RULE, RESULT);
		await page.evaluate(() => window.pageClock.idle());
		return pressText(page);
	};
}

/** Somebody who has used the text before comes back: each time a page is loaded anew. */
async function textAgain(page: Page, stage: Stage, times: number): Promise<number[]> {
	await textOn(stage)(page);
	return repeat(times, async () => {
		await timeOfOpening(page, stage.server + RULE, RESULT);
		await pause(page, 1_000);
		return pressText(page);
	});
}

async function pressText(page: Page): Promise<number> {
	const label = page.getByRole('radiogroup', { name: 'View' }).getByText('Text');
	return timeOf(page, TEXT, () => label.click());
}

/** The amount of the first line of the receipt goes up by one and down again, and with it the points. */
async function samples(page: Page, stage: Stage): Promise<number[]> {
	await timeOfOpening(page, stage.server + RULE, RESULT);
	await pause(page, 1_000);
	const amount = page
		.getByRole('region', { name: 'Receipt' })
		.getByRole('textbox', { name: /amount/i })
		.first();
	await amount.click();
	const total = page.locator('[data-panel="result"] [data-total] dd').first();
	return repeat(stage.times, async (index) => {
		await pause(page, 300);
		const before = (await total.textContent()) ?? '';
		const sight = { selector: '[data-panel="result"] [data-total] dd', text: before, absent: true };
		return timeOf(page, sight, () => page.keyboard.press(index % 2 === 0 ? 'ArrowUp' : 'ArrowDown'));
	});
}
