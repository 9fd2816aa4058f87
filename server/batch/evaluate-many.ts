/**
 * Many transactions in several threads, their results in the order of the lines. Those of one member go to one lane, so that each
 * meets what the ones before left; nothing else of the past is shared between members but ids, and budgets, see {@link lanesFor}.
 */
import type { Plan } from '#compiler';
import type { CatalogIndex, ReplayResult } from '#runtime';
import type { MembersFile } from '../history.ts';
import { type LinePiece, type LinePlace, linesOf } from '../line-pieces.ts';
import { IdLanes, NOBODY, SEVERAL } from './id-lanes.ts';
import { LaneThread } from './lane-thread.ts';
import { whoOf } from './line-texts.ts';
import type { LinesOfPiece } from './messages.ts';

/** A history, and how to follow it. */
export interface BatchOptions {
	readonly plan: Plan;
	readonly catalog: CatalogIndex;
	/** Null where members are taken as they come. */
	readonly members: MembersFile | null;
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

/** So many pieces may be under way: enough that no lane waits for one that is held up, and that not a whole history is held. */
const MOST_UNDER_WAY = 16;

/** Evaluates the lines of a history; answers with the results of one piece of it after the other. Throws what reading them throws. */
export async function* evaluateMany(options: BatchOptions): AsyncGenerator<readonly ReplayResult[]> {
	const { plan, catalog, members, signal, onProgress } = options;
	const data = { plan, catalog, hasMembers: members !== null };
	const threads = Array.from({ length: options.lanes }, () => new LaneThread(data));
	const isStopped = () => signal?.aborted ?? false;
	try {
		if (members) {
			let unreadable = 0;
			for await (const lines of inTurn(members.pieces, (piece) => dealMembers(piece, threads), isStopped))
				unreadable += lines;
			members.noteUnreadable(unreadable);
		}
		const dealer = new Dealer(threads);
		let results = 0;
		for await (const piece of inTurn(options.pieces, (each) => dealer.deal(each), isStopped)) {
			yield piece;
			results += piece.length;
			onProgress?.(results);
		}
	} finally {
		await Promise.all(threads.map((thread) => thread.end()));
	}
}

/** What is to come of something that was sent: a promise that nobody awaits together with the sending. */
interface Sent<T> {
	readonly result: Promise<T>;
}

/** What comes of each piece, in their order, while the next ones are sent already. */
async function* inTurn<T>(
	pieces: AsyncIterable<LinePiece>,
	send: (piece: LinePiece) => Promise<Sent<T>>,
	isStopped: () => boolean,
): AsyncGenerator<T> {
	const underWay: Promise<T>[] = [];
	for await (const piece of pieces) {
		if (isStopped()) return;
		const { result } = await send(piece);
		// Whoever waits for it hears of a failure; where nobody comes to that any more, it must not fail unheard.
		result.catch(() => undefined);
		underWay.push(result);
		const first = underWay.length > MOST_UNDER_WAY ? underWay.shift() : undefined;
		if (first) yield await first;
	}
	for (const result of underWay) {
		if (isStopped()) return;
		yield await result;
	}
}

/** Gives each member to the lane to which their transactions will go; answers with how many lines are none. */
async function dealMembers(piece: LinePiece, threads: readonly LaneThread[]): Promise<Sent<number>> {
	const hands = threads.map((thread) => ({ thread, lines: new Hand() }));
	for (const line of linesOf(piece)) {
		const { id } = whoOf(piece.bytes, line.begin, line.end);
		hands[laneOf(id, hands.length)]?.lines.take(line);
	}
	const taken = hands.map(({ thread, lines }) => thread.takeMembers(lines.linesOf(piece)));
	return { result: Promise.all(taken).then((lines) => lines.reduce((sum, unreadable) => sum + unreadable, 0)) };
}

/** Gives each line to the lane of its member. */
class Dealer {
	readonly #threads: readonly LaneThread[];
	readonly #met = new IdLanes();

	constructor(threads: readonly LaneThread[]) {
		this.#threads = threads;
	}

	/** Sends a piece; answers, once it is sent, with the promise of its results in the order of the lines. */
	async deal(piece: LinePiece): Promise<Sent<readonly ReplayResult[]>> {
		const hands = this.#threads.map((thread) => new TransactionsHand(thread, piece));
		let position = 0;
		for (const line of linesOf(piece)) {
			const { id, member } = whoOf(piece.bytes, line.begin, line.end);
			const lane = laneOf(member, hands.length);
			const met = id === null ? NOBODY : this.#met.get(id);
			if (id !== null && met === NOBODY) this.#met.set(id, lane);
			const mayBeRepeated = id !== null && met !== NOBODY && met !== lane;
			const isRepeated = mayBeRepeated && (await this.#isEvaluated(id, met, lane, hands));
			hands[lane]?.take(line, isRepeated, position);
			position += 1;
		}
		for (const hand of hands) hand.send();
		return { result: inOrder(hands, position) };
	}

	/** Whether one of the lanes that may have met an id has evaluated its transaction; else another lane meets it now. */
	async #isEvaluated(id: string, met: number, lane: number, hands: readonly TransactionsHand[]): Promise<boolean> {
		for (const [other, thread] of this.#threads.entries()) {
			if (other === lane || (met !== SEVERAL && met !== other)) continue;
			// Whether the earlier one was refused, and its id is free again, only its own lane knows.
			hands[other]?.send();
			if (await thread.has(id)) return true;
		}
		this.#met.set(id, SEVERAL);
		return false;
	}
}

/** Lines of a piece that go to one lane. */
class Hand {
	#begins: number[] = [];
	#ends: number[] = [];
	#numbers: number[] = [];

	get length(): number {
		return this.#ends.length;
	}

	take({ number, begin, end }: LinePlace): void {
		this.#begins.push(begin);
		this.#ends.push(end);
		this.#numbers.push(number);
	}

	/** The lines that were taken, as a lane is told of them. */
	linesOf({ bytes }: LinePiece): LinesOfPiece {
		return {
			memory: bytes.buffer,
			begins: Uint32Array.from(this.#begins),
			ends: Uint32Array.from(this.#ends),
			numbers: Uint32Array.from(this.#numbers),
		};
	}
}

/** What of a piece of transactions goes to one lane. */
class TransactionsHand {
	/** Positions in the piece of what was sent, with what is to come of it. */
	readonly sent: { readonly positions: readonly number[]; readonly results: Promise<readonly ReplayResult[]> }[] = [];
	readonly #thread: LaneThread;
	readonly #piece: LinePiece;
	#lines = new Hand();
	#repeated: number[] = [];
	#positions: number[] = [];

	constructor(thread: LaneThread, piece: LinePiece) {
		this.#thread = thread;
		this.#piece = piece;
	}

	take(line: LinePlace, isRepeated: boolean, position: number): void {
		if (isRepeated) this.#repeated.push(this.#lines.length);
		this.#lines.take(line);
		this.#positions.push(position);
	}

	send(): void {
		if (this.#lines.length === 0) return;
		const results = this.#thread.evaluate(this.#lines.linesOf(this.#piece), this.#repeated);
		// Whoever waits for the piece hears of a failure; the other lanes' promises must not fail unheard.
		results.catch(() => undefined);
		this.sent.push({ positions: this.#positions, results });
		this.#lines = new Hand();
		this.#repeated = [];
		this.#positions = [];
	}
}

async function inOrder(hands: readonly TransactionsHand[], length: number): Promise<readonly ReplayResult[]> {
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
