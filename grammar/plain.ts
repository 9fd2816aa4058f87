/** Trees without places: what a program says, whatever its layout. */
import type { Node } from './ast.ts';

type PlaceKey = 'span' | 'health' | 'body';

/** A node without its places in a text, all the way down: for nodes that a program makes, and for comparing. */
export type Plain<T> = T extends readonly (infer E)[]
	? readonly Plain<E>[]
	: T extends object
		? { readonly [K in keyof T as Exclude<K, PlaceKey>]: Plain<T[K]> }
		: T;

/** Any node without its places. */
export type PlainNode = Plain<Node>;

const placeKeys: ReadonlySet<string> = new Set<PlaceKey>(['span', 'health', 'body']);

/** The same tree without spans, health and braces, so that two trees can be compared by what they say. */
export function stripSpans<T>(tree: T): Plain<T> {
	return strip(tree) as Plain<T>;
}

function strip(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(strip);
	if (typeof value !== 'object' || value === null) return value;
	const kept = Object.entries(value).filter(([key]) => !placeKeys.has(key));
	return Object.fromEntries(kept.map(([key, entry]: [string, unknown]) => [key, strip(entry)]));
}
