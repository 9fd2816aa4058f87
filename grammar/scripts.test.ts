import { describe, expect, it } from 'vitest';
import { applyEdits } from './edit.ts';
import { parse } from './parse.ts';

/** What is said of a name, and the text when every repair is made. */
function said(name: string) {
	const text = `segment "${name}"`;
	const { problems } = parse(text);
	const mended = applyEdits(
		text,
		problems.flatMap(({ fix }) => fix?.edits ?? []),
	);
	return { codes: problems.map(({ code }) => code), mended: mended.slice('segment "'.length, -1) };
}

describe('a name', () => {
	it.each([
		'Café',
		'Кафе',
		'مقهى 2',
		'Ελλάδα',
		'ქართული',
		'Кафе Bluebird',
		'Bluebird-Кафе',
		'東京Tokyoカフェ',
		'ラーメン大盛り',
		'서울Seoul漢',
		'ㄅㄆㄇ漢Han',
		'नमस्ते',
		'50μ',
		'x²',
		'★ Gold ★',
	])('%s has letters that go together', (name) => {
		expect(said(name).codes).toEqual([]);
	});

	it.each([
		['Gоld', 'Gold'],
		['Ρaul', 'Paul'],
		['ΡΑUL', 'ΡΑUL'],
		['Ωmega', 'Ωmega'],
		['Кафe', 'Кафe'],
		['հello', 'hello'],
		['カフェо', 'カフェо'],
		['ㄅひ', 'ㄅひ'],
		['Goldא', 'Goldא'],
	])('%s has letters that only look alike; it becomes %s', (name, mended) => {
		expect(said(name)).toEqual({ codes: ['mixed-scripts'], mended });
	});

	it('is written in a script of its own, however rare', () => {
		expect(said('𐎀𐎁').codes).toEqual([]);
		expect(parse('segment "a𐎀"').problems[0]?.message).toBe(
			'`a𐎀` is written in Latin letters, but its `𐎀` (U+10380) is of another script: two names can look the same.',
		);
	});

	it.each(['Go\u200Bld', 'Go\u00ADld', 'Go\uFEFFld', 'Go\u2060ld', 'Go\u200Cld', 'Go\u200Dld', 'Go\u3164ld', 'Go\u034Fld'])(
		'%j has something in it that nobody sees',
		(name) => {
			const { codes, mended } = said(name);
			expect(codes).toContain('invisible-character');
			expect(mended).toBe('Gold');
		},
	);

	it.each(['می\u200Cخواهم', 'क्\u200Dष', '👩\u200D🍳', '☕\uFE0F', 'श्री'])('%j needs what nobody sees', (name) => {
		expect(said(name).codes).toEqual([]);
	});
});

describe('what is no name', () => {
	it.each(['rule "R" { about "Gоld and Go\u200Bld" }', 'segment Staff // Gоld and Go\u200Bld'])(
		'%j is not looked at',
		(text) => {
			expect(parse(text).problems).toEqual([]);
		},
	);

	it('is said where a word of the language is written with other letters', () => {
		const { problems } = parse('rule "R" {\n\tеarn 5\n\twhen { сhannel is app }\n}');
		expect(problems.map(({ code, fix }) => [code, fix?.title])).toEqual([
			['mixed-scripts', 'Write the Latin `e`'],
			['mixed-scripts', 'Write the Latin `c`'],
		]);
	});
});
