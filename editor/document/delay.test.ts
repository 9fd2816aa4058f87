import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { afterPaint, unlessShort } from './delay.ts';

let frames: (() => void)[] = [];
let work = vi.fn<() => void>();

beforeEach(() => {
	vi.useFakeTimers();
	frames = [];
	work = vi.fn<() => void>();
	vi.stubGlobal('requestAnimationFrame', (frame: () => void) => frames.push(frame));
	vi.stubGlobal('cancelAnimationFrame', (handle: number) => void (frames[handle - 1] = () => {}));
});

afterEach(() => {
	vi.useRealTimers();
	vi.unstubAllGlobals();
});

const paint = () => frames.splice(0).forEach((frame) => frame());

describe('afterPaint', () => {
	it('does its work once, after the next frame and not within it', () => {
		afterPaint(work);
		vi.advanceTimersByTime(50);
		expect(work).not.toHaveBeenCalled();
		paint();
		expect(work).not.toHaveBeenCalled();
		vi.runAllTimers();
		expect(work).toHaveBeenCalledTimes(1);
	});

	it('does its work on a page that is not painted, too', () => {
		afterPaint(work);
		vi.runAllTimers();
		expect(work).toHaveBeenCalledTimes(1);
	});

	it('can be called off before the frame and after it', () => {
		const before = afterPaint(work);
		before();
		paint();
		const behind = afterPaint(work);
		paint();
		behind();
		vi.runAllTimers();
		expect(work).not.toHaveBeenCalled();
	});
});

describe('unlessShort', () => {
	let nowMs = 0;
	const taking = (ms: number) => () => {
		work();
		nowMs += ms;
	};
	const painted = () => {
		paint();
		vi.runAllTimers();
	};

	it('does what was short the last time when the task has ended, and else after the next frame', async () => {
		const defer = unlessShort(() => nowMs);
		defer(taking(3));
		await Promise.resolve();
		expect(work).not.toHaveBeenCalled();
		painted();
		expect(work).toHaveBeenCalledTimes(1);

		defer(taking(30));
		expect(work).toHaveBeenCalledTimes(1);
		await Promise.resolve();
		expect(work).toHaveBeenCalledTimes(2);

		defer(taking(3));
		await Promise.resolve();
		expect(work).toHaveBeenCalledTimes(2);
		painted();
		expect(work).toHaveBeenCalledTimes(3);
	});

	it('can be called off, whenever it would be done', async () => {
		const defer = unlessShort(() => nowMs);
		defer(taking(3))();
		painted();
		defer(taking(3));
		painted();
		expect(work).toHaveBeenCalledTimes(1);
		defer(taking(3))();
		await Promise.resolve();
		painted();
		expect(work).toHaveBeenCalledTimes(1);
	});
});
