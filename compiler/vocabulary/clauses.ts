import { printDate } from '#grammar';
import type { Construct } from './construct.ts';
import { conditionPalette } from './conditions.ts';

/** A clause of a rule, in the order in which rules are usually written. */
export interface ClauseConstruct extends Construct {
	readonly kind: 'about' | 'status' | 'active' | 'priority' | 'when' | 'earn' | 'limit';
	/** Whether a rule may have several of them. */
	readonly repeatable: boolean;
}

/** Every clause of a rule. */
export const ruleClauses: readonly ClauseConstruct[] = [
	{
		kind: 'about',
		keyword: 'about',
		title: 'Description',
		doc: 'Says in a sentence what the rule is for.',
		example: 'about "Double points on weekday lunches."',
		fragment: () => 'about "What this rule is for."',
		repeatable: false,
	},
	{
		kind: 'status',
		keyword: 'status',
		title: 'Status',
		doc: 'Switches the rule on or off; without it the rule is enabled.',
		example: 'status enabled',
		fragment: () => 'status enabled',
		repeatable: false,
	},
	{
		kind: 'active',
		keyword: 'active',
		title: 'Dates',
		doc: 'Limits the rule to dates in the program’s timezone: both days count, but an end with a time of day is excluded.',
		example: 'active from 2026-01-01 until 2026-03-31',
		fragment: ({ today }) => (today === null ? null : `active from ${printDate({ kind: 'date', ...today })}`),
		needs: 'Today’s date is not known here.',
		repeatable: false,
	},
	{
		kind: 'priority',
		keyword: 'priority',
		title: 'Priority',
		doc: 'Decides which rule is served first when a limit is shared: the higher number. Without it the priority is 0.',
		example: 'priority 20',
		fragment: () => 'priority 10',
		repeatable: false,
	},
	{
		kind: 'when',
		keyword: 'when',
		title: 'Conditions',
		doc: 'Lists conditions that must all hold. `when always`, or no `when`, means every transaction.',
		example: 'when { spend "Food" >= 50 }',
		fragment: (scope) => {
			const condition = conditionPalette.map((row) => row.fragment(scope)).find((fragment) => fragment !== null);
			return condition === undefined ? 'when always' : `when { ${condition} }`;
		},
		repeatable: false,
	},
	{
		kind: 'earn',
		keyword: 'earn',
		title: 'Points',
		doc: 'Gives points by a formula of numbers and at most one cart filter. Several are added up; a negative one gives 0.',
		example: 'earn "Food" * 2 + 10',
		fragment: () => 'earn 10',
		repeatable: true,
	},
	{
		kind: 'limit',
		keyword: 'limit',
		title: 'Limit',
		doc: 'Gives at most this many points in one transaction.',
		example: 'limit 500 points per transaction',
		fragment: () => 'limit 500 points per transaction',
		repeatable: true,
	},
];
