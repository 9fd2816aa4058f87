import { type AttributeOwner, type EventRef, fixOf, type Missing, phrase, type Phrase, type Span } from '#grammar';
import type { CheckContext } from './report.ts';

/** What happens when a rule is asked: how the user calls it, and what it brings. */
export interface Happening {
	readonly event: EventRef['event'];
	/** As written after `on`: `registration`, `event "survey_done"`. */
	readonly words: string;
	/** Lines, amounts and an order type; and it counts as a purchase. */
	readonly hasCart: boolean;
	/** It happens somewhere: in a store, in a channel. */
	readonly hasPlace: boolean;
	/** Whose facts it brings. */
	readonly owners: readonly AttributeOwner[];
}

type Traits = Pick<Happening, 'hasCart' | 'hasPlace' | 'owners'>;

/** Sent by an application, which can say where it was and more. */
const sent: Traits = { hasCart: false, hasPlace: true, owners: ['member', 'event'] };
/** A day that comes by itself, nowhere. */
const day: Traits = { hasCart: false, hasPlace: false, owners: ['member'] };

const traits: Readonly<Record<EventRef['event'], Traits>> = {
	purchase: { hasCart: true, hasPlace: true, owners: ['member', 'transaction'] },
	registration: sent,
	profile_completed: sent,
	birthday: day,
	anniversary: day,
	referral: sent,
	check_in: sent,
	custom: sent,
	any: sent,
};

const purchase: Happening = { event: 'purchase', words: 'purchase', ...traits.purchase };

/** What a rule answers to, a purchase where it does not say; null while the event is a hole. */
export function happeningOf(on: EventRef | Missing | undefined): Happening | null {
	if (!on) return purchase;
	if (on.kind === 'missing') return null;
	return { event: on.event, words: eventWords(on), ...traits[on.event] };
}

function eventWords({ event, name }: EventRef): string {
	if (event === 'any') return 'any event';
	if (event !== 'custom') return event;
	return name?.kind === 'name' ? `event "${name.text}"` : 'event';
}

/** Warns of an event of one's own that is called like a built-in one. */
export function checkEvent(on: EventRef | Missing | undefined, context: CheckContext): void {
	if (on?.kind !== 'event' || on.event !== 'custom' || on.name?.kind !== 'name') return;
	const { text } = on.name;
	if (!(text in traits) || text === 'custom' || text === 'any') return;
	const fix = fixOf(phrase('write', { text }), [{ span: on.span, text }]);
	context.report('event-of-same-name', on.span, { name: text }, { fix });
}

/** Reports what needs a cart on an event that has none. */
export function checkCart(construct: string, span: Span, happening: Happening | null, context: CheckContext): void {
	if (happening && !happening.hasCart) reportLack(construct, phrase('a cart'), span, happening, context);
}

/** Reports what needs a place on an event that happens nowhere. */
export function checkPlace(construct: string, span: Span, happening: Happening | null, context: CheckContext): void {
	if (happening && !happening.hasPlace) reportLack(construct, phrase('a place'), span, happening, context);
}

/** Reports what needs something that its event does not have. */
export function reportLack(
	construct: string,
	lacks: Phrase,
	span: Span,
	{ event, words }: Happening,
	context: CheckContext,
): void {
	context.report('event-lacks', span, { construct, lacks, event: event === 'any' ? undefined : words });
}
