import type { Construct } from '../vocabulary/construct.ts';
import type { PartDoc } from './signature-docs.ts';

/** One shape that a clause can have. */
export interface Shape {
	/** Its words as they are typed, its parts in capitals, what may be left out in square brackets. */
	readonly label: string;
	readonly construct: Construct;
	/** Words of the clause that must be there for this shape to fit; with `|` between them, one of them. */
	readonly fits: readonly string[];
	readonly parts: readonly Part[];
}

/** A part of a shape that the user fills in. */
export interface Part {
	/** As it stands in the label, in capitals. It stands there once. */
	readonly name: string;
	readonly doc: PartDoc;
	/** The words that lead to it; any name, number or date where it is `«name»`, `«number»` or `«date»`. */
	readonly after: readonly string[];
}

/** The shapes of a level, by the word that a clause begins with (`#`: with a number). */
export type ByFirst = Readonly<Record<string, readonly Shape[]>>;

export function shape(
	label: string,
	construct: Construct | undefined,
	parts: readonly Part[],
	...fits: readonly string[]
): Shape {
	// Every row is looked up by a key of its own table; a test asks for each.
	return { label, construct: construct as Construct, parts, fits };
}

export function part(name: string, doc: PartDoc, ...after: readonly string[]): Part {
	return { name, doc, after };
}

export function ofKind<R extends Construct & { readonly kind: string }>(rows: readonly R[], kind: R['kind']): R | undefined {
	return rows.find((row) => row.kind === kind);
}

export function ofShape<R extends Construct & { readonly shape: string }>(
	rows: readonly R[],
	wanted: R['shape'],
): R | undefined {
	return rows.find((row) => row.shape === wanted);
}
