import { expect, test } from 'vitest';
import { compile } from '../compile.ts';
import { marked, withMarks } from './fixtures/marked.ts';
import { foldingRanges } from './folding.ts';

test.each([
	[
		'declarations and what is in braces',
		`program "A" {«
  currency AED»
}
tiers by hand {«
  tier A {«
    color #000000»
  }
  tier B {}»
}
filter "Food" =«
  items»
rule "B" {«
  when {«
    tier is A
    tier is B»
  }
  earn 10»
}`,
	],
	['nothing on one line', 'rule "B" { when { tier is A } earn 10 }'],
	['the outer one of two that begin together', 'rule "B" { when {«\n tier is A\n} earn 10»\n}'],
	['a brace that does not stand alone', 'rule "B" {«\n  earn 10 }»'],
	['a brace on its own line', 'rule "B"«\n{\n  earn 10»\n}'],
	['windows line breaks', 'rule "B" {«\r\n  earn 10»\r\n}\r\n'],
	['what cannot be read', 'rule "B" {«\n  any {«\n    tier is A»\n  }»\n}'],
	[
		'campaigns, tests and all others with braces',
		'campaign "C" {«\n  budget 10 points\n  rule "A" {«\n    earn 1»\n  }»\n}\nredemption {«\n  100 points = 1 AED»\n}\nexpiry {«\n  available after 1 day»\n}\ntest "T" {«\n  member {«\n    tier A»\n  }\n  purchase at 2026-01-01 {«\n    taxes 5»\n  }»\n}',
	],
	[
		'groups of conditions',
		'rule "B" {«\n  when {«\n    any {«\n      not {«\n        tier is A»\n      }»\n    }»\n  }»\n}',
	],
	[
		'filters one below the other, from three on',
		'filter "A" = items«\nfilter "B" = items // b\nfilter "C" = total»\n\nfilter "D" = items\nfilter "E" = items',
	],
	['a brace that is never closed', 'rule "B" {«\n  earn 10\n  limit 5 points per transaction»'],
	[
		'comments one below the other',
		'// one«\n// two\n  // three»\nrule A {} // four\n// five\n\n// six«\n// seven»\nrule B {«\n  // eight«\n  // nine»»\n}',
	],
])('%s', (_what, source) => {
	const { text } = marked(source);
	expect(
		withMarks(
			text,
			foldingRanges(compile(text)).map(({ span }) => span),
		),
	).toBe(source);
});

test('comments are told from the rest', () => {
	const { text } = marked('// one\n// two\nrule A {\n  earn 1\n}');
	expect(foldingRanges(compile(text)).map(({ kind }) => kind)).toEqual(['comment', 'block']);
});
