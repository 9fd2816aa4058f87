/** Questions about braces: which block does a `}` belong to, and does something begin that ends a block without one? */
import type { IToken } from 'chevrotain';
import { innerLevels, type Level } from './constructs.ts';
import { isFact } from './facts.ts';
import type { Keyword } from './keywords.ts';
import { interruptsBraces, openingAt, opensByForm, opensClause } from './openings.ts';
import { CloseBrace, isWord, type Lexed, OpenBrace } from './tokens.ts';

/** How deep braces, parentheses and signs may stand inside one another. */
export const mostDeep = 64;

/** Where the words of a block stand: its level, and the levels around it that are others, from the inside out. */
export interface Frame {
	readonly level: Level;
	readonly around: readonly Level[];
	/** How many blocks are open, this one included. */
	readonly depth: number;
}

/** Outside all braces. */
export const whole: Frame = { level: 'document', around: [], depth: 0 };

/** The frame of a block inside another. */
export function inside(frame: Frame, level: Level): Frame {
	const around = frame.level === level || frame.level === 'document' ? frame.around : [frame.level, ...frame.around];
	return { level, around, depth: frame.depth + 1 };
}

/** Says whether one of the level's clauses begins here, by its word or by its form. */
export function opensAnyhow(lexed: Lexed, level: Level, index: number): boolean {
	return opensClause(lexed, level, index) || opensByForm(lexed, level, index) || isFact(lexed, level, index);
}

/** Something that never stands in this block begins here, so the block's `}` is missing. */
export function endsBlock(lexed: Lexed, { level, around }: Frame, index: number): boolean {
	const token = lexed.tokens[index];
	// A campaign has rules, and a test's member has segments.
	const isOwn = (level === 'campaign' && isWord(token, 'rule')) || (level === 'member' && isWord(token, 'segment'));
	if (isOwn) return false;
	if (interruptsBraces(lexed, index)) return true;
	// `last purchase 2026-01-31` with a fault in `last` does not leave the member's braces.
	if (level === 'member' && isEventWord(token) && !isWord(lexed.tokens[index + 1], 'at')) return false;
	return around.some((outer) => opensClause(lexed, outer, index)) && !openingAt(lexed, level, index);
}

/**
 * Whether a `}` belongs to a block without its `{` rather than to one around it: there are enough of them to close every
 * block up to the one that what follows belongs to.
 */
export function closesInner(lexed: Lexed, frame: Frame, index: number): boolean {
	let count = 0;
	while (count < frame.depth && lexed.tokens[index + count]?.tokenType === CloseBrace) count++;
	if (count === frame.depth) return true;
	const follows = index + count;
	const owner = frame.around.findIndex((outer) => openingAt(lexed, outer, follows) !== undefined);
	const isGroupInWhen = frame.level === 'when' && frame.depth > frame.around.length + 1;
	if (isGroupInWhen && opensAnyhow(lexed, 'when', follows)) return true;
	// Groups are blocks of the same level, so that the levels around are fewer than the blocks.
	const blocks = frame.depth - frame.around.length;
	return count >= (owner < 0 ? frame.depth : blocks + owner);
}

/** Whether a `}` stands in the middle of its block: after it come clauses of the same block, and then the `}` that closes it. */
export function closesTooEarly(lexed: Lexed, frame: Frame, index: number): boolean {
	const { level, around, depth: blocks } = frame;
	// After a group come conditions in any case.
	if (level === 'when' && blocks > around.length + 1) return false;
	let depth = 0;
	let goesOn = false;
	for (let at = index + 1; at < lexed.tokens.length && !endsBlock(lexed, frame, at); at++) {
		const type = lexed.tokens[at]?.tokenType;
		if (type === OpenBrace) depth++;
		if (type === CloseBrace && depth-- === 0) return goesOn && closesInner(lexed, frame, at);
		// What may stand around the block as well says nothing; a campaign's rules may stand outside of it.
		const isShared = isWord(lexed.tokens[at], 'rule') || around.some((outer) => openingAt(lexed, outer, at));
		goesOn ||= depth === 0 && !isShared && opensAnyhow(lexed, level, at);
	}
	return false;
}

/** Whether a block without its `{` has a `}` of its own among what follows; otherwise the next clauses are not its. */
export function closesAhead(lexed: Lexed, frame: Frame, from: number): boolean {
	let depth = 0;
	for (let index = from; index < lexed.tokens.length && !endsBlock(lexed, frame, index); index++) {
		const type = lexed.tokens[index]?.tokenType;
		if (type === OpenBrace) depth++;
		if (type === CloseBrace && depth-- === 0) return closesInner(lexed, frame, index);
		// Another one without its `{`: too much is missing to say which is whose.
		const isOpen = lexed.tokens[index + 1]?.tokenType === OpenBrace;
		if (!isOpen && isGroup(lexed, index) && opensClause(lexed, 'when', index)) return false;
	}
	return false;
}

/** Says whether a word is an event that can happen in a test. */
export function isEventWord(token: IToken | undefined): boolean {
	return isWord(token) && innerLevels.test[token?.image as Keyword] === 'event';
}

/** Says whether a group of conditions begins here, if any does. */
export function isGroup({ tokens }: Lexed, index: number): boolean {
	return isWord(tokens[index], 'any', 'all', 'not');
}
