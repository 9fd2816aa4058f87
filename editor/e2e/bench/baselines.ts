/** What this machine needs for nothing at all: frames of an empty page, a key in an empty field, a canvas of the library alone. */
import type { Page } from '@playwright/test';
import { BARE_BOX, withBareCanvas } from './bare-canvas.ts';
import { timeOf, timeOfOpening } from './page-clock.ts';
import type { Row } from './report.ts';
import { onFreshPage, pause, repeat, type Scene } from './scene.ts';

export const baselines: Scene = async (stage) => [
	...(await onFreshPage(stage, onEmptyPage)),
	{
		says: 'baseline: an empty page of the server is opened',
		most: null,
		unit: 'ms',
		values: await repeat(Math.ceil(stage.times / 5), () =>
			onFreshPage(stage, (page) => timeOfOpening(page, `${stage.server}livez`, { selector: 'html' })),
		),
	},
	{
		says: 'baseline: a cold page to twelve boxes of the drawing library alone',
		most: null,
		unit: 'ms',
		values: await withBareCanvas((url) =>
			repeat(Math.ceil(stage.times / 5), () => onFreshPage(stage, (page) => timeOfOpening(page, url, BARE_BOX))),
		),
	},
];

async function onEmptyPage(page: Page): Promise<Row[]> {
	await page.goto('data:text/html,<textarea></textarea><output></output>');
	await page.evaluate(() => {
		const [field, echo] = [document.querySelector('textarea'), document.querySelector('output')];
		field?.addEventListener('input', () => echo?.replaceChildren(field.value));
	});
	await page.locator('textarea').focus();
	const keys = await repeat(40, async (index) => {
		await pause(page, 50);
		return timeOf(page, { selector: 'output', text: 'x'.repeat(index + 1) }, () => page.keyboard.press('x'));
	});
	await page.evaluate(() => window.pageClock.watchFrames());
	await pause(page, 1_500);
	const { apart } = await page.evaluate(() => window.pageClock.frames());
	return [
		{ says: 'baseline: frames of an empty page', most: null, unit: 'ms', values: apart },
		{ says: 'baseline: a key in an empty field', most: null, unit: 'ms', values: keys },
	];
}
