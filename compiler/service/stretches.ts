import { type Declaration, type Document, highlight, type HighlightClass, piecesOf, readingOf, type Span } from '#grammar';

/**
 * A stretch of a document whose text is read by itself. Its `key` is the same object as long as its text stays the same,
 * wherever it stands: what is worked out for a stretch can be kept by it.
 */
export interface Stretch {
	readonly key: object;
	/** Where it begins in the document; spans of its declarations count from here. */
	readonly offset: number;
	readonly declarations: readonly Declaration[];
}

/** The stretches of a document, in its order. One that was not read piece by piece is one stretch. */
export function stretchesOf(document: Document): Stretch[] {
	const reading = readingOf(document);
	if (!reading) return [{ key: document, offset: 0, declarations: document.declarations }];
	return piecesOf(reading).map((piece, index) => {
		return { key: piece, offset: reading.offsets[index] ?? 0, declarations: piece.declarations };
	});
}

/** A word or comment with how it looks. */
export interface Looking {
	readonly span: Span;
	readonly class: HighlightClass;
}

const looks = new WeakMap<object, readonly Looking[]>();

/** The words, signs and comments of a text with how they look; of a document's stretches only those that are new are cut again. */
export function wordsIn(source: string, document: Document): Looking[] {
	const reading = readingOf(document);
	if (!reading) return highlight(source);
	return piecesOf(reading).flatMap((piece, index) => {
		const offset = reading.offsets[index] ?? 0;
		let known = looks.get(piece);
		if (!known) looks.set(piece, (known = highlight(piece.text)));
		return known.map(({ span: { start, end }, class: look }) => {
			return { span: { start: start + offset, end: end + offset }, class: look };
		});
	});
}
