import { expect, it } from 'vitest';
import type { Explanation, Plan } from '#compiler';
import { SampleTeller } from './sample-points.ts';

// Only their identity counts.
const planA = {} as Plan;
const planB = {} as Plan;
const ofA = {} as Explanation;
const ofB = {} as Explanation;

/** A teller whose patience ends when the test says so. */
function teller() {
	const waiting: (() => void)[] = [];
	const sample = new SampleTeller((work) => {
		waiting.push(work);
		return () => waiting.splice(waiting.indexOf(work), 1);
	});
	return { sample, waiting };
}

it('gives points to the plan that they belong to', async () => {
	const { sample } = teller();
	sample.tell({ plan: planA, explanation: ofA });
	expect(await sample.pointsBy(planA)).toBe(ofA);
	expect(await sample.pointsBy(null)).toBeNull();
});

it('waits for the points of a text that has just changed', async () => {
	const { sample, waiting } = teller();
	sample.tell({ plan: planA, explanation: ofA });
	const asked = sample.pointsBy(planB);
	sample.tell({ plan: planB, explanation: ofB });
	expect(await asked).toBe(ofB);
	expect(waiting).toEqual([]);
});

it('says nothing rather than the points of another text', async () => {
	const { sample, waiting } = teller();
	sample.tell({ plan: planA, explanation: ofA });
	const asked = sample.pointsBy(planB);
	waiting[0]?.();
	expect(await asked).toBeNull();
});

it('does not wait where nothing is evaluated', async () => {
	const { sample, waiting } = teller();
	expect(await sample.pointsBy(planA)).toBeNull();
	expect(waiting).toEqual([]);
});

it('calls back once for each news', () => {
	const { sample } = teller();
	let calls = 0;
	const stop = sample.onTold(() => calls++);
	sample.tell({ plan: planA, explanation: ofA });
	sample.tell({ plan: planA, explanation: ofA });
	sample.tell(null);
	expect(calls).toBe(2);
	stop();
	sample.tell({ plan: planB, explanation: ofB });
	expect(calls).toBe(2);
});
