import { counts } from './en/counts.ts';
import { localDigits } from './digits.ts';
import { wordsOf } from './message.ts';

const words = wordsOf('counts', counts);

/** `1 error`, `2 errors`. */
export const countErrors = (count: number): string => words.errors({ count });

/** `1 warning`, `2 warnings`. */
export const countWarnings = (count: number): string => words.warnings({ count });

/** `1 member`, `2 members`. */
export const countMembers = (count: number): string => words.members({ count });

/** `1 point`, `207.5 points`; the digits are those that were given, to the last one. */
export const countPoints = (digits: string): string => words.points({ count: countOf(digits), shown: localDigits(digits) });

/** `1 day`, `1,000 days`. */
export const countDays = (digits: string): string => words.days({ count: countOf(digits), shown: localDigits(digits) });

/** What chooses the plural form of exact digits: grammar looks at the last three digits of a whole number at most. */
export function countOf(digits: string): number {
	const [whole = '', decimals] = digits.replaceAll(',', '').split('.');
	const count = Number(whole.length > 9 ? `1${whole.slice(-3)}` : whole);
	return decimals === undefined || /^0*$/.test(decimals) ? count : count + 0.5;
}
