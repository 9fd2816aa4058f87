/** Parts of Markdown pages that are written by the generator. */

/** The line that says that a page is not to be edited by hand; `from` is what it is written from. */
export function generatedFrom(from: string): string {
	return `*This page is written by \`npx tsx server/docs/generate.ts\` from ${from}.*`;
}

/** A table; a `|` in a cell is escaped. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
	const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
	return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** A fenced block. */
export function block(language: string, text: string): string {
	return `\`\`\`${language}\n${text}\n\`\`\``;
}

/** Paragraphs, tables and blocks with an empty line between them, and a line break at the end; empty ones are left out. */
export function page(parts: readonly string[]): string {
	return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

/** A number with its thousands apart, for people: `1,000`. */
export function grouped(value: number): string {
	return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}
