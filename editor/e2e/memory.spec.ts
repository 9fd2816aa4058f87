/** What a page holds: nothing of a rule that was left, and little enough of a rule of five hundred cards. */
import type { CDPSession, Page } from '@playwright/test';
import { expect, test } from './story.ts';

const HOME = '/programs/bluebird-cafe';
const CANVAS = { path: `${HOME}/rules/Lunch%20rush`, shows: '[data-card="condition-1"]' };
const TEXT = { path: `${HOME}/rules/Lunch%20rush?view=text`, shows: '.view-line' };
const LIST = { path: HOME, shows: 'tbody a' };

/** What is kept on purpose is there after a few: code, caches, pools. */
const WARM_UP = 15;
const CYCLES = 35;
/** What a cycle may leave behind on average; a canvas that stays is half a megabyte and six hundred nodes. */
const MOST_BYTES = 120_000;
const MOST_NODES = 40;
const MOST_LISTENERS = 8;
const MOST_BYTES_OF_500_CARDS = 250 * 2 ** 20;

interface Place {
	readonly path: string;
	/** What is there when the place is. */
	readonly shows: string;
}

/** What a page holds after its waste was collected. */
interface Held {
	readonly bytes: number;
	readonly nodes: number;
	readonly listeners: number;
}

test('a rule that is opened fifty times leaves nothing behind', async ({ page }) => {
	await page.goto(HOME);
	await expect(page.getByRole('link', { name: 'Lunch rush' })).toBeVisible();
	const session = await page.context().newCDPSession(page);
	// The text is heavy: every fifth time is enough to see whether it stays.
	const cycles = (count: number) =>
		Array.from({ length: count }, (_, index) => (index % 5 === 4 ? [CANVAS, TEXT, LIST] : [CANVAS, LIST])).flat();
	await walk(page, cycles(WARM_UP));
	const before = await heldBy(session);
	await walk(page, cycles(CYCLES));
	const after = await heldBy(session);
	const grown = (what: keyof Held) => Math.round((after[what] - before[what]) / CYCLES);
	expect.soft(grown('bytes'), 'bytes a cycle').toBeLessThanOrEqual(MOST_BYTES);
	expect.soft(grown('nodes'), 'nodes a cycle').toBeLessThanOrEqual(MOST_NODES);
	expect.soft(grown('listeners'), 'listeners a cycle').toBeLessThanOrEqual(MOST_LISTENERS);
	// Each is a hundred nodes and more, and is let go of with others or not at all.
	expect.soft(await closedTexts(session), 'texts that are closed and yet held').toEqual([]);
});

test('five hundred cards take less than a quarter of a gigabyte, and one out of view can have the focus', async ({
	page,
	request,
}) => {
	const conditions = Array.from({ length: 500 }, (_, index) => `    spend "All" >= ${index + 1}`).join('\n');
	const text = `program "Large" {
  currency AED
  timezone "Asia/Dubai"
}

filter "All" = total

rule "Long" {
  when {
${conditions}
  }
  earn 10
}
`;
	expect((await request.post('/v1/programs', { data: { id: 'large', text } })).status()).toBe(201);
	await page.goto('/programs/large/rules/Long');
	await expect(page.locator('[data-card^="condition-"]')).toHaveCount(500);
	const { bytes } = await heldBy(await page.context().newCDPSession(page));
	expect(bytes).toBeLessThan(MOST_BYTES_OF_500_CARDS);
	// It was drawn as its words alone until then.
	const far = page.locator('[data-card="condition-400"]');
	await far.focus();
	await expect(far).toBeFocused();
	await expect(far.getByRole('button').first()).toBeAttached();
});

/** Goes to one place after the other as links do, and on as soon as something is there. */
function walk(page: Page, places: readonly Place[]): Promise<void> {
	return page.evaluate(async (all) => {
		const frame = () => new Promise((done) => requestAnimationFrame(done));
		for (const { path, shows } of all) {
			history.pushState({}, '', path);
			dispatchEvent(new PopStateEvent('popstate', { state: {} }));
			const until = performance.now() + 15_000;
			while (document.querySelector(shows) === null) {
				if (performance.now() > until) throw new Error(`No ${shows} at ${path}`);
				await frame();
			}
			await frame();
		}
	}, places);
}

async function heldBy(session: CDPSession): Promise<Held> {
	// What is only reachable through something collected needs another round.
	for (let round = 0; round < 3; round++) await session.send('HeapProfiler.collectGarbage');
	const { usedSize } = await session.send('Runtime.getHeapUsage');
	const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters');
	return { bytes: usedSize, nodes, listeners: jsEventListeners };
}

/** The classes of the elements that had a text in them, are held, and are no longer on the page. */
async function closedTexts(session: CDPSession): Promise<string[]> {
	const { result: prototype } = await session.send('Runtime.evaluate', { expression: 'HTMLDivElement.prototype' });
	const { objects } = await session.send('Runtime.queryObjects', { prototypeObjectId: prototype.objectId ?? '' });
	const { result } = await session.send('Runtime.callFunctionOn', {
		objectId: objects.objectId ?? '',
		functionDeclaration: `function () {
			return this.map((each) => !each.isConnected && each.dir === 'ltr' && each.className).filter((name) => /_host_/.test(name));
		}`,
		returnByValue: true,
	});
	return result.value as string[];
}
