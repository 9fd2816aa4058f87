/** Decimal digits within a text. Dates, moments and amounts are read with these: every transaction brings dozens of them. */

const ZERO = 48;

/** What {@link numberAt} answers where no number stands: below every number that is meant. */
export const NO_NUMBER = -1;

/** The number that ASCII digits make from one place to before another; {@link NO_NUMBER} where anything else stands there. */
export function numberAt(text: string, from: number, end: number): number {
	let number = 0;
	for (let at = from; at < end; at++) {
		const digit = text.charCodeAt(at) - ZERO;
		if (!(digit >= 0 && digit <= 9)) return NO_NUMBER;
		number = number * 10 + digit;
	}
	return number;
}

/** The first place from another on at which no digit stands. */
export function endOfDigits(text: string, from: number): number {
	let at = from;
	while (isDigit(text.charCodeAt(at))) at++;
	return at;
}

function isDigit(sign: number): boolean {
	return sign >= ZERO && sign <= ZERO + 9;
}
