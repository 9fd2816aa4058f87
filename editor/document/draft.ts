import type { Draft, DraftSaved, ProblemDocument } from '#server/contract';
import type { Reply } from '../client.ts';

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
	| { readonly kind: 'conflict'; readonly theirs: Draft };

/** What the keeper needs from outside. */
export interface DraftPorts {
	readonly text: () => string;
	/** Puts another text in place of the current one, so that undo brings the current one back. */
	readonly adopt: (text: string) => void;
	readonly save: (text: string, baseRevision: number) => Promise<Reply<DraftSaved>>;
	/** The newest draft of the server. */
	readonly load: () => Promise<Reply<Draft>>;
	/** Runs the work after a time and answers how to call it off. */
	readonly after: (delayMs: number, work: () => void) => () => void;
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

	/** Ends a conflict with their text; mine stays in the history. */
	loadTheirs(): void {
		if (this.#state.kind !== 'conflict') return;
		const { theirs } = this.#state;
		this.#revision = theirs.revision;
		this.#savedText = theirs.text;
		this.#savedAt = theirs.savedAt;
		this.#set({ kind: 'saved', savedAt: theirs.savedAt });
		this.#ports.adopt(theirs.text);
	}

	/** Ends a conflict with my text: it is saved on top of their revision. */
	keepMine(): Promise<SaveState> {
		if (this.#state.kind === 'conflict') {
			this.#revision = this.#state.theirs.revision;
			this.#savedText = this.#state.theirs.text;
			this.#set({ kind: 'unsaved' });
		}
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

	#saved(text: string, { revision, savedAt }: DraftSaved): void {
		this.#revision = revision;
		this.#savedText = text;
		this.#savedAt = savedAt;
	}

	async #conflict(): Promise<SaveState> {
		const reply = await this.#ports.load();
		if (!reply.ok) return this.#failed(reply.problem);
		const theirs = reply.value;
		if (theirs.text !== this.#ports.text()) return this.#set({ kind: 'conflict', theirs });
		// Both wrote the same: there is nothing to choose.
		this.#saved(theirs.text, { revision: theirs.revision, savedAt: theirs.savedAt, problems: [] });
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
