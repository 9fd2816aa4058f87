/** Places in the text that the tree does not keep: the words between its parts, and what a fix takes away. */
import { fixOf, phrase, type Phrase, type ProblemExtra, type Span } from '#grammar';

/**
 * Where some words stand between two offsets, whatever blanks are between them; `otherwise` where they cannot be found, as
 * with a comment among them.
 */
export function wordsBetween(source: string, words: string, { start, end }: Span, otherwise: Span): Span {
	const pattern = new RegExp(`(?<![\\p{L}_])${words.replace(/ /g, '\\s+')}(?![\\p{L}_])`, 'gu');
	const found = [...source.slice(start, end).matchAll(pattern)].at(-1);
	return found ? { start: start + found.index, end: start + found.index + found[0].length } : otherwise;
}

/** The words with which a construct begins. */
export function leadingWords(source: string, words: string, span: Span): Span {
	const pattern = new RegExp(words.replace(/ /g, '\\s+'), 'uy');
	pattern.lastIndex = span.start;
	const found = pattern.exec(source);
	return found ? { start: span.start, end: span.start + found[0].length } : span;
}

/** The fix that takes a stretch away, with the blanks before it; none where a comment would go with it. */
export function removal(says: Phrase, source: string, { start, end }: Span): ProblemExtra {
	const before = source.slice(0, start);
	const from = before.trimEnd().length;
	// Behind a comment the line break must stay, or what follows would become part of it.
	const line = before.slice(before.lastIndexOf('\n') + 1);
	const isAfterComment = line.trim() === '' && before.slice(0, from).split('\n').at(-1)?.includes('//') === true;
	if (source.slice(start, end).includes('//')) return {};
	return { fix: fixOf(says, [{ span: { start: isAfterComment ? start : from, end }, text: '' }]) };
}

/** The fix that writes something else over a stretch. */
export function replacement(says: Phrase, span: Span, text: string): ProblemExtra {
	return { fix: fixOf(says, [{ span, text }]) };
}

/** The fix that lets two stretches change places. */
export function exchange(says: Phrase, source: string, first: Span, second: Span): ProblemExtra {
	const edits = [
		{ span: first, text: source.slice(second.start, second.end) },
		{ span: second, text: source.slice(first.start, first.end) },
	];
	return { fix: fixOf(says, edits) };
}

/** The fix that adds a clause as the first one between braces, on a line of its own where the braces have lines. */
export function insertion(source: string, body: Span, clause: string): ProblemExtra {
	const at = body.start + 1;
	const [, lineBreak = ''] = /^[ \t]*(\r?\n[ \t]*)/.exec(source.slice(at, body.end)) ?? [];
	const isTight = lineBreak === '' && !/^[ \t]/.test(source.slice(at, body.end));
	const text = lineBreak === '' ? ` ${clause}${isTight ? ' ' : ''}` : `${lineBreak}${clause}`;
	return { fix: fixOf(phrase('add', { text: clause }), [{ span: { start: at, end: at }, text }]) };
}
