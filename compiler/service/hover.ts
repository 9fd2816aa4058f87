import { type Declaration, type Document, highlight, isKeyword, keywords, type Node, pathAt, type Span } from '#grammar';
import { fullDoc } from '../vocabulary/construct.ts';
import { hoverOfName } from './hover-names.ts';
import { rowAt } from './hover-words.ts';
import { plainText, prose, speechOf } from './prose/index.ts';

/** What there is to say about a word of a text. Plain text; only `example` is Earn. */
export interface Hover {
	/** The word. */
	readonly span: Span;
	readonly title: string;
	readonly doc: string;
	/** What the clause or declaration that the word begins says here; null where the word begins none. */
	readonly prose: string | null;
	readonly example: string | null;
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
		return isKeyword(written) ? { span: word, title: written, doc: keywords[written], prose: null, example: null } : null;
	}
	const { row, begins } = found;
	const said = begins && isSaid(begins) ? plainText(prose(begins, speechOf(document))) : null;
	return { span: word, title: row.title, doc: fullDoc(row), prose: said, example: row.example };
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
