import { describe, expect, test } from 'vitest';
import { compile } from '../compile.ts';
import { marked } from './fixtures/marked.ts';
import { selectionRanges } from './selection.ts';

function steps(source: string): string[] {
	const { text, caret } = marked(source);
	return selectionRanges(compile(text), caret).map(({ start, end }) => text.slice(start, end));
}

describe('what a selection grows to', () => {
	test('from a name in quotes to the whole text', () => {
		const rule = 'rule "A" { when { tier is Gold spend "Food" >= 50 } earn 10 }';
		expect(steps('filter X = items\nrule "A" { when { tier is Gold spend "Fo‸od" >= 50 } earn 10 }')).toEqual([
			'Food',
			'"Food"',
			'spend "Food" >= 50',
			'tier is Gold spend "Food" >= 50',
			'{ tier is Gold spend "Food" >= 50 }',
			'when { tier is Gold spend "Food" >= 50 }',
			'when { tier is Gold spend "Food" >= 50 } earn 10',
			'{ when { tier is Gold spend "Food" >= 50 } earn 10 }',
			rule,
			`filter X = items\n${rule}`,
		]);
	});

	test('a list before its clause', () => {
		expect(steps('rule A { when { tier is not Gold, "Very ‸gold", Silver earn } }').slice(0, 4)).toEqual([
			'Very gold',
			'"Very gold"',
			'Gold, "Very gold", Silver',
			'tier is not Gold, "Very gold", Silver',
		]);
	});

	test('a formula by its strength', () => {
		expect(steps('rule A { earn 1 + (2‸0 - "Food") * 3 }').slice(0, 7)).toEqual([
			'20',
			'20 - "Food"',
			'(20 - "Food")',
			'(20 - "Food") * 3',
			'1 + (20 - "Food") * 3',
			'earn 1 + (20 - "Food") * 3',
			'{ earn 1 + (20 - "Food") * 3 }',
		]);
	});

	test('a clause with its comments', () => {
		expect(steps('rule A {\n  // why\n  earn 1‸0 // so\n}').slice(0, 4)).toEqual([
			'10',
			'earn 10',
			'// why\n  earn 10 // so',
			'{\n  // why\n  earn 10 // so\n}',
		]);
	});

	test('in a comment', () => {
		expect(steps('rule A {\n  // wh‸y\n}').slice(0, 2)).toEqual(['// why', '{\n  // why\n}']);
	});

	test('in broken text', () => {
		expect(steps('rule { when { tier is ‸').at(-1)).toBe('rule { when { tier is ');
		expect(steps('‸')).toEqual([]);
		expect(steps('  ‸  ')).toEqual(['    ']);
	});
});
