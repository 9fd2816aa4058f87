import { type Level, parse } from '#grammar';
import { describe, expect, test } from 'vitest';
import { Chance } from '../../edits/testing/chance.ts';
import { randomDocument } from '../../edits/testing/documents.ts';
import { WHOLE } from '../fixtures/whole.ts';
import { begins, follow } from './follow.ts';
import { type Edge, isName } from './machine.ts';
import { type Word, wordsOf } from './words.ts';

const seed = Number(process.env['SEED'] ?? 20_260_207);

/** The words of a text that could not follow the words before them, each with the end of what stands before it. */
function surprises(text: string): string[] {
	const { words } = wordsOf(text, { start: 0, end: text.length });
	return words.flatMap((word, index) => {
		const before = words.slice(0, index);
		const situation = follow(before);
		const isExpected =
			word.text === '}' ||
			(word.text === '{' ? hasBlock(situation.next) : situation.next.some((edge) => fits(word, edge))) ||
			(situation.mayEnd && begins(situation.level, word));
		const context = before.slice(-4).map((each) => each.text);
		return isExpected ? [] : [`${situation.level}: ${[...context, `«${word.text}»`].join(' ')}`];
	});
}

function hasBlock(edges: readonly Edge[]): boolean {
	return edges.some(({ part }) => typeof part !== 'string' && part.kind === 'block');
}

function fits(word: Word, { part }: Edge): boolean {
	if (typeof part === 'string') return part === word.text;
	if (part.kind === 'name') return isName(word);
	if (part.kind === 'text' || part.kind === 'timezone') return word.class === 'string';
	return part.kind === word.class;
}

describe('the shapes of clauses', () => {
	test('know the whole language', () => {
		expect(parse(WHOLE).problems).toEqual([]);
		expect(surprises(WHOLE)).toEqual([]);
	});

	test('know whatever the reader reads', () => {
		let read = 0;
		for (let index = 0; index < 400; index++) {
			const text = randomDocument(Chance.seeded(seed + index));
			if (parse(text).problems.length > 0) continue;
			read++;
			expect({ seed: seed + index, surprises: surprises(text) }).toEqual({ seed: seed + index, surprises: [] });
		}
		expect(read).toBeGreaterThan(50);
	});

	test.each<[string, Level]>([
		['', 'document'],
		['program A {', 'program'],
		['tiers by hand {', 'tiers'],
		['tiers by hand { tier A {', 'tier'],
		['campaign A {', 'campaign'],
		['campaign A { rule B {', 'rule'],
		['rule A { when {', 'when'],
		['rule A { when { any { not {', 'when'],
		['redemption {', 'redemption'],
		['expiry {', 'expiry'],
		['test A {', 'test'],
		['test A { member {', 'member'],
		['test A { purchase at 2026-01-01 {', 'event'],
		['test A { member { tier Gold }', 'test'],
		['rule A { when { on Mon }', 'rule'],
		['rule {', 'rule'],
		['rule A on {', 'rule'],
		['rule A { whn {', 'when'],
		['rule A { when { spend >= \nearn', 'rule'],
		['rule A { when { any {\nrule B {', 'rule'],
		['campaign A {\n  budget 5\nfilter "X"', 'document'],
		['}} rule A {', 'rule'],
	])('%s', (text, level) => {
		expect(follow(wordsOf(text, { start: 0, end: text.length }).words).level).toBe(level);
	});
});
