/** A thread that evaluates one lane of a history. */
import { parentPort, workerData } from 'node:worker_threads';
import { emit, unreachable } from '#compiler';
import { ReplayLane, type ReplayMember } from '#runtime';
import { itemOf, takeMember } from '../history.ts';
import type { FromLane, LaneData, LinesOfPiece, ToLane } from './messages.ts';
import { packResults } from './packed-results.ts';

const { plan, catalog, hasMembers } = workerData as LaneData;
const members = new Map<string, ReplayMember>();
const lane = new ReplayLane({ program: { plan, run: emit(plan) }, catalog, members: hasMembers ? members : null });

/** What comes of each line, by its number in the file and its place in the message. */
function eachLine<T>(
	{ memory, begins, ends, numbers }: LinesOfPiece,
	result: (line: string, number: number, place: number) => T,
): T[] {
	const bytes = Buffer.from(memory);
	const results: T[] = [];
	for (const [place, end] of ends.entries()) {
		results.push(result(bytes.toString('utf8', begins[place], end), numbers[place] ?? 0, place));
	}
	return results;
}

function answerTo(message: ToLane): FromLane {
	switch (message.kind) {
		case 'members': {
			const taken = eachLine(message.lines, (line) => takeMember(line, members));
			return { kind: 'members', unreadable: taken.filter((isTaken) => !isTaken).length };
		}
		case 'transactions': {
			const repeated = new Set(message.repeated);
			const results = eachLine(message.lines, (line, number, place) => lane.add(itemOf(number, line), repeated.has(place)));
			return { kind: 'results', results: packResults(results) };
		}
		case 'has':
			return { kind: 'has', has: lane.has(message.id) };
		default:
			return unreachable(message);
	}
}

parentPort?.on('message', (message: ToLane) => {
	const answer = answerTo(message);
	parentPort?.postMessage(answer, answer.kind === 'results' ? [answer.results.numbers.buffer] : []);
});
