/** The guide is written by hand, but for the list of what is not evaluated yet: that is the vocabulary's. */
import { readFileSync } from 'node:fs';
import { table } from './markdown-parts.ts';
import { NOT_EVALUATED, SECTIONS } from './reference-sections.ts';

/** The section that is written; everything up to the next heading of its depth is replaced. */
const HEADING = '## What is not evaluated yet';

/** `guide.md` as it should be. */
export function guidePage(): string {
	const text = readFileSync(new URL('guide.md', import.meta.url), 'utf8');
	const start = text.indexOf(`${HEADING}\n`);
	if (start < 0) throw new Error(`The guide has no section ${HEADING}`);
	const next = text.indexOf('\n## ', start);
	const rest = next < 0 ? '' : text.slice(next);
	return [
		`${text.slice(0, start)}${HEADING}`,
		'This guide shows the whole language. What stands in the list below is read, checked, laid out and explained, but it has no effect yet: a program that uses one gets the error [`not-evaluated-yet`](problems.md#not-evaluated-yet) and cannot be published, so nothing is ever silently ignored. Everything else is evaluated, and wherever this guide shows points, they were earned when it was tested.',
		table(['Of', 'No effect yet'], rowsByArea()),
		rest.trimStart(),
	]
		.join('\n\n')
		.replace(/\s*$/, '\n');
}

/** What is not evaluated of each part of the reference, in short: of a declaration its first words. */
function rowsByArea(): string[][] {
	return SECTIONS.flatMap(({ title, rows, place }) => {
		const found = NOT_EVALUATED.filter(({ example }) => rows.some((row) => row.example === example));
		const said = new Set(found.map(({ example, keyword }) => `\`${place === 'document' ? keyword : example}\``));
		return said.size === 0 ? [] : [[title, [...said].join(', ')]];
	});
}
