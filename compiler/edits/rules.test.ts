import { parse } from '#grammar';
import { describe, expect, test } from 'vitest';
import { planOperation } from './index.ts';
import { table } from './testing/edited.ts';

const two = '// one\nrule "One" { earn 1 } // 1\n\n// two\nrule "Two" {\n  earn 2 // inside\n}';

describe('whole rules', () => {
	table([
		{
			name: 'renames, with quotes and escapes',
			before: two,
			operation: { kind: 'rename-rule', declaration: 0, name: 'Say "hi"' },
			after: two.replace('"One"', '"Say \\"hi\\""'),
		},
		{
			name: 'refuses the name of another',
			before: two,
			operation: { kind: 'rename-rule', declaration: 0, name: 'Two' },
			after: 'refused: Another rule is called `Two`.',
		},
		{
			name: 'refuses an empty name',
			before: two,
			operation: { kind: 'rename-rule', declaration: 0, name: ' ' },
			after: 'refused: A rule needs a name.',
		},
		{
			name: 'adds between two',
			before: two,
			operation: { kind: 'add-rule', text: 'rule "New" {\n  earn 3\n}', after: 0 },
			after: two.replace('// 1\n', '// 1\n\nrule "New" {\n  earn 3\n}\n'),
		},
		{
			name: 'adds at the end of a text without a last line break',
			before: two,
			operation: { kind: 'add-rule', text: 'rule "New" { earn 3 }' },
			after: `${two}\n\nrule "New" { earn 3 }`,
		},
		{
			name: 'adds to an empty text',
			before: '',
			operation: { kind: 'add-rule', text: 'rule "New" { earn 3 }' },
			after: 'rule "New" { earn 3 }\n',
		},
		{
			name: 'removes with comments and one blank line',
			before: two,
			operation: { kind: 'remove-rule', declaration: 0 },
			after: '// two\nrule "Two" {\n  earn 2 // inside\n}',
		},
		{
			name: 'duplicates with the comments inside',
			before: two,
			operation: { kind: 'duplicate-rule', declaration: 1, name: 'Three' },
			after: `${two}\n\nrule "Three" {\n  earn 2 // inside\n}`,
		},
		{
			name: 'moves with the comments around it',
			before: two,
			operation: { kind: 'move-rule', declaration: 1, to: 0 },
			after: '// two\nrule "Two" {\n  earn 2 // inside\n}\n\n// one\nrule "One" { earn 1 } // 1\n',
		},
	]);
});

const filtered = 'filter "Food" = total // food\nrule "One" {\n  when { spend "Food" >= 5 }\n  earn "Food" * 2\n}\n';

describe('filters', () => {
	table([
		{
			name: 'adds behind the last',
			before: filtered,
			operation: { kind: 'add-filter', text: 'filter "New" = items' },
			after: filtered.replace('// food\n', '// food\nfilter "New" = items\n'),
		},
		{
			name: 'adds before the first rule',
			before: two,
			operation: { kind: 'add-filter', text: 'filter "New" = items' },
			after: `filter "New" = items\n\n${two}`,
		},
		{
			name: 'renames every use',
			before: filtered,
			operation: { kind: 'rename-filter', declaration: 0, name: 'وجبة' },
			after: filtered.replaceAll('"Food"', '"وجبة"'),
		},
		{
			name: 'refuses the name of a built-in filter',
			before: filtered,
			operation: { kind: 'rename-filter', declaration: 0, name: 'Total with fees, taxes and tip' },
			after: 'refused: Another filter is called `Total with fees, taxes and tip`.',
		},
		{
			name: 'changes what it counts',
			before: filtered,
			operation: { kind: 'set-filter', declaration: 0, text: 'filter "Food" = items in category "Food"' },
			after: filtered.replace('total', 'items in category "Food"'),
		},
		{
			name: 'refuses to remove what is used',
			before: filtered,
			operation: { kind: 'remove-filter', declaration: 0 },
			after: 'refused: This filter is used by the rule `One`; change that first.',
		},
		{
			name: 'removes what is not',
			before: `// x\nfilter "X" = items\n${filtered}`,
			operation: { kind: 'remove-filter', declaration: 0 },
			after: filtered,
		},
	]);
});

test('labels say what is undone', () => {
	const planned = planOperation(two, parse(two).document, { kind: 'remove-rule', declaration: 0 });
	expect(planned).toMatchObject({ ok: true, label: 'Remove rule' });
});
