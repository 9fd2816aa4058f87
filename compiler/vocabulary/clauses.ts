import { printDate, printName, printText, type RuleClause } from '#grammar';
import { conditionPalette } from './conditions.ts';
import { type ClauseRow, type Scope, rowsOf } from './construct.ts';

/** A clause of a rule, in the order in which rules are usually written. */
export interface ClauseConstruct extends ClauseRow {
	readonly kind: Exclude<RuleClause['kind'], 'raw'>;
}

/** Every clause of a rule. */
export const ruleClauses = rowsOf<ClauseConstruct>()([
	{
		kind: 'about',
		keyword: 'about',
		title: 'Description',
		doc: 'Says in a sentence what the rule is for.',
		example: 'about "Double points on weekday lunches."',
		isEvaluated: true,
		fragment: () => 'about "What this rule is for."',
		repeatable: false,
	},
	{
		kind: 'status',
		keyword: 'status',
		title: 'Status',
		doc: 'Switches the rule on or off; without it the rule is enabled.',
		example: 'status enabled',
		isEvaluated: true,
		fragment: () => 'status enabled',
		repeatable: false,
	},
	{
		kind: 'active',
		keyword: 'active',
		title: 'Dates',
		doc: 'Limits the rule to dates in the program’s timezone: both days count, but an end with a time of day is excluded.',
		example: 'active from 2026-01-01 until 2026-03-31',
		isEvaluated: true,
		fragment: activeFragment,
		needs: 'Today’s date is not known here.',
		repeatable: false,
	},
	{
		kind: 'priority',
		keyword: 'priority',
		title: 'Priority',
		doc: 'Decides which rule is served first when a limit is shared: the higher number. Without it the priority is 0.',
		example: 'priority 20',
		isEvaluated: true,
		fragment: () => 'priority 10',
		repeatable: false,
	},
	{
		kind: 'exclusive',
		keyword: 'exclusive',
		title: 'Exclusive set',
		doc: 'Puts the rule into a set of which at most one rule counts.',
		example: 'exclusive "Weekday deals"',
		isEvaluated: true,
		fragment: ({ exclusives: [first] }) => (first === undefined ? null : `exclusive ${printText(first)}`),
		needs: 'The program declares no exclusive set yet.',
		repeatable: false,
	},
	{
		kind: 'when',
		keyword: 'when',
		title: 'Conditions',
		doc: 'Lists conditions that must all hold. `when always`, or no `when`, means every transaction.',
		example: 'when { spend "Food" >= 50 }',
		isEvaluated: true,
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
		isEvaluated: true,
		fragment: () => 'earn 10',
		repeatable: true,
	},
	{
		kind: 'multiply',
		keyword: 'multiply',
		title: 'Multiplier',
		doc: 'Multiplies points: every award of the transaction, the base of it, or the rule’s own award alone.',
		example: 'multiply points by 2',
		isEvaluated: true,
		fragment: () => 'multiply points by 2',
		repeatable: true,
	},
	{
		kind: 'limit',
		keyword: 'limit',
		title: 'Limit',
		doc: 'Gives at most this many points, or this often, in one transaction or period.',
		example: 'limit 500 points per transaction',
		isEvaluated: true,
		fragment: () => 'limit 500 points per transaction',
		repeatable: true,
	},
]);

/** What may stand in an `active` clause besides `from` and `until`. */
export const activeBy = {
	keyword: 'by',
	title: 'Dates by an attribute',
	doc: 'A date attribute is the clock instead of the transaction’s moment.',
	example: 'by booked_at',
	isEvaluated: true,
	fragment: ({ attributes }) => {
		const found = attributes.find(({ type }) => type === 'date');
		return found === undefined ? null : `by ${printName(found.name)}`;
	},
	needs: 'The program declares no date attribute yet.',
	repeatable: false,
} as const satisfies ClauseRow;

/** Dates that begin today. */
export function activeFragment({ today }: Scope): string | null {
	return today === null ? null : `active from ${printDate({ kind: 'date', ...today })}`;
}
