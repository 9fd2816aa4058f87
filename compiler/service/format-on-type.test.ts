import { applyEdits } from '#grammar';
import { describe, expect, test } from 'vitest';
import { compile } from '../compile.ts';
import { marked } from './fixtures/marked.ts';
import { formatOnType, type Typed } from './format-on-type.ts';

/** The text after somebody has just typed a sign before the caret. */
function typed(source: string, sign: Typed): string {
	const { text, caret } = marked(source);
	return applyEdits(text, formatOnType(compile(text), caret, sign));
}

describe('after a brace', () => {
	test('what it closes gets its layout, and nothing else does', () => {
		const before = 'filter   "F"  =  items\n';
		expect(typed(`${before}rule   "A"   {\n      earn    10\n}‸\nrule   "B" { earn  1 }`, '}')).toBe(
			`${before}rule "A" {\n  earn 10\n}\nrule   "B" { earn  1 }`,
		);
	});

	test('inside a declaration', () => {
		const text = 'rule   "A" {\n  when {\n      tier   is   Gold\n  }‸\n  earn    10\n}\n';
		expect(typed(text, '}')).toBe('rule   "A" {\n  when {\n    tier is Gold\n  }\n  earn    10\n}\n');
	});

	test('one that closes nothing, and one in something broken, change nothing', () => {
		for (const text of ['rule  "A"  }‸', '}‸', 'rule "A" {\n   ern   5\n}‸\n', 'rule "A" { about "   }‸   " }']) {
			expect(typed(text, '}')).toBe(marked(text).text);
		}
	});
});

describe('after a line break', () => {
	test('the line before gets its layout, and the new one its place', () => {
		expect(typed('rule "A" {\n  earn    10\n‸\n}\n', '\n')).toBe('rule "A" {\n  earn 10\n  \n}\n');
		expect(typed('rule "A" {\r\n  when {\r\n‸', '\n')).toBe('rule "A" {\r\n  when {\r\n    ');
		expect(typed('rule "A" {\n  when {\n‸}', '\n')).toBe('rule "A" {\n  when {\n  }');
	});

	test('nothing behind the caret moves', () => {
		expect(typed('rule "A" {\n  earn    10\n  ‸limit 5 points per day\n}', '\n')).toBe(
			'rule "A" {\n  earn 10\n  limit 5 points per day\n}',
		);
	});

	test('at the top of a text there is nothing to do', () => {
		expect(typed('‸', '\n')).toBe('');
		expect(typed('filter "A" = items\n‸', '\n')).toBe('filter "A" = items\n');
	});
});
