/** Texts of the language service as Markdown. Names in them come from the user: nothing in them is formatting. */

/** A text of which nothing is formatting but its backticks: texts of the language use them for its words. */
export function escaped(text: string): string {
	return text.replace(/[\\*_{}[\]()#+!|<>~&]/g, '\\$&');
}

/** An example in Earn as the lines of a block; none where there is no example. */
export function exampleLines(example: string | null): string[] {
	return example === null ? [] : [`\`\`\`earn\n${example}\n\`\`\``];
}
