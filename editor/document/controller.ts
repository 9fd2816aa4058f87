import { applyEdits, invertEdits, type Span, type TextEdit } from '#grammar';
import { type Entry, isTyping, joinTyping, type Origin } from './history.ts';

/** What the controller needs from outside; time and delay are arguments so that tests own them. */
export interface ControllerOptions<Reading> {
	readonly text: string;
	/** Reads and checks a text; must not throw. */
	readonly read: (text: string) => Reading;
	/** Milliseconds of any steady clock. */
	readonly now: () => number;
	/** Runs the work a little later (typing is read after a short pause) and answers how to call it off. */
	readonly defer: (work: () => void) => () => void;
}

/** A moment of the document. A new object for each change, so that it can be compared by identity. */
export interface DocumentState<Reading> {
	readonly text: string;
	/** Counts the changes of the text. */
	readonly version: number;
	/** What {@link readVersion} says; behind {@link version} for a moment while somebody types. */
	readonly reading: Reading;
	readonly readVersion: number;
	/** Where the last change came from; null before the first. */
	readonly origin: Change['origin'] | null;
	/** The steps that undo and redo would take next. */
	readonly undo: Entry | null;
	readonly redo: Entry | null;
}

/** What happened to the text, for views that hold a copy of it. */
export interface Change {
	readonly edits: readonly TextEdit[];
	/** The version after the change. */
	readonly version: number;
	readonly origin: Origin | 'undo' | 'redo';
	/** What to select afterwards, where the change knows. */
	readonly selection: Span | null;
}

/** How a change is recorded. */
export interface ApplyOptions {
	readonly label: string;
	readonly origin: Origin;
	readonly selectionBefore?: Span | null;
	readonly selectionAfter?: Span | null;
	/** It only follows from what was typed just before, as the layout of a line does: one undo takes both back. */
	readonly followsTyping?: boolean;
}

/** So many changes are kept for {@link DocumentController.changesBetween}: a view is never further behind than a few keys. */
const MOST_CHANGES = 64;

/**
 * Owns the text of a program, its version, its reading and the one undo stack. Every view changes the text through
 * {@link apply} and hears of changes by {@link onChange}; none keeps a text of its own.
 */
export class DocumentController<Reading extends object> {
	#state: DocumentState<Reading>;
	#read: (text: string) => Reading;
	readonly #now: () => number;
	readonly #defer: (work: () => void) => () => void;
	#done: readonly Entry[] = [];
	#undone: readonly Entry[] = [];
	#entryCount = 0;
	#cancelReading: (() => void) | null = null;
	/** The newest changes, in order: with them a place of an earlier reading is found again in a later one. */
	#changes: readonly Pick<Change, 'version' | 'edits'>[] = [];
	readonly #versions = new WeakMap<Reading, number>();
	readonly #subscribers = new Set<() => void>();
	readonly #changeListeners = new Set<(change: Change) => void>();

	constructor({ text, read, now, defer }: ControllerOptions<Reading>) {
		this.#read = read;
		this.#now = now;
		this.#defer = defer;
		this.#state = { text, version: 0, reading: read(text), readVersion: 0, origin: null, undo: null, redo: null };
		this.#versions.set(this.#state.reading, 0);
	}

	/** For `useSyncExternalStore`: calls back after every change of {@link state}. */
	readonly subscribe = (listener: () => void): (() => void) => {
		this.#subscribers.add(listener);
		return () => this.#subscribers.delete(listener);
	};

	/** The newest state. */
	readonly state = (): DocumentState<Reading> => this.#state;

	/** Calls back with every change of the text, in order, before the subscribers of the state. */
	readonly onChange = (listener: (change: Change) => void): (() => void) => {
		this.#changeListeners.add(listener);
		return () => this.#changeListeners.delete(listener);
	};

	/** Changes the text and records it. Edits that change nothing leave no trace. Answers the entry, null where there is none. */
	apply(edits: readonly TextEdit[], options: ApplyOptions): Entry | null {
		const { text } = this.#state;
		const next = applyEdits(text, edits);
		if (next === text) return null;
		const entry: Entry = {
			id: ++this.#entryCount,
			label: options.label,
			origin: options.origin,
			edits,
			inverse: invertEdits(text, edits),
			selectionBefore: options.selectionBefore ?? null,
			selectionAfter: options.selectionAfter ?? null,
			atMs: this.#now(),
		};
		const last = this.#done.at(-1);
		const joined = last && this.#undone.length === 0 ? this.#join(last, entry, options.followsTyping ?? false) : null;
		this.#done = joined ? [...this.#done.slice(0, -1), joined] : [...this.#done, entry];
		this.#undone = [];
		this.#commit(next, { edits, origin: options.origin, selection: entry.selectionAfter });
		return joined ?? entry;
	}

	/** Takes the last step back and answers it; null where there is none. */
	undo(): Entry | null {
		const entry = this.#done.at(-1);
		if (!entry) return null;
		this.#done = this.#done.slice(0, -1);
		this.#undone = [...this.#undone, entry];
		const text = applyEdits(this.#state.text, entry.inverse);
		this.#commit(text, { edits: entry.inverse, origin: 'undo', selection: entry.selectionBefore });
		return entry;
	}

	/** Takes the last undone step again and answers it; null where there is none. */
	redo(): Entry | null {
		const entry = this.#undone.at(-1);
		if (!entry) return null;
		this.#undone = this.#undone.slice(0, -1);
		// A redone step is finished: typing after it is a step of its own.
		this.#done = [...this.#done, { ...entry, atMs: Number.NEGATIVE_INFINITY }];
		const text = applyEdits(this.#state.text, entry.edits);
		this.#commit(text, { edits: entry.edits, origin: 'redo', selection: entry.selectionAfter });
		return entry;
	}

	/** Replaces the whole text as one step of the history: nothing of the old text is lost, undo brings it back. */
	replace(text: string, options: ApplyOptions): Entry | null {
		return this.apply(smallestReplacement(this.#state.text, text), options);
	}

	/** The reading of the newest text, made at once where it was put off. */
	current(): DocumentState<Reading> {
		if (this.#state.readVersion !== this.#state.version) this.#readNow();
		return this.#state;
	}

	/** What happened to the text from one reading to a later one, change by change; null where that is forgotten. */
	changesBetween(before: Reading, after: Reading): (readonly TextEdit[])[] | null {
		const [from, to] = [this.#versions.get(before), this.#versions.get(after)];
		if (from === undefined || to === undefined || from > to) return null;
		const between = this.#changes.filter(({ version }) => version > from && version <= to);
		return between.length === to - from ? between.map(({ edits }) => edits) : null;
	}

	/** Exchanges what reads the text (a catalogue arrived, a day began) and reads it again. */
	setRead(read: (text: string) => Reading): void {
		this.#read = read;
		this.#readNow();
	}

	#join(last: Entry, entry: Entry, followsTyping: boolean): Entry | null {
		if (!followsTyping || !isTyping(last)) return joinTyping(last, entry);
		const before = applyEdits(this.#state.text, last.inverse);
		const after = applyEdits(this.#state.text, entry.edits);
		const edits = smallestReplacement(before, after);
		return { ...last, edits, inverse: invertEdits(before, edits), selectionAfter: entry.selectionAfter };
	}

	#commit(text: string, change: Omit<Change, 'version'>): void {
		const version = this.#state.version + 1;
		this.#state = {
			...this.#state,
			text,
			version,
			origin: change.origin,
			undo: this.#done.at(-1) ?? null,
			redo: this.#undone.at(-1) ?? null,
		};
		this.#changes = [...this.#changes.slice(1 - MOST_CHANGES), { version, edits: change.edits }];
		for (const listener of this.#changeListeners) listener({ ...change, version });
		if (change.origin === 'text') this.#readLater();
		else this.#readNow();
	}

	#readLater(): void {
		// The pause counts from the first key of a burst: whoever types without a stop still sees what they do.
		this.#cancelReading ??= this.#defer(() => this.#readNow());
		this.#notify();
	}

	#readNow(): void {
		this.#cancelReading?.();
		this.#cancelReading = null;
		this.#state = { ...this.#state, reading: this.#read(this.#state.text), readVersion: this.#state.version };
		this.#versions.set(this.#state.reading, this.#state.version);
		this.#notify();
	}

	#notify(): void {
		for (const listener of this.#subscribers) listener();
	}
}

/** One edit that turns a text into another and leaves what both begin and end with. */
export function smallestReplacement(from: string, to: string): TextEdit[] {
	const most = Math.min(from.length, to.length);
	let start = 0;
	while (start < most && from[start] === to[start]) start++;
	let tail = 0;
	while (tail < most - start && from[from.length - 1 - tail] === to[to.length - 1 - tail]) tail++;
	if (start === from.length && from.length === to.length) return [];
	return [{ span: { start, end: from.length - tail }, text: to.slice(start, to.length - tail) }];
}
