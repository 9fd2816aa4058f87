/** Names, texts and numbers as a program writes them. */
import type { DateLiteral, NumberLiteral, TimeLiteral } from './ast.ts';
import { isKeyword } from './keywords.ts';
import { groupDigits } from './literals.ts';
import type { Plain } from './plain.ts';

/** A name as it is written: bare where it can be, otherwise in quotes. */
export function printName(text: string): string {
	const isBare = /^[\p{L}_][\p{L}\p{M}\p{N}_]*$/u.test(text) && !isKeyword(text);
	return isBare ? text : printText(text);
}

/** A text in quotes. A text has no line breaks in this language, they become spaces. */
export function printText(text: string): string {
	return `"${text.replace(/\r\n|[\r\n]/g, ' ').replace(/["\\]/g, '\\$&')}"`;
}

/** A number with its digits in groups of three: `1_000.5`. */
export function printNumber({ digits, percent }: Plain<NumberLiteral>): string {
	const [integer = '', decimals] = digits.split('.');
	return groupDigits(integer) + (decimals === undefined ? '' : `.${decimals}`) + (percent ? '%' : '');
}

/** A date as year, month and day: `2026-02-07`. */
export function printDate({ year, month, day }: Plain<DateLiteral>): string {
	return [String(year).padStart(4, '0'), twoDigits(month), twoDigits(day)].join('-');
}

/** A time of day: `09:30`. */
export function printTime({ minute }: Plain<TimeLiteral>): string {
	return `${twoDigits(Math.floor(minute / 60))}:${twoDigits(minute % 60)}`;
}

function twoDigits(value: number): string {
	return String(value).padStart(2, '0');
}
