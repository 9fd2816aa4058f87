/** What recognises an element from one projection to the next: its kind and its exact text. */
export interface Recognisable {
	readonly kind: string;
	readonly source: string;
}

/** An element of the last projection. */
export interface Known extends Recognisable {
	readonly id: string;
}

/** An id for each element, and the number that the next new one gets. */
export interface Identities {
	readonly ids: readonly string[];
	readonly next: number;
}

/**
 * Gives every element the id it had before: first those with the same text, then the rest in their order; what is left is new.
 * So a card keeps its focus and its open picker while its clause is edited or moved.
 */
export function keepIdentities(known: readonly Known[], elements: readonly Recognisable[], next: number): Identities {
	const free = new Set(known);
	const ids: (string | undefined)[] = elements.map((element) => take(free, (old) => same(old, element)));
	let number = next;
	const all = elements.map((element, index) => {
		const kept = ids[index] ?? take(free, (old) => old.kind === element.kind);
		return kept ?? `${element.kind}-${number++}`;
	});
	return { ids: all, next: number };
}

function same(old: Known, element: Recognisable): boolean {
	return old.kind === element.kind && old.source === element.source;
}

function take(free: Set<Known>, wanted: (old: Known) => boolean): string | undefined {
	for (const old of free) {
		if (!wanted(old)) continue;
		free.delete(old);
		return old.id;
	}
	return undefined;
}
