/**
 * The shape of a clause: which words and values may follow one another. Completion asks it what may stand at a caret, and
 * clauses that cannot be read are asked by it which names they surely hold. It is looser than the reader in two points:
 * parentheses need not match, and numbers may have a `%` anywhere.
 */
import type { Level, SelectorKind } from '#grammar';

/** What a name in a slot stands for; `items filter`, `number attribute` and the like narrow what is offered. */
export type SlotName =
	| 'program'
	| 'filter'
	| 'items filter'
	| 'tier'
	| 'segment'
	| 'attribute'
	| 'number attribute'
	| 'date attribute'
	| 'attribute value'
	| 'exclusive set'
	| 'campaign'
	| 'rule'
	| 'test'
	| 'event'
	| 'channel'
	| 'order type'
	| 'store'
	| 'chain'
	| 'currency'
	| 'unit'
	| SelectorKind;

/** A level for something that is not a fixed word. `sample` is what a snippet writes there to be replaced. */
export type Slot =
	| { readonly kind: 'name'; readonly of: SlotName; readonly declares: boolean }
	| { readonly kind: 'number' | 'date' | 'time' | 'color' | 'text' | 'timezone'; readonly sample: string };

/** A word or sign, a slot, or the braces that open a level. */
export type Part = string | Slot | { readonly kind: 'block'; readonly level: Level };

/** What may follow what. */
export type Pattern =
	/** These one after the other; offered as a whole as far as it is not written yet. `silent`: read, but never offered. */
	| { readonly kind: 'phrase'; readonly parts: readonly Part[]; readonly silent: boolean }
	| { readonly kind: 'sequence'; readonly patterns: readonly Pattern[] }
	| { readonly kind: 'choice'; readonly patterns: readonly Pattern[] }
	| { readonly kind: 'optional'; readonly pattern: Pattern }
	/** Once or several times, with a sign between them. */
	| { readonly kind: 'repeated'; readonly pattern: Pattern; readonly between: Pattern | null };

type Piece = Pattern | Slot | string;

/** Words and slots that are offered together; words are separated by blanks. */
export function phrase(...pieces: readonly (string | Slot)[]): Pattern {
	return { kind: 'phrase', parts: partsOf(pieces), silent: false };
}

/** Words that are read, but not worth offering. */
export function silent(words: string): Pattern {
	return { kind: 'phrase', parts: partsOf([words]), silent: true };
}

/** Each of these, one after the other. A text stands for a phrase. */
export function sequence(...pieces: readonly Piece[]): Pattern {
	return { kind: 'sequence', patterns: pieces.map(patternOf) };
}

/** One of these; the likelier first. */
export function choice(...pieces: readonly Piece[]): Pattern {
	return { kind: 'choice', patterns: pieces.map(patternOf) };
}

/** These or nothing. */
export function optional(...pieces: readonly Piece[]): Pattern {
	return { kind: 'optional', pattern: sequence(...pieces) };
}

/** One or several with commas between them. */
export function list(piece: Piece): Pattern {
	return repeated(piece, silent(','));
}

/** Once or several times. */
export function repeated(piece: Piece, between: Pattern | null = null): Pattern {
	return { kind: 'repeated', pattern: patternOf(piece), between };
}

/** Each of these at most once, in any order. */
export function anyOrder(...pieces: readonly Piece[]): Pattern {
	const ways = pieces.map((piece, at) => {
		const others = pieces.filter((_, index) => index !== at);
		return others.length === 0 ? patternOf(piece) : sequence(piece, anyOrder(...others));
	});
	return optional(choice(...ways));
}

/** Words around a number and what it counts, offered in the plural; the singular is read too. */
export function counted(words: string, of: Slot, several: string, one: string): Pattern {
	const before = words === '' ? [] : [words];
	return choice(phrase(...before, of, several), sequence(...before.map(silent), of, silent(one)));
}

/** The braces that open a level. */
export function block(level: Level): Pattern {
	return { kind: 'phrase', parts: [{ kind: 'block', level }], silent: false };
}

/** The name of something that is declared elsewhere. */
export function name(of: SlotName): Slot {
	return { kind: 'name', of, declares: false };
}

/** A name that is declared where it stands. */
export function newName(of: SlotName): Slot {
	return { kind: 'name', of, declares: true };
}

export function number(sample: string): Slot {
	return { kind: 'number', sample };
}

export function time(sample: string): Slot {
	return { kind: 'time', sample };
}

function partsOf(pieces: readonly (string | Slot)[]): Part[] {
	return pieces.flatMap((piece): Part[] => (typeof piece === 'string' ? piece.split(' ') : [piece]));
}

function patternOf(piece: Piece): Pattern {
	if (typeof piece === 'string') return phrase(piece);
	return isSlot(piece) ? phrase(piece) : piece;
}

function isSlot(piece: Pattern | Slot): piece is Slot {
	return piece.kind === 'name' || 'sample' in piece;
}
