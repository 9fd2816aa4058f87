import type { TextEdit } from '../edit.ts';
import type { Span } from '../text.ts';
import type { ProblemCode } from './catalogue.ts';

export type Severity = 'error' | 'warning';

/** A mechanical repair of a problem: what it does, and the edits that do it. */
export interface QuickFix {
	readonly title: string;
	readonly edits: readonly TextEdit[];
}

/** Something wrong with a text, in the user's words. Made by {@link problem} from the catalogue only. */
export interface Problem {
	/** Stable: tools and documents name it. */
	readonly code: ProblemCode;
	readonly severity: Severity;
	/** The smallest stretch that shows the fault; always inside the text. */
	readonly span: Span;
	/** What is wrong: what was found and what was expected. One sentence, the user's words in backticks. */
	readonly message: string;
	/** What to do about it, as one action. */
	readonly hint?: string;
	/** A second place that explains the first (`Gold` was declared here). */
	readonly related?: { readonly span: Span; readonly message: string };
	readonly fix?: QuickFix;
}

/** What a problem may carry beyond the words of its row. */
export type ProblemExtra = Partial<Pick<Problem, 'related' | 'fix'>>;
