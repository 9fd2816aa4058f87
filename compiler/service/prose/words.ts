import type { Day, Missing, Name, NumberLiteral, Span, TimeLiteral } from '#grammar';

/** A piece of generated text; `span` is the stretch of the program that it speaks of. */
export interface ProsePart {
	readonly text: string;
	readonly span?: Span;
}

/** What stands for a part of the program that is not written yet. */
export const HOLE = '…';

/** Joins words as a list is spoken: `a`, `a or b`, `a, b or c`. */
export function spoken(words: readonly string[], conjunction: 'and' | 'or'): string {
	if (words.length < 2) return words[0] ?? HOLE;
	return `${words.slice(0, -1).join(', ')} ${conjunction} ${words.at(-1)}`;
}

/** Joins parts as {@link spoken} joins words. */
export function spokenParts(parts: readonly ProsePart[], conjunction: 'and' | 'or'): ProsePart[] {
	if (parts.length === 0) return [{ text: HOLE }];
	return parts.flatMap((part, index) => {
		if (index === 0) return [part];
		return [{ text: index === parts.length - 1 ? ` ${conjunction} ` : ', ' }, part];
	});
}

/** A phrase at the beginning of a sentence. */
export function capital(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A name as it is said. */
export function nameText(name: Name | Missing): string {
	return name.kind === 'missing' ? HOLE : name.text;
}

/** A number as it is said: `1,000.50`, `5%`. */
export function numberText(number: NumberLiteral | Missing | undefined): string {
	if (!number || number.kind === 'missing') return HOLE;
	const [whole = '', decimals] = number.digits.split('.');
	const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
	return `${grouped}${decimals === undefined ? '' : `.${decimals}`}${number.percent ? '%' : ''}`;
}

/** A number with what it counts: `1 point`, `2 points`. */
export function counted(number: NumberLiteral | Missing | undefined, one: string, several = `${one}s`): string {
	const text = numberText(number);
	return `${text} ${text === '1' ? one : several}`;
}

/** An amount of money: `50 AED`; the number alone where the program does not say its currency. */
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
