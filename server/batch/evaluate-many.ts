/**
 * Many transactions in several threads, their results in the order of the lines. Those of one member go to one lane, so that each
 * meets what the ones before left; nothing else of the past is shared between members but ids, and budgets, see {@link lanesFor}.
 */
import type { Plan } from '#compiler';
import type { ReplayMember, ReplayResult } from '#runtime';
import { type LinePiece, type LinePlace, linesOf } from '../line-pieces.ts';
import { LaneThread } from './lane-thread.ts';
import { whoOf } from './line-texts.ts';
import type { LaneData } from './messages.ts';

/** A history, and how to follow it. */
export interface BatchOptions extends LaneData {
	readonly pieces: AsyncIterable<LinePiece>;
	/** How many threads, from {@link lanesFor}. */
	readonly lanes: number;
	/** Called with how many results there were, after each piece of the history. */
	readonly onProgress?: (results: number) => void;
	/** Looked at between pieces; once `aborted`, no more is read and the threads are ended. */
	readonly signal?: { readonly aborted: boolean };
}

/** How many lanes a program may have: a budget is shared by all members, so that its transactions follow one another. */
export function lanesFor({ campaigns }: Plan, wanted: number): number {
	return campaigns.some(({ budgetUnits }) => budgetUnits !== null) ? 1 : Math.max(wanted, 1);
}

/** So many pieces may be under way: enough that no lane waits, and that not a whole history is held. */
const MOST_UNDER_WAY = 4;

/** Evaluates the lines of a history; answers with the results of one piece of it after the other. Throws what reading them throws. */
export async function* evaluateMany(options: BatchOptions): AsyncGenerator<readonly ReplayResult[]> {
	const { signal, onProgress } = options;
	const threads = threadsFor(options);
	const dealer = new Dealer(threads);
	const underWay: Promise<readonly ReplayResult[]>[] = [];
	let results = 0;
	const isStopped = () => signal?.aborted ?? false;
	const finish = async function* (most: number): AsyncGenerator<readonly ReplayResult[]> {
		while (underWay.length > most && !isStopped()) {
			const piece = (await underWay.shift()) ?? [];
			results += piece.length;
			yield piece;
			onProgress?.(results);
		}
	};
	try {
		for await (const piece of options.pieces) {
			if (isStopped()) return;
			const { results: dealt } = await dealer.deal(piece);
			underWay.push(dealt);
			yield* finish(MOST_UNDER_WAY);
		}
		yield* finish(0);
	} finally {
		for (const piece of underWay) piece.catch(() => undefined);
		await Promise.all(threads.map((thread) => thread.end()));
	}
}

/** Threads that each know the members who come to them. */
function threadsFor({ text, catalog, members, lanes }: BatchOptions): LaneThread[] {
	const ofLanes = Array.from({ length: lanes }, () => new Map<string, ReplayMember>());
	for (const [id, member] of members ?? []) ofLanes[laneOf(id, lanes)]?.set(id, member);
	return ofLanes.map((own) => new LaneThread({ text, catalog, members: members && own }));
}

/** Gives each line to the lane of its member. */
class Dealer {
	readonly #threads: readonly LaneThread[];
	/** The lane that the last transaction of an id went to. */
	readonly #laneOfId = new Map<string, number>();

	constructor(threads: readonly LaneThread[]) {
		this.#threads = threads;
	}

	/** Sends a piece; answers, once it is sent, with the promise of its results in the order of the lines. */
	async deal(piece: LinePiece): Promise<{ readonly results: Promise<readonly ReplayResult[]> }> {
		const hands = this.#threads.map((thread) => new Hand(thread, piece.bytes.buffer));
		let position = 0;
		for (const line of linesOf(piece)) {
			const { id, member } = whoOf(piece.bytes.subarray(line.begin, line.end));
			const lane = laneOf(member, hands.length);
			const other = id === null ? undefined : this.#laneOfId.get(id);
			let isRepeated = false;
			if (id !== null && other !== undefined && other !== lane) {
				// Whether the earlier one was refused, and its id is free again, only its own lane knows.
				hands[other]?.send();
				isRepeated = (await this.#threads[other]?.has(id)) ?? false;
			}
			if (id !== null && !isRepeated) this.#laneOfId.set(id, lane);
			hands[lane]?.take(line, isRepeated, position);
			position += 1;
		}
		for (const hand of hands) hand.send();
		return { results: inOrder(hands, position) };
	}
}

/** What of a piece goes to one lane. */
class Hand {
	/** Positions in the piece of what was sent, with what is to come of it. */
	readonly sent: { readonly positions: readonly number[]; readonly results: Promise<readonly ReplayResult[]> }[] = [];
	readonly #thread: LaneThread;
	readonly #memory: SharedArrayBuffer;
	#begins: number[] = [];
	#ends: number[] = [];
	#numbers: number[] = [];
	#repeated: number[] = [];
	#positions: number[] = [];

	constructor(thread: LaneThread, memory: SharedArrayBuffer) {
		this.#thread = thread;
		this.#memory = memory;
	}

	take({ number, begin, end }: LinePlace, isRepeated: boolean, position: number): void {
		if (isRepeated) this.#repeated.push(this.#ends.length);
		this.#begins.push(begin);
		this.#ends.push(end);
		this.#numbers.push(number);
		this.#positions.push(position);
	}

	send(): void {
		if (this.#positions.length === 0) return;
		const results = this.#thread.evaluate({
			memory: this.#memory,
			begins: Uint32Array.from(this.#begins),
			ends: Uint32Array.from(this.#ends),
			numbers: Uint32Array.from(this.#numbers),
			repeated: this.#repeated,
		});
		// Whoever waits for the piece hears of a failure; the other lanes' promises must not fail unheard.
		results.catch(() => undefined);
		this.sent.push({ positions: this.#positions, results });
		this.#begins = [];
		this.#ends = [];
		this.#numbers = [];
		this.#repeated = [];
		this.#positions = [];
	}
}

async function inOrder(hands: readonly Hand[], length: number): Promise<readonly ReplayResult[]> {
	const sent = hands.flatMap((hand) => hand.sent);
	const all = await Promise.all(sent.map(({ results }) => results));
	const ordered = Array.from<ReplayResult>({ length });
	for (const [at, results] of all.entries()) {
		for (const [index, result] of results.entries()) ordered[sent[at]?.positions[index] ?? 0] = result;
	}
	return ordered;
}

/** The same lane for the same member, always; a transaction without one may go anywhere. */
function laneOf(member: string | null, lanes: number): number {
	let hash = 0;
	for (let at = 0; at < (member?.length ?? 0); at++) hash = (Math.imul(hash, 31) + (member?.charCodeAt(at) ?? 0)) | 0;
	return (hash >>> 0) % lanes;
}
