/** Texts of the language service as Markdown. Names in them come from the user: nothing in them is formatting. */
import type { CompletionDetails } from './completion/details.ts';
import type { Hover } from './hover.ts';

/** A hover as Markdown: what the word is, what its clause says here, what it does in general, an example. */
export function hoverMarkdown({ title, doc, prose, example }: Pick<Hover, 'title' | 'doc' | 'prose' | 'example'>): string {
	const lines = [
		`**${escaped(title)}**`,
		...(prose === null ? [] : [escaped(prose)]),
		escaped(doc),
		...exampleLines(example),
	];
	return lines.join('\n\n');
}

/** What is said of a suggestion, as Markdown. */
export function detailsMarkdown({ documentation, example }: Pick<CompletionDetails, 'documentation' | 'example'>): string {
	return [escaped(documentation), ...exampleLines(example)].join('\n\n');
}

/** A text of which nothing is formatting but its backticks: texts of the language use them for its words. */
function escaped(text: string): string {
	return text.replace(/[\\*_{}[\]()#+!|<>~&]/g, '\\$&');
}

/** An example in Earn as the lines of a block; none where there is no example. */
function exampleLines(example: string | null): string[] {
	return example === null ? [] : [`\`\`\`earn\n${example}\n\`\`\``];
}
