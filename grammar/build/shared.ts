/** What all builders of clauses share. */
import type { CstNode, IToken } from 'chevrotain';
import type { EventRef, Missing, Moment, Name, Recipient, Word } from '../ast.ts';
import type { Expectation } from '../diagnostics/phrases/expectations.ts';
import type { Span } from '../text.ts';
import { spanOf } from '../tokens.ts';
import { join, nodeOf, type Site } from './site.ts';

/** Builds one clause from what its rule recorded. */
export type Build<N> = (site: Site, node: CstNode | undefined) => N;

/** The places of a word that may be there: one or none. */
export function placesOf(token: IToken | undefined): { readonly span: Span }[] {
	return token ? [{ span: spanOf(token) }] : [];
}

/** A fixed word as a node. */
export function word<T extends string>(token: IToken, text: T): Word<T> {
	return { kind: 'word', span: spanOf(token), text };
}

/** Names between commas. */
export function names(site: Site, node: CstNode | undefined, expected: Expectation): (Name | Missing)[] {
	return site.list(node, 'name', (entry) => site.name(entry, expected));
}

/** A date, with a time of day or without. */
export function moment(site: Site, node: CstNode | undefined): Moment | Missing {
	const date = site.date(nodeOf(node, 'date'));
	const timeNode = nodeOf(node, 'time');
	const time = timeNode && site.time(timeNode);
	const span = time ? join(date, time) : date.span;
	if (date.kind === 'missing' || time?.kind === 'missing') return site.missing('a date', span);
	return { kind: 'moment', span, date, ...(time && { time }) };
}

/** Who gets an award, on a referral. */
export function recipient(site: Site, node: CstNode | undefined): Word<Recipient> | Missing {
	return site.word(node, ['referrer', 'referred'], '`referrer` or `referred`');
}

/** The event after `on`, or the one that a test is about. */
export function event(site: Site, node: CstNode | undefined): EventRef | Missing {
	const known = site.pass(node, 'known');
	if (known) return { kind: 'event', span: spanOf(known), event: known.image as EventRef['event'] };
	const any = site.passWord(node, 'any');
	const last = site.passWord(node, 'event');
	if (!last) return site.missing('an event');
	if (any) return { kind: 'event', span: site.between(any, last), event: 'any' };
	const name = site.name(nodeOf(node, 'name'));
	return { kind: 'event', span: join({ span: spanOf(last) }, name), event: 'custom', name };
}
