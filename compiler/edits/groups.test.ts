import { describe } from 'vitest';
import type { GroupKind, Operation, Path } from './index.ts';
import { rule, table, when } from './testing/edited.ts';

const GOLD = 'tier is Gold';
const here = { declaration: 0 } as const;
const add = (text: string, into: Path, before?: number): Operation => ({
	kind: 'add-condition',
	...here,
	text,
	into,
	...(before === undefined ? {} : { before }),
});
const remove = (condition: Path): Operation => ({ kind: 'remove-condition', ...here, condition });
const move = (condition: Path, to: number, into?: Path): Operation => ({
	kind: 'move-condition',
	...here,
	condition,
	to,
	...(into === undefined ? {} : { into }),
});
const wrap = (condition: Path, group: GroupKind, count?: number): Operation => ({
	kind: 'wrap-condition',
	...here,
	condition,
	group,
	...(count === undefined ? {} : { count }),
});
const unwrap = (condition: Path): Operation => ({ kind: 'unwrap-condition', ...here, condition });
const negate = (condition: Path): Operation => ({ kind: 'negate-condition', ...here, condition });

const nested = when(
	'    any {\n      // vip\n      tier is Gold // gold\n      channel is app\n    }\n    birthday today\n',
);

describe('conditions in groups', () => {
	table([
		{
			name: 'adds to the end of a group',
			before: nested,
			operation: add('vip', 0),
			after: nested.replace('is app\n', 'is app\n      vip\n'),
		},
		{
			name: 'adds before another, above its comments',
			before: nested,
			operation: add('vip', [0], 0),
			after: nested.replace('      // vip\n', '      vip\n      // vip\n'),
		},
		{
			name: 'shares the line of a group on one line',
			before: rule('  when { any { channel is app } }\n'),
			operation: add(GOLD, 0, 0),
			after: rule('  when { any { tier is Gold channel is app } }\n'),
		},
		{
			name: 'sets a condition at a path',
			before: nested,
			operation: { kind: 'set-condition', ...here, condition: [0, 1], text: 'channel is web' },
			after: nested.replace('is app', 'is web'),
		},
		{
			name: 'removes with the comments around',
			before: nested,
			operation: remove([0, 0]),
			after: nested.replace('      // vip\n      tier is Gold // gold\n', ''),
		},
		{
			name: 'removes a group with its last condition',
			before: when('    birthday today\n    // either\n    any {\n      not { tier is Gold }\n    } // or\n'),
			operation: remove([1, 0, 0]),
			after: when('    birthday today\n'),
		},
		{
			name: 'keeps comments of nobody when a group goes',
			before: when('    any { // one of\n      tier is Gold\n    }\n    birthday today\n'),
			operation: remove([0, 0]),
			after: when('    // one of\n    birthday today\n'),
		},
		{
			name: 'refuses a group that is none',
			before: nested,
			operation: add(GOLD, 1),
			after: 'refused: This group is no longer in the text.',
		},
	]);
});

describe('moving between groups', () => {
	table([
		{
			name: 'moves within a group',
			before: nested,
			operation: move([0, 1], 0),
			after: nested.replace('      channel is app\n', '').replace('      // vip\n', '      channel is app\n      // vip\n'),
		},
		{
			name: 'moves out of a group with the comments',
			before: nested,
			operation: move([0, 0], 2, []),
			after: when('    any {\n      channel is app\n    }\n    birthday today\n    // vip\n    tier is Gold // gold\n'),
		},
		{
			name: 'moves into a group',
			before: nested,
			operation: move(1, 1, 0),
			after: when(
				'    any {\n      // vip\n      tier is Gold // gold\n      birthday today\n      channel is app\n    }\n',
			),
		},
		{
			name: 'takes the group along when it leaves nothing behind',
			before: when('    any { tier is Gold }\n    birthday today\n'),
			operation: move([0, 0], 2, []),
			after: when('    birthday today\n    tier is Gold\n'),
		},
		{
			name: 'goes to where its group was',
			before: when('    channel is app\n    any { tier is Gold }\n    birthday today\n'),
			operation: move([1, 0], 1, []),
			after: when('    channel is app\n    tier is Gold\n    birthday today\n'),
		},
		{
			name: 'refuses to put a group into itself',
			before: nested,
			operation: move(0, 0, [0]),
			after: 'refused: A group cannot go into itself.',
		},
		{
			name: 'refuses a place that is not there',
			before: nested,
			operation: move(1, 5, [0]),
			after: 'refused: There is no such place in the text.',
		},
	]);
});

describe('wrapping', () => {
	table([
		{
			name: 'puts several neighbours with their comments on lines of their own',
			before: when('    // vip\n    tier is Gold // gold\n    channel is app\n    birthday today\n'),
			operation: wrap(0, 'any', 2),
			after: when('    any {\n      // vip\n      tier is Gold // gold\n      channel is app\n    }\n    birthday today\n'),
		},
		{
			name: 'stays on a shared line',
			before: rule('  when { tier is Gold channel is app birthday today }\n'),
			operation: wrap(1, 'not'),
			after: rule('  when { tier is Gold not { channel is app } birthday today }\n'),
		},
		{
			name: 'indents a condition of several lines as a whole',
			before: when('    on Mon\n      or on Tue\n'),
			operation: wrap(0, 'all'),
			after: when('    all {\n      on Mon\n        or on Tue\n    }\n'),
		},
		{
			name: 'copies tabs and CRLF',
			before: 'rule "Lunch" {\r\n\twhen {\r\n\t\tchannel is app\r\n\t}\r\n}',
			operation: wrap(0, 'any'),
			after: 'rule "Lunch" {\r\n\twhen {\r\n\t\tany {\r\n\t\t\tchannel is app\r\n\t\t}\r\n\t}\r\n}',
		},
		{
			name: 'goes into groups',
			before: nested,
			operation: wrap([0, 1], 'not'),
			after: nested.replace('      channel is app\n', '      not {\n        channel is app\n      }\n'),
		},
		{
			name: 'refuses more than there are',
			before: nested,
			operation: wrap(1, 'any', 2),
			after: 'refused: There are not so many conditions in a row.',
		},
		{
			name: 'refuses always',
			before: rule('  when always\n'),
			operation: wrap(0, 'any'),
			after: 'refused: `when always` has no conditions; add one first.',
		},
	]);
});

describe('unwrapping', () => {
	table([
		{
			name: 'takes braces and indentation away',
			before: nested,
			operation: unwrap(0),
			after: when('    // vip\n    tier is Gold // gold\n    channel is app\n    birthday today\n'),
		},
		{
			name: 'stays on a shared line',
			before: rule('  when { tier is Gold any { channel is app vip } birthday today }\n'),
			operation: unwrap(1),
			after: rule('  when { tier is Gold channel is app vip birthday today }\n'),
		},
		{
			name: 'leaves a blank where the brace touched its neighbour',
			before: rule('  when { any { tier is "Gold"}birthday today }\n'),
			operation: unwrap(0),
			after: rule('  when { tier is "Gold" birthday today }\n'),
		},
		{
			name: 'keeps the comments at the braces',
			before: when('    any { // one of\n      tier is Gold\n    } // these\n    birthday today\n'),
			operation: unwrap(0),
			after: when('    // one of\n    tier is Gold // these\n    birthday today\n'),
		},
		{
			name: 'keeps the comment behind a brace off the line of another',
			before: when('    any {\n      tier is Gold // gold\n    } // these\n'),
			operation: unwrap(0),
			after: when('    tier is Gold // gold\n    // these\n'),
		},
		{
			name: 'refuses what is no group',
			before: nested,
			operation: unwrap(1),
			after: 'refused: This is not a group of conditions.',
		},
	]);
});

describe('negating', () => {
	const both = (name: string, one: string, other: string) => [
		{ name, before: when(`    ${one}\n`), operation: negate(0), after: when(`    ${other}\n`) },
		{ name: `${name}, and back`, before: when(`    ${other}\n`), operation: negate(0), after: when(`    ${one}\n`) },
	];
	table([
		...both('`is` and `is not`', 'tier is Gold // gold', 'tier is not Gold // gold'),
		...both('an attribute', 'payment_method is cash, card', 'payment_method is not cash, card'),
		...both('`any` and none of several', 'any { vip tier is Gold }', 'not { vip tier is Gold }'),
		...both('what has no opposite', 'not {\n      spend "Food" >= 50\n    }', 'spend "Food" >= 50').slice(0, 1),
		{
			name: 'wraps what has no opposite',
			before: when('    spend "Food" >= 50\n'),
			operation: negate(0),
			after: when('    not {\n      spend "Food" >= 50\n    }\n'),
		},
		{
			name: 'finds the word, not a comment',
			before: when('    tier // is it?\n      is Gold\n'),
			operation: negate(0),
			after: when('    tier // is it?\n      is not Gold\n'),
		},
		{
			name: 'refuses what cannot be read',
			before: when('    spned 5\n'),
			operation: negate(0),
			after: 'refused: This condition cannot be read; mend it first.',
		},
	]);
});
