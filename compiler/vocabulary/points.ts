import { type ExpiryClause, printName, printText, type RedemptionClause } from '#grammar';
import { type ClauseRow, rowsOf } from './construct.ts';

/** A clause of `redemption`. */
export interface RedemptionConstruct extends ClauseRow {
	readonly kind: Exclude<RedemptionClause['kind'], 'raw'>;
}

/** Every clause of `redemption`. */
export const redemptionClauses = rowsOf<RedemptionConstruct>()([
	{
		kind: 'worth',
		keyword: '',
		title: 'Worth of points',
		doc: 'What a number of points is worth in the program’s currency.',
		example: '100 points = 1 AED',
		isEvaluated: true,
		fragment: ({ currency }) => (currency === null ? null : `100 points = 1 ${printName(currency)}`),
		needs: 'The program does not say its currency yet.',
		repeatable: false,
	},
	{
		kind: 'at-most',
		keyword: 'at most',
		title: 'Most of an order',
		doc: 'How much of an order may be paid with points, as a share of a cart filter.',
		example: 'at most 50% of "Net total"',
		isEvaluated: true,
		fragment: ({ moneyFilters: [first] }) => (first === undefined ? null : `at most 50% of ${printText(first)}`),
		needs: 'The program has no cart filter yet.',
		repeatable: false,
	},
	{
		kind: 'at-least',
		keyword: 'at least',
		title: 'Least and step',
		doc: 'The least number of points that may be spent at once, and the steps in which more may be.',
		example: 'at least 200 points in steps of 100',
		isEvaluated: true,
		fragment: () => 'at least 200 points in steps of 100',
		repeatable: false,
	},
]);

/** A clause of `expiry`. */
export interface ExpiryConstruct extends ClauseRow {
	readonly kind: Exclude<ExpiryClause['kind'], 'raw'>;
}

/** Every clause of `expiry`. */
export const expiryClauses = rowsOf<ExpiryConstruct>()([
	{
		kind: 'available',
		keyword: 'available',
		title: 'When points can be spent',
		doc: 'How long earned points are pending: for a time, or until the end of their month or year.',
		example: 'available after 14 days',
		isEvaluated: false,
		fragment: () => 'available after 14 days',
		repeatable: false,
	},
	{
		kind: 'expires',
		keyword: 'expires',
		title: 'When points lapse',
		doc: 'After a time, after a time without activity, or at the end of a month or year.',
		example: 'expires after 12 months without activity',
		isEvaluated: false,
		fragment: () => 'expires after 12 months',
		repeatable: false,
	},
]);
