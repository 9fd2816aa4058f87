import { parse } from '#grammar';
import { describe, expect, test } from 'vitest';
import { type Operation, planOperation } from './index.ts';
import { table } from './testing/edited.ts';

const program = `program "P" {
  currency AED
}

tiers by lifetime points {
  tier Bronze from 0 { earn 1 }
  // best
  tier Gold from 5_000 { earn 5 } // gold
}

segment "Staff"
attribute transaction paid_by one of cash, card
filter "Food" = total
exclusive "Deals" picks highest points

rule "Lunch" {
  exclusive "Deals"
  when {
    tier is Gold
    not { segment is "Staff" }
    paid_by is card
    quantity "Food" >= 2
  }
  earn 1 for every 10 of "Food"
  multiply points on "Food" by 2
  limit points to "Food" * 2 per transaction
}

campaign "May" {
  multiply points by 3
  // inner
  rule "Early" {
    earn "Food"
  }
}

redemption { at most 50% of "Food" }

test "Sunday" {
  member { tier Gold  segment "Staff" }
  purchase at 2026-02-07 { paid_by card }
  expect "Early" earns 5
}
`;
const [TIERS, STAFF, PAID, FOOD, DEALS, LUNCH, MAY, REDEMPTION, SUNDAY] = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;
const MAYS_RULE = '  // inner\n  rule "Early" {\n    earn "Food"\n  }\n';

describe('renaming everywhere', () => {
	table([
		{
			name: 'a filter, wherever an amount is named',
			before: program,
			operation: { kind: 'rename-filter', declaration: FOOD, name: 'Meals' },
			after: program.replaceAll('"Food"', '"Meals"'),
		},
		{
			name: 'a tier, in conditions and tests',
			before: program,
			operation: { kind: 'rename-tier', declaration: [TIERS, 1], name: 'Top level' },
			after: program
				.replace('tier Gold from', 'tier "Top level" from')
				.replace('tier is Gold', 'tier is "Top level"')
				.replace('{ tier Gold', '{ tier "Top level"'),
		},
		{
			name: 'a segment',
			before: program,
			operation: { kind: 'rename-segment', declaration: STAFF, name: 'Team' },
			after: program.replaceAll('"Staff"', '"Team"'),
		},
		{
			name: 'an attribute',
			before: program,
			operation: { kind: 'rename-attribute', declaration: PAID, name: 'paid_with' },
			after: program.replaceAll('paid_by', 'paid_with'),
		},
		{
			name: 'an exclusive set',
			before: program,
			operation: { kind: 'rename-exclusive', declaration: DEALS, name: 'Offers' },
			after: program.replaceAll('"Deals"', '"Offers"'),
		},
		{
			name: 'a rule of a campaign, in tests',
			before: program,
			operation: { kind: 'rename-rule', declaration: [MAY, 1], name: 'Birds' },
			after: program.replaceAll('"Early"', '"Birds"'),
		},
		{
			name: 'a rule, unless one in a campaign has the name',
			before: program,
			operation: { kind: 'rename-rule', declaration: LUNCH, name: 'Early' },
			after: 'refused: Another rule is called `Early`.',
		},
		{
			name: 'the second of a name, without the uses of the first',
			before: 'filter A = total\nfilter A = items\nrule x { earn A }\n',
			operation: { kind: 'rename-filter', declaration: 1, name: 'B' },
			after: 'filter A = total\nfilter B = items\nrule x { earn A }\n',
		},
		{
			name: 'refuses no name',
			before: program,
			operation: { kind: 'rename-exclusive', declaration: DEALS, name: '' },
			after: 'refused: An exclusive set needs a name.',
		},
		{
			name: 'refuses what stands elsewhere',
			before: program,
			operation: { kind: 'rename-campaign', declaration: LUNCH, name: 'X' },
			after: 'refused: This campaign is no longer in the text.',
		},
	]);
});

describe('removing', () => {
	const refused: [string, Operation, string][] = [
		[
			'a filter',
			{ kind: 'remove-filter', declaration: FOOD },
			'This filter is used by the rule `Lunch`, the rule `Early`, the redemption; change that first.',
		],
		[
			'a tier',
			{ kind: 'remove-tier', declaration: [TIERS, 1] },
			'This tier is used by the rule `Lunch`, the test `Sunday`; change that first.',
		],
		[
			'the tiers',
			{ kind: 'remove-tiers', declaration: TIERS },
			'One of these tiers is used by the rule `Lunch`, the test `Sunday`; change that first.',
		],
		[
			'a segment',
			{ kind: 'remove-segment', declaration: STAFF },
			'This segment is used by the rule `Lunch`, the test `Sunday`; change that first.',
		],
		[
			'an attribute',
			{ kind: 'remove-attribute', declaration: PAID },
			'This attribute is used by the rule `Lunch`, the test `Sunday`; change that first.',
		],
		[
			'an exclusive set',
			{ kind: 'remove-exclusive', declaration: DEALS },
			'This exclusive set is used by the rule `Lunch`; change that first.',
		],
	];
	table(
		refused.map(([name, operation, reason]) => ({
			name: `refuses ${name} in use`,
			before: program,
			operation,
			after: `refused: ${reason}`,
		})),
	);
	table([
		{
			name: 'a rule from its campaign, with its comments',
			before: program,
			operation: { kind: 'remove-rule', declaration: [MAY, 1] },
			after: program.replace(MAYS_RULE, ''),
		},
		{
			name: 'an unused tier',
			before: program,
			operation: { kind: 'remove-tier', declaration: [TIERS, 0] },
			after: program.replace('  tier Bronze from 0 { earn 1 }\n', ''),
		},
		{
			name: 'a test',
			before: program,
			operation: { kind: 'remove-test', declaration: SUNDAY },
			after: program.slice(0, program.indexOf('\ntest')),
		},
	]);
});

describe('adding', () => {
	table([
		{
			name: 'a segment below the others',
			before: program,
			operation: { kind: 'add-segment', text: 'segment "Friends"' },
			after: program.replace('segment "Staff"\n', 'segment "Staff"\nsegment "Friends"\n'),
		},
		{
			name: 'a rule at its usual place, before what follows rules',
			before: program,
			operation: { kind: 'add-rule', text: 'rule "New" { earn 1 }' },
			after: program.replace('\nredemption', '\nrule "New" { earn 1 }\n\nredemption'),
		},
		{
			name: 'a rule into a campaign',
			before: program,
			operation: { kind: 'add-rule', text: 'rule "New" {\n  earn 1\n}', into: MAY, after: 0 },
			after: program.replace('by 3\n', 'by 3\n  rule "New" {\n    earn 1\n  }\n'),
		},
		{
			name: 'a tier behind another',
			before: program,
			operation: { kind: 'add-tier', declaration: TIERS, text: 'tier Silver from 1_000 {}', after: 0 },
			after: program.replace('{ earn 1 }\n', '{ earn 1 }\n  tier Silver from 1_000 {}\n'),
		},
		{
			name: 'an expiry between redemption and tests',
			before: program,
			operation: { kind: 'add-expiry', text: 'expiry { expires after 12 months }' },
			after: program.replace('\ntest', '\nexpiry { expires after 12 months }\n\ntest'),
		},
		{
			name: 'no second program',
			before: program,
			operation: { kind: 'add-program', text: 'program "Q" {}' },
			after: 'refused: A text has only one `program`.',
		},
		{
			name: 'no name that another has',
			before: program,
			operation: { kind: 'add-attribute', text: 'attribute member paid_by flag' },
			after: 'refused: Another attribute is called `paid_by`.',
		},
		{
			name: 'nothing of another kind',
			before: program,
			operation: { kind: 'add-exclusive', text: 'segment "X"' },
			after: 'refused: An `exclusive set` belongs here, but this is `segment`.',
		},
	]);
});

describe('setting, moving and duplicating', () => {
	table([
		{
			name: 'replaces only the words that differ',
			before: program,
			operation: { kind: 'set-tier', declaration: [TIERS, 1], text: 'tier Gold from 6_000 { earn 5 }' },
			after: program.replace('5_000', '6_000'),
		},
		{
			name: 'keeps the name',
			before: program,
			operation: { kind: 'set-segment', declaration: STAFF, text: 'segment "Team"' },
			after: 'refused: This segment is called `Staff`; rename it to change its name where it is used, too.',
		},
		{
			name: 'moves a tier with its comments',
			before: program,
			operation: { kind: 'move-tier', declaration: [TIERS, 1], to: 0 },
			after: program
				.replace('  // best\n  tier Gold from 5_000 { earn 5 } // gold\n', '')
				.replace('  tier Bronze', '  // best\n  tier Gold from 5_000 { earn 5 } // gold\n  tier Bronze'),
		},
		{
			name: 'moves a rule out of its campaign',
			before: program,
			operation: { kind: 'move-rule', declaration: [MAY, 1], into: null, to: LUNCH },
			after: program
				.replace(MAYS_RULE, '')
				.replace('rule "Lunch"', '// inner\nrule "Early" {\n  earn "Food"\n}\n\nrule "Lunch"'),
		},
		{
			name: 'moves a rule into a campaign',
			before: 'rule "A" {\n  // one\n  earn 1\n} // a\n\ncampaign "C" {\n}\n',
			operation: { kind: 'move-rule', declaration: 0, into: 1, to: 0 },
			after: 'campaign "C" {\n  rule "A" {\n    // one\n    earn 1\n  } // a\n}\n',
		},
		{
			name: 'moves a rule into a campaign directly below it',
			before: 'rule "A" { earn 1 } campaign "C" { status enabled }\n',
			operation: { kind: 'move-rule', declaration: 0, into: 1, to: 1 },
			after: 'campaign "C" { status enabled rule "A" { earn 1 } }\n',
		},
		{
			name: 'duplicates a test with the comments inside',
			before: 'test "A" {\n  // nobody\n  expect total 5\n}\n',
			operation: { kind: 'duplicate-test', declaration: 0, name: 'B' },
			after: 'test "A" {\n  // nobody\n  expect total 5\n}\n\ntest "B" {\n  // nobody\n  expect total 5\n}\n',
		},
		{
			name: 'duplicates a rule inside its campaign',
			before: program,
			operation: { kind: 'duplicate-rule', declaration: [MAY, 1], name: 'Late' },
			after: program.replace(MAYS_RULE, `${MAYS_RULE}  rule "Late" {\n    earn "Food"\n  }\n`),
		},
	]);
});

test('labels name what changes', () => {
	const { document } = parse(program);
	const label = (operation: Operation) => {
		const planned = planOperation(program, document, operation);
		return planned.ok ? planned.label : planned.reason;
	};
	expect([
		label({ kind: 'rename-exclusive', declaration: DEALS, name: 'X' }),
		label({ kind: 'add-test', text: 'test "T" {}' }),
		label({ kind: 'set-redemption', declaration: REDEMPTION, text: 'redemption {}' }),
		label({ kind: 'move-tier', declaration: [TIERS, 0], to: 1 }),
		label({ kind: 'set-clause', declaration: 0, clause: 'order-types', text: 'order types pickup' }),
		label({ kind: 'set-clause', declaration: [SUNDAY, 0], clause: 'test-fact', index: 0, text: 'tier Bronze' }),
		label({ kind: 'set-head', declaration: [TIERS, 1], text: 'from 7_000' }),
		label({ kind: 'wrap-condition', declaration: LUNCH, condition: 0, count: 2, group: 'any' }),
	]).toEqual([
		'Rename exclusive set',
		'Add test',
		'Change redemption',
		'Move tier',
		'Add order types',
		'Change fact',
		'Change threshold',
		'Group conditions',
	]);
});
