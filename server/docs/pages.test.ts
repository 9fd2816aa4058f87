import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { coloured } from './code-blocks.ts';
import { renderMarkdown, slugOf } from './markdown.ts';
import { documentationPage, PAGES } from './pages.ts';

const html = (slug: string) => documentationPage(slug)?.body ?? '';
const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, found]) => found ?? '');

describe.each(PAGES.map(({ slug, address }) => [slug, address] as const))('the page %s', (slug, address) => {
	it('has each id once', () => {
		const ids = all(html(slug), /\bid="([^"]*)"/g);
		expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
	});

	it('links to nothing that is not there', () => {
		const links = all(html(slug), /\bhref="([^"]*)"/g).filter(
			(href) => !['/', '/favicon.svg', '/docs/docs.css'].includes(href),
		);
		const broken = links.filter((href) => {
			const [path = '', anchor] = href.split('#');
			const target = PAGES.find((page) => page.address === (path || address));
			return !target || (anchor !== undefined && anchor !== 'content' && !html(target.slug).includes(` id="${anchor}"`));
		});
		expect(broken).toEqual([]);
	});

	it('brings no script, and no style of its own', () => {
		expect(html(slug)).not.toMatch(/<script|<style| style=| on\w+=/);
	});

	it('goes down its headings step by step', () => {
		const depths = all(html(slug), /<h([1-6])\b/g).map(Number);
		expect(depths[0]).toBe(1);
		expect(depths.filter((depth, index) => depth > (depths[index - 1] ?? 0) + 1)).toEqual([]);
	});
});

describe('Markdown', () => {
	const render = (text: string) => renderMarkdown(text, { addressOf: (file) => (file === 'guide.md' ? '/docs' : null) });

	it('shows HTML instead of obeying it', () => {
		expect(render('a <b onclick="x()">b</b>\n\n<script>x()</script>').html).not.toMatch(/<(b|script)\b/);
		expect(render('```earn\nrule "<img>" {}\n```').html).not.toContain('<img>');
		expect(render('```json"><img>\n{}\n```').html).not.toContain('<img>');
		expect(render('![<img>](x.png)').html).not.toContain('<img>');
	});

	it('leads to pages and to the web only', () => {
		expect(render('[a](guide.md#tiers)').html).toContain('<a href="/docs#tiers">a</a>');
		expect(render('[a](#b) [c](https://example.org/?a&b)').html).toContain('<a href="https://example.org/?a&#38;b">c</a>');
		for (const href of ['javascript:x()', 'other.md', '../x', 'data:text/html,x', '//example.org']) {
			expect(render(`[a](${href})`).html).toBe('<p>a</p>\n');
		}
	});

	it('gives headings the anchors that a repository gives them', () => {
		expect(slugOf('When a fact is missing')).toBe('when-a-fact-is-missing');
		expect(slugOf('POST /v1/programs/:program/evaluate')).toBe('post-v1programsprogramevaluate');
		const { headings } = render('# `a-b` *c*\n## Same\n### Same\n## Same');
		expect(headings).toEqual([
			{ depth: 1, id: 'a-b-c', text: 'a-b c' },
			{ depth: 2, id: 'same', text: 'Same' },
			{ depth: 3, id: 'same-1', text: 'Same' },
			{ depth: 2, id: 'same-2', text: 'Same' },
		]);
	});

	it('reads columns of numbers from the right', () => {
		const { html } = render('| a | b |\n| --- | --- |\n| 1.50 | 1 of 2 |\n| −3 | 2 |');
		expect(html).toContain('<th scope="col" class="number">a</th><th scope="col" class="short">b</th>');
		expect(html).toContain('<td class="number">−3</td><td class="short">2</td>');
	});
});

describe('colours', () => {
	it.each([
		['earn', 'earn "a" * 2', '<span class="code-keyword">earn</span> <span class="code-string">&#34;a&#34;</span>'],
		['json', '{ "a": "b" }', '<span class="code-name">&#34;a&#34;</span>: <span class="code-string">&#34;b&#34;</span>'],
		['excerpt', '  │ ^^', '  │ <span class="code-mark">^^</span>'],
		['text', '<a> & b', '&#60;a&#62; &#38; b'],
	])('of %s', (language, text, expected) => {
		expect(coloured(text, language)).toContain(expected);
	});

	it('lose no letter', () => {
		const text = 'rule "a<b" { // c\n\tearn 5% }\n"x';
		for (const language of ['earn', 'json', 'sh', 'syntax', 'ebnf', 'excerpt', 'text']) {
			const shown = coloured(text, language)
				.replace(/<[^>]*>/g, '')
				.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
			expect(shown).toBe(text);
		}
	});
});

describe('the style sheet', () => {
	const styles = readFileSync(new URL('docs.css', import.meta.url), 'utf8');
	const tokens = readFileSync(new URL('../../editor/theme/tokens.css', import.meta.url), 'utf8');
	const values = (css: string) =>
		new Map([...css.matchAll(/(--en-[\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name, value]));
	const split = (css: string, dark: RegExp) => [css.slice(0, css.search(dark)), css.slice(css.search(dark))] as const;

	it('has the tokens of the editor, in light and in dark', () => {
		const own = split(styles, /@media \(prefers-color-scheme: dark\)/).map(values);
		const given = split(tokens, /:root\[data-mantine-color-scheme="dark"\]/).map(values);
		for (const [scheme, wanted] of own.entries()) {
			expect(wanted.size).toBeGreaterThan(20);
			for (const [name, value] of wanted) expect([name, value]).toEqual([name, given[scheme]?.get(name)]);
		}
	});

	it('uses what it has, and has what it uses', () => {
		const used = new Set(all(styles, /var\((--en-[\w-]+)\)/g));
		expect(used).toEqual(new Set(values(styles).keys()));
	});
});
