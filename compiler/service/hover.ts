import { type Declaration, type Document, highlight, isKeyword, keywords, type Node, pathAt, type Span } from '#grammar';
import { hoverOfName } from './hover-names.ts';
import { rowAt } from './hover-words.ts';
import { plainText, prose, speechOf } from './prose/index.ts';
import { docOf, type Said, saidInEnglish } from './says.ts';

/** What there is to say about a word of a text. Plain text; only `example` is Earn. */
export interface Hover {
	/** The word. */
	readonly span: Span;
	readonly title: string;
	readonly doc: string;
	/** What the clause or declaration that the word begins says here; null where the word begins none. */
	readonly prose: string | null;
	readonly example: string | null;
	/** The same as data. */
	readonly says: HoverSays;
}

/** What a hover says, for other languages than English. */
export interface HoverSays {
	/** Null where the title is a name, or a word of the language. */
	readonly title: Said | null;
	readonly doc: readonly Said[];
	/** The clause of which `prose` speaks. */
	readonly prose: Node | null;
}

/** What the word at an offset means: a name, or a word of the language; null where there is nothing to say. */
export function hoverAt(text: string, document: Document, offset: number): Hover | null {
	const declaration = declarationAt(document, offset);
	if (!declaration) return null;
	const named = hoverOfName(text, document, declaration, offset);
	if (named) return named;
	const word = wordAt(text, declaration, offset);
	if (!word) return null;
	// One declaration is read as a whole document: the others have nothing to do with its words.
	const path = pathAt({ ...document, declarations: [declaration] }, offset);
	const written = text.slice(word.start, word.end);
	const found = rowAt(text, path, word);
	if (!found) {
		if (!isKeyword(written)) return null;
		const doc = keywords[written];
		const says = { title: null, doc: [{ phrase: doc }], prose: null };
		return { span: word, title: written, doc, prose: null, example: null, says };
	}
	const { row, begins } = found;
	const spoken = begins && isSaid(begins) ? begins : null;
	const says = { title: { phrase: row.title }, doc: docOf(row), prose: spoken };
	return {
		span: word,
		title: row.title,
		doc: saidInEnglish(says.doc),
		prose: spoken && plainText(prose(spoken, speechOf(document))),
		example: row.example,
		says,
	};
}

/** A program's sentence is as long as the program; a whole declaration otherwise is what the reader looks at. */
function isSaid({ kind }: Node): boolean {
	return kind !== 'program' && kind !== 'tiers';
}

function declarationAt({ declarations }: Document, offset: number): Declaration | undefined {
	let low = 0;
	let high = declarations.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((declarations[middle]?.span.end ?? 0) <= offset) low = middle + 1;
		else high = middle;
	}
	const found = declarations[low];
	return found && found.span.start <= offset ? found : undefined;
}

/** The fixed word at an offset; no name, no number, no comment. */
function wordAt(text: string, { span }: Declaration, offset: number): Span | undefined {
	const found = highlight(text.slice(span.start, span.end)).find(
		(word) => span.start + word.span.start <= offset && offset < span.start + word.span.end,
	);
	if (!found || found.class !== 'keyword') return undefined;
	return { start: span.start + found.span.start, end: span.start + found.span.end };
}
