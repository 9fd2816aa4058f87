import type { Suggestion } from './suggestion.ts';

/** What a suggestion writes, in the snippet notation that editors share: each place to fill in is numbered. */
export function snippetOf({ insert, placeholders }: Pick<Suggestion, 'insert' | 'placeholders'>): string {
	let at = 0;
	const parts = placeholders.map(({ start, end }, index) => {
		const before = plainInSnippet(insert.slice(at, start));
		at = end;
		return `${before}\${${index + 1}:${plainInSnippet(insert.slice(start, end))}}`;
	});
	return parts.join('') + plainInSnippet(insert.slice(at));
}

function plainInSnippet(text: string): string {
	return text.replace(/[\\$}]/g, '\\$&');
}
