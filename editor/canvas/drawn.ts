import type { Condition, EventRef, GroupCondition, Missing } from '#grammar';

/** Conditions that say one thing, as a sentence on a card. */
export type DrawnCondition = Exclude<Condition, GroupCondition | { readonly kind: 'raw' }>;

/** Says whether a condition is a sentence on a card: no group, and no text that cannot be read. */
export function isDrawn(condition: Condition): condition is DrawnCondition {
	return !['any', 'all', 'not', 'raw'].includes(condition.kind);
}

/** What a rule answers to, as the card where its flow begins calls it. */
export function eventTitle(on: EventRef | Missing | null): string {
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
