/** Values as they are written: what each says, or what is wrong with it. */
import type { IToken } from 'chevrotain';
import { problem } from './diagnostics/catalogue.ts';
import { phrase } from './diagnostics/phrases.ts';
import { fixOf, type Problem, type QuickFix } from './diagnostics/problem.ts';
import { nameFaults } from './scripts.ts';
import { BareName, codePoint, NumberText, spanOf, Stray, UnclosedText } from './tokens.ts';

/** The most digits of a number, decimals included. */
export const mostDigits = 15;
/** The most decimals of a number. */
export const mostDecimals = 6;

/** Either a value or the problem that keeps it from being one. */
export type Read<T> = { readonly value: T } | { readonly problem: Problem };

function instead(token: IToken, text: string): { fix: QuickFix } {
	const says = text === '' ? phrase('Remove it') : phrase('write as it is', { text });
	return { fix: fixOf(says, [{ span: spanOf(token), text }]) };
}

/** A word or sign as messages quote it: long ones are cut. */
export function quoteShort(text: string): string {
	return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}

const digitZeros = [0x660, 0x6f0, 0x966, 0xff10];

/** The same number in the digits 0 to 9, where its own digits are of a common script. */
function toAsciiDigits(image: string): string | undefined {
	const text = Array.from(image, (character) => {
		const code = character.codePointAt(0) ?? 0;
		const zero = digitZeros.find((zero) => zero <= code && code < zero + 10);
		return zero === undefined ? character : String(code - zero);
	});
	const ascii = text.join('').replace('٫', '.');
	return isNumber(ascii) ? ascii : undefined;
}

function isNumber(image: string): boolean {
	return /^(?:\d+|\d{1,3}(?:_\d{3})+)(?:\.\d+)?$/.test(image);
}

function withoutComma(image: string): string {
	const isGrouped = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(image);
	return isGrouped ? image.replaceAll(',', '_') : image.replace(',', '.').replaceAll(',', '');
}

/** The nearest thing to what is written that is a number; `undefined` where there is none. */
function repaired(image: string): string | undefined {
	const [integer = '', decimals = ''] = image.replaceAll('_', '').split('.');
	const text = groupDigits(integer === '' ? '0' : integer) + (decimals === '' ? '' : `.${decimals}`);
	return isNumber(text) ? text : undefined;
}

/** Digits in groups of three: `1000` gives `1_000`. */
export function groupDigits(integer: string): string {
	return integer.replace(/\B(?=(?:\d{3})+$)/g, '_');
}

/** The digits of a number without group marks. */
export function readNumber(token: IToken): Read<string> {
	const { image } = token;
	const found = quoteShort(image);
	const span = spanOf(token);
	// A bound on the work, not on the language: nothing longer is a number anyway.
	if (image.length > 64) return { problem: tooLong(token) };
	if (/[^\d_.,]/.test(image)) {
		const ascii = toAsciiDigits(image);
		return { problem: problem('foreign-digits', span, { found, instead: ascii }, ascii ? instead(token, ascii) : {}) };
	}
	if (image.includes(',')) {
		const text = withoutComma(image);
		return { problem: problem('comma-in-number', span, { found, instead: text }, instead(token, text)) };
	}
	if (!isNumber(image)) {
		const text = repaired(image);
		return { problem: problem('number-form', span, { found, instead: text }, text ? instead(token, text) : {}) };
	}
	const digits = image.replaceAll('_', '');
	const [integer = '', decimals = ''] = digits.split('.');
	const isLong = decimals.length > mostDecimals || integer.replace(/^0+/, '').length + decimals.length > mostDigits;
	return isLong ? { problem: tooLong(token) } : { value: digits };
}

function tooLong(token: IToken): Problem {
	const found = quoteShort(token.image);
	return problem('number-too-long', spanOf(token), { found, digits: mostDigits, decimals: mostDecimals });
}

/** A day of the calendar; `month` from 1, `day` from 1. */
export interface DayOfCalendar {
	readonly year: number;
	readonly month: number;
	readonly day: number;
}

/** The number of days of a month (from 1) in the Gregorian calendar. */
function daysInMonth(year: number, month: number): number {
	if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
	return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** The day that a date names; a day that does not exist is a problem. */
export function readDate(token: IToken): Read<DayOfCalendar> {
	const [year = 0, month = 0, day = 0] = token.image.split('-').map(Number);
	const isReal = year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
	return isReal
		? { value: { year, month, day } }
		: { problem: problem('impossible-date', spanOf(token), { found: token.image }) };
}

/** The minutes from midnight of a time, up to 1440 for `24:00`. */
export function readTime(token: IToken): Read<number> {
	const [hours = '', minutes = ''] = token.image.split(':');
	const minute = Number(hours) * 60 + Number(minutes);
	const isReal = hours.length <= 2 && minutes.length === 2 && Number(minutes) < 60 && minute <= 1440;
	return isReal
		? { value: minute }
		: { problem: problem('impossible-time', spanOf(token), { found: quoteShort(token.image) }) };
}

/** A colour as written. */
export function readColor(token: IToken): Read<string> {
	return /^#[0-9A-Fa-f]{6}$/.test(token.image)
		? { value: token.image }
		: { problem: problem('color-form', spanOf(token), { found: quoteShort(token.image) }) };
}

/** The text between two quotes with its escapes undone, and the escapes that mean nothing. */
export function readQuoted(token: IToken): { text: string; problems: Problem[] } {
	const problems: Problem[] = [];
	const text = token.image.slice(1, -1).replace(/\\([^])/gu, (escape: string, character: string, offset: number) => {
		if (character !== '"' && character !== '\\') {
			const start = token.startOffset + 1 + offset;
			problems.push(problem('unknown-escape', { start, end: start + escape.length }, { found: escape }));
		}
		return character;
	});
	return { text, problems };
}

const lookAlikes: Readonly<Record<string, string>> = {
	'“': '"',
	'”': '"',
	'„': '"',
	'«': '"',
	'»': '"',
	"'": '"',
	'‘': '"',
	'’': '"',
	'×': '*',
	'÷': '/',
	'−': '-',
	'–': '-',
	'≥': '>=',
	'≤': '<=',
	'≠': '!=',
	'،': ',',
	'，': ',',
};

/** What is wrong with a word or sign wherever it stands, if anything. */
export function faultOf(token: IToken): Problem | undefined {
	const span = spanOf(token);
	if (token.tokenType === UnclosedText) return problem('unclosed-text', span, { found: quoteShort(token.image) });
	if (token.tokenType === Stray) {
		const replacement = lookAlikes[token.image];
		const isVisible = /^[\p{L}\p{N}\p{P}\p{S}]$/u.test(token.image);
		const found = isVisible ? token.image : codePoint(token.image);
		return problem('stray-character', span, { found, instead: replacement }, instead(token, replacement ?? ''));
	}
	if (token.tokenType === BareName) return nameFaults(token)[0];
	if (token.tokenType !== NumberText) return undefined;
	const read = readNumber(token);
	return 'problem' in read ? read.problem : undefined;
}
