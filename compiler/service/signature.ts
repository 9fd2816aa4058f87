import type { Compilation } from '../compile.ts';
import { caretAt, type Word } from './completion/caret.ts';
import { docOf, type Said, saidInEnglish } from './says.ts';
import type { PartDoc } from './signature-docs.ts';
import type { Part, Shape } from './signature-parts.ts';
import { shapesAt } from './signature-shapes.ts';

/** The shape of a clause with the place in it where the caret is. */
export interface SignatureHelp {
	/** The shapes that the clause can have; at least one. */
	readonly signatures: readonly Signature[];
	/** The one that fits what is written. */
	readonly active: number;
	/** Index of the part of the active shape that the caret is in or behind. */
	readonly activeParameter: number;
}

/** One shape: `limit POINTS points per PERIOD`. */
export interface Signature {
	readonly label: string;
	readonly doc: string;
	/** The same as data. */
	readonly says: readonly Said[];
	readonly parameters: readonly Parameter[];
}

/** A part of a shape that the user fills in. */
export interface Parameter {
	/** As it stands in the label, in capitals. It stands there once. */
	readonly name: string;
	readonly doc: PartDoc;
}

/** How the clause at a caret goes on, for clauses of several parts; null elsewhere. It reads the words before the caret only. */
export function signatureHelp({ source }: Pick<Compilation, 'source'>, offset: number): SignatureHelp | null {
	const caret = caretAt(source, offset);
	const first = caret?.clause[0];
	const shapes = first && shapesAt(caret.level, first.class === 'number' ? '#' : first.text);
	if (!shapes) return null;
	const active = fitting(shapes, caret.clause);
	const signatures = shapes.map(signatureOf);
	return { signatures, active, activeParameter: partAt(caret.clause, shapes[active]?.parts ?? []) };
}

function signatureOf({ label, construct, parts }: Shape): Signature {
	const says = docOf(construct);
	return { label, doc: saidInEnglish(says), says, parameters: parts.map(({ name, doc }) => ({ name, doc })) };
}

/** The shape of which the most words are there; the first where none are. */
function fitting(shapes: readonly Shape[], clause: readonly Word[]): number {
	const words = new Set(clause.flatMap(({ class: look, text }) => (look === 'string' ? [] : [text])));
	let best = 0;
	for (const [index, { fits }] of shapes.entries()) {
		const isThere = fits.every((word) => word.split('|').some((each) => words.has(each)));
		if (isThere && fits.length > (shapes[best]?.fits.length ?? 0)) best = index;
	}
	return best;
}

/** The part that the last of the leading words leads to. */
function partAt(clause: readonly Word[], parts: readonly Part[]): number {
	for (const word of clause.toReversed()) {
		const index = parts.findIndex(({ after }) => leads(word, after));
		if (index >= 0) return index;
	}
	return 0;
}

/** Says whether a word is one of those: by what it says, or by what it is. */
function leads({ text, class: look }: Word, after: Part['after']): boolean {
	if (look === 'string') return after.includes('«name»');
	if (after.includes(text)) return true;
	return (
		(look === 'name' && after.includes('«name»')) ||
		(look === 'number' && after.includes('«number»')) ||
		(look === 'date' && after.includes('«date»'))
	);
}
