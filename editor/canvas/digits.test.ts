import { describe, expect, it } from 'vitest';
import { readDigits, readTime, stepDigits } from './digits.ts';

describe('readDigits', () => {
	it.each([
		['50', 2, '50'],
		[' 1,000 ', 0, '1000'],
		['1_000.50', 2, '1000.50'],
		['007', 0, '7'],
		['0', 0, '0'],
		['12.', 2, '12'],
		['١٢٬٤٨٠٫٥', 2, '12480.5'],
		['۷', 0, '7'],
	])('reads %s with %i decimals as %s', (typed, decimals, digits) => {
		expect(readDigits(typed, decimals)).toBe(digits);
	});

	it.each([
		['', 2],
		['1,5', 2],
		['1.234', 2],
		['-3', 2],
		['1e3', 2],
		['1234567890123456', 0],
	])('refuses %s', (typed, decimals) => {
		expect(readDigits(typed, decimals)).toBeNull();
	});
});

describe('stepDigits', () => {
	it.each([
		['50', 1, '51'],
		['12.50', 10, '22.50'],
		['0.1', 1, '1.1'],
		['0.05', -1, '0'],
		['9007199254740993', 1, '9007199254740994'],
	])('steps %s by %i to %s', (digits, units, expected) => {
		expect(stepDigits(digits, units)).toBe(expected);
	});
});

describe('readTime', () => {
	it.each([
		['9', 540],
		['09:30', 570],
		['930', 570],
		['1815', 1095],
		['18', 1080],
		['24:00', 1440],
		['0', 0],
	])('reads %s as minute %i', (typed, minute) => {
		expect(readTime(typed)).toBe(minute);
	});

	it.each(['', '25', '24:01', '9:75', 'noon', '12345'])('refuses %s', (typed) => {
		expect(readTime(typed)).toBeNull();
	});
});
