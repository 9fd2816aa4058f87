import type { Day, Missing, Name, NumberLiteral, PriorityClause, Span, TimeLiteral, Word } from '#grammar';

/** A piece of generated text; `span` is the stretch of the program that it speaks of. */
export interface ProsePart {
	readonly text: string;
	readonly span?: Span;
}

/** What stands for a part of the program that is not written yet. */
export const HOLE = '…';

type Said = string | ProsePart | readonly ProsePart[];

/** Text with parts in it, as a template: ``says`${name} gets ${points}` ``. */
export function says(strings: TemplateStringsArray, ...values: readonly Said[]): ProsePart[] {
	const parts = strings.flatMap((text, index): readonly ProsePart[] => {
		const value = values[index] ?? [];
		return [{ text }, ...(typeof value === 'string' ? [{ text: value }] : 'text' in value ? [value] : value)];
	});
	return parts.filter(({ text }) => text !== '');
}

/** A phrase that speaks of one part of the program. */
export function part(text: string, { span }: { readonly span: Span }): ProsePart {
	return { text, span };
}

/** Phrases one after the other. */
export function joined(phrases: readonly (readonly ProsePart[])[], separator: string): ProsePart[] {
	return phrases.flatMap((phrase, index) => (index === 0 ? phrase : [{ text: separator }, ...phrase]));
}

/** Joins words as a list is spoken: `a`, `a or b`, `a, b or c`. */
export function spoken(words: readonly string[], conjunction: 'and' | 'or'): string {
	if (words.length < 2) return words[0] ?? HOLE;
	return `${words.slice(0, -1).join(', ')} ${conjunction} ${words.at(-1)}`;
}

/** Joins parts as {@link spoken} joins words. */
export function spokenParts(parts: readonly ProsePart[], conjunction: 'and' | 'or'): ProsePart[] {
	return parts.length === 0
		? [{ text: HOLE }]
		: spokenPhrases(
				parts.map((each) => [each]),
				conjunction,
			);
}

/** Joins phrases as {@link spoken} joins words. */
export function spokenPhrases(phrases: readonly (readonly ProsePart[])[], conjunction: 'and' | 'or' | 'nor'): ProsePart[] {
	return phrases.flatMap((phrase, index) => {
		if (index === 0) return phrase;
		return [{ text: index === phrases.length - 1 ? ` ${conjunction} ` : ', ' }, ...phrase];
	});
}

/** A sentence without its spans. */
export function plainText(parts: readonly ProsePart[]): string {
	return parts.map(({ text }) => text).join('');
}

/** A phrase at the beginning of a sentence. */
export function capital(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Parts at the beginning of a sentence. */
export function capitalised([first, ...others]: readonly ProsePart[]): ProsePart[] {
	return first ? [{ ...first, text: capital(first.text) }, ...others] : [];
}

/** `a` or `an` before a word, by its first letter. */
export function article(word: string): 'a' | 'an' {
	return /^[aeiou]/i.test(word) ? 'an' : 'a';
}

/** A name as it is said. */
export function nameText(name: Name | Missing): string {
	return name.kind === 'missing' ? HOLE : name.text;
}

/** A name as a part of its own. */
export function namePart(name: Name | Missing): ProsePart {
	return part(nameText(name), name);
}

/** A fixed word as it is said. */
export function wordText(word: Word | Missing): string {
	return word.kind === 'missing' ? HOLE : word.text;
}

/** A number as it is said: `1,000.50`, `5%`. */
export function numberText(number: NumberLiteral | Missing | undefined): string {
	if (!number || number.kind === 'missing') return HOLE;
	const [whole = '', decimals] = number.digits.split('.');
	const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
	return `${grouped}${decimals === undefined ? '' : `.${decimals}`}${number.percent ? '%' : ''}`;
}

/** A priority with its sign: `20`, `−5`. */
export function priorityText({ negative, value }: Pick<PriorityClause, 'negative' | 'value'>): string {
	return `${negative ? '−' : ''}${numberText(value)}`;
}

/** A number with what it counts: `1 point`, `2 points`. */
export function counted(number: NumberLiteral | Missing | undefined, one: string, several = `${one}s`): string {
	const text = numberText(number);
	return `${text} ${text === '1' ? one : several}`;
}

/** A place in a row: `1st`, `10th`. */
export function ordinal(number: NumberLiteral | Missing): string {
	const text = numberText(number);
	if (number.kind === 'missing') return text;
	const isTeen = /1\d$/.test(text);
	const ending = isTeen ? 'th' : text.endsWith('1') ? 'st' : text.endsWith('2') ? 'nd' : text.endsWith('3') ? 'rd' : 'th';
	return text + ending;
}

/** An amount of money: `50 AED`; the number alone where its currency is not known. */
export function moneyText(number: NumberLiteral | Missing, currency: string | null): string {
	return currency === null ? numberText(number) : `${numberText(number)} ${currency}`;
}

/** A time of day: `11:00`. */
export function timeText(time: TimeLiteral | Missing): string {
	if (time.kind === 'missing') return HOLE;
	const minutes = String(time.minute % 60).padStart(2, '0');
	return `${String(Math.floor(time.minute / 60)).padStart(2, '0')}:${minutes}`;
}

/** A day of the week in full, in the plural: `Mondays`. */
export function dayText(day: Day): string {
	return `${DAYS[day]}s`;
}

const DAYS: Readonly<Record<Day, string>> = {
	Mon: 'Monday',
	Tue: 'Tuesday',
	Wed: 'Wednesday',
	Thu: 'Thursday',
	Fri: 'Friday',
	Sat: 'Saturday',
	Sun: 'Sunday',
};
