import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { renderProblem } from './diagnostics/render.ts';
import { parse } from './parse.ts';

const folder = new URL('./fixtures/', import.meta.url);
const pages = readdirSync(folder).filter((name) => name.endsWith('.page'));
const rule = '─'.repeat(60);

/** A page is an input, a ruled line, and what is said of the input. `«+1 × 500»` stands for five hundred times `+1`. */
function inputOf(page: string): string {
	const written = page.slice(0, page.indexOf(`\n${rule}\n`));
	return written.replace(/«(.+?) × (\d+)»/g, (_, text: string, count: string) => text.repeat(Number(count)));
}

describe('a page for each fault of reading', () => {
	it.each(pages)('%s', async (name) => {
		const place = new URL(name, folder);
		const page = readFileSync(place, 'utf8');
		const input = inputOf(page);
		const { problems } = parse(input);
		expect(problems.map(({ code }) => code)).toContain(name.replace('.page', ''));
		const file = name.replace('.page', '.earn');
		const shown = problems.length > 100 ? [...problems.slice(0, 1), ...problems.slice(-1)] : problems;
		const said = shown.map((problem) => renderProblem(input, problem, { file })).join('\n\n');
		const written = page.slice(0, page.indexOf(`\n${rule}\n`));
		await expect(`${written}\n${rule}\n${said}\n`).toMatchFileSnapshot(place.pathname);
	});
});
