import { type EventRef, printText } from '#grammar';
import { type Construct, rowsOf } from './construct.ts';

/** Something that a rule answers to, as it follows `on`. */
export interface EventConstruct extends Construct {
	readonly kind: EventRef['event'];
}

/** Every event, in the order in which a palette shows them. */
export const events = rowsOf<EventConstruct>()([
	{
		kind: 'purchase',
		keyword: 'purchase',
		title: 'Purchase',
		doc: 'A member pays for an order. It is what a rule answers to where it names no event.',
		example: 'purchase',
		isEvaluated: true,
		fragment: () => 'purchase',
	},
	{
		kind: 'registration',
		keyword: 'registration',
		title: 'Registration',
		doc: 'A member joins the program.',
		example: 'registration',
		isEvaluated: true,
		fragment: () => 'registration',
	},
	{
		kind: 'profile_completed',
		keyword: 'profile_completed',
		title: 'Profile completed',
		doc: 'A member fills in everything that the profile asks for.',
		example: 'profile_completed',
		isEvaluated: true,
		fragment: () => 'profile_completed',
	},
	{
		kind: 'birthday',
		keyword: 'birthday',
		title: 'Birthday',
		doc: 'A member’s birthday comes, whether they buy or not. 29 February counts as 28 February in other years.',
		example: 'birthday',
		isEvaluated: true,
		fragment: () => 'birthday',
	},
	{
		kind: 'anniversary',
		keyword: 'anniversary',
		title: 'Anniversary',
		doc: 'The day on which a member joined comes round, whether they buy or not.',
		example: 'anniversary',
		isEvaluated: true,
		fragment: () => 'anniversary',
	},
	{
		kind: 'referral',
		keyword: 'referral',
		title: 'Referral',
		doc: 'A member brings another. Points go to the one who brought, `for referrer`, or the one who came, `for referred`.',
		example: 'referral',
		isEvaluated: true,
		fragment: () => 'referral',
	},
	{
		kind: 'check_in',
		keyword: 'check_in',
		title: 'Check-in',
		doc: 'A member comes to a store and says so, with or without buying.',
		example: 'check_in',
		isEvaluated: true,
		fragment: () => 'check_in',
	},
	{
		kind: 'custom',
		keyword: 'event',
		title: 'Event of your own',
		doc: 'Something that your own systems report by its name.',
		example: 'event "survey_done"',
		isEvaluated: true,
		fragment: () => `event ${printText('survey_done')}`,
	},
	{
		kind: 'any',
		keyword: 'any event',
		title: 'Any event',
		doc: 'Whatever happens; for rules that multiply what others give.',
		example: 'any event',
		isEvaluated: true,
		fragment: () => 'any event',
	},
]);

/** The row of an event. */
export function eventConstruct(kind: EventConstruct['kind']): EventConstruct {
	return events.find((row) => row.kind === kind) as EventConstruct;
}
