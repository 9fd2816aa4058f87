import { highlight, type HighlightClass, type Level, openings, type Span } from '#grammar';

/** A word or sign of a text, comments left out. */
export interface Word {
	readonly text: string;
	readonly span: Span;
	readonly class: HighlightClass;
}

/** Where a caret is, as far as the text before it tells: that text may be broken anywhere. */
export interface Caret {
	readonly level: Level;
	/** The words of the clause so far, without the one being typed; empty where a clause is about to begin. */
	readonly clause: readonly Word[];
	/** The first words of the clauses before it in the same braces. */
	readonly before: readonly string[];
	/** Nothing but blanks stands before it on its line. */
	readonly startsLine: boolean;
	/** What is replaced: the word being typed, or nothing. */
	readonly replace: Span;
	/** The part of that word before the caret, without its quote. */
	readonly prefix: string;
}

/** Finds where a caret is; null inside a comment. */
export function caretAt(text: string, offset: number): Caret | null {
	const words: Word[] = highlight(text).map((word) => ({ ...word, text: text.slice(word.span.start, word.span.end) }));
	const comment = words.find(({ span, class: kind }) => kind === 'comment' && span.start < offset && offset <= span.end);
	if (comment) return null;
	const typed = words.find((word) => isTyped(word) && word.span.start < offset && offset <= word.span.end);
	const end = typed ? typed.span.start : offset;
	const past = words.filter((word) => word.class !== 'comment' && word.span.end <= end);
	return {
		...placeAfter(text, past),
		startsLine: /(?:^|[\r\n])[^\S\r\n]*$/.test(text.slice(0, end)),
		replace: typed
			? { start: typed.span.start, end: Math.max(closedEnd(typed, offset), offset) }
			: { start: offset, end: offset },
		prefix: typed ? text.slice(typed.span.start, offset).replace(/^"/, '') : '',
	};
}

/** Something that completion replaces as a whole. */
function isTyped({ class: kind }: Word): boolean {
	return kind === 'name' || kind === 'keyword' || kind === 'string';
}

/** The end of a word; a text whose quote is not closed reaches to the end of its line and is cut at the caret. */
function closedEnd({ text, span, class: kind }: Word, offset: number): number {
	const isClosed = kind !== 'string' || /^"(?:[^"\\]|\\.)*"$/u.test(text);
	return isClosed ? span.end : offset;
}

interface Frame {
	readonly level: Level;
	readonly clauses: Word[][];
}

/** Follows the braces from the start of a text; where one is missing, a word that belongs further out leads there. */
function placeAfter(text: string, words: readonly Word[]): Pick<Caret, 'level' | 'clause' | 'before'> {
	let frames: Frame[] = [{ level: 'document', clauses: [] }];
	for (const [index, word] of words.entries()) {
		const frame = frames.at(-1) as Frame;
		if (word.text === '{') {
			frames.push({ level: levelInside(frame), clauses: [] });
		} else if (word.text === '}') {
			if (frames.length > 1) frames.pop();
			// What follows a closed clause is another one.
			frames.at(-1)?.clauses.push([]);
		} else {
			const opens = word.class === 'keyword' && isFirstOnLine(text, words, index);
			if (opens) frames = outTo(frames, word.text);
			const { level, clauses } = frames.at(-1) as Frame;
			if (clauses.length === 0 || begins(level, word, words[index - 1])) clauses.push([]);
			clauses.at(-1)?.push(word);
		}
	}
	const { level, clauses } = frames.at(-1) as Frame;
	const before = clauses.slice(0, -1).flatMap(([first]) => (first ? [first.text] : []));
	return { level, clause: clauses.at(-1) ?? [], before };
}

/** The level between the braces that follow a clause. */
function levelInside({ level, clauses }: Frame): Level {
	const first = clauses.at(-1)?.[0]?.text;
	if (level === 'document') {
		return first === 'program' || first === 'tiers' ? first : first === 'rule' ? 'rule' : 'document';
	}
	if (level === 'tiers') return 'tier';
	return level === 'rule' ? 'when' : level;
}

/** Leaves braces that were never closed: a word at the start of a line that only opens something further out. */
function outTo(frames: Frame[], word: string): Frame[] {
	const opens = (frame: Frame) => openings[frame.level].some((opening) => opening.word === word);
	if (opens(frames.at(-1) as Frame)) return frames;
	const depth = frames.findLastIndex(opens);
	return depth < 0 ? frames : frames.slice(0, depth + 1);
}

function begins(level: Level, word: Word, previous: Word | undefined): boolean {
	if (word.class !== 'keyword') return false;
	const opening = openings[level].find((candidate) => candidate.word === word.text);
	if (!opening || previous?.text === ',' || previous?.text === 'is' || previous?.text === 'not') return false;
	return (
		!opening.notAfter?.some((other) => other === previous?.text) && !(word.text === 'points' && previous?.class === 'number')
	);
}

function isFirstOnLine(text: string, words: readonly Word[], index: number): boolean {
	const previous = words[index - 1];
	return previous !== undefined && /[\r\n]/.test(text.slice(previous.span.end, words[index]?.span.start));
}
