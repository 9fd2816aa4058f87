import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import { translation } from './ar/index.ts';
import { countErrors, countPoints } from './counted.ts';
import { localDigits } from './digits.ts';
import { panels } from './en/panels.ts';
import { rules } from './en/rules.ts';
import { argumentsOf as argumentsIn, isolated, type Messages, withoutMarks, wordsOf } from './message.ts';
import { arabic, english, saidIn } from './testing/speaking.ts';

type Parts = ReturnType<IntlMessageFormat['getAst']>;

const rooms = namesIn('en');
const englishRooms = await Promise.all(
	rooms.map(async (room) => [room, ((await import(`./en/${room}.ts`)) as Record<string, Messages>)[room] ?? {}] as const),
);
const pairs = englishRooms.flatMap(([room, messages]) =>
	flat(messages).map(([name, message]) => ({
		name: `${room}.${name}`,
		message,
		arabic: flat((translation as unknown as Record<string, Messages>)[room] ?? {}).find(([other]) => other === name)?.[1],
	})),
);

describe('the messages', () => {
	it('are of the same rooms in every language', () => {
		expect(
			namesIn('ar').filter(
				(room) =>
					!['index', 'phrases', 'problems', 'prose', 'proving', 'reading', 'reasons', 'refusals', 'service'].includes(room),
			),
		).toEqual(rooms);
		expect(Object.keys(translation).toSorted()).toEqual(
			[...rooms, 'phrases', 'problems', 'prose', 'reasons', 'refusals', 'service'].toSorted(),
		);
		expect(pairs.length).toBeGreaterThan(200);
	});

	it('want to know the same in both languages, and leave none of it out', () => {
		const differing = pairs.flatMap(({ name, message, arabic: other }) => {
			const [wanted, used] = [argumentsOf(message), argumentsOf(other ?? '')];
			return JSON.stringify(wanted) === JSON.stringify(used) ? [] : [`${name} wants ${wanted.join(', ')}`];
		});
		expect(differing).toEqual([]);
	});

	it('have in Arabic every form that Arabic has', () => {
		const lacking = pairs.flatMap(({ name, arabic: message = '' }) =>
			pluralsOf(message).flatMap((forms) => {
				const missing = ['zero', 'one', 'two', 'few', 'many', 'other'].filter((form) => !forms.includes(form));
				return missing.length === 0 ? [] : [`${name} lacks ${missing.join(', ')}`];
			}),
		);
		expect(lacking).toEqual([]);
	});

	it('are translated: no Arabic one is the English one', () => {
		const same = pairs.filter(
			({ message, arabic: other }) => message === other && /[a-z]{2}/i.test(message.replaceAll(/\{\w+\}/g, '')),
		);
		expect(same.map(({ name }) => name)).toEqual([]);
	});

	it('quote nothing with the sign that the syntax takes for its own', () => {
		expect(pairs.filter(({ message, arabic: other }) => `${message}${other}`.includes("'")).map(({ name }) => name)).toEqual(
			[],
		);
	});
});

describe('what is said', () => {
	const words = wordsOf('panels', panels);

	it('is English at first, to the letter', () => {
		expect(words.saved({ time: '14:03' })).toBe('Saved 14:03');
		expect([0, 1, 2, 1_240].map(countErrors)).toEqual(['0 errors', '1 error', '2 errors', '1,240 errors']);
		expect(['1', '1.5', '1,240', '0'].map(countPoints)).toEqual(['1 point', '1.5 points', '1,240 points', '0 points']);
	});

	it('takes the Arabic forms of counting', () => {
		const said = saidIn(arabic, () => ['0', '1', '2', '3', '11', '100', '102', '1,003', '2.5'].map(countPoints));
		expect(said).toEqual([
			'لا نقاط',
			'نقطة واحدة',
			'نقطتان',
			'٣ نقاط',
			'١١ نقطة',
			'١٠٠ نقطة',
			'١٠٢ نقطة',
			'١٬٠٠٣ نقاط',
			'٢٫٥ نقطة',
		]);
	});

	it('keeps the words of a user in their own direction, and numbers in the digits of the locale', () => {
		expect(saidIn(arabic, () => words.conflictDetail({ revision: 12, time: '14:03' }))).toContain('١٢');
		const undone = saidIn(arabic, () => words.undid({ label: 'Add tier' }));
		expect(undone).toBe('تم التراجع: \u2068Add tier\u2069');
		expect(withoutMarks(undone)).toBe('تم التراجع: Add tier');
	});

	it.each([
		['Gold', '\u2068Gold\u2069'],
		['الأحد', 'الأحد'],
		['\u2068Drinks\u2069 أو \u2068Retail\u2069', '\u2067\u2068Drinks\u2069 أو \u2068Retail\u2069\u2069'],
		['١ – ٣١', '١ – ٣١'],
	])('sets %s apart only where its direction could get lost', (said, apart) => {
		expect(saidIn(arabic, () => isolated(said))).toBe(apart);
		expect(isolated(said)).toBe(said);
	});

	it('leaves the digits of a key alone, and writes those of a sentence in the locale’s', () => {
		const rule = wordsOf('rules', rules);
		expect(saidIn(arabic, () => rule.columns.points)).toBe('النقاط، ٧ أيام');
		expect(saidIn(arabic, () => localDigits('F8 100 Ctrl+2'))).toBe('F8 ١٠٠ Ctrl+٢');
	});

	it.each([
		['9007199254740993.000001', '٩٠٠٧١٩٩٢٥٤٧٤٠٩٩٣٫٠٠٠٠٠١'],
		['12,480.5', '١٢٬٤٨٠٫٥'],
		['AED 64.00', 'AED ٦٤٫٠٠'],
		['10%', '١٠%'],
	])('shows %s to the last digit', (ascii, local) => {
		expect(saidIn(arabic, () => localDigits(ascii))).toBe(local);
		expect(saidIn(english, () => localDigits(ascii))).toBe(ascii);
	});

	it('keeps a sign before its digits', () => {
		expect(saidIn(arabic, () => localDigits('−5'))).toMatch(/^\u2066.*٥\u2069$/u);
	});
});

/** A room of many messages has a folder of its own beside its file. */
function namesIn(language: string): string[] {
	const files = readdirSync(join(import.meta.dirname, language));
	return [...new Set(files.map((file) => file.replace(/\.ts$/, '')))].toSorted();
}

function flat(messages: Messages, prefix = ''): [string, string][] {
	return Object.entries(messages).flatMap(([name, message]) =>
		typeof message === 'string' ? [[`${prefix}${name}`, message] as [string, string]] : flat(message, `${prefix}${name}.`),
	);
}

function partsOf(message: string): Parts {
	return new IntlMessageFormat(message, 'en', undefined, { ignoreTag: true }).getAst();
}

/** What a message wants to know. Each form of a count may leave the digits of the count out: `two` says them itself. */
function argumentsOf(message: string): string[] {
	return [...new Set(argumentsIn(partsOf(message)))].toSorted();
}

function pluralsOf(message: string): string[][] {
	return partsOf(message).flatMap((part) =>
		'options' in part && (part.type as number) === 6 ? [Object.keys(part.options)] : [],
	);
}
