/**
 * Divides the words of a text into declarations and these into clauses, before any of them is read.
 * So a fault stays inside its clause: what one clause lacks is never searched for in its neighbour.
 */
import { innerLevels, type Level } from './constructs.ts';
import { clauseEnd } from './facts.ts';
import {
	closesAhead,
	closesInner,
	closesTooEarly,
	endsBlock,
	type Frame,
	inside,
	isEventWord,
	isGroup,
	mostDeep,
	opensAnyhow,
	whole,
} from './frames.ts';
import type { Keyword } from './keywords.ts';
import {
	beginsClause,
	beginsDeclaration,
	beginsStray,
	beginsUnknown,
	clauseLevels,
	formAt,
	interruptsBraces,
	isName,
	openingAt,
	opensClause,
} from './openings.ts';
import { CloseBrace, isWord, type Lexed, OpenBrace } from './tokens.ts';

/** Some neighbouring words: indices into the words of the text, `to` excluded. */
export interface Stretch {
	readonly from: number;
	readonly to: number;
	/** The braces at its end and what is between them, where the stretch is a declaration or clause that has some. */
	readonly block?: Block;
}

/** What stands between two braces. Either brace may be missing. */
export interface Block {
	readonly level: Level;
	/** Where the head ends: the index of `{`, or of the first clause where that is missing. */
	readonly from: number;
	readonly open?: number;
	readonly close?: number;
	readonly parts: readonly Stretch[];
}

/** The declarations of a text in its order; what belongs to none is a stretch of its own. Every word is in exactly one. */
export function divide(lexed: Lexed): Stretch[] {
	const stretches: Stretch[] = [];
	let index = 0;
	while (index < lexed.tokens.length) {
		const stretch = beginsDeclaration(lexed, index) ? declaration(lexed, index) : astray(lexed, index);
		stretches.push(stretch);
		index = stretch.to;
	}
	return stretches;
}

/** The clauses of a text that is the inside of a block, for reading a clause by itself. */
export function divideInside(lexed: Lexed, level: Level): Stretch[] {
	return level === 'document' ? divide(lexed) : [...block(lexed, inside(whole, level), 0, undefined).parts];
}

function declaration(lexed: Lexed, from: number): Stretch {
	const frame = innerFrame(lexed, whole, from);
	if (frame) return braced(lexed, from, frame);
	let index = from + 1;
	while (index < lexed.tokens.length) {
		const type = lexed.tokens[index]?.tokenType;
		if (type === CloseBrace || beginsDeclaration(lexed, index) || beginsUnknown(lexed, 'document', index)) break;
		index = type === OpenBrace ? skipBraces(lexed, index, (at) => interruptsBraces(lexed, at)) : index + 1;
	}
	return { from, to: index };
}

// ---------------------------------------------------------------- blocks

/** The frame of the braces that belong to the word here; `undefined` where it has none, or where they would stand too deep. */
function innerFrame(lexed: Lexed, frame: Frame, index: number): Frame | undefined {
	const token = lexed.tokens[index];
	if (!isWord(token) || frame.depth >= mostDeep || !openingAt(lexed, frame.level, index)) return undefined;
	const level = innerLevels[frame.level][token?.image as Keyword];
	const isAlways = level === 'when' && isWord(token, 'when') && isWord(lexed.tokens[index + 1], 'always');
	return level === undefined || isAlways ? undefined : inside(frame, level);
}

/** A head, then the clauses between its braces. Where `{` is missing, the clauses begin at the first that can be one. */
function braced(lexed: Lexed, from: number, frame: Frame): Stretch {
	const isEvent = frame.level === 'event';
	let index = endOfHead(lexed, from);
	while (index < lexed.tokens.length) {
		const type = lexed.tokens[index]?.tokenType;
		if (type === OpenBrace) return withBlock(from, block(lexed, frame, index, index));
		if (type === CloseBrace || endsBlock(lexed, frame, index)) break;
		// What happens in a test needs no braces, so that only what surely belongs to it shows that one is missing.
		if (isEvent && beginsUnknown(lexed, 'test', index)) break;
		const begins = isEvent ? opensClause(lexed, frame.level, index) : beginsInside(lexed, frame.level, index);
		if (begins || (frame.level === 'when' && !opensOnLine(lexed, index))) {
			// What may stand around the braces as well needs a `}` to show that it stands in them.
			const isShared = isGroup(lexed, from) || frame.around.some((outer) => openingAt(lexed, outer, index));
			if (isShared && !closesAhead(lexed, frame, index)) return { from, to: index };
			return withBlock(from, block(lexed, frame, index, undefined));
		}
		index++;
	}
	return { from, to: index };
}

/** Says whether the first clause of a block begins here, after a head. */
function beginsInside(lexed: Lexed, level: Level, index: number): boolean {
	const isFirst = (level === 'redemption' || level === 'member') && formAt(lexed, level, index) !== undefined;
	return isFirst || beginsClause(lexed, level, index);
}

function withBlock(from: number, { to, ...found }: Block & { readonly to: number }): Stretch {
	return { from, to, block: found };
}

/** Past the words of a head that would begin something else where they stand elsewhere. */
function endOfHead(lexed: Lexed, from: number): number {
	const word = (index: number, ...words: Keyword[]) => isWord(lexed.tokens[index], ...words);
	let index = from + 1;
	if (word(from, 'rule') && isName(lexed.tokens[index]) && word(index + 1, 'on')) index += 2;
	else if (isEventWord(lexed.tokens[from])) index = from;
	else return index;
	if (word(index, 'any') && word(index + 1, 'event')) return index + 2;
	if (word(index, 'event')) return isName(lexed.tokens[index + 1]) ? index + 2 : index + 1;
	return isEventWord(lexed.tokens[index]) ? index + 1 : index;
}

function block(lexed: Lexed, frame: Frame, from: number, open: number | undefined): Block & { readonly to: number } {
	const parts: Stretch[] = [];
	let index = open === undefined ? from : open + 1;
	let close: number | undefined;
	while (index < lexed.tokens.length && !endsBlock(lexed, frame, index)) {
		if (lexed.tokens[index]?.tokenType === CloseBrace) {
			if (closesTooEarly(lexed, frame, index)) {
				const to = restOfClause(lexed, frame, index);
				parts.push({ from: index, to });
				index = to;
				continue;
			}
			if (open === undefined && !closesInner(lexed, frame, index)) break;
			close = index++;
			break;
		}
		const part = clause(lexed, frame, index);
		parts.push(part);
		index = part.to;
	}
	return {
		level: frame.level,
		from,
		to: index,
		parts,
		...(open === undefined ? {} : { open }),
		...(close === undefined ? {} : { close }),
	};
}

/** The end of the clause in whose middle a `}` stands. */
function restOfClause(lexed: Lexed, frame: Frame, brace: number): number {
	const stops = (at: number) => endsBlock(lexed, frame, at);
	let index = brace + 1;
	while (index < lexed.tokens.length && lexed.tokens[index]?.tokenType !== CloseBrace) {
		if (beginsClause(lexed, frame.level, index) || stops(index)) break;
		index = lexed.tokens[index]?.tokenType === OpenBrace ? skipBraces(lexed, index, stops) : index + 1;
	}
	return index;
}

/** Whether a `{` follows on the line, so that what stands before it is only too much. */
function opensOnLine(lexed: Lexed, index: number): boolean {
	for (let at = index; at < lexed.tokens.length; at++) {
		const type = lexed.tokens[at]?.tokenType;
		if (type === OpenBrace) return true;
		if (type === CloseBrace || lexed.startsLine[at] || isWord(lexed.tokens[at])) return false;
	}
	return false;
}

// ---------------------------------------------------------------- clauses

/** Levels in which something misspelt may have braces whose contents look like clauses of the level itself. */
const nesting: ReadonlySet<Level> = new Set(['when', 'campaign', 'test']);

/** Whether braces after the word here are its own: it is a group too deep, or something that nobody knows. */
function mayNest(lexed: Lexed, level: Level, from: number): boolean {
	if (lexed.tokens[from]?.tokenType === OpenBrace) return lexed.startsLine[from] === true;
	return isGroup(lexed, from) || (!openingAt(lexed, level, from) && !formAt(lexed, level, from));
}

function clause(lexed: Lexed, frame: Frame, from: number): Stretch {
	const inner = innerFrame(lexed, frame, from);
	if (inner) return braced(lexed, from, inner);
	const { level } = frame;
	const nests = nesting.has(level) && mayNest(lexed, level, from);
	const stops = (at: number) =>
		endsBlock(lexed, frame, at) || (!nests && lexed.startsLine[at] === true && opensAnyhow(lexed, level, at));
	const least = clauseEnd(lexed, level, from);
	let index = from;
	while (index < lexed.tokens.length) {
		const type = lexed.tokens[index]?.tokenType;
		if (type === OpenBrace) index = skipBraces(lexed, index, stops);
		else if (type === CloseBrace) break;
		else if (index > from && endsBlock(lexed, frame, index)) break;
		else if (index >= least && (opensAnyhow(lexed, level, index) || beginsUnknown(lexed, level, index))) break;
		else index++;
	}
	return { from, to: index };
}

/** The index after the `}` that belongs to the `{` here, or of the first place that stops the search for it. */
function skipBraces(lexed: Lexed, open: number, stops: (index: number) => boolean): number {
	let depth = 0;
	for (let index = open; index < lexed.tokens.length; index++) {
		const type = lexed.tokens[index]?.tokenType;
		if (index > open && stops(index)) return index;
		if (type === OpenBrace) depth++;
		if (type === CloseBrace && --depth === 0) return index + 1;
	}
	return lexed.tokens.length;
}

/** Words outside every declaration: up to the next one, or to something else that nobody knows. */
function astray(lexed: Lexed, from: number): Stretch {
	let index = from;
	while (lexed.tokens[index]?.tokenType === CloseBrace) index++;
	if (index > from) return { from, to: index };
	while (index < lexed.tokens.length && !beginsDeclaration(lexed, index)) {
		if (index > from && beginsStray(lexed, index)) break;
		if (lexed.tokens[index++]?.tokenType === CloseBrace) break;
		if (lexed.tokens[index - 1]?.tokenType !== OpenBrace) continue;
		index = skipBraces(lexed, index - 1, (at) => interruptsBraces(lexed, at));
		// Clauses after its inner braces still belong to a declaration whose head nobody understood.
		const goesOn = clauseLevels.some((level) => opensClause(lexed, level, index));
		if (!goesOn && lexed.tokens[index]?.tokenType !== CloseBrace) break;
	}
	return { from, to: index };
}
