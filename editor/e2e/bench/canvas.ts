/** The canvas under a hand: a change by one key, frames while it is moved about, and what many cards hold. */
import type { Page } from '@playwright/test';
import { compile } from '#compiler';
import { planOperation } from '#compiler/edits';
import { largeProgram } from '#compiler/testing';
import { type Frames, timeOf, timeOfOpening } from './page-clock.ts';
import { bringWide } from './programs.ts';
import type { Row } from './report.ts';
import { onFreshPage, pause, repeat, type Scene, type Stage } from './scene.ts';

const STEP_MS = 16;
const STEPS = 90;

export const canvas: Scene = async (stage) => [
	...planning(stage.times),
	...(await onCards(stage, 10, { cards: 15, frameMs: 20 })),
];

export const wide: Scene = (stage) => onCards(stage, 495, { cards: 500, frameMs: 50 });

/** A gesture to its edit, tried on the text: without a page, for no page shows these few moments alone. */
function planning(times: number): Row[] {
	const source = largeProgram(500);
	const { document } = compile(source);
	const values = Array.from({ length: times * 10 }, (_, index) => {
		const declaration = 5 + ((index * 37) % 490);
		const started = performance.now();
		planOperation(source, document, { kind: 'add-condition', declaration, text: `spend "Food" >= ${index}` });
		return performance.now() - started;
	});
	const whole = Array.from({ length: 5 }, () => {
		const started = performance.now();
		void compile(source).problems;
		return performance.now() - started;
	});
	return [
		// The first gestures of a process run before it has warmed up; a page has drawn a whole canvas by then.
		{
			says: 'a gesture planned, applied and read again, 500 rules (Node)',
			most: 5,
			unit: 'ms',
			values: values.slice(times),
		},
		{ says: 'baseline: the whole text read and checked, 500 rules (Node)', most: null, unit: 'ms', values: whole },
	];
}

interface Size {
	readonly cards: number;
	readonly frameMs: number;
}

async function onCards(stage: Stage, conditions: number, { cards, frameMs }: Size): Promise<Row[]> {
	const { id } = await bringWide(stage.server, conditions);
	return onFreshPage(stage, async (page) => {
		const opened = await timeOfOpening(page, `${stage.server}programs/${id}/rules/Wide`, { selector: '[data-card]' });
		await page.evaluate(() => window.pageClock.idle());
		await pause(page, 1_500);
		const heap = await heapOf(page);
		const changed = await changes(page, conditions, Math.min(stage.times, 12));
		await page.mouse.move(500, 300);
		const panned = await frames(page, () => page.mouse.wheel(3, 5));
		const dragged = await drags(page);
		return [
			{ says: `a rule of ${cards} cards is opened, cold`, most: null, unit: 'ms', values: [opened] },
			{ says: `a key on a card to the changed picture, ${cards} cards`, most: 100, unit: 'ms', values: changed },
			{ says: `frames while the canvas is moved, ${cards} cards`, most: frameMs, unit: 'ms', values: panned.apart },
			{ says: `frames while a card is dragged, ${cards} cards`, most: frameMs, unit: 'ms', values: dragged.apart },
			{
				says: `long tasks meanwhile, ${cards} cards`,
				most: 50,
				unit: 'ms',
				// None at all took no time.
				values: [0, ...panned.longTasks, ...dragged.longTasks],
			},
			{ says: `what the page holds, ${cards} cards`, most: 250, unit: 'MB', values: [heap] },
		];
	});
}

/** A condition is doubled and taken out again. */
async function changes(page: Page, conditions: number, times: number): Promise<number[]> {
	const cards = page.getByRole('region', { name: 'Conditions' }).locator('[data-card]');
	await cards.first().focus();
	return repeat(times, async (index) => {
		await pause(page, 400);
		const isDoubled = index % 2 === 0;
		// The heading of the lane counts them.
		const sight = { selector: '[aria-label="Conditions"] p', text: `(${conditions + (isDoubled ? 1 : 0)})` };
		// The new card opens its picker.
		await page.keyboard.press('Escape');
		await cards.first().focus();
		return timeOf(page, sight, () => page.keyboard.press(isDoubled ? 'Control+d' : 'Delete'));
	});
}

/** A condition is carried up and down, and put back. */
async function drags(page: Page): Promise<Frames> {
	await page.keyboard.press('Escape');
	// To where the canvas began.
	await page.mouse.wheel(-3 * STEPS, -5 * STEPS);
	await pause(page, 500);
	const box = await page.getByRole('region', { name: 'Conditions' }).locator('[data-card]').first().boundingBox();
	if (!box) throw new Error('There is no card to drag');
	const [x, y] = [box.x + 12, box.y + 12];
	await page.mouse.move(x, y);
	await page.mouse.down();
	const found = await frames(page, (step) => page.mouse.move(x + (step % 7), y + 90 * Math.abs(Math.sin(step / 12))));
	await page.keyboard.press('Escape');
	await page.mouse.up();
	return found;
}

/** Frames and long tasks while something is done over and over again. */
async function frames(page: Page, act: (step: number) => Promise<void>): Promise<Frames> {
	await pause(page, 300);
	await page.evaluate(() => window.pageClock.watchFrames());
	for (let step = 0; step < STEPS; step++) {
		const until = performance.now() + STEP_MS;
		await act(step);
		await pause(page, Math.max(0, until - performance.now()));
	}
	return page.evaluate(() => window.pageClock.frames());
}

async function heapOf(page: Page): Promise<number> {
	const session = await page.context().newCDPSession(page);
	await session.send('HeapProfiler.collectGarbage');
	const { usedSize } = await session.send('Runtime.getHeapUsage');
	return usedSize / 1e6;
}
