import type { Draft, DraftSaved, ProblemDocument } from '#server/contract';
import type { Reply } from '../client.ts';
import { mergeTexts } from './merge.ts';

/** How long nobody types before the draft is saved by itself. */
export const AUTOSAVE_AFTER_MS = 2_000;
/** How long after a save that did not get through the next one is tried. */
export const RETRY_AFTER_MS = 8_000;

/** Where the draft stands. `conflict`: somebody else saved meanwhile; nothing is saved until a choice is made. */
export type SaveState =
	| { readonly kind: 'saved'; readonly savedAt: string }
	| { readonly kind: 'unsaved' }
	| { readonly kind: 'saving' }
	| { readonly kind: 'failed'; readonly problem: ProblemDocument }
	/** `together`: mine and theirs in one; null where both changed the same lines. */
	| { readonly kind: 'conflict'; readonly theirs: Draft; readonly together: string | null };

/** A text that is not saved yet, kept on this machine until it is. */
export interface KeptText {
	readonly text: string;
	/** What was saved or loaded last, and its revision: what the text grew from. */
	readonly base: string;
	readonly baseRevision: number;
}

/** What the keeper needs from outside. */
export interface DraftPorts {
	readonly text: () => string;
	/** Puts another text in place of the current one, so that undo brings the current one back. */
	readonly adopt: (text: string, what: 'theirs' | 'both' | 'kept') => void;
	readonly save: (text: string, baseRevision: number) => Promise<Reply<DraftSaved>>;
	/** The newest draft of the server. */
	readonly load: () => Promise<Reply<Draft>>;
	/** Runs the work after a time and answers how to call it off. */
	readonly after: (delayMs: number, work: () => void) => () => void;
	/** Keeps what is not saved where a reload finds it; null forgets it. */
	readonly keep: (kept: KeptText | null) => void;
}

/** Saves the draft by itself and on request, one save at a time, and never over somebody else's without being told to. */
export class DraftKeeper {
	readonly #ports: DraftPorts;
	#state: SaveState;
	#revision: number;
	#savedText: string;
	#savedAt: string;
	#running: Promise<SaveState> | null = null;
	#cancelTimer: (() => void) | null = null;
	readonly #subscribers = new Set<() => void>();

	constructor(draft: Draft, ports: DraftPorts) {
		this.#ports = ports;
		this.#revision = draft.revision;
		this.#savedText = draft.text;
		this.#savedAt = draft.savedAt;
		this.#state = { kind: 'saved', savedAt: draft.savedAt };
	}

	readonly subscribe = (listener: () => void): (() => void) => {
		this.#subscribers.add(listener);
		return () => this.#subscribers.delete(listener);
	};

	readonly state = (): SaveState => this.#state;

	/** The revision that was last saved or loaded. */
	readonly revision = (): number => this.#revision;

	/** Says whether leaving now would lose something. */
	readonly hasUnsaved = (): boolean => this.#ports.text() !== this.#savedText;

	/** To be called after every change of the text. */
	readonly textChanged = (): void => {
		this.#keep();
		if (this.#state.kind === 'conflict' || this.#running) return;
		if (!this.hasUnsaved()) {
			this.#stopTimer();
			// Undone back to what is saved: there is nothing to save, and the time of the last save stands.
			if (this.#state.kind !== 'saved') this.#set({ kind: 'saved', savedAt: this.#savedAt });
			return;
		}
		if (this.#state.kind === 'saved') this.#set({ kind: 'unsaved' });
		this.#saveAfter(AUTOSAVE_AFTER_MS);
	};

	/** Saves now, and again while the text changes under it. Answers where the draft then stands. */
	save(): Promise<SaveState> {
		this.#stopTimer();
		this.#running ??= this.#saveUntilDone().finally(() => {
			this.#running = null;
		});
		return this.#running;
	}

	/** Goes on with a text that was kept when the page was left: it is saved soon, or meets what was saved meanwhile. */
	resume({ text, base, baseRevision }: KeptText): void {
		const newest: Draft = { text: this.#savedText, revision: this.#revision, savedAt: this.#savedAt };
		this.#ports.adopt(text, 'kept');
		if (baseRevision !== newest.revision && text !== newest.text) {
			this.#savedText = base;
			this.#revision = baseRevision;
			this.#meet(newest);
		}
		this.textChanged();
	}

	/** Ends a conflict with the changes of both; mine alone stays in the history. */
	takeBoth(): Promise<SaveState> {
		if (this.#state.kind === 'conflict' && this.#state.together !== null) {
			const { theirs, together } = this.#state;
			this.#settle(theirs);
			this.#ports.adopt(together, 'both');
		}
		return this.save();
	}

	/** Ends a conflict with their text; mine stays in the history. */
	loadTheirs(): void {
		if (this.#state.kind !== 'conflict') return;
		const { theirs } = this.#state;
		this.#saved(theirs.text, theirs);
		this.#set({ kind: 'saved', savedAt: theirs.savedAt });
		this.#ports.adopt(theirs.text, 'theirs');
	}

	/** Ends a conflict with my text: it is saved on top of their revision. */
	keepMine(): Promise<SaveState> {
		if (this.#state.kind === 'conflict') this.#settle(this.#state.theirs);
		return this.save();
	}

	/** Calls off what is planned; a save under way is finished. */
	dispose(): void {
		this.#stopTimer();
	}

	async #saveUntilDone(): Promise<SaveState> {
		if (this.#state.kind === 'conflict') return this.#state;
		while (this.hasUnsaved()) {
			this.#set({ kind: 'saving' });
			const text = this.#ports.text();
			const reply = await this.#ports.save(text, this.#revision);
			if (reply.ok) this.#saved(text, reply.value);
			else if (reply.problem.status === 409) return this.#conflict();
			else return this.#failed(reply.problem);
		}
		if (this.#state.kind !== 'saved') this.#set({ kind: 'saved', savedAt: this.#savedAt });
		return this.#state;
	}

	#saved(text: string, { revision, savedAt }: Pick<DraftSaved, 'revision' | 'savedAt'>): void {
		this.#revision = revision;
		this.#savedText = text;
		this.#savedAt = savedAt;
		this.#keep();
	}

	#keep(): void {
		const text = this.#ports.text();
		const isSaved = text === this.#savedText;
		this.#ports.keep(isSaved ? null : { text, base: this.#savedText, baseRevision: this.#revision });
	}

	/** What comes next is saved on top of their draft. */
	#settle(theirs: Draft): void {
		this.#saved(theirs.text, theirs);
		this.#set({ kind: 'unsaved' });
	}

	#meet(theirs: Draft): SaveState {
		const together = mergeTexts(this.#savedText, this.#ports.text(), theirs.text);
		return this.#set({ kind: 'conflict', theirs, together });
	}

	async #conflict(): Promise<SaveState> {
		const reply = await this.#ports.load();
		if (!reply.ok) return this.#failed(reply.problem);
		const theirs = reply.value;
		if (theirs.text !== this.#ports.text()) return this.#meet(theirs);
		// Both wrote the same: there is nothing to choose.
		this.#saved(theirs.text, theirs);
		return this.#set({ kind: 'saved', savedAt: theirs.savedAt });
	}

	#failed(problem: ProblemDocument): SaveState {
		// What the server refused it refuses again; what did not reach it or broke it may go well next time.
		if (problem.status === 0 || problem.status >= 500) this.#saveAfter(RETRY_AFTER_MS);
		return this.#set({ kind: 'failed', problem });
	}

	#saveAfter(delayMs: number): void {
		this.#stopTimer();
		this.#cancelTimer = this.#ports.after(delayMs, () => void this.save());
	}

	#stopTimer(): void {
		this.#cancelTimer?.();
		this.#cancelTimer = null;
	}

	#set(state: SaveState): SaveState {
		this.#state = state;
		for (const listener of this.#subscribers) listener();
		return state;
	}
}
