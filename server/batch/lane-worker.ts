/** A thread that evaluates one lane of a history. */
import { parentPort, workerData } from 'node:worker_threads';
import { prepareProgram, ReplayLane } from '#runtime';
import { itemOf } from '../history.ts';
import { sha256 } from '../sha256.ts';
import type { FromLane, LaneData, ToLane } from './messages.ts';

const { text, catalog, members } = workerData as LaneData;
const { runnable } = prepareProgram(text, sha256(text));
if (!runnable) throw new Error('A program with errors was given to a thread');
const lane = new ReplayLane({ program: runnable, catalog, members });

parentPort?.on('message', (message: ToLane) => {
	const answer: FromLane =
		message.kind === 'has'
			? { kind: 'has', has: lane.has(message.id) }
			: {
					kind: 'results',
					results: message.lines.map(({ place, line, isRepeated }) => lane.add(itemOf(place, line), isRepeated)),
				};
	parentPort?.postMessage(answer);
});
