import { describe, expect, test } from 'vitest';
import type { Operation } from './index.ts';
import { type EditRow, edited, rule } from './testing/edited.ts';

function table(rows: readonly EditRow[]): void {
	test.each(rows)('$name', ({ before, operation, after }) => {
		expect(edited(before, operation)).toBe(after);
	});
}

const clause = (
	name: 'about' | 'status' | 'active' | 'priority' | 'earn' | 'limit',
	text: string | null,
	index?: number,
): Operation => ({
	kind: 'set-clause',
	declaration: 0,
	clause: name,
	text,
	...(index === undefined ? {} : { index }),
});

describe('setting a clause', () => {
	table([
		{
			name: 'adds it behind the last that usually stands before it',
			before: rule('  about "x"\n  when always\n  earn 10\n'),
			operation: clause('status', 'status disabled'),
			after: rule('  about "x"\n  status disabled\n  when always\n  earn 10\n'),
		},
		{
			name: 'adds it before everything where nothing usually stands before it',
			before: rule('  // points\n  earn 10\n'),
			operation: clause('about', 'about "x"'),
			after: rule('  about "x"\n  // points\n  earn 10\n'),
		},
		{
			name: 'changes the one that the index names',
			before: rule('  earn 10\n  earn 20 // more\n'),
			operation: clause('earn', 'earn 30', 1),
			after: rule('  earn 10\n  earn 30 // more\n'),
		},
		{
			name: 'adds another where it may',
			before: rule('  earn 10\n  limit 5 points per transaction\n'),
			operation: clause('earn', 'earn "Food" * 2', 1),
			after: rule('  earn 10\n  earn "Food" * 2\n  limit 5 points per transaction\n'),
		},
		{
			name: 'removes it with its comments',
			before: rule('  // cap\n  limit 5 points per transaction // low\n  earn 10\n'),
			operation: clause('limit', null),
			after: rule('  earn 10\n'),
		},
		{
			name: 'has nothing to do where nothing is removed',
			before: rule('  earn 10\n'),
			operation: clause('limit', null),
			after: rule('  earn 10\n'),
		},
		{
			name: 'refuses a clause of another kind',
			before: rule('  earn 10\n'),
			operation: clause('earn', 'limit 5 points per transaction'),
			after: 'refused: `earn` belongs here, but this is `limit`.',
		},
		{
			name: 'refuses a second status',
			before: rule('  status enabled\n'),
			operation: clause('status', 'status disabled', 1),
			after: 'refused: A rule has only one `status`.',
		},
	]);
});

describe('setting the text of a clause', () => {
	const source = rule('  earn bananas\n  when { tier is Gold spned 5 } limit 5 points per transaction\n');
	const text = (part: string, typed: string): Operation => {
		const start = source.indexOf(part);
		return { kind: 'set-text', declaration: 0, span: { start, end: start + part.length }, text: typed };
	};
	table([
		{
			name: 'repairs a clause',
			before: source,
			operation: text('earn bananas', 'earn 10'),
			after: source.replace('bananas', '10'),
		},
		{
			name: 'may leave it broken',
			before: source,
			operation: text('earn bananas', 'earn apples and'),
			after: source.replace('bananas', 'apples and'),
		},
		{
			name: 'may put two clauses there',
			before: source,
			operation: text('earn bananas', 'earn 1\n  earn 2'),
			after: source.replace('bananas', '1\n  earn 2'),
		},
		{
			name: 'breaks the line behind a comment',
			before: source,
			operation: text('spned 5', 'birthday today // best'),
			after: source.replace('spned 5 ', 'birthday today // best\n   '),
		},
		{
			name: 'removes it where nothing is typed',
			before: source,
			operation: text('earn bananas', '  '),
			after: source.replace('  earn bananas\n', ''),
		},
		{
			name: 'refuses what would change its surroundings',
			before: source,
			operation: text('earn bananas', 'earn 10 } rule "Other" {'),
			after: 'refused: This change could not be made safely in text – edit line 2.',
		},
		{
			name: 'refuses a stretch that is no clause',
			before: source,
			operation: text('bananas', '10'),
			after: 'refused: This clause is no longer in the text.',
		},
	]);
});
