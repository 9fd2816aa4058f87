import type { Comment, Declaration, Document, Phrase, Problem, Span, TextEdit } from '#grammar';
import type { Layout } from './layout.ts';
import { reason, reasonInEnglish, type RefusalPhrase } from './refusals.ts';
import type { StepLabel } from './step.ts';

/** A text as it stands, with what was read from it. */
export interface Source {
	readonly text: string;
	readonly document: Document;
	readonly layout: Layout;
}

/** Edits that were planned but not tried, with everything that must be true of the text after them. */
export interface Draft {
	readonly ok: true;
	readonly edits: readonly TextEdit[];
	readonly label: StepLabel;
	/** The tree that must come out, spans and braces aside. */
	readonly expected: readonly Declaration[];
	/** Comments that leave the text with what they belong to. */
	readonly removed: readonly Comment[];
	/** Comments that come with what is put in. */
	readonly added: readonly string[];
	/** What is copied, with the problems that it has. */
	readonly copied: Span | null;
	/** What is done next, with the text after these edits. */
	readonly next?: (source: Source) => Draft | Refusal;
}

/** Why an operation is not possible, in words for the person who asked. */
export interface Refusal {
	readonly ok: false;
	readonly reason: string;
	/** The same as data. */
	readonly says: Phrase;
	/** What is wrong with a text that was put in; then the reason is its message. */
	readonly problem?: Problem;
}

/** Refuses an operation. */
export function refuse<K extends RefusalPhrase>(...why: Parameters<typeof reason<K>>): Refusal {
	return refuseFor(reason(...why));
}

/** Refuses an operation for a reason that somebody else has. */
export function refuseFor(says: Phrase<RefusalPhrase>): Refusal {
	return { ok: false, reason: reasonInEnglish(says), says };
}

/** A draft in which no comment comes or goes, unless `changes` says so. */
export function draft(
	label: StepLabel,
	edits: readonly TextEdit[],
	expected: readonly Declaration[],
	changes: { readonly removed?: readonly Comment[]; readonly added?: readonly string[]; readonly copied?: Span } = {},
): Draft {
	return {
		ok: true,
		edits,
		label,
		expected,
		removed: changes.removed ?? [],
		added: changes.added ?? [],
		copied: changes.copied ?? null,
	};
}

/** A list with something put in before an index. */
export function inserted<T>(list: readonly T[], index: number, item: T): T[] {
	return list.toSpliced(index, 0, item);
}

/** A list with the item at `from` moved so that it is at `to` afterwards. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
	return list.toSpliced(from, 1).toSpliced(to, 0, list[from] as T);
}

/** An empty stretch, for nodes that only say what is expected. */
export const NOWHERE: Span = { start: 0, end: 0 };
