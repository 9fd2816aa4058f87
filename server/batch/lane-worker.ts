/** A thread that evaluates one lane of a history. */
import { parentPort, workerData } from 'node:worker_threads';
import { prepareProgram, ReplayLane, type ReplayResult } from '#runtime';
import { itemOf } from '../history.ts';
import { sha256 } from '../sha256.ts';
import type { FromLane, LaneData, LaneLines, ToLane } from './messages.ts';
import { packResults } from './packed-results.ts';

const { text, catalog, members } = workerData as LaneData;
const { runnable } = prepareProgram(text, sha256(text));
if (!runnable) throw new Error('A program with errors was given to a thread');
const lane = new ReplayLane({ program: runnable, catalog, members });

function evaluated({ memory, begins, ends, numbers, repeated }: LaneLines): ReplayResult[] {
	const bytes = Buffer.from(memory);
	const isRepeated = new Set(repeated);
	return Array.from(ends, (end, index) => {
		const line = bytes.toString('utf8', begins[index], end);
		return lane.add(itemOf(numbers[index] ?? 0, line), isRepeated.has(index));
	});
}

parentPort?.on('message', (message: ToLane) => {
	if (message.kind === 'has') {
		parentPort?.postMessage({ kind: 'has', has: lane.has(message.id) } satisfies FromLane);
		return;
	}
	const results = packResults(evaluated(message.lines));
	parentPort?.postMessage({ kind: 'results', results } satisfies FromLane, [results.numbers.buffer]);
});
