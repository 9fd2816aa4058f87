/** The lists of cases in the READMEs are held to the tests of the programs: none is claimed and missing, none is there and unlisted. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from '#grammar';
import { describe, expect, it } from 'vitest';
import { findExamples } from './found.ts';

/** `P1a`, `V10`. */
const CASE = /\b[PV]\d+[a-z]?\b/g;

/** The cells of the rows of every table, without the heads and the lines below them. */
function rowsOf(markdown: string): readonly (readonly string[])[] {
	const lines = markdown.split('\n').map((line) => line.trim());
	return lines
		.filter((line, index) => line.startsWith('|') && !line.startsWith('| ---') && !lines[index + 1]?.startsWith('| ---'))
		.map((line) =>
			line
				.slice(1, -1)
				.split('|')
				.map((cell) => cell.trim()),
		);
}

/** The cases that the tests of a program are named after. */
function casesShown(source: string): readonly string[] {
	const names = parse(source).document.declarations.flatMap((each) =>
		each.kind === 'test' && each.name.kind === 'name' ? [each.name.text] : [],
	);
	return [...new Set(names.flatMap((name) => /^([PV]\d+[a-z]?): \S/.exec(name)?.[1] ?? []))];
}

describe.each(['real-programs', 'vendor-numbers'])('%s/README.md', (folder) => {
	const rows = rowsOf(readFileSync(join(import.meta.dirname, folder, 'README.md'), 'utf8'));
	const programs = findExamples(folder);
	const rowOf = (name: string) => rows.find(([program]) => program?.includes(`(${name.slice(folder.length + 1)}.earn)`));

	it('lists every program', () => {
		expect(programs.filter(({ name }) => !rowOf(name)).map(({ name }) => name)).toEqual([]);
		expect(rows.filter(([program]) => program?.includes('.earn)'))).toHaveLength(programs.length);
	});

	it.each(programs.map(({ name, source }) => [name, source] as const))(
		'lists the cases that %s shows, each by a test',
		(name, source) => {
			const listed = (rowOf(name) ?? []).slice(2).flatMap((cell) => cell.match(CASE) ?? []);
			expect([...casesShown(source)].sort()).toEqual([...listed].sort());
		},
	);

	it('says of each case that is missing what it needs, and lists none twice', () => {
		const cases = rows.flatMap(
			([first, ...others]) => (first?.includes('.earn)') ? others.join().match(CASE) : first?.match(CASE)) ?? [],
		);
		expect([...new Set(cases)]).toEqual(cases);
		const missing = rows.filter(([first]) => /^[PV]\d/.test(first ?? ''));
		expect(missing.filter(([, expected, needs]) => !expected || !needs)).toEqual([]);
	});
});
