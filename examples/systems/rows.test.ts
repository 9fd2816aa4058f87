/** Every row of the README that concerns earning names a test, every test that is named is there, and no row is left out. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from '#grammar';
import { describe, expect, it } from 'vitest';
import { findExamples } from '../found.ts';

const ROWS = 129;

interface Row {
	readonly section: string;
	/** The number of a detail, or a topic on which systems differ. */
	readonly head: string;
	/** The names of tests, or, behind a dash, why there are none. */
	readonly shownBy: string;
}

const readme = readFileSync(join(import.meta.dirname, 'README.md'), 'utf8');
const programs = new Map(
	findExamples('systems').map(({ name, source }) => [`${name.replace(/.*\//, '')}.earn`, testsOf(source)]),
);
const rows = readme.split(/^## /m).slice(1).flatMap(rowsOf);
const details = rows.filter(({ head }) => /^\d+$/.test(head));
const topics = rows.filter(({ head }) => !/^\d+$/.test(head));

function testsOf(source: string): readonly string[] {
	return parse(source).document.declarations.flatMap((each) =>
		each.kind === 'test' && each.name.kind === 'name' ? [each.name.text] : [],
	);
}

function rowsOf(section: string): readonly Row[] {
	const [title = '', ...lines] = section.split('\n');
	return lines
		.filter((line) => line.startsWith('| ') && !line.startsWith('| ---') && !/^\| (row|topic) \|/.test(line))
		.map((line) => line.slice(2, -2).split(' | '))
		.map((cells) => ({ section: title, head: cells[0] ?? '', shownBy: cells.at(-1) ?? '' }));
}

const isNoMatterOfEarning = ({ shownBy }: Row) => shownBy.startsWith('— ');
const named = ({ shownBy }: Row) => [...shownBy.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);
const programOf = ({ section }: Row) => /\((.+\.earn)\)/.exec(section)?.[1] ?? '';

describe('the tables of the five kinds of systems', () => {
	it('have every row once, in its place', () => {
		expect(details.map(({ head }) => Number(head))).toEqual(Array.from({ length: ROWS }, (_, index) => index + 1));
	});

	it('name a test for each row that concerns earning, and a reason for each other one', () => {
		const bare = details.filter((row) => (isNoMatterOfEarning(row) ? row.shownBy.length < 5 : named(row).length === 0));
		expect(bare).toEqual([]);
	});

	it('name only tests of the program of their section', () => {
		const shown = details.filter((row) => !isNoMatterOfEarning(row));
		const unknown = shown.flatMap((row) =>
			named(row)
				.filter((name) => !programs.get(programOf(row))?.includes(name))
				.map((name) => `${row.head}: ${name}`),
		);
		expect(unknown).toEqual([]);
	});

	it('have a section for each program', () => {
		expect([...new Set(details.map(programOf))].sort()).toEqual([...programs.keys()].sort());
	});

	it('show each topic on which the five differ', () => {
		const all = new Set([...programs.values()].flat());
		expect(topics).toHaveLength(7);
		expect(topics.filter((row) => named(row).length === 0)).toEqual([]);
		expect(topics.flatMap(named).filter((name) => !all.has(name))).toEqual([]);
	});
});
