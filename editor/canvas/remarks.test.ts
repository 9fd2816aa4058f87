import { expect, test } from 'vitest';
import { parse } from '#grammar';
import { remarksOf } from './remarks.ts';

function remarks(text: string, clause: string): string[] {
	const start = text.indexOf(clause);
	return remarksOf(text, parse(text).document.comments, { start, end: start + clause.length });
}

const text = `rule "R" {
  // far away

  // first
  // second
  tier is Gold // tail
  channel is app
  earn "// no" // one
  earn 2 limit 5 points per day // of the limit
}`;

test('comments above and behind belong to a clause', () => {
	expect(remarks(text, 'tier is Gold')).toEqual(['first', 'second', 'tail']);
});

test('a comment behind another clause, or with one between, does not', () => {
	expect(remarks(text, 'channel is app')).toEqual([]);
	expect(remarks(text, 'earn 2')).toEqual([]);
	expect(remarks(text, 'limit 5 points per day')).toEqual(['of the limit']);
});

test('what looks like a comment inside of quotes is none', () => {
	expect(remarks(text, 'earn "// no"')).toEqual(['one']);
});
