/** Small parts of sentences that say reasons. */

/** A name as it stands in a sentence. */
export function quote(name: string): string {
	return `\`${name}\``;
}

/** A sentence's beginning. */
export function capital(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}

/** `a`, `a or b`, `a, b or c`. */
export function either(names: readonly string[]): string {
	return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
}

/** `1 day`, `3 days`. */
export function many(count: number, noun: string): string {
	return `${count} ${noun}${count === 1 || count === -1 ? '' : 's'}`;
}
