import type { Span, TextEdit } from '#grammar';
import { commentsIn, type Layout, ownedSpan } from './layout.ts';
import { type Insert, insertAfter, insertBefore, lift, type Place } from './place.ts';
import { removal } from './remove.ts';

/** What the planners need to know of a clause to work beside it. */
export interface Sibling {
	readonly kind: string;
	readonly span: Span;
	readonly health?: string;
}

/** Says whether a clause was read whole. A broken one keeps to its own lines: there it cannot mix with its neighbours. */
export function isSound(clause: Sibling): boolean {
	return clause.kind !== 'raw' && clause.health !== 'incomplete';
}

/** Copies a clause with its comments, to be put elsewhere. */
export function lifted(layout: Layout, clause: Sibling): Insert {
	const insert = lift(layout, clause.span);
	return isSound(clause) ? insert : { ...insert, beginsLine: true, endsLine: true };
}

/** Puts something behind a clause of a list. */
export function addAfter(layout: Layout, sibling: Sibling, insert: Insert, body: Span | undefined): TextEdit {
	return insertAfter(layout, sibling.span, insert, placeBeside(sibling, body));
}

/** Puts something before a clause of a list. */
export function addBefore(layout: Layout, sibling: Sibling, insert: Insert, body: Span | undefined): TextEdit {
	return insertBefore(layout, sibling.span, insert, placeBeside(sibling, body));
}

/** Moves a clause with its comments so that it is at `to` afterwards. */
export function move(layout: Layout, list: readonly Sibling[], from: number, to: number, place: Place): TextEdit[] {
	const clause = list[from] as Sibling;
	const target = list[to] as Sibling;
	const beside = isSound(target) || place.spacing === 'paragraph' ? place : { ...place, spacing: 'line' as const };
	const put = from < to ? insertAfter : insertBefore;
	return [removal(layout, clause.span), put(layout, target.span, lifted(layout, clause), beside)];
}

/** The comments that belong to a clause, inside it and around it: they go where it goes. */
export function ownComments(layout: Layout, span: Span) {
	return commentsIn(layout, ownedSpan(layout, span));
}

function placeBeside(sibling: Sibling, body: Span | undefined): Place {
	return { spacing: isSound(sibling) ? 'shared' : 'line', ...(body ? { body } : {}) };
}
