import type { Document, Span } from '#grammar';
import type { Scope } from '../../vocabulary/construct.ts';
import type { Asking } from './candidates.ts';
import { type Caret, caretAt } from './caret.ts';
import { following } from './following.ts';
import { openingsAt } from './openings.ts';
import type { Suggestion } from './suggestion.ts';

export type { Suggestion } from './suggestion.ts';

/** A suggestion with the stretch that it replaces: the word at the caret, or nothing. */
export interface Completion extends Suggestion {
	readonly replace: Span;
}

/** A text and what it reads as. */
export interface Program {
	readonly source: string;
	readonly document: Document;
}

/**
 * What can stand at a caret, the likeliest first. It reads the words before the caret only, so it works in broken text;
 * `scope` gives the names. Nothing inside a comment, and nothing while a number or a date is being typed.
 */
export function complete({ source, document }: Program, offset: number, scope: Scope): Completion[] {
	const caret = caretAt(source, offset);
	if (!caret || caret.isInValue) return [];
	const { situation, replace, prefix, isQuoted, startsLine } = caret;
	const { level, clause, mayEnd } = situation;
	const asking: Asking = { document, scope, level, clause };
	const openings = mayEnd ? openingsAt(situation, asking) : [];
	const continued = clause.length > 0 ? following(situation, asking) : [];
	return (startsLine ? [...openings, ...continued] : [...continued, ...openings])
		.filter(({ kind }) => !isQuoted || kind === 'name' || kind === 'value')
		.map((suggestion) => ({
			completion: { ...indented(suggestion, caret), replace },
			fit: fitOf(suggestion, prefix),
		}))
		.filter(({ fit }) => fit > 0)
		.sort((a, b) => b.fit - a.fit)
		.map(({ completion }) => completion);
}

/** At the very start of a line a rule would end the campaign around it, so there it is set in. */
function indented(suggestion: Suggestion, { situation, startsColumn }: Caret): Suggestion {
	if (!startsColumn || situation.level !== 'campaign' || !suggestion.insert.startsWith('rule ')) return suggestion;
	const placeholders = suggestion.placeholders.map(({ start, end }) => ({ start: start + 2, end: end + 2 }));
	return { ...suggestion, insert: `  ${suggestion.insert}`, placeholders };
}

/** How well a suggestion fits what was typed of it: 3 where it begins so, 2 where one of its words does, 1 where it has it anywhere. */
function fitOf({ label, insert }: Suggestion, prefix: string): number {
	const typed = folded(prefix);
	const shown = folded(label);
	if (shown.startsWith(typed) || folded(insert).startsWith(typed)) return 3;
	const at = shown.indexOf(typed);
	if (at < 0) return 0;
	return /[\p{L}\p{M}\p{N}]/u.test(shown[at - 1] ?? '') ? 1 : 2;
}

/** A text without what people do not tell apart while they search: capitals, and one letter written as two. */
function folded(text: string): string {
	return text.normalize('NFKC').toLowerCase();
}
