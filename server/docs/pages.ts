/** The documentation as the server gives it: Markdown files read once and rendered when they are first asked for. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { layout, type PageLink } from './layout.ts';
import { renderMarkdown } from './markdown.ts';
import { withoutStyle } from './railroad.ts';

/** A page by its file and the last part of its address. */
export interface DocumentationPage extends PageLink {
	readonly file: string;
	readonly slug: string;
}

/** Every page, in the order in which they are read. */
export const PAGES: readonly DocumentationPage[] = [
	page('guide', 'Guide', 'How to write a loyalty program, from the first rule to the reasons for every point.'),
	page('reference', 'Language reference', 'Every construct of Earn with its form, what it does and an example.'),
	page('problems', 'Problems', 'Every code that Earnest answers with, what it means and what to do.'),
	page('http', 'HTTP interface', 'Every route of the server, with requests and answers.'),
];

/** Something to send. */
export interface DocumentationFile {
	readonly type: string;
	readonly body: string;
	readonly etag: string;
}

/** The style sheet of the documentation. */
export const STYLES_ADDRESS = '/docs/docs.css';

const here = dirname(fileURLToPath(import.meta.url));
/** Built, the files lie in dist/server/docs; otherwise beside this one. */
const folder = basename(dirname(here)) === 'dist' ? join(here, 'docs') : here;
const rendered = new Map<string, DocumentationFile>();

/** The page of a slug as HTML, the guide for an empty one; null where there is none. */
export function documentationPage(slug: string): DocumentationFile | null {
	const page = PAGES.find((each) => each.slug === (slug || 'guide'));
	return page ? remembered(page.file, () => ({ type: HTML, body: renderPage(page) })) : null;
}

/** What is shown where there is no such page. */
export function missingPage(): DocumentationFile {
	const body = '<h1>There is no such page</h1>\n<p>The documentation has the pages that are listed here.</p>\n';
	const options = { title: 'No such page', about: '', body, headings: [], pages: PAGES, current: null };
	return remembered('', () => ({ type: HTML, body: layout({ ...options, styles: STYLES_ADDRESS }) }));
}

/** The style sheet. */
export function documentationStyles(): DocumentationFile {
	return remembered('docs.css', () => ({ type: 'text/css; charset=utf-8', body: read('docs.css') }));
}

const HTML = 'text/html; charset=utf-8';

function page(slug: string, title: string, about: string): DocumentationPage {
	return { slug, title, about, file: `${slug}.md`, address: slug === 'guide' ? '/docs' : `/docs/${slug}` };
}

function renderPage(page: DocumentationPage): string {
	const addressOf = (file: string) => PAGES.find((each) => each.file === file)?.address ?? null;
	const { html, headings } = renderMarkdown(read(page.file), { addressOf, pictureOf });
	return layout({
		title: page.title,
		about: page.about,
		body: html,
		headings,
		pages: PAGES,
		current: page,
		styles: STYLES_ADDRESS,
	});
}

/** A diagram of this folder, and its form for narrow screens where it has one. */
function pictureOf(path: string): string | null {
	const name = /^diagrams\/([\w-]+)\.svg$/.exec(path)?.[1];
	if (name === undefined || !existsSync(join(folder, path))) return null;
	const drawn = (file: string, kind: string) => {
		return `<span class="diagram ${kind}">${withoutStyle(read(file))}</span>`;
	};
	const narrow = `diagrams/${name}.narrow.svg`;
	if (!existsSync(join(folder, narrow))) return drawn(path, 'any-width');
	return drawn(path, 'broad') + drawn(narrow, 'narrow');
}

function read(file: string): string {
	return readFileSync(join(folder, file), 'utf8');
}

function remembered(key: string, make: () => Omit<DocumentationFile, 'etag'>): DocumentationFile {
	const known = rendered.get(key);
	if (known) return known;
	const made = make();
	const file = { ...made, etag: `"${createHash('sha256').update(made.body).digest('base64url').slice(0, 22)}"` };
	rendered.set(key, file);
	return file;
}
