/**
 * Items with keys for a list in the order of a text: what they are, and the how-manieth of the same it is. Adding one to
 * the middle leaves the others their keys.
 */
export function keyed<T>(items: readonly T[], keyOf: (item: T) => string): { readonly key: string; readonly item: T }[] {
	const seen = new Map<string, number>();
	return items.map((item) => {
		const key = keyOf(item);
		const count = (seen.get(key) ?? 0) + 1;
		seen.set(key, count);
		return { key: `${key} ${count}`, item };
	});
}
