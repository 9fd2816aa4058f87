/** Blocks of code as HTML, coloured: Earn by the language's own table of words, the others by a few patterns each. */
import { highlight } from '#grammar';

/** A block's text as HTML; of an unknown language it stays as it is. */
export function coloured(text: string, language: string): string {
	return language === 'earn' ? inSpans(text, highlight(text)) : inSpans(text, byPatterns(text, PATTERNS[language] ?? []));
}

/** Text that is safe between tags and in attributes. */
export function escapeHtml(text: string): string {
	return text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
}

interface Stretch {
	readonly span: { readonly start: number; readonly end: number };
	readonly class: string;
}

function inSpans(text: string, stretches: readonly Stretch[]): string {
	let html = '';
	let end = 0;
	for (const { span, class: name } of stretches) {
		const inside = escapeHtml(text.slice(span.start, span.end));
		html += `${escapeHtml(text.slice(end, span.start))}<span class="code-${name}">${inside}</span>`;
		end = span.end;
	}
	return html + escapeHtml(text.slice(end));
}

type Pattern = readonly [name: string, pattern: RegExp];

const PATTERNS: Readonly<Record<string, readonly Pattern[]>> = {
	json: [
		['name', /"(?:[^"\\]|\\.)*"(?=\s*:)/],
		['string', /"(?:[^"\\]|\\.)*"/],
		['number', /-?\b\d[\d.]*\b/],
		['keyword', /\b(?:true|false|null)\b/],
	],
	sh: [
		['comment', /#.*/],
		['string', /'[^']*'/],
		['keyword', /\bcurl\b/],
		['name', /https?:\S+/],
	],
	syntax: [
		['name', /\b[A-Z]{2,}\b/],
		['operator', /[[\]()|…]/],
		['keyword', /[a-z_]+|[=!<>{},-]+/],
	],
	ebnf: [
		['keyword', /"[^"]*"/],
		['number', /\b[A-Z-]{4,}\b/],
		['name', /^[a-z-]+/m],
		['operator', /[=;|{}[\]()]/],
	],
	excerpt: [['mark', /(?<=│ *)\^+/]],
};

/** The first pattern that fits at a place wins. */
function byPatterns(text: string, patterns: readonly Pattern[]): Stretch[] {
	if (patterns.length === 0) return [];
	const any = new RegExp(patterns.map(([, { source }]) => `(${source})`).join('|'), 'gm');
	return [...text.matchAll(any)].map((match) => {
		const index = match.slice(1).findIndex((group) => group !== undefined);
		const span = { start: match.index, end: match.index + match[0].length };
		return { span, class: patterns[index]?.[0] ?? '' };
	});
}
