/**
 * Divides the words of a text into declarations and these into clauses, before any of them is read.
 * So a fault stays inside its clause: what one clause lacks is never searched for in its neighbour.
 */
import type { Keyword } from './keywords.ts';
import type { Level } from './constructs.ts';
import {
	beginsClause,
	beginsDeclaration,
	beginsStray,
	beginsUnknown,
	clauseLevels,
	interruptsBraces,
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

const bracedLevels: Partial<Record<Keyword, Level>> = { program: 'program', tiers: 'tiers', rule: 'rule' };
const opaqueBraced: ReadonlySet<Keyword> = new Set(['campaign', 'redemption', 'expiry', 'test']);

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
	return level === 'document' ? divide(lexed) : [...block(lexed, level, 0, undefined).parts];
}

function declaration(lexed: Lexed, from: number): Stretch {
	const word = lexed.tokens[from]?.image as Keyword;
	const level = bracedLevels[word];
	if (level) return braced(lexed, from, level, 'document');
	const isBraced = opaqueBraced.has(word);
	const nested = word === 'campaign' ? nestedRules(lexed, from) : () => false;
	let index = from + 1;
	while (index < lexed.tokens.length) {
		const type = lexed.tokens[index]?.tokenType;
		if (type === CloseBrace || beginsDeclaration(lexed, index) || beginsUnknown(lexed, index)) break;
		if (type !== OpenBrace) index++;
		else {
			index = skipBraces(lexed, index, (at) => interruptsBraces(lexed, at) && !nested(at));
			if (isBraced) break;
		}
	}
	return { from, to: index };
}

/** The rules of a campaign belong to it, as long as they do not stand further left than the campaign itself. */
function nestedRules(lexed: Lexed, campaign: number): (index: number) => boolean {
	let left: number | undefined;
	return (index) => {
		if (!isWord(lexed.tokens[index], 'rule')) return false;
		if (!lexed.startsLine[index]) return true;
		left ??= columnOf(lexed, campaign);
		return columnOf(lexed, index) > left;
	};
}

function columnOf(lexed: Lexed, index: number): number {
	const start = lexed.tokens[index]?.startOffset ?? 0;
	return start - Math.max(lexed.text.lastIndexOf('\n', start - 1), lexed.text.lastIndexOf('\r', start - 1));
}

/** A head, then the clauses between its braces. Where `{` is missing, the clauses begin at the first that can be one. */
function braced(lexed: Lexed, from: number, level: Level, outer: Level): Stretch {
	let index = from + 1;
	while (index < lexed.tokens.length) {
		const type = lexed.tokens[index]?.tokenType;
		if (type === OpenBrace) {
			const found = block(lexed, level, index, index);
			return { from, to: found.to, block: found };
		}
		if (type === CloseBrace || endsBlock(lexed, outer, index)) break;
		if (outer !== 'document' && opensClause(lexed, outer, index)) break;
		if (beginsClause(lexed, level, index) || (level === 'when' && !opensOnLine(lexed, index))) {
			const found = block(lexed, level, index, undefined);
			return { from, to: found.to, block: found };
		}
		index++;
	}
	return { from, to: index };
}

function block(lexed: Lexed, level: Level, from: number, open: number | undefined): Block & { readonly to: number } {
	const parts: Stretch[] = [];
	let index = open === undefined ? from : open + 1;
	let close: number | undefined;
	while (index < lexed.tokens.length && !endsBlock(lexed, level, index)) {
		if (lexed.tokens[index]?.tokenType === CloseBrace) {
			if (closesTooEarly(lexed, level, index)) {
				const to = restOfClause(lexed, level, index);
				parts.push({ from: index, to });
				index = to;
				continue;
			}
			if (open === undefined && !closesInner(lexed, level, index)) break;
			close = index++;
			break;
		}
		const part = clause(lexed, level, index);
		parts.push(part);
		index = part.to;
	}
	return {
		level,
		from,
		to: index,
		parts,
		...(open === undefined ? {} : { open }),
		...(close === undefined ? {} : { close }),
	};
}

/** Something that never stands in this block begins here, so the block's `}` is missing. */
function endsBlock(lexed: Lexed, level: Level, index: number): boolean {
	if (level === 'when' && opensClause(lexed, 'rule', index)) return true;
	if (level === 'tier' && opensClause(lexed, 'tiers', index)) return true;
	return interruptsBraces(lexed, index);
}

/** Whether a `}` belongs to a block inside another, rather than to the one around it: something of that one follows. */
function closesInner(lexed: Lexed, level: Level, index: number): boolean {
	if (level !== 'when' && level !== 'tier') return true;
	const next = lexed.tokens[index + 1];
	const outer = level === 'when' ? 'rule' : 'tiers';
	return next?.tokenType === CloseBrace || openingAt(lexed, outer, index + 1) !== undefined;
}

/** Whether a `}` stands in the middle of its block: after it come clauses of the same block, and then the `}` that closes it. */
function closesTooEarly(lexed: Lexed, level: Level, index: number): boolean {
	let depth = 0;
	let goesOn = false;
	for (let at = index + 1; at < lexed.tokens.length && !endsBlock(lexed, level, at); at++) {
		const type = lexed.tokens[at]?.tokenType;
		if (type === OpenBrace) depth++;
		if (type === CloseBrace && depth-- === 0) return goesOn && closesInner(lexed, level, at);
		goesOn ||= depth === 0 && opensClause(lexed, level, at);
	}
	return false;
}

/** The end of the clause in whose middle a `}` stands. */
function restOfClause(lexed: Lexed, level: Level, brace: number): number {
	const stops = (at: number) => endsBlock(lexed, level, at);
	let index = brace + 1;
	while (index < lexed.tokens.length && lexed.tokens[index]?.tokenType !== CloseBrace) {
		if (beginsClause(lexed, level, index) || stops(index)) break;
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

function clause(lexed: Lexed, level: Level, from: number): Stretch {
	if (level === 'tiers' && isWord(lexed.tokens[from], 'tier')) return braced(lexed, from, 'tier', 'tiers');
	if (level === 'rule' && isWord(lexed.tokens[from], 'when') && !isWord(lexed.tokens[from + 1], 'always')) {
		return braced(lexed, from, 'when', 'rule');
	}
	const opening = openingAt(lexed, level, from);
	// Only `any`, `all` and `not` have clauses in braces, and what is misspelt might be one of them.
	const nests = level === 'when' && (opening === undefined || opening.next === '{');
	const stops = (at: number) =>
		endsBlock(lexed, level, at) || (!nests && lexed.startsLine[at] === true && opensClause(lexed, level, at));
	let index = from;
	while (index < lexed.tokens.length) {
		const type = lexed.tokens[index]?.tokenType;
		if (type === OpenBrace) index = skipBraces(lexed, index, stops);
		else if (type === CloseBrace) break;
		else if (index > from && (endsBlock(lexed, level, index) || beginsClause(lexed, level, index))) break;
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
