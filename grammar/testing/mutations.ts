/** Damages of a text, as hands, clipboards and broken programs make them. */
import { keywords } from '../keywords.ts';
import type { Span } from '../text.ts';
import { lex, spanOf } from '../tokens.ts';
import type { Chance } from './chance.ts';

const signs = ['{', '}', '(', ')', '"', ',', '%', '=', '!=', '<=', '>=', '<', '-', '+', '*', '/', '//', '\\', '#', ';', '.'];
const spaces = ['\n', '\r\n', '\r', ' ', '\t', '\u00a0', '\u2028'];
const values = [
	'1_000',
	'1,000',
	'.5',
	'2026-02-30',
	'2026-11-27',
	'25:00',
	'#B87333',
	'#x',
	'"Food"',
	'app',
	'Mon',
	'Monday',
	'٥',
];
const oddities = ['\u202e', '\u2066', '\u0000', '\ud800', '😀', '\ufeff', 'é', 'e\u0301', 'а', '中', 'ع'];
const beginnings = [
	'rule "X" {',
	'when {',
	'any {',
	'or on',
	'((((',
	'}}}',
	'campaign "C" {\n',
	'test "T" { member {',
	'\nrule',
];

/** Anything that might be written. */
export const snippets: readonly string[] = [
	...Object.keys(keywords),
	...signs,
	...spaces,
	...values,
	...oddities,
	...beginnings,
];

/** What is done to a text. `grow` is rare: it makes texts that take long to read. */
export type Damage =
	| 'delete'
	| 'duplicate'
	| 'swap'
	| 'replace'
	| 'insert'
	| 'break'
	| 'cut'
	| 'truncate'
	| 'unbalance'
	| 'scramble'
	| 'grow';

const common = ['delete', 'duplicate', 'swap', 'replace', 'insert', 'break', 'cut', 'unbalance', 'scramble'] as const;

/** A damage at random. */
export function randomDamage(chance: Chance): Damage {
	if (chance.happens(1 / 2_000)) return 'grow';
	// Half a text is soon nothing at all.
	return chance.happens(1 / 25) ? 'truncate' : chance.pick(common);
}

/** The text with one damage. */
export function damaged(text: string, damage: Damage, chance: Chance): string {
	const { tokens } = lex(text);
	const place = () => (tokens.length > 0 ? spanOf(chance.pick(tokens)) : { start: 0, end: text.length });
	return damages[damage]({ text, chance, place, one: place() });
}

/** A text, a way to words of it at random, and one of them. */
interface Patient {
	readonly text: string;
	readonly chance: Chance;
	readonly place: () => Span;
	readonly one: Span;
}

function put(text: string, { start, end }: Span, inserted: string): string {
	return text.slice(0, start) + inserted + text.slice(end);
}

function behind({ end }: Span): Span {
	return { start: end, end };
}

const damages: Record<Damage, (patient: Patient) => string> = {
	delete: ({ text, one }) => put(text, one, ''),
	duplicate: ({ text, one }) => put(text, behind(one), ` ${text.slice(one.start, one.end)}`),
	swap: ({ text, one, place }) => {
		const [first, second] = [one, place()].sort((a, b) => a.start - b.start) as [Span, Span];
		if (first.end > second.start) return text;
		const parts = [second, { start: first.end, end: second.start }, first];
		const swapped = parts.map(({ start, end }) => text.slice(start, end)).join('');
		return put(text, { start: first.start, end: second.end }, swapped);
	},
	replace: ({ text, one, chance }) => put(text, one, chance.pick(snippets)),
	insert: ({ text, one, chance }) => put(text, behind(one), ` ${chance.pick(snippets)} `),
	break: ({ text, chance }) => put(text, behind({ start: 0, end: chance.upTo(text.length) }), chance.pick(snippets)),
	cut: ({ text, chance }) => {
		const start = chance.upTo(text.length);
		return put(text, { start, end: start + chance.upTo(40) }, '');
	},
	truncate: ({ text, chance }) =>
		chance.happens(0.5) ? text.slice(0, chance.upTo(text.length)) : text.slice(chance.upTo(text.length)),
	unbalance: ({ text, chance }) => {
		const braces = [...text.matchAll(/[{}"()]/g)];
		if (braces.length === 0) return `${text}{`;
		const { index, 0: sign } = chance.pick(braces);
		return put(text, { start: index, end: index + 1 }, chance.happens(0.5) ? '' : sign + sign);
	},
	scramble: ({ text, one, chance }) => {
		const letters = text.slice(one.start, one.end).split('');
		return put(text, one, letters.sort(() => chance.next() - 0.5).join(''));
	},
	grow: ({ text, one, chance }) => put(text, behind(one), grown(text.slice(one.start, one.end), chance)),
};

/** Very long words, and the same word very often. */
function grown(word: string, chance: Chance): string {
	const length = 1 + chance.upTo(2_000);
	return chance.pick([
		`${word} `.repeat(length),
		word.repeat(length),
		'x'.repeat(length * 10),
		'9'.repeat(length * 10),
		`"${'é'.repeat(length * 10)}"`,
		`// ${'注'.repeat(length * 10)}\n`,
		'-'.repeat(length),
		'('.repeat(length),
		'any { '.repeat(length),
		'"\\'.repeat(length),
		`${chance.pick(snippets)}\n`.repeat(length),
	]);
}
