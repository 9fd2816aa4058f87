import type { TextEdit } from '../edit.ts';
import type { Span } from '../text.ts';
import type { ProblemCode } from './catalogue.ts';
import { phraseInEnglish } from './phrases.ts';
import type { Parts, Phrase } from './saying.ts';

export type Severity = 'error' | 'warning';

/** What a change of a text is called where it is offered: in English, and as data for other languages. Made by {@link titled}. */
export interface Titled {
	readonly title: string;
	readonly says: Phrase;
}

/** A mechanical repair of a problem: what it does, and the edits that do it. */
export interface QuickFix extends Titled {
	readonly edits: readonly TextEdit[];
}

/** A second place that explains a problem. Made by {@link relatedAt}. */
export interface Related {
	readonly span: Span;
	/** What is there, in English. */
	readonly message: string;
	/** The same as data. */
	readonly says: Phrase;
}

/** Something wrong with a text, in the user's words. Made by {@link problem} from the catalogue only. */
export interface Problem {
	/** Stable: tools and documents name it. */
	readonly code: ProblemCode;
	readonly severity: Severity;
	/** The smallest stretch that shows the fault; always inside the text. */
	readonly span: Span;
	/** What its sentences say it of, as data for other languages: names, numbers as exact text, what was found and expected. */
	readonly parts: Parts;
	/** What is wrong: what was found and what was expected. One English sentence, the user's words in backticks. */
	readonly message: string;
	/** What to do about it, as one action. */
	readonly hint?: string;
	/** A second place that explains the first (`Gold` was declared here). */
	readonly related?: Related;
	readonly fix?: QuickFix;
}

/** What a problem may carry beyond the words of its row. */
export type ProblemExtra = Partial<Pick<Problem, 'related' | 'fix'>>;

/** What a change is called. */
export function titled(says: Phrase): Titled {
	return { title: phraseInEnglish(says), says };
}

/** A repair: what it does, and the edits that do it. */
export function fixOf(says: Phrase, edits: readonly TextEdit[]): QuickFix {
	return { ...titled(says), edits };
}

/** A second place, and what is said there. */
export function relatedAt(span: Span, says: Phrase): Related {
	return { span, message: phraseInEnglish(says), says };
}
