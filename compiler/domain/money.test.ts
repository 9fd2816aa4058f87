import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { currencyCodes, currencyDecimals } from './currencies.ts';
import { formatMinor, formatPoints, parseMinor, parseScaled, pointsToNumber } from './money.ts';

// A failure prints its seed; SEED runs it again.
fc.configureGlobal(process.env['SEED'] ? { seed: Number(process.env['SEED']) } : {});

describe('parseMinor', () => {
	const accepted: readonly (readonly [value: string | number, decimals: number, minor: number])[] = [
		['36.00', 2, 3_600],
		['36', 2, 3_600],
		['36.5', 2, 3_650],
		['0', 0, 0],
		['0.001', 3, 1],
		['120', 0, 120],
		['10000000000.00', 2, 1_000_000_000_000],
		[36.1, 2, 3_610],
		[0.29, 2, 29],
		[1.005, 3, 1_005],
		[19.99, 2, 1_999],
		[1_000_000_000_000, 0, 1_000_000_000_000],
	];
	for (const [value, decimals, minor] of accepted) {
		it(`reads ${JSON.stringify(value)} with ${decimals} decimals as ${minor}`, () => {
			expect(parseMinor(value, decimals)).toEqual({ ok: true, minor });
		});
	}

	const refused: readonly (readonly [value: string | number, decimals: number])[] = [
		['', 2],
		['-1', 2],
		['+1', 2],
		['1e3', 2],
		['1,000', 2],
		['1_000', 2],
		['.5', 2],
		['5.', 2],
		['05', 2],
		[' 5', 2],
		['5\n', 2],
		['٥', 2],
		['\uff15', 2],
		['0x10', 2],
		['36.001', 2],
		['36.000', 2],
		['36.0', 0],
		['10000000000.01', 2],
		['9'.repeat(200_000), 2],
		[-1, 2],
		[36.001, 2],
		[1e21, 0],
		[1e-7, 6],
		[Number.NaN, 2],
		[Number.POSITIVE_INFINITY, 2],
		[0.1 + 0.2, 2],
	];
	for (const [value, decimals] of refused) {
		it(`refuses ${JSON.stringify(value).slice(0, 30)} with ${decimals} decimals`, () => {
			expect(parseMinor(value, decimals).ok).toBe(false);
		});
	}

	it('says why in words that follow the name of the field', () => {
		expect(parseMinor('x', 2)).toEqual({ ok: false, why: 'is not a plain decimal number such as 36.00' });
		expect(parseMinor('1.001', 2)).toEqual({ ok: false, why: 'has more than 2 decimals' });
		expect(parseMinor('1.5', 0)).toEqual({ ok: false, why: 'has decimals; none are allowed' });
		expect(parseScaled('2000', 1, 10_000)).toEqual({ ok: false, why: 'is more than 1000.0' });
	});

	it('reads back what formatMinor writes, as text and as a JSON number', () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 1_000_000_000_000 }), fc.integer({ min: 0, max: 4 }), (minor, decimals) => {
				const text = formatMinor(minor, decimals);
				expect(parseMinor(text, decimals)).toEqual({ ok: true, minor });
				expect(parseMinor(JSON.parse(text) as number, decimals)).toEqual({ ok: true, minor });
			}),
			{ numRuns: 2_000 },
		);
	});
});

describe('formatting', () => {
	it('writes all decimals', () => {
		expect(formatMinor(3_600, 2)).toBe('36.00');
		expect(formatMinor(5, 2)).toBe('0.05');
		expect(formatMinor(0, 0)).toBe('0');
		expect(formatMinor(-5, 3)).toBe('-0.005');
		expect(formatPoints(1_250, 2)).toBe('12.50');
	});

	it('gives points as numbers that print as the same digits', () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 999_999_999_999_999 }), fc.integer({ min: 0, max: 6 }), (units, decimals) => {
				const shortest = String(pointsToNumber(units, decimals));
				const [whole = '', behind = ''] = (
					shortest.includes('e') ? pointsToNumber(units, decimals).toFixed(decimals) : shortest
				).split('.');
				expect(BigInt(whole + behind.padEnd(decimals, '0'))).toBe(BigInt(units));
			}),
			{ numRuns: 2_000 },
		);
	});
});

describe('currencies', () => {
	it('have the decimals of ISO 4217, also where Intl follows custom', () => {
		const expected = {
			AED: 2,
			EUR: 2,
			JPY: 0,
			KRW: 0,
			VND: 0,
			ISK: 0,
			CLP: 0,
			UYI: 0,
			KWD: 3,
			IQD: 3,
			TND: 3,
			LAK: 2,
			CLF: 4,
			UYW: 4,
		};
		for (const [code, decimals] of Object.entries(expected))
			expect([code, currencyDecimals(code)]).toEqual([code, decimals]);
	});

	it('are written in capitals and never guessed', () => {
		for (const code of ['aed', 'ABC', 'XAU', 'XXX', '', '__proto__', 'constructor'])
			expect(currencyDecimals(code)).toBeNull();
	});

	it('stand in the list once each', () => {
		const codes = currencyCodes();
		expect(codes.every((code) => /^[A-Z]{3}$/.test(code))).toBe(true);
		expect(codes).toEqual([...new Set(codes)]);
		expect(codes.length).toBeGreaterThan(160);
	});
});
