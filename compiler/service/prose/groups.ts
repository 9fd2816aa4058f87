import { joined, plainText, type ProsePart, spokenPhrases } from './words.ts';

const GROUPS = {
	any: { lead: 'either ', conjunction: 'or' },
	all: { lead: 'both ', conjunction: 'and' },
	not: { lead: 'neither ', conjunction: 'nor' },
} as const;

/**
 * The phrases of a group as one: `either a or b`, `both a and b`, `neither a nor b`. Phrases that are lists themselves are kept
 * apart by commas. One phrase alone stands as it is.
 */
export function groupPhrases(kind: 'any' | 'all' | 'not', phrases: readonly (readonly ProsePart[])[]): ProsePart[] {
	const { lead, conjunction } = GROUPS[kind];
	if (phrases.length < 2 && kind !== 'not') return phrases.flat();
	const isLong = phrases.some((phrase) => /,| (?:and|or|nor) /.test(plainText(phrase)));
	const list = isLong ? joined(phrases, `, ${conjunction} `) : spokenPhrases(phrases, conjunction);
	// `both` is said of two.
	return kind === 'all' && phrases.length > 2 ? list : [{ text: lead }, ...list];
}
