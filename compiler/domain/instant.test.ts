import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseInstant, parseLocalDateTime } from './instant.ts';

// A failure prints its seed; SEED runs it again.
fc.configureGlobal(process.env['SEED'] ? { seed: Number(process.env['SEED']) } : {});

describe('parseInstant', () => {
	const accepted: readonly (readonly [string, string])[] = [
		['2026-02-07T12:30:00+04:00', '2026-02-07T08:30:00.000Z'],
		['2026-02-07T12:30+04:00', '2026-02-07T08:30:00.000Z'],
		['2026-02-07T12:30Z', '2026-02-07T12:30:00.000Z'],
		['2026-02-07T00:15:00.5-09:30', '2026-02-07T09:45:00.500Z'],
		['2026-02-07T12:30:59.999999999Z', '2026-02-07T12:30:59.999Z'],
		['2024-02-29T23:59:59-12:00', '2024-03-01T11:59:59.000Z'],
		['1969-12-31T23:59:59.999Z', '1969-12-31T23:59:59.999Z'],
		['0001-01-01T00:00:00Z', '0001-01-01T00:00:00.000Z'],
	];
	for (const [text, utc] of accepted) {
		it(`reads ${text}`, () => {
			expect(parseInstant(text)).toBe(Date.parse(utc));
		});
	}

	const refused = [
		'2026-02-07T12:30:00',
		'2026-02-07',
		'2026-02-30T12:30:00Z',
		'2023-02-29T12:30:00Z',
		'2026-02-07T24:00:00Z',
		'2026-02-07T12:60:00Z',
		'2026-06-30T23:59:60Z',
		'2026-02-07t12:30:00z',
		'2026-02-07 12:30:00Z',
		'2026-02-07T12:30:00+0400',
		'2026-02-07T12:30:00+04',
		'2026-02-07T12:30:00+24:00',
		'2026-02-07T12:30:00+04:60',
		'2026-02-07T12:30:00.Z',
		'2026-02-07T12:30:00.1234567890Z',
		'2026-02-07T12:30:00Z[Asia/Dubai]',
		'+002026-02-07T12:30:00Z',
		'2026-02-07T12:30:00Z\n',
		'-026-02-07T12:30:00Z',
		'\uff12026-02-07T12:30:00Z',
		'2026-02-07T12:30:0\uff10Z',
		'1',
		'',
	];
	for (const text of refused) {
		it(`refuses ${JSON.stringify(text)}`, () => {
			expect(parseInstant(text)).toBeNull();
		});
	}

	it('reads every moment that JavaScript writes', () => {
		const range = { min: Date.parse('0001-01-01T00:00:00Z'), max: Date.parse('9999-12-31T23:59:59.999Z') };
		fc.assert(
			fc.property(fc.integer(range), (ms) => {
				expect(parseInstant(new Date(ms).toISOString())).toBe(ms);
			}),
			{ numRuns: 2_000 },
		);
	});
});

describe('parseLocalDateTime', () => {
	it('reads the local times of a history and nothing else', () => {
		expect(parseLocalDateTime('1997-03-04T18:05:31')).toEqual({ date: { year: 1997, month: 3, day: 4 }, minute: 1_085 });
		expect(parseLocalDateTime('1997-03-04 18:05')).toEqual({ date: { year: 1997, month: 3, day: 4 }, minute: 1_085 });
		for (const text of [
			'1997-02-29T10:00',
			'1997-03-04T24:00',
			'1997-03-04T10:60',
			'1997-03-04T10:00:60',
			'1997-03-04T10:00Z',
			'1997-03-04',
		]) {
			expect([text, parseLocalDateTime(text)]).toEqual([text, null]);
		}
	});
});
