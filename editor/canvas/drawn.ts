import type { Condition, EventRef, GroupCondition, Missing } from '#grammar';
import { words } from './words.ts';

/** Conditions that say one thing, as a sentence on a card. */
export type DrawnCondition = Exclude<Condition, GroupCondition | { readonly kind: 'raw' }>;

/** Says whether a condition is a sentence on a card: no group, and no text that cannot be read. */
export function isDrawn(condition: Condition): condition is DrawnCondition {
	return !['any', 'all', 'not', 'raw'].includes(condition.kind);
}

/** Says whether a rule answers to a purchase, which it also does where it names no event. */
export function isPurchase(on: EventRef | Missing | null): boolean {
	return !on || (on.kind === 'event' && on.event === 'purchase');
}

/** What a rule answers to, as the card where its flow begins calls it. */
export function eventTitle(on: EventRef | Missing | null): string {
	if (!on) return words.events.purchase;
	if (on.kind === 'missing') return words.events.none;
	if (on.event !== 'custom') return words.events[on.event];
	return on.name?.kind === 'name' ? words.events.custom({ name: on.name.text }) : words.events.none;
}
