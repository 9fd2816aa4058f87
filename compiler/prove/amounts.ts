/** The numbers of a test as whole units, exactly. */
import type { Missing, NumberLiteral, TestFact } from '#grammar';

/** A whole number of units of 10^-`decimals`; null where the number has more decimals, or is none. */
export function unitsOf(number: TestFact['value'] | undefined, decimals: number): bigint | null {
	return number?.kind === 'number' ? rescaled(scaledOf(number), decimals) : null;
}

/** The product of two numbers in units of 10^-`decimals`; null where it has more decimals, or where one of them is missing. */
export function productOf(a: NumberLiteral | Missing, b: NumberLiteral | Missing, decimals: number): bigint | null {
	if (a.kind === 'missing' || b.kind === 'missing') return null;
	const [first, second] = [scaledOf(a), scaledOf(b)];
	return rescaled({ digits: first.digits * second.digits, decimals: first.decimals + second.decimals }, decimals);
}

/** Digits as a whole number, and how many of them are behind the point. */
interface Scaled {
	readonly digits: bigint;
	readonly decimals: number;
}

function scaledOf({ digits }: NumberLiteral): Scaled {
	const [whole = '', behind = ''] = digits.split('.');
	return { digits: BigInt(whole + behind), decimals: behind.length };
}

function rescaled({ digits, decimals }: Scaled, wanted: number): bigint | null {
	if (decimals <= wanted) return digits * 10n ** BigInt(wanted - decimals);
	const divisor = 10n ** BigInt(decimals - wanted);
	return digits % divisor === 0n ? digits / divisor : null;
}
