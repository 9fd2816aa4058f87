import { type CampaignClause, type ExclusiveDeclaration, printText, type Word } from '#grammar';
import { activeFragment } from './clauses.ts';
import { type ClauseRow, type Construct, fresh, rowsOf } from './construct.ts';

/** A clause of a campaign, in the order in which campaigns are usually written. */
export interface CampaignConstruct extends ClauseRow {
	readonly kind: Exclude<CampaignClause['kind'], 'raw'>;
}

/** Every clause of a campaign. */
export const campaignClauses = rowsOf<CampaignConstruct>()([
	{
		kind: 'about',
		keyword: 'about',
		title: 'Description',
		doc: 'Says in a sentence what the campaign is for.',
		example: 'about "Triple points for three days."',
		isEvaluated: true,
		fragment: () => 'about "What this campaign is for."',
		repeatable: false,
	},
	{
		kind: 'status',
		keyword: 'status',
		title: 'Status',
		doc: 'Switches the campaign and its rules on or off; without it the campaign is enabled.',
		example: 'status enabled',
		isEvaluated: true,
		fragment: () => 'status enabled',
		repeatable: false,
	},
	{
		kind: 'active',
		keyword: 'active',
		title: 'Dates',
		doc: 'The dates of the campaign in the program’s timezone; its rules are active only between them.',
		example: 'active from 2026-11-27 until 2026-11-29 18:00',
		isEvaluated: true,
		fragment: activeFragment,
		needs: 'Today’s date is not known here.',
		repeatable: false,
	},
	{
		kind: 'budget',
		keyword: 'budget',
		title: 'Budget',
		doc: 'The most points that its rules give and its multiplier adds, for all members together.',
		example: 'budget 1_000_000 points',
		isEvaluated: true,
		fragment: () => 'budget 1_000_000 points',
		repeatable: false,
	},
	{
		kind: 'multiply',
		keyword: 'multiply',
		title: 'Multiplier',
		doc: 'Multiplies everything that is earned while the campaign is active, inside it or not.',
		example: 'multiply points by 3',
		isEvaluated: true,
		fragment: () => 'multiply points by 2',
		repeatable: true,
	},
	{
		kind: 'limit',
		keyword: 'limit',
		title: 'Limit of the campaign',
		doc: 'Gives a member at most this many points, or this often, by all of the campaign together.',
		example: 'limit 5_000 points per day',
		isEvaluated: true,
		fragment: () => 'limit 1_000 points per day',
		repeatable: true,
	},
	{
		kind: 'rule',
		keyword: 'rule',
		title: 'Rule of the campaign',
		doc: 'A rule that is active only while its campaign is too.',
		example: 'rule "Early birds" { when { on any day between 06:00 and 09:00 } earn 50 }',
		isEvaluated: true,
		fragment: ({ rules }) => `rule ${printText(fresh('New rule', rules))} { earn 10 }`,
		repeatable: true,
	},
]);

/** Which rule of an exclusive set counts. */
export interface PicksConstruct extends Construct {
	readonly picks: Extract<ExclusiveDeclaration['picks'], Word>['text'];
}

/** Every way in which an exclusive set picks its rule. */
export const picks = rowsOf<PicksConstruct>()([
	{
		picks: 'highest points',
		keyword: 'highest points',
		title: 'Highest points',
		doc: 'The rule counts with which the transaction earns the most points in all.',
		example: 'highest points',
		isEvaluated: true,
		fragment: () => 'highest points',
	},
	{
		picks: 'highest priority',
		keyword: 'highest priority',
		title: 'Highest priority',
		doc: 'The rule with the highest priority counts.',
		example: 'highest priority',
		isEvaluated: true,
		fragment: () => 'highest priority',
	},
]);
