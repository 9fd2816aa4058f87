/** Random words of a program: names, numbers and lists of them. */
import type { Chance } from './chance.ts';

/** Words, and what stands in braces behind them. */
export interface RandomPiece {
	readonly words: readonly string[];
	readonly parts?: readonly RandomPiece[];
}

/** A clean piece on one line. */
export function inOneLine({ words, parts }: RandomPiece): string {
	const head = words.join(' ');
	return parts ? [head, '{', ...parts.map(inOneLine), '}'].filter((word) => word !== '').join(' ') : head;
}

const NAMES = ['Food', 'Net total', 'وجبة الغداء', '午餐', 'a // b', '} {', 'say \\"hi\\"', 'emoji 🍕', 'Ünïcode'] as const;
const BARE = ['Gold', 'app', 'web', 'dine_in', 'ذهب', '金', 'Monday_club', 'x1'] as const;
/** The names of attributes, some of which need quotes. */
export const ATTRIBUTES = ['payment_method', 'basket_weight', 'vip', 'طريقة', '"pay day"'] as const;
/** The names of segments. */
export const SEGMENTS = ['"Staff"', 'friends', '"أصدقاء"'] as const;
/** The names of exclusive sets. */
export const SETS = ['"Deals"', '"Weekday deals"', 'lunch'] as const;

/** A name in quotes. */
export function quoted(chance: Chance): string {
	// Often the same one, so that what is declared is also used.
	return chance.happens(40) ? '"Food"' : `"${chance.pick(NAMES)}"`;
}

/** A name with or without quotes. */
export function name(chance: Chance): string {
	if (chance.happens(30)) return BARE[0];
	return chance.happens(50) ? quoted(chance) : chance.pick(BARE);
}

/** A number as people write it. */
export function number(chance: Chance): string {
	return chance.pick(['1', '50', '1_000', '0.5', '2.50']);
}

/** A whole number. */
export function whole(chance: Chance): string {
	return chance.pick(['2', '10', '1_000']);
}

/** Words with commas between. */
export function listed(words: readonly (readonly string[])[]): string[] {
	return words.flatMap((each, index) => (index === 0 ? each : [',', ...each]));
}

/** Several names. */
export function names(chance: Chance): string[] {
	return listed(chance.list(1, 3, () => [name(chance)]));
}
