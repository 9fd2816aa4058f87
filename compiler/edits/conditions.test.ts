import { describe, expect, test } from 'vitest';
import type { Operation } from './index.ts';
import { edited, rule, table, when } from './testing/edited.ts';

const GOLD = 'tier is Gold';
const add = (text: string, before?: number): Operation => ({
	kind: 'add-condition',
	declaration: 0,
	text,
	...(before === undefined ? {} : { before }),
});
const remove = (condition: number): Operation => ({ kind: 'remove-condition', declaration: 0, condition });
const move = (condition: number, to: number): Operation => ({ kind: 'move-condition', declaration: 0, condition, to });
const set = (condition: number, text: string): Operation => ({ kind: 'set-condition', declaration: 0, condition, text });

describe('adding a condition', () => {
	table([
		{
			name: 'goes to the end, behind the last one’s comment',
			before: when('    channel is app // the app\n'),
			operation: add(GOLD),
			after: when('    channel is app // the app\n    tier is Gold\n'),
		},
		{
			name: 'goes above the comments of the one that it stands before',
			before: when('    always\n    // why\n    channel is app\n'),
			operation: add(GOLD, 1),
			after: when('    always\n    tier is Gold\n    // why\n    channel is app\n'),
		},
		{
			name: 'shares a line where its neighbour does',
			before: rule('  when { channel is app birthday today }\n'),
			operation: add(GOLD, 1),
			after: rule('  when { channel is app tier is Gold birthday today }\n'),
		},
		{
			name: 'leaves the line where a broken neighbour might swallow it',
			before: rule('  when { channel is }\n  earn 1\n'),
			operation: add(GOLD),
			after: rule('  when { channel is\n    tier is Gold\n  }\n  earn 1\n'),
		},
		{
			name: 'copies tabs and CRLF',
			before: 'rule "Lunch" {\r\n\twhen {\r\n\t\tchannel is app\r\n\t}\r\n}',
			operation: add(GOLD),
			after: 'rule "Lunch" {\r\n\twhen {\r\n\t\tchannel is app\r\n\t\ttier is Gold\r\n\t}\r\n}',
		},
		{
			name: 'puts its own comments above itself',
			before: when('    channel is app\n'),
			operation: add('tier is Gold // the best'),
			after: when('    channel is app\n    // the best\n    tier is Gold\n'),
		},
		{
			name: 'keeps its comment to the letter, blanks at the end too, and drops the blanks around it',
			before: when('    channel is app\n'),
			operation: add('\n  tier is Gold // the best  \n\n  '),
			after: when('    channel is app\n    // the best  \n    tier is Gold\n'),
		},
		{
			name: 'makes a when at its usual place',
			before: rule('  about "x" // why\n  earn 10\n'),
			operation: add(GOLD),
			after: rule('  about "x" // why\n  when {\n    tier is Gold\n  }\n  earn 10\n'),
		},
		{
			name: 'makes a when in a rule of one line',
			before: 'rule "Lunch" { earn 10 }',
			operation: add(GOLD),
			after: 'rule "Lunch" { when { tier is Gold } earn 10 }',
		},
		{
			name: 'makes a when in an empty rule',
			before: 'rule "Lunch" {}',
			operation: add(GOLD),
			after: 'rule "Lunch" {\n  when { tier is Gold }\n}',
		},
		{
			name: 'takes the place of always',
			before: rule('  when always // so far\n  earn 10\n'),
			operation: add(GOLD),
			after: rule('  when {\n    tier is Gold\n  } // so far\n  earn 10\n'),
		},
		{
			name: 'fills an empty when',
			before: rule('  when {}\n  earn 10\n'),
			operation: add(GOLD),
			after: rule('  when {\n    tier is Gold\n  }\n  earn 10\n'),
		},
		{
			name: 'fills a when that holds a comment only',
			before: when('    // nothing yet\n'),
			operation: add(GOLD),
			after: when('    // nothing yet\n    tier is Gold\n'),
		},
	]);
});

describe('removing a condition', () => {
	table([
		{
			name: 'takes the comments above and behind it along, and no others',
			before: when('    // of the rule\n\n    // of the tier\n    tier is Gold // gold\n    channel is app // app\n'),
			operation: remove(0),
			after: when('    // of the rule\n\n    channel is app // app\n'),
		},
		{
			name: 'leaves one gap on a shared line',
			before: rule('  when { channel is app  tier is Gold birthday today }\n'),
			operation: remove(1),
			after: rule('  when { channel is app  birthday today }\n'),
		},
		{
			name: 'leaves no blank at the brace',
			before: rule('  when {channel is app tier is Gold}\n'),
			operation: remove(1),
			after: rule('  when {channel is app}\n'),
		},
		{
			name: 'takes the when along with the last one',
			before: when('    tier is Gold // gold\n'),
			operation: remove(0),
			after: rule('  earn 10\n'),
		},
		{
			name: 'keeps the comments of others when the when goes',
			before: when('    // of the rule\n\n    // of the tier\n    tier is Gold // gold\n\n    // at the end\n'),
			operation: remove(0),
			after: rule('    // of the rule\n\n    // at the end\n  earn 10\n'),
		},
		{
			name: 'keeps a comment behind the brace when the when goes',
			before: rule('  status enabled when { // all of these\n    tier is Gold } earn 10\n'),
			operation: remove(0),
			after: rule('  status enabled // all of these\n    earn 10\n'),
		},
	]);
});

describe('changing and moving a condition', () => {
	table([
		{
			name: 'replaces only the words that differ',
			before: when('    spend  "Food" >= 50 // much\n'),
			operation: set(0, 'spend  "Food" >= 60'),
			after: when('    spend  "Food" >= 60 // much\n'),
		},
		{
			name: 'keeps comments that stood inside, above it',
			before: when('    on Mon // start\n      to Fri // end\n'),
			operation: set(0, 'on Sat'),
			after: when('    // start\n    on Sat // end\n'),
		},
		{
			name: 'breaks a shared line to keep a comment that stood inside',
			before: rule('  when { on Mon // start\n      to Fri birthday today }\n'),
			operation: set(0, 'on Sat'),
			after: rule('  when {\n  // start\n  on Sat birthday today }\n'),
		},
		{
			name: 'moves a condition with its comments',
			before: when('    // one\n    tier is Gold // gold\n    channel is app\n    birthday today // cake\n'),
			operation: move(0, 2),
			after: when('    channel is app\n    birthday today // cake\n    // one\n    tier is Gold // gold\n'),
		},
		{
			name: 'moves up, above the comments of the other',
			before: when('    // one\n    tier is Gold\n    channel is app // app\n'),
			operation: move(1, 0),
			after: when('    channel is app // app\n    // one\n    tier is Gold\n'),
		},
		{
			name: 'breaks the line behind a comment that moves onto a shared line',
			before: when('    tier is Gold birthday today\n    channel is app // app\n'),
			operation: move(2, 1),
			after: when('    tier is Gold channel is app // app\n    birthday today\n'),
		},
		{
			name: 'moves a condition that cannot be read',
			before: when('    tier is Gold\n    any { birthday today\n      always }\n'),
			operation: move(1, 0),
			after: when('    any { birthday today\n      always }\n    tier is Gold\n'),
		},
	]);
});

describe('refusals', () => {
	const before = when('    tier is Gold\n');
	table([
		{
			name: 'an empty text',
			before,
			operation: add('  '),
			after: 'refused: Nothing is written here, but a condition is needed.',
		},
		{
			name: 'a condition that is gone',
			before,
			operation: remove(1),
			after: 'refused: This condition is no longer in the text.',
		},
		{
			name: 'a rule that is gone',
			before,
			operation: { ...add(GOLD), declaration: 7 } as Operation,
			after: 'refused: This rule is no longer in the text.',
		},
	]);
	test('an unfinished clause, with what is missing', () => {
		expect(edited(before, add('channel is'))).toMatch(/^refused: The list after `is` is empty/);
		expect(edited(before, { kind: 'add-rule', text: 'rule "New" { earn }' })).toMatch(/^refused: After `earn` something/);
	});
	test('more than one condition, or a brace that would end the rule', () => {
		for (const text of ['tier is Gold channel is app', 'tier is Gold }', 'tier is Gold } earn 5 when {', '}']) {
			expect(edited(before, add(text))).toMatch(/^refused: /);
		}
	});
});
