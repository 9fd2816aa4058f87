import type { Fraction } from '#compiler';
import { localDigits } from '../messages/digits.ts';
import { groupDigits } from './words.ts';

/** The most decimals that an exact number is written with; longer ones are cut and marked as about. */
const MOST_DECIMALS = 4;

/** An exact fraction for people: `138`, `207.5`, and `≈ 33.3333` where decimals would not end. Nothing is rounded up. */
export function rationalWords({ numerator, denominator }: Fraction): string {
	const over = BigInt(numerator);
	const under = BigInt(denominator);
	const size = over < 0n ? -over : over;
	const scaled = (size * 10n ** BigInt(MOST_DECIMALS)) / under;
	const exact = (size * 10n ** BigInt(MOST_DECIMALS)) % under === 0n;
	const digits = String(scaled).padStart(MOST_DECIMALS + 1, '0');
	const whole = digits.slice(0, -MOST_DECIMALS);
	const behind = digits.slice(-MOST_DECIMALS).replace(/0+$/, '');
	return `${exact ? '' : '≈ '}${localDigits(`${over < 0n ? '−' : ''}${groupDigits(behind ? `${whole}.${behind}` : whole)}`)}`;
}
