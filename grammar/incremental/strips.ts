/** The strips of a text: each begins where a declaration begins a line, and goes on to the next such line. */
import type { Keyword } from '../keywords.ts';
import { CloseBrace, lex, OpenBrace } from '../tokens.ts';
import type { Piece } from './piece.ts';

/** A stretch of a text. Strips are compared by identity: one that no edit touches stays the same object. */
export interface Strip {
	readonly text: string;
	/** It may begin a campaign. Known of each, because all of them are asked at each keystroke. */
	readonly hasCampaign: boolean;
	/** The piece that was read last from here on, and the strips that it consists of. */
	last?: { readonly strips: readonly Strip[]; readonly piece: Piece };
}

/** A strip of its text. */
export function stripOf(text: string): Strip {
	return { text, hasCampaign: text.includes('campaign') };
}

/** At the very start of a line these words begin a declaration, whatever is still open; `rule` unless it is a campaign's. */
const heads = [
	'program',
	'tiers',
	'filter',
	'campaign',
	'rule',
	'redemption',
	'expiry',
	'test',
] as const satisfies readonly Keyword[];

const head = new RegExp(`(?<=[\\r\\n])(?:${heads.join('|')})(?![\\p{L}\\p{M}\\p{N}_])`, 'gu');

/**
 * Where strips begin, from the first after `from` to the last before `to`. Whether a line begins one is seen from that line
 * alone: no word, text or comment of the language goes on over the end of a line.
 */
export function stripsBetween(text: string, from: number, to: number): number[] {
	const found: number[] = [];
	head.lastIndex = from + 1;
	for (let match = head.exec(text); match && match.index < to; match = head.exec(text)) found.push(match.index);
	return found;
}

/**
 * How many of the strips from `index` on are read together: one, but for a campaign whose rules stand at the margin as well. Those
 * up to its `}` are its own. Where it has none, the first of them is not: an open campaign must not swallow the rest of a program.
 */
export function countTogether(strips: readonly Strip[], index: number): number {
	const first = strips[index];
	if (!first?.hasCampaign) return 1;
	let open = opened(first);
	let count = 1;
	for (let next = strips[index + 1]; open > 0 && next && isRule(next); next = strips[index + count]) {
		open += opened(next);
		count++;
	}
	return open > 0 ? 1 : count;
}

function isRule({ text }: Strip): boolean {
	return text.startsWith('rule');
}

const counts = new WeakMap<Strip, number>();

/** How many braces a strip opens and leaves open; negative where it closes more. */
function opened(strip: Strip): number {
	let count = counts.get(strip);
	if (count === undefined) {
		count = 0;
		for (const { tokenType } of lex(strip.text).tokens) {
			if (tokenType === OpenBrace) count++;
			if (tokenType === CloseBrace) count--;
		}
		counts.set(strip, count);
	}
	return count;
}
