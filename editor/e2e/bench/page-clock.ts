/** A clock inside the page under measure: from the input that the browser received to the frame that shows what came of it. */
import type { Page } from '@playwright/test';

/** What is waited for: an element in sight, with some words, or so many of them; or none any more. */
export interface Sight {
	readonly selector: string;
	readonly text?: string;
	readonly count?: number;
	readonly absent?: boolean;
}

/** From where a wait counts: the newest key or press since it began, or the moment when the page was asked for. */
export type Since = 'input' | 'navigation';

/** How long frames were apart and how long the longest tasks took, in milliseconds. */
export interface Frames {
	readonly apart: readonly number[];
	readonly longTasks: readonly number[];
}

interface PageClock {
	/** Begins to wait for a sight. */
	waitFor(sight: Sight, since: Since): void;
	/** Milliseconds until the frame was painted that shows what is waited for. */
	seen(): Promise<number>;
	/** Milliseconds from the navigation on until the page has nothing left to do for a moment. */
	idle(): Promise<number>;
	watchFrames(): void;
	frames(): Frames;
}

declare global {
	interface Window {
		readonly pageClock: PageClock;
	}
}

/** Sets the clock up in every document that the page opens from now on. */
export async function installClock(page: Page): Promise<void> {
	// The loader of this command wraps functions in a helper that the page does not have.
	await page.addInitScript('globalThis.__name ??= (value) => value;');
	await page.addInitScript(clockOfPage);
}

/** Waits in the page for a sight after something was done. */
export async function timeOf(page: Page, sight: Sight, act: () => Promise<unknown>): Promise<number> {
	await page.evaluate((wanted) => window.pageClock.waitFor(wanted, 'input'), sight);
	await act();
	return page.evaluate(() => window.pageClock.seen());
}

/** Opens an address and answers how long it takes until a sight is painted. */
export async function timeOfOpening(page: Page, url: string, sight: Sight): Promise<number> {
	await page.goto(url, { waitUntil: 'commit' });
	await page.evaluate((wanted) => window.pageClock.waitFor(wanted, 'navigation'), sight);
	return page.evaluate(() => window.pageClock.seen());
}

function clockOfPage(): void {
	let inputMs = Number.NaN;
	const note = (event: Event) => {
		if (Number.isNaN(inputMs)) inputMs = event.timeStamp;
	};
	for (const kind of ['keydown', 'pointerdown', 'wheel']) addEventListener(kind, note, { capture: true, passive: true });

	const isShown = (element: Element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
	const wordsOf = (element: Element) => (element.textContent ?? '').replaceAll('\u00A0', ' ');
	const holds = ({ selector, text, count, absent = false }: Sight) => {
		const found = [...document.querySelectorAll(selector)].filter(
			(element) => isShown(element) && (text === undefined || wordsOf(element).includes(text)),
		);
		return count === undefined ? found.length > 0 !== absent : found.length === count;
	};

	// An observer of sizes is told after everything else that a frame does and before the frame is painted: what the page shows
	// then is what is painted. An element whose size changes with each frame has it told each time.
	const ruler = document.createElement('div');
	ruler.style.cssText = 'position:fixed;top:0;left:0;height:1px;visibility:hidden;contain:strict;pointer-events:none';
	const waits = new Set<() => boolean>();
	let seen = Promise.resolve(Number.NaN);
	let [isWide, isTicking] = [false, false];
	const tick = () => {
		isTicking = waits.size > 0;
		if (!isTicking) return ruler.remove();
		if (!ruler.isConnected) document.documentElement?.append(ruler);
		isWide = !isWide;
		ruler.style.width = isWide ? '2px' : '1px';
		requestAnimationFrame(tick);
	};
	new ResizeObserver(() => {
		for (const wait of waits) if (wait()) waits.delete(wait);
	}).observe(ruler);

	/** Runs when the frame of now has been painted. */
	const afterPaint = (work: () => void) => {
		const { port1, port2 } = new MessageChannel();
		port1.onmessage = work;
		port2.postMessage(null);
	};

	let apart: number[] = [];
	let longTasks: number[] = [];
	let watching = false;
	new PerformanceObserver((list) => {
		longTasks.push(...list.getEntries().map(({ duration }) => duration));
	}).observe({ type: 'longtask' });

	const clock: PageClock = {
		waitFor: (sight, since) => {
			inputMs = since === 'navigation' ? 0 : Number.NaN;
			seen = new Promise((resolve, reject) => {
				setTimeout(() => reject(new Error(`Not seen in time: ${JSON.stringify(sight)}`)), 20_000);
				waits.add(() => {
					if (Number.isNaN(inputMs) || !holds(sight)) return false;
					const from = inputMs;
					afterPaint(() => resolve(performance.now() - from));
					return true;
				});
			});
			if (!isTicking) requestAnimationFrame(tick);
			isTicking = true;
		},
		seen: () => seen,
		idle: () => new Promise((resolve) => requestIdleCallback(() => resolve(performance.now()))),
		watchFrames: () => {
			[apart, longTasks, watching] = [[], [], true];
			let before = Number.NaN;
			const next = (now: number) => {
				if (!watching) return;
				if (!Number.isNaN(before)) apart.push(now - before);
				before = now;
				requestAnimationFrame(next);
			};
			requestAnimationFrame(next);
		},
		frames: () => {
			watching = false;
			return { apart, longTasks };
		},
	};
	Object.defineProperty(window, 'pageClock', { value: clock });
}
