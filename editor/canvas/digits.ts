import { asciiDigits } from '../messages/digits.ts';

/** A number as people type it, read as plain digits: group marks and spaces fall away, `,5` is not guessed. Null where it is none. */
export function readDigits(typed: string, decimals: number): string | null {
	const plain = asciiDigits(typed)
		.trim()
		.replace(/(?<=\d)[,_\u00a0\u202f ](?=\d{3}(?:\D|$))/g, '');
	const match = /^(\d{1,15})(?:\.(\d*))?$/.exec(plain);
	if (!match) return null;
	const whole = (match[1] as string).replace(/^0+(?=\d)/, '');
	const behind = match[2] ?? '';
	if (behind.length > decimals) return null;
	return behind === '' ? whole : `${whole}.${behind}`;
}

/** Digits changed by whole units, never below 0: `stepDigits('12.5', -2)` is `10.5`. */
export function stepDigits(digits: string, units: number): string {
	const [whole = '0', behind = ''] = digits.split('.');
	const scale = 10n ** BigInt(behind.length);
	const stepped = BigInt(whole + behind) + BigInt(units) * scale;
	if (stepped <= 0n) return '0';
	const text = String(stepped).padStart(behind.length + 1, '0');
	const split = text.length - behind.length;
	return behind === '' ? text : `${text.slice(0, split)}.${text.slice(split)}`;
}

/** A time as people type it, in minutes: `9`, `930`, `9:30`, `24:00`. Null where it is none. */
export function readTime(typed: string): number | null {
	const match = /^(\d{1,2}?)(?::?(\d{2}))?$/.exec(asciiDigits(typed).trim());
	if (!match) return null;
	const hours = Number(match[1]);
	const minutes = Number(match[2] ?? '0');
	if (minutes > 59 || hours > 24 || (hours === 24 && minutes > 0)) return null;
	return hours * 60 + minutes;
}
