/** Finds texts at the top of a JSON object without reading the rest of it: enough to say who a line is about. */

/**
 * The values of some fields of the object that a line holds, where they are plain texts: the last one, as JSON has it. Null
 * where the line has to be read whole to be sure: something is escaped, or it is no object.
 */
export function topTexts(line: string, fields: readonly string[]): (string | null)[] | null {
	const found: (string | null)[] = fields.map(() => null);
	let depth = 0;
	let isKey = false;
	for (let at = 0; at < line.length; at++) {
		const sign = line[at];
		if (sign === '"') {
			const end = endOfText(line, at);
			if (end === null) return null;
			if (depth === 1 && isKey) {
				const field = fields.indexOf(line.slice(at + 1, end));
				if (field >= 0) found[field] = textAfter(line, end + 1);
				if (line.slice(at + 1, end).includes('\\')) return null;
			}
			isKey = false;
			at = end;
		} else if (sign === '{' || sign === '[') {
			depth += 1;
			isKey = depth === 1 && sign === '{';
		} else if (sign === '}' || sign === ']') depth -= 1;
		else if (sign === ',' && depth === 1) isKey = true;
	}
	return found.some((text) => text?.includes('\\')) ? null : found;
}

/** Where the text that begins at a quote ends; null where it does not. */
function endOfText(line: string, begin: number): number | null {
	for (let at = begin + 1; at < line.length; at++) {
		if (line[at] === '\\') at += 1;
		else if (line[at] === '"') return at;
	}
	return null;
}

/** The text behind a key's colon, as it stands; null where there is another value. */
function textAfter(line: string, from: number): string | null {
	const begin = /^\s*:\s*"/.exec(line.slice(from, from + 64));
	if (!begin) return null;
	const quote = from + begin[0].length - 1;
	const end = endOfText(line, quote);
	return end === null ? null : line.slice(quote + 1, end);
}
