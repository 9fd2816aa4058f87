/** The guide is written by hand, but for the list of what is not recorded yet: that is the checker's. */
import { readFileSync } from 'node:fs';
import { table } from './markdown-parts.ts';
import { NOT_RECORDED, SECTIONS } from './reference-sections.ts';

/** The section that is written; everything up to the next heading of its depth is replaced. */
const HEADING = '## What is not recorded yet';

/** `guide.md` as it should be. */
export function guidePage(): string {
	const text = readFileSync(new URL('guide.md', import.meta.url), 'utf8');
	const start = text.indexOf(`${HEADING}\n`);
	if (start < 0) throw new Error(`The guide has no section ${HEADING}`);
	const next = text.indexOf('\n## ', start);
	const rest = next < 0 ? '' : text.slice(next);
	return [
		`${text.slice(0, start)}${HEADING}`,
		'This guide shows the whole language. All of it that earns points is evaluated, and wherever this guide shows points, they were earned when it was tested. The server, however, does not keep everything yet that this takes from one transaction to the next: a program that uses something of the list below is evaluated by tests and by the preview, but publishing it is refused with the problem [`not-recorded-yet`](problems.md#not-recorded-yet), so nothing is ever silently ignored.',
		table(['Of', 'Not recorded yet'], rowsByArea()),
		rest.trimStart(),
	]
		.join('\n\n')
		.replace(/\s*$/, '\n');
}

/** What is not recorded of each part of the reference, in short: of a declaration its first words. */
function rowsByArea(): string[][] {
	return SECTIONS.flatMap(({ title, rows, place }) => {
		const found = NOT_RECORDED.filter(({ example }) => rows.some((row) => row.example === example));
		const said = new Set(found.map(({ example, keyword }) => `\`${place === 'document' ? keyword : example}\``));
		return said.size === 0 ? [] : [[title, [...said].join(', ')]];
	});
}
