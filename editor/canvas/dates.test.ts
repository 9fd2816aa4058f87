import { describe, expect, it } from 'vitest';
import { dateOfEpochDay, epochDay, parseIsoDate } from '#compiler';
import { parse } from '#grammar';
import { withoutMarks } from '../messages/message.ts';
import { arabic, english, saidIn } from '../messages/testing/speaking.ts';
import { hijriDates, hijriDay, hijriMonth, readDate } from './dates.ts';
import { dateWords } from './words.ts';

const day = (iso: string) => parseIsoDate(iso) ?? { year: 0, month: 0, day: 0 };

describe('a typed day', () => {
	it.each([
		'2026-02-07',
		'7/2/2026',
		'07.02.2026',
		'7-2-2026',
		'7 Feb 2026',
		'7 february 2026',
		' 7 Feb. 2026 ',
		'٧/٢/٢٠٢٦',
	])('is read from %j', (typed) => {
		expect(readDate(typed)).toEqual({ year: 2026, month: 2, day: 7 });
	});

	it.each(['', '7', '7 Fe 2026', '30 Feb 2026', '31/4/2026', '7/2', '7/13/2026', '7 2 26', 'Feb 7 2026', '2026-02-30'])(
		'is not guessed from %j',
		(typed) => {
			expect(readDate(typed)).toBeNull();
		},
	);

	it.each([
		['English', english],
		['Arabic', arabic],
		['Arabic of Lebanon', { ...arabic, locale: 'ar-LB' }],
		['Arabic of Algeria', { ...arabic, locale: 'ar-DZ' }],
	])('is read as it is shown: %s', (_, speaking) => {
		const first = epochDay(day('2024-01-01'));
		const days = Array.from({ length: 53 }, (_unused, week) => dateOfEpochDay(first + 7 * week));
		const read = saidIn(speaking, () => days.map((date) => readDate(dateWords(date))));
		expect(read).toEqual(days);
	});
});

describe('a day by the Umm al-Qura calendar', () => {
	// As the authorities of Saudi Arabia published them in advance.
	it.each([
		['2024-03-11', '١ رمضان ١٤٤٥ هـ'],
		['2024-04-10', '١ شوال ١٤٤٥ هـ'],
		['2024-06-16', '١٠ ذو الحجة ١٤٤٥ هـ'],
		['2024-07-07', '١ محرم ١٤٤٦ هـ'],
		['2025-03-01', '١ رمضان ١٤٤٦ هـ'],
		['2025-03-30', '١ شوال ١٤٤٦ هـ'],
		['2025-06-06', '١٠ ذو الحجة ١٤٤٦ هـ'],
		['2025-06-26', '١ محرم ١٤٤٧ هـ'],
		['2026-02-18', '١ رمضان ١٤٤٧ هـ'],
	])('is for %s %s', (iso, hijri) => {
		expect(saidIn(arabic, () => hijriDay(day(iso)))).toBe(hijri.replace(' هـ', '\u00a0هـ'));
	});

	it('is said to readers of Arabic alone, and not of years that no table knows', () => {
		expect(hijriDay(day('2026-02-18'))).toBeNull();
		expect(saidIn(arabic, () => [hijriDay(day('1882-06-01')), hijriDay(day('2174-06-01'))])).toEqual([null, null]);
		expect(saidIn(arabic, () => hijriMonth(day('2026-02-18')))).toContain('رمضان');
	});

	it('is said of both ends of a rule', () => {
		const [rule] = parse('rule "R" { active from 2026-02-18 until 2026-03-19 20:00 }').document.declarations;
		const [active] = rule?.kind === 'rule' ? rule.clauses : [];
		const ends = active?.kind === 'active' ? [active.from, active.until] : [];
		const [from, until] = ends.map((end) => (end?.kind === 'moment' ? end : null));
		const said = (...both: Parameters<typeof hijriDates>) => withoutMarks(saidIn(arabic, () => hijriDates(...both)) ?? '');
		expect(said(from ?? null, until ?? null)).toMatch(/^١ رمضان ١٤٤٧\sهـ – ٣٠ رمضان ١٤٤٧\sهـ$/);
		expect(said(null, until ?? null)).toMatch(/^حتى ٣٠ رمضان/);
		expect(saidIn(arabic, () => hijriDates(null, null))).toBeNull();
		expect(hijriDates(from ?? null, until ?? null)).toBeNull();
	});
});
