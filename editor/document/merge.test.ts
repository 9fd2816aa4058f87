import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seed } from '../canvas/testing/random-rules.ts';
import { mergeTexts } from './merge.ts';

const base = 'one\ntwo\nthree\nfour\nfive\n';

describe('two changed texts', () => {
	it.each([
		['mine alone', 'one\nTWO\nthree\nfour\nfive\n', base, 'one\nTWO\nthree\nfour\nfive\n'],
		['theirs alone', base, 'one\ntwo\nthree\nfour\nfive\nsix\n', 'one\ntwo\nthree\nfour\nfive\nsix\n'],
		['both, apart', 'ONE\ntwo\nthree\nfour\nfive\n', 'one\ntwo\nthree\nfive\n', 'ONE\ntwo\nthree\nfive\n'],
		[
			'both the same, and one more',
			'ONE\ntwo\nthree\nfour\nfive\n',
			'ONE\ntwo\nthree\nfour\nFIVE\n',
			'ONE\ntwo\nthree\nfour\nFIVE\n',
		],
		['mine put in, theirs taken out', 'zero\none\ntwo\nthree\nfour\nfive\n', 'one\ntwo\n', 'zero\none\ntwo\n'],
	])('come together: %s', (_, mine, theirs, together) => {
		expect(mergeTexts(base, mine, theirs)).toBe(together);
		expect(mergeTexts(base, theirs, mine)).toBe(together);
	});

	it.each([
		['the same line', 'one\nTWO\nthree\nfour\nfive\n', 'one\nzwei\nthree\nfour\nfive\n'],
		['lines next to each other', 'one\nTWO\nthree\nfour\nfive\n', 'one\ntwo\nTHREE\nfour\nfive\n'],
		['something new at one place', 'one\na\ntwo\nthree\nfour\nfive\n', 'one\nb\ntwo\nthree\nfour\nfive\n'],
	])('need a choice where they meet: %s', (_, mine, theirs) => {
		expect(mergeTexts(base, mine, theirs)).toBeNull();
	});

	it('need a choice where nothing is left of what both began with, and none where almost everything is', () => {
		const long = (word: string) => Array.from({ length: 3_000 }, (_, at) => (at % 2 ? '}\n' : `${word} ${at}\n`)).join('');
		expect(mergeTexts(long('rule'), long('mine'), long('theirs'))).toBeNull();
		const mine = long('rule').replace('rule 0\n', 'mine\n');
		const theirs = long('rule').replace('rule 2998\n', 'theirs\n');
		expect(mergeTexts(long('rule'), mine, theirs)).toBe(mine.replace('rule 2998\n', 'theirs\n'));
	});

	const lines = fc.array(fc.constantFrom<string>('a', 'b', 'c', 'd'), { maxLength: 12 });
	const text = (list: readonly string[]) => list.map((line) => `${line}\n`).join('');

	it('keep every change of one where the other changed nothing', () => {
		fc.assert(
			fc.property(lines, lines, (before, after) => {
				expect(mergeTexts(text(before), text(after), text(before))).toBe(text(after));
				expect(mergeTexts(text(before), text(before), text(after))).toBe(text(after));
			}),
			{ seed, numRuns: 2_000 },
		);
	});

	it('keep what each put in, wherever they come together', () => {
		const put = fc.tuple(fc.nat(11), fc.nat(3));
		fc.assert(
			fc.property(lines, put, put, (before, [at, cut], [elsewhere, cutThere]) => {
				const mine = before.toSpliced(at, cut, 'mine');
				const theirs = before.toSpliced(elsewhere, cutThere, 'theirs');
				const together = mergeTexts(text(before), text(mine), text(theirs));
				if (together === null) return;
				expect(together).toContain('mine\n');
				expect(together).toContain('theirs\n');
			}),
			{ seed, numRuns: 2_000 },
		);
	});
});
