import type { EventRef, Missing } from '#grammar';
import { unreachable } from '../../domain/unreachable.ts';
import { HOLE, nameText } from './words.ts';

/** What a member does when an event happens, as a verb of one: `registers`, `checks in`. */
export function eventText(event: EventRef | Missing): string {
	if (event.kind === 'missing') return HOLE;
	switch (event.event) {
		case 'purchase':
			return 'buys';
		case 'registration':
			return 'registers';
		case 'profile_completed':
			return 'completes their profile';
		case 'birthday':
			return 'has their birthday';
		case 'anniversary':
			return 'has the anniversary of their joining';
		case 'referral':
			return 'refers another';
		case 'check_in':
			return 'checks in';
		case 'custom':
			return `triggers the event ${event.name ? nameText(event.name) : HOLE}`;
		case 'any':
			return 'triggers any event';
		default:
			return unreachable(event.event);
	}
}

/** What an event is called: `a purchase`, `the event survey_done`. */
export function eventNoun(event: EventRef | Missing): string {
	if (event.kind === 'missing') return HOLE;
	switch (event.event) {
		case 'purchase':
		case 'registration':
		case 'birthday':
		case 'referral':
			return `a ${event.event}`;
		case 'anniversary':
			return 'an anniversary';
		case 'check_in':
			return 'a check-in';
		case 'profile_completed':
			return 'a completed profile';
		case 'custom':
			return `the event ${event.name ? nameText(event.name) : HOLE}`;
		case 'any':
			return 'any event';
		default:
			return unreachable(event.event);
	}
}
