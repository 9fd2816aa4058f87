import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openSnapshot, type Snapshot } from '#compiler';
import { rehearseTyping } from './rehearsal.ts';

const PROGRAM = 'program "Shop" {\n  currency EUR\n}\n\nrule "Lunch" {\n  on purchase\n  earn 10\n}\n';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('reads a few times what is newest then, wherever the stretch ends by now', () => {
	const readings = [PROGRAM, 'program'].map((text) => openSnapshot(text));
	const sources = readings.map(({ source }) => source);
	let asked = 0;
	const reading = () => readings[asked++ < 3 ? 0 : 1] as Snapshot;
	rehearseTyping(reading, { start: PROGRAM.indexOf('rule'), end: PROGRAM.length });
	vi.runAllTimers();
	expect(asked).toBe(8);
	expect(readings.map(({ source }) => source)).toEqual(sources);
});

it('is over once it is called off', () => {
	const reading = vi.fn<() => Snapshot>(() => openSnapshot(PROGRAM));
	const stop = rehearseTyping(reading, null);
	vi.advanceTimersByTime(150);
	stop();
	const before = reading.mock.calls.length;
	expect(before).toBeGreaterThan(0);
	vi.runAllTimers();
	expect(reading).toHaveBeenCalledTimes(before);
});
