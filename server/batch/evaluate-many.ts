/**
 * Many transactions in several threads, their results in the order of the lines. Those of one member go to one lane, so that each
 * meets what the ones before left; nothing else of the past is shared between members but ids, and budgets, see {@link lanesFor}.
 */
import type { Plan } from '#compiler';
import type { ReplayResult } from '#runtime';
import { type HistoryLine, parseObject } from '../history.ts';
import { LaneThread } from './lane-thread.ts';
import { topTexts } from './line-texts.ts';
import type { LaneData, LaneLine } from './messages.ts';

/** A history, and how to follow it. */
export interface BatchOptions extends LaneData {
	readonly lines: AsyncIterable<HistoryLine>;
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

/** So many lines are given out together, to all lanes. */
const PIECE_LINES = 1_024;
/** So many pieces may be under way: enough that no lane waits, and that not a whole history is held. */
const MOST_UNDER_WAY = 4;

/** Evaluates the lines of a history. Throws what reading them throws. */
export async function* evaluateMany(options: BatchOptions): AsyncGenerator<ReplayResult> {
	const { text, catalog, members, signal, onProgress } = options;
	const threads = Array.from({ length: options.lanes }, () => new LaneThread({ text, catalog, members }));
	const dealer = new Dealer(threads);
	const underWay: Promise<readonly ReplayResult[]>[] = [];
	let results = 0;
	const isStopped = () => signal?.aborted ?? false;
	const finish = async function* (most: number): AsyncGenerator<ReplayResult> {
		while (underWay.length > most && !isStopped()) {
			const piece = (await underWay.shift()) ?? [];
			results += piece.length;
			yield* piece;
			onProgress?.(results);
		}
	};
	try {
		for await (const piece of piecesOf(options.lines)) {
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

async function* piecesOf(lines: AsyncIterable<HistoryLine>): AsyncGenerator<HistoryLine[]> {
	let piece: HistoryLine[] = [];
	for await (const line of lines) {
		piece.push(line);
		if (piece.length < PIECE_LINES) continue;
		yield piece;
		piece = [];
	}
	if (piece.length > 0) yield piece;
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
	async deal(piece: readonly HistoryLine[]): Promise<{ readonly results: Promise<readonly ReplayResult[]> }> {
		const hands = this.#threads.map((thread) => new Hand(thread));
		for (const [position, { place, line }] of piece.entries()) {
			const { id, member } = whoOf(line);
			const lane = laneOf(member, hands.length);
			const other = id === null ? undefined : this.#laneOfId.get(id);
			let isRepeated = false;
			if (id !== null && other !== undefined && other !== lane) {
				// Whether the earlier one was refused, and its id is free again, only its own lane knows.
				hands[other]?.send();
				isRepeated = (await this.#threads[other]?.has(id)) ?? false;
			}
			if (id !== null && !isRepeated) this.#laneOfId.set(id, lane);
			hands[lane]?.take({ place, line, isRepeated }, position);
		}
		for (const hand of hands) hand.send();
		return { results: inOrder(hands, piece.length) };
	}
}

/** What of a piece goes to one lane. */
class Hand {
	/** Positions in the piece of what was sent, with what is to come of it. */
	readonly sent: { readonly positions: readonly number[]; readonly results: Promise<readonly ReplayResult[]> }[] = [];
	readonly #thread: LaneThread;
	#lines: LaneLine[] = [];
	#positions: number[] = [];

	constructor(thread: LaneThread) {
		this.#thread = thread;
	}

	take(line: LaneLine, position: number): void {
		this.#lines.push(line);
		this.#positions.push(position);
	}

	send(): void {
		if (this.#lines.length === 0) return;
		const results = this.#thread.evaluate(this.#lines);
		// Whoever waits for the piece hears of a failure; the other lanes' promises must not fail unheard.
		results.catch(() => undefined);
		this.sent.push({ positions: this.#positions, results });
		this.#lines = [];
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

/** The id and the member of a line's transaction, where it has them. */
function whoOf(line: string): { readonly id: string | null; readonly member: string | null } {
	const [id = null, member = null] = topTexts(line, ['id', 'memberId']) ?? readTexts(line, ['id', 'memberId']);
	return { id, member };
}

/** The same by reading the whole line. */
function readTexts(line: string, fields: readonly string[]): (string | null)[] {
	const record = parseObject(line);
	return fields.map((field) => {
		const value = record && Object.hasOwn(record, field) ? record[field] : undefined;
		return typeof value === 'string' ? value : null;
	});
}

/** The same lane for the same member, always; a transaction without one may go anywhere. */
function laneOf(member: string | null, lanes: number): number {
	let hash = 0;
	for (let at = 0; at < (member?.length ?? 0); at++) hash = (Math.imul(hash, 31) + (member?.charCodeAt(at) ?? 0)) | 0;
	return (hash >>> 0) % lanes;
}
