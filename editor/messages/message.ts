/**
 * Messages in the ICU syntax, and their types: what a message wants to know is read from its text, so that a value that is
 * missing or not wanted is an error of types.
 */
import { IntlMessageFormat } from 'intl-messageformat';
import type { Catalogue } from './catalogue.ts';
import { localDigits } from './digits.ts';
import { type Speaking, spoken } from './language.ts';

/** Messages by their names, some of them in groups. */
export interface Messages {
	readonly [name: string]: string | Messages;
}

type Sign =
	| 'a'
	| 'b'
	| 'c'
	| 'd'
	| 'e'
	| 'f'
	| 'g'
	| 'h'
	| 'i'
	| 'j'
	| 'k'
	| 'l'
	| 'm'
	| 'n'
	| 'o'
	| 'p'
	| 'q'
	| 'r'
	| 's'
	| 't'
	| 'u'
	| 'v'
	| 'w'
	| 'x'
	| 'y'
	| 'z'
	| '0'
	| '1'
	| '2';

/** What stands at the head of each argument: `name`, or `count, plural, one`. A brace that follows a letter begins a branch. */
type Heads<M extends string> = M extends `${infer Before}{${infer After}`
	? (Before extends `${string}${Sign}` ? never : HeadOf<After>) | Heads<After>
	: never;
type HeadOf<After extends string> = After extends `${infer Head}}${string}`
	? Head extends `${infer Name}{${string}`
		? Name
		: Head
	: never;
type NameOf<Head extends string> = Head extends `${infer Name},${string}` ? Name : Head;
type ValueOf<Head extends string> = Head extends `${string}, plural,${string}` ? number : string | number;

/** The values that a message wants: numbers to count with, words for everything else. */
export type Values<M extends string> = { readonly [Head in Heads<M> as NameOf<Head>]: ValueOf<Head> };

/** Messages as they are used: those that want to know something are functions of it. */
export type Words<T> = {
	readonly [K in keyof T]: T[K] extends string
		? [Heads<T[K]>] extends [never]
			? string
			: (values: Values<T[K]>) => string
		: Words<T[K]>;
};

/**
 * The messages of a room in the language that is spoken when they are asked for. A message is asked for where it is shown,
 * and not kept in a constant of its file.
 */
export function wordsOf<R extends keyof Catalogue>(room: R, english: Catalogue[R]): Words<Catalogue[R]> {
	return wordsIn(english, () => spoken().translation?.[room]) as Words<Catalogue[R]>;
}

function wordsIn(english: Messages, translated: () => Messages | undefined): object {
	const words = {};
	for (const [name, message] of Object.entries(english)) {
		Object.defineProperty(words, name, { enumerable: true, ...wordOf(name, message, translated) });
	}
	return words;
}

function wordOf(name: string, message: string | Messages, translated: () => Messages | undefined): PropertyDescriptor {
	if (typeof message !== 'string') return { value: wordsIn(message, () => translated()?.[name] as Messages | undefined) };
	const local = () => (translated()?.[name] as string | undefined) ?? message;
	if (!message.includes('{')) return { get: () => localDigits(local()) };
	return { value: (values: Readonly<Record<string, string | number>>) => formatMessage(local(), values) };
}

interface Reader {
	readonly format: IntlMessageFormat;
	/** The arguments that choose a form: their value must stay as it is. */
	readonly choices: ReadonlySet<string>;
	readonly wanted: ReadonlySet<string>;
}

let readers: { readonly speaking: Speaking; readonly of: Map<string, Reader> } | null = null;

/** A message with its values filled in. Words of the user keep their own direction; numbers have the reader's digits. */
export function formatMessage(message: string, values: Readonly<Record<string, string | number>>): string {
	const { format, choices } = readerFor(message);
	const shown = Object.entries(values).map(([name, value]) => [name, choices.has(name) ? value : inWords(value)]);
	return String(format.format(Object.fromEntries(shown) as Record<string, string | number>));
}

/** Says whether everything that a message wants to know is there. */
export function isWhole(message: string, values: Readonly<Record<string, unknown>>): boolean {
	return [...readerFor(message).wanted].every((name) => name in values);
}

/** How a message is read in the language that is spoken: once, as long as it is. */
function readerFor(message: string): Reader {
	const speaking = spoken();
	if (readers?.speaking !== speaking) readers = { speaking, of: new Map() };
	let reader = readers.of.get(message);
	if (!reader) readers.of.set(message, (reader = readerOf(message, speaking.locale)));
	return reader;
}

/** A message without the invisible marks that keep directions apart: what goes into the text of a program has none. */
export function withoutMarks(message: string): string {
	return message.replaceAll(/[\u061c\u200e\u200f\u2066-\u2069]/g, '');
}

/** Words with marks around them that keep their direction apart from what they stand in. */
export function isolated(words: string): string {
	// Digits alone, and words of the page's own direction, have none that could get lost.
	if (spoken().direction === 'ltr' || !/(?!\p{Script=Arabic})\p{L}/u.test(words)) return words;
	const [first] = /\p{L}/u.exec(withoutIsolated(words)) ?? [];
	const isForeign = first !== undefined && !/\p{Script=Arabic}/u.test(first);
	return `${isForeign ? '\u2068' : '\u2067'}${words}\u2069`;
}

/** Words of the page's own language in a program's text, which is always read from the left. */
export function insideOfText(words: string): string {
	return spoken().direction === 'rtl' && /\p{Script=Arabic}/u.test(words) ? `\u2067${words}\u2069` : words;
}

/** What stands in a message outside of everything that is kept apart: that decides its direction. */
function withoutIsolated(words: string): string {
	const outside = words.replaceAll(/[\u2066-\u2068][^\u2066-\u2069]*\u2069/g, '');
	return outside === words ? words : withoutIsolated(outside);
}

function inWords(value: string | number): string {
	return typeof value === 'number' ? localDigits(String(value)) : isolated(value);
}

function readerOf(message: string, locale: string): Reader {
	const format = new IntlMessageFormat(message, locale, undefined, { ignoreTag: true });
	const parts = format.getAst();
	const choices = parts.flatMap((part) => ('options' in part ? [part.value] : []));
	return { format, choices: new Set(choices), wanted: new Set(argumentsOf(parts)) };
}

type MessageParts = ReturnType<IntlMessageFormat['getAst']>;

/** The number of the library for plain words. */
const WORDS = 0;

/** What the parts of a message want to know; those in the forms of a choice too. */
export function argumentsOf(parts: MessageParts): string[] {
	return parts.flatMap((part) => {
		const own = 'value' in part && (part.type as number) !== WORDS ? [part.value] : [];
		return 'options' in part ? [...own, ...Object.values(part.options).flatMap(({ value }) => argumentsOf(value))] : own;
	});
}
