/** What stands around a page of the documentation: the head, the way to the other pages, and the foot. */
import { escapeHtml } from './code-blocks.ts';
import type { Heading } from './markdown.ts';

/** A page in the navigation. */
export interface PageLink {
	readonly title: string;
	readonly address: string;
	/** What it is about, in a sentence. */
	readonly about: string;
}

export interface LayoutOptions {
	readonly title: string;
	readonly about: string;
	/** HTML. */
	readonly body: string;
	readonly headings: readonly Heading[];
	/** All pages, in order. */
	readonly pages: readonly PageLink[];
	/** The one that is shown; null for none of them. */
	readonly current: PageLink | null;
	/** Of the style sheet. */
	readonly styles: string;
}

/** More sections than these are listed by their chapters only. */
const MOST_SECTIONS = 48;

/** A whole HTML document. */
export function layout({ title, about, body, headings, pages, current, styles }: LayoutOptions): string {
	const navigation = pages.map((page) => pageEntry(page, page === current ? headings : null)).join('');
	return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="description" content="${escapeHtml(about)}">
<title>${escapeHtml(title)} · Earnest</title>
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
<link rel="stylesheet" href="${styles}">
</head>
<body>
<a class="skip" href="#content">Skip to the page</a>
<header class="bar">
<a class="brand" href="/docs">${MARK}<span>Earnest</span> <span class="brand-place">Documentation</span></a>
<a class="to-editor" href="/">Open the editor</a>
</header>
<div class="frame">
<nav class="side" aria-label="Documentation"><ul>${navigation}</ul></nav>
<details class="menu">
<summary>${escapeHtml(current?.title ?? 'Documentation')}</summary>
<nav aria-label="Documentation"><ul>${navigation}</ul></nav>
</details>
<main id="content" tabindex="-1">
<article>
${body}</article>
${footer(pages, current)}
</main>
</div>
</body>
</html>
`;
}

function pageEntry({ title, address }: PageLink, headings: readonly Heading[] | null): string {
	if (headings === null) return `<li><a href="${address}">${escapeHtml(title)}</a></li>`;
	return `<li><a href="${address}" aria-current="page">${escapeHtml(title)}</a>${sections(headings)}</li>`;
}

/** The chapters of a page, each with its sections where these are not too many. */
function sections(headings: readonly Heading[]): string {
	const showsAll = headings.filter(({ depth }) => depth === 3).length <= MOST_SECTIONS;
	const items = headings
		.filter(({ depth }) => depth === 2 || (depth === 3 && showsAll))
		.map(({ depth, id, text }) => `<li class="depth-${depth}"><a href="#${id}">${escapeHtml(shortened(text))}</a></li>`);
	return items.length === 0 ? '' : `<ul>${items.join('')}</ul>`;
}

/** A route by its end, where it begins as all of them do: `PUT …/draft`. */
function shortened(text: string): string {
	return text.replace(/^([A-Z]+) (?:\/[^/]+){3}(?=\/)/, '$1 …');
}

/** The page before and the page after. */
function footer(pages: readonly PageLink[], current: PageLink | null): string {
	const index = current === null ? -1 : pages.indexOf(current);
	const link = (page: PageLink | undefined, label: string) =>
		page
			? `<a class="${label.toLowerCase()}" href="${page.address}"><span>${label}</span>${escapeHtml(page.title)}</a>`
			: '<span></span>';
	if (index < 0) return '';
	return `<nav class="onwards" aria-label="Next pages">${link(pages[index - 1], 'Previous')}${link(pages[index + 1], 'Next')}</nav>`;
}

/** The product's mark, as in favicon.svg. */
const MARK =
	'<svg width="24" height="24" viewBox="0 0 32 32" aria-hidden="true"><rect width="32" height="32" rx="8" fill="#6741d9"/><path d="M9 10.5h9.5M9 16h7M9 21.5h9.5" stroke="#fff" stroke-width="3" stroke-linecap="round" fill="none"/><path d="m23.6 12.2 1.1 2.7 2.7 1.1-2.7 1.1-1.1 2.7-1.1-2.7-2.7-1.1 2.7-1.1z" fill="#ffc857"/></svg>';
