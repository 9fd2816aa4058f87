import type { Condition, EarnClause, EventRef, LimitClause, Missing } from '#grammar';

/** Conditions that have a card of their own. The others are right as they stand and shown as text. */
export type DrawnCondition = Extract<Condition, { kind: (typeof drawnKinds)[number] }>;

const drawnKinds = [
	'always',
	'day-time',
	'order-type',
	'channel',
	'tier',
	'segment',
	'store',
	'spend',
	'quantity',
	'birthday',
	'anniversary',
] as const;

/** Says whether a condition has a card of its own. */
export function isDrawn(condition: Condition): condition is DrawnCondition {
	return (drawnKinds as readonly string[]).includes(condition.kind);
}

/** An earn that is a formula and nothing else; what may follow one has no drawing. */
export function isPlainEarn({ every, atLeast, exempt, recipient }: EarnClause): boolean {
	return !every && !atLeast && !exempt && !recipient;
}

/** A limit of points in one transaction: the one form that its card can change. */
export function isPlainLimit({ most, per, orNothing }: LimitClause): boolean {
	const isOther = most.kind === 'limit-times' || most.kind === 'limit-formula';
	return !isOther && !orNothing && (per.kind === 'missing' || (per.kind === 'word' && per.text === 'transaction'));
}

/** What a rule answers to, as the card where its flow begins calls it. */
export function eventTitle(on: EventRef | Missing | undefined): string {
	if (!on) return 'Purchase';
	if (on.kind === 'missing') return 'Event';
	if (on.event === 'custom') return on.name?.kind === 'name' ? `Event ${on.name.text}` : 'Event';
	return eventTitles[on.event];
}

const eventTitles = {
	any: 'Any event',
	purchase: 'Purchase',
	registration: 'Registration',
	profile_completed: 'Profile completed',
	birthday: 'Birthday',
	anniversary: 'Anniversary of joining',
	referral: 'Referral',
	check_in: 'Check-in',
} as const;
