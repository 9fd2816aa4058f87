import { describe } from 'vitest';
import type { ClauseKind, Operation, Path, RuleClauseName } from './index.ts';
import { rule, table } from './testing/edited.ts';

const clause = (name: RuleClauseName, text: string | null, index?: number): Operation => ({
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

const whole =
	'program "P" {\n  currency AED\n  limit 5 points per day\n}\ntiers by hand {\n  tier Gold { color #D4AF37 }\n}\ncampaign "C" {\n  status enabled\n}\ntest "T" {\n  member { tier Gold }\n  check_in at 2026-02-07\n}\n';

describe('clauses of everything else', () => {
	const set = (declaration: Path, name: ClauseKind, text: string | null, index = 0): Operation => ({
		kind: 'set-clause',
		declaration,
		clause: name,
		index,
		text,
	});
	table([
		{
			name: 'adds a setting at its usual place',
			before: whole,
			operation: set(0, 'week', 'week starts Monday'),
			after: whole.replace('AED\n', 'AED\n  week starts Monday\n'),
		},
		{
			name: 'adds another limit of the program',
			before: whole,
			operation: set(0, 'limit', 'limit once per week', 1),
			after: whole.replace('per day\n', 'per day\n  limit once per week\n'),
		},
		{
			name: 'sets a clause of a tier',
			before: whole,
			operation: set([1, 0], 'multiply', 'multiply points by 2'),
			after: whole.replace('#D4AF37 }', '#D4AF37 multiply points by 2 }'),
		},
		{
			name: 'adds a budget to a campaign',
			before: whole,
			operation: set(2, 'budget', 'budget 500 points'),
			after: whole.replace('enabled\n', 'enabled\n  budget 500 points\n'),
		},
		{
			name: 'adds a fact to a member',
			before: whole,
			operation: set([3, 0], 'test-fact', 'balance 5', 1),
			after: whole.replace('tier Gold }\n  check', 'tier Gold balance 5 }\n  check'),
		},
		{
			name: 'gives an event of a test its braces',
			before: whole,
			operation: set([3, 1], 'test-fact', 'channel app'),
			after: whole.replace('02-07\n', '02-07 {\n    channel app\n  }\n'),
		},
		{
			name: 'sets a whole when',
			before: rule('  when { tier is Gold }\n  earn 1\n'),
			operation: clause('when', 'when always'),
			after: rule('  when always\n  earn 1\n'),
		},
		{
			name: 'refuses a clause that belongs elsewhere',
			before: whole,
			operation: set(2, 'priority', 'priority 5'),
			after: 'refused: A campaign has no `priority`.',
		},
	]);
});

describe('moving a clause among its kind', () => {
	const move = (index: number, to: number): Operation => ({
		kind: 'move-clause',
		declaration: 0,
		clause: 'earn',
		index,
		to,
	});
	const before = rule('  earn 1 // one\n  limit once per day\n  // two\n  earn 2\n');
	table([
		{
			name: 'with its comments',
			before,
			operation: move(1, 0),
			after: rule('  // two\n  earn 2\n  earn 1 // one\n  limit once per day\n'),
		},
		{
			name: 'not beyond the others',
			before,
			operation: move(0, 2),
			after: 'refused: There is no such place among the `earn` clauses.',
		},
		{ name: 'not where it is', before, operation: move(1, 1), after: before },
	]);
});

describe('setting a head', () => {
	const head = (declaration: Path, text: string): Operation => ({ kind: 'set-head', declaration, text });
	table([
		{
			name: 'adds an event',
			before: rule('  earn 1\n'),
			operation: head(0, 'on check_in'),
			after: rule('  earn 1\n').replace('"Lunch"', '"Lunch" on check_in'),
		},
		{
			name: 'removes an event',
			before: 'rule "Lunch" on any event { earn 1 }',
			operation: head(0, ''),
			after: 'rule "Lunch" { earn 1 }',
		},
		{
			name: 'changes what tiers go by',
			before: whole,
			operation: head(1, 'by points per year kept through the next year'),
			after: whole.replace('by hand', 'by points per year kept through the next year'),
		},
		{
			name: 'adds a threshold',
			before: whole,
			operation: head([1, 0], 'from 100'),
			after: whole.replace('tier Gold {', 'tier Gold from 100 {'),
		},
		{
			name: 'changes the moment of a test',
			before: whole,
			operation: head([3, 1], 'check_in at 2026-02-08 12:00'),
			after: whole.replace('2026-02-07', '2026-02-08 12:00'),
		},
		{
			name: 'refuses more than a head',
			before: whole,
			operation: head([1, 0], 'from 100 { earn 5 }'),
			after: 'refused: Only what stands before the braces belongs here.',
		},
		{
			name: 'refuses what has no head',
			before: whole,
			operation: head(0, 'x'),
			after: 'refused: This is no longer in the text.',
		},
	]);
});
