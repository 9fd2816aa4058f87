import { spoken } from './language.ts';

interface Signs {
	readonly locale: string;
	/** What stands for each of the ASCII signs of a number. */
	readonly of: Readonly<Record<string, string>>;
}

let signs: Signs | null = null;

/**
 * Digits and signs as the reader's locale writes them: `12,480.5` becomes `١٢٬٤٨٠٫٥` in Egypt. Only the signs change, so
 * that no amount passes through a floating point number on its way to the screen.
 */
export function localDigits(ascii: string): string {
	const { locale, language } = spoken();
	if (language === 'en') return ascii;
	if (signs?.locale !== locale) signs = { locale, of: signsOf(locale) };
	const { of } = signs;
	// A sign before digits would be carried to their other side by the text around it.
	// The digits of a key, such as F8, belong to its name.
	return ascii.replaceAll(/(?<![A-Za-z\d])[-−+]?\d[\d,.]*/g, (number) => {
		const local = number.replaceAll(/[-−+\d,.]/g, (sign) => of[sign] ?? sign);
		return /^[-−+]/.test(number) ? `\u2066${local}\u2069` : local;
	});
}

/** The digits of a sentence; what stands in backticks is of a program, and stays. */
export function digitsOfSentence(sentence: string): string {
	// A full stop or a comma behind a number is not of it.
	return sentence
		.split(/(`[^`]*`|[.,](?!\d))/)
		.map((piece) => (piece.startsWith('`') ? piece : localDigits(piece)))
		.join('');
}

function signsOf(locale: string): Readonly<Record<string, string>> {
	const digits = new Intl.NumberFormat(locale, { useGrouping: false });
	const part = (type: Intl.NumberFormatPartTypes) =>
		new Intl.NumberFormat(locale, { useGrouping: true }).formatToParts(-123_456.5).find((each) => each.type === type)?.value;
	const minus = part('minusSign') ?? '-';
	return {
		...Object.fromEntries(Array.from({ length: 10 }, (_, digit) => [String(digit), digits.format(digit)])),
		',': part('group') ?? ',',
		'.': part('decimal') ?? '.',
		'-': minus,
		'−': minus,
	};
}

/** What somebody types with Arabic or Persian digits and marks, in those of a program: `١٢٫٥` becomes `12.5`. */
export function asciiDigits(typed: string): string {
	return typed
		.replaceAll(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 0xf))
		.replaceAll('٫', '.')
		.replaceAll('٬', ',');
}
