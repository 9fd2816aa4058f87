/** From the Markdown of a page to its HTML. What is written as HTML in it is shown as text. */
import { Marked, type RendererObject, type Tokens } from 'marked';
import { coloured, escapeHtml } from './code-blocks.ts';

/** A heading of a page, to jump to. */
export interface Heading {
	readonly depth: number;
	readonly id: string;
	/** Without marks. */
	readonly text: string;
}

export interface RenderedPage {
	readonly html: string;
	/** In the order of the page. */
	readonly headings: readonly Heading[];
}

/** What a page may lean on. */
export interface Surroundings {
	/** Where another page of the documentation is, by its file; null for one that does not exist. */
	readonly addressOf: (file: string) => string | null;
	/** A picture as HTML that may stand in a paragraph, by its path beside the page; null for one that does not exist. */
	readonly pictureOf?: (path: string) => string | null;
}

/** Renders a page. */
export function renderMarkdown(markdown: string, surroundings: Surroundings): RenderedPage {
	const headings: Heading[] = [];
	const marked = new Marked({ async: false, gfm: true, renderer: rendererInto(headings, surroundings) });
	return { html: marked.parse(markdown, { async: false }), headings };
}

/** The anchor of a heading: the same as in a repository's pages, so that links work in both. */
export function slugOf(text: string): string {
	return text
		.toLowerCase()
		.replaceAll(/[^\p{L}\p{M}\p{N}_\- ]/gu, '')
		.replaceAll(' ', '-');
}

/** Words that say what kind of entry follows. */
const BADGES: readonly (readonly [RegExp, string])[] = [
	[/^Error\.$/, 'badge badge-error'],
	[/^Warning\.$/, 'badge badge-warning'],
	[/^Not evaluated yet\.$/, 'badge badge-warning'],
	[/^[1-5][0-9]{2}\.$/, 'badge'],
];
/** A cell of a column that is read from the right. */
const NUMBER = /^[−-]?[0-9][0-9_.,]*$/;

/** Whether the cells of a column stay on one line each. */
function isShort(texts: readonly string[]): boolean {
	return texts.every((text) => text.length <= 24);
}

function rendererInto(headings: Heading[], { addressOf, pictureOf }: Surroundings): RendererObject {
	const taken = new Map<string, number>();
	return {
		html: ({ text }) => escapeHtml(text),
		heading({ tokens, depth }) {
			const text = tokens.map(plainText).join('');
			const slug = slugOf(text);
			const before = taken.get(slug) ?? 0;
			taken.set(slug, before + 1);
			const id = before === 0 ? slug : `${slug}-${before}`;
			headings.push({ depth, id, text });
			const inside = this.parser.parseInline(tokens);
			return depth === 1
				? `<h1 id="${id}">${inside}</h1>\n`
				: `<h${depth} id="${id}"><a href="#${id}">${inside}</a></h${depth}>\n`;
		},
		code: ({ text, lang = '' }) => {
			// Focusable, so that the keyboard can scroll it.
			return `<pre class="block-${escapeHtml(lang)}" tabindex="0"><code>${coloured(text, lang)}</code></pre>\n`;
		},
		strong({ tokens, text }) {
			const badge = BADGES.find(([pattern]) => pattern.test(text));
			const inside = this.parser.parseInline(tokens);
			return badge ? `<strong class="${badge[1]}">${inside.replace(/\.$/, '')}</strong>` : `<strong>${inside}</strong>`;
		},
		table({ header, rows }) {
			const columns = header.map((_, column) => rows.map((row) => row[column]?.text ?? ''));
			const classes = columns.map((texts) =>
				texts.every((text) => NUMBER.test(text)) ? 'number' : isShort(texts) ? 'short' : '',
			);
			const cells = (kind: 'th' | 'td', row: readonly Tokens.TableCell[]) =>
				row.map(({ tokens }, column) => {
					const marks = (kind === 'th' ? ' scope="col"' : '') + (classes[column] ? ` class="${classes[column]}"` : '');
					return `<${kind}${marks}>${this.parser.parseInline(tokens)}</${kind}>`;
				});
			const body = rows.map((row) => `<tr>${cells('td', row).join('')}</tr>`).join('\n');
			const head = `<thead><tr>${cells('th', header).join('')}</tr></thead>`;
			return `<div class="table" tabindex="0"><table>${head}<tbody>\n${body}\n</tbody></table></div>\n`;
		},
		link({ href, tokens }) {
			const inside = this.parser.parseInline(tokens);
			const address = addressOfLink(href, addressOf);
			return address === null ? inside : `<a href="${escapeHtml(address)}">${inside}</a>`;
		},
		// Of a picture that is not the documentation's own, the words that stand for it are enough.
		image: ({ text, href }) => pictureOf?.(href) ?? escapeHtml(text),
	};
}

/** `reference.md#formulas` leads to the page's own address; other addresses must be of the web. */
function addressOfLink(href: string, addressOf: (file: string) => string | null): string | null {
	const [, file, anchor = ''] = /^([\w-]+\.md)(#.*)?$/.exec(href) ?? [];
	if (file !== undefined) {
		const address = addressOf(file);
		return address === null ? null : address + anchor;
	}
	return /^(#|https?:\/\/)/.test(href) ? href : null;
}

/** The text of an inline part without marks. */
function plainText(token: Tokens.Generic): string {
	return token.tokens?.map(plainText).join('') ?? String(token['text'] ?? token.raw);
}
