/** A colour as the language writes it; null for an empty text, nothing for what is no colour. */
export function readColor(typed: string): string | null | undefined {
	const text = typed.trim().toUpperCase();
	if (text === '') return null;
	const [, digits] = /^#?([0-9A-F]{6})$/.exec(text) ?? [];
	return digits === undefined ? undefined : `#${digits}`;
}
