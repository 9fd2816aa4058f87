import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile } from '#compiler';
import { DocumentController } from './controller.ts';
import { programReader } from './reader.ts';

const program = `program "P" { currency AED timezone "Asia/Dubai" channels app, web }
filter "Food" = items in category "Food"
rule "Lunch" { when { channel is app } earn "Food" * 2 }
rule "Over" { active until 2026-02-07 earn 1 }
`;
/** The seed of an earlier run, where one is given. */
const seed = import.meta.env['SEED'];
const nowMs = Date.UTC(2026, 1, 7, 8);
const today = { year: 2026, month: 2, day: 7 };

function open(text: string) {
	return new DocumentController({ text, read: programReader(null, () => nowMs), now: () => 0, defer: () => () => {} });
}

describe('a reader of programs', () => {
	it('says of each text what a compilation of that text says, whatever it read before', () => {
		const keys = fc.array(
			fc.tuple(fc.nat(), fc.nat(3), fc.constantFrom('a', ' ', '\n', '"', '{', '}', '1', '\nrule "X" { }')),
			{
				maxLength: 12,
			},
		);
		fc.assert(
			fc.property(keys, (plan) => {
				const document = open(program);
				for (const [from, length, text] of plan) {
					const size = document.state().text.length;
					const start = from % (size + 1);
					const span = { start, end: Math.min(start + length, size) };
					document.apply([{ span, text }], { label: 'Typing', origin: 'text' });
				}
				const { text, reading } = document.current();
				const compiled = compile(text, { catalog: null, today });
				expect(reading.source).toBe(text);
				expect(reading.problems).toEqual(compiled.problems);
				expect(reading.document).toEqual(compiled.document);
				expect(reading.plan).toEqual(compiled.plan);
			}),
			seed ? { seed: Number(seed) } : {},
		);
	});

	it('goes on from what it read before: rules that did not move are the objects that they were', () => {
		const read = programReader(null, () => nowMs);
		const before = read(`${program}rule "Broken" { earn }\n`);
		const after = read(`${program}rule "Broken" { earn }\nrule "New" { earn 2 }\n`);
		expect(after.document.declarations.slice(0, 5)).toEqual(before.document.declarations);
		expect(after.document.declarations[2]).toBe(before.document.declarations[2]);
		expect(read(after.source)).toBe(after);
	});

	it('goes on from what another reader has read, against its own catalogue', () => {
		const text = `${program}rule "Shops" { when { store is "dxb" } earn 1 }\n`;
		const before = programReader(null, () => nowMs)(text);
		const catalog = { stores: [{ id: 'auh', name: 'Abu Dhabi', chain: null, city: null }], items: [] };
		const after = programReader(catalog, () => nowMs, before)(text);
		expect(after.reading).toBe(before.reading);
		expect(after.problems).not.toEqual(before.problems);
		expect(after.problems).toEqual(compile(text, { catalog, today }).problems);
	});

	it('follows the day of the program’s own timezone, also when that changes', () => {
		let atMs = nowMs;
		const read = programReader(null, () => atMs);
		const codes = (text: string) => read(text).problems.map(({ code }) => code);
		expect(codes(program)).not.toContain('dates-over');
		atMs = Date.UTC(2026, 1, 7, 20, 30);
		expect(codes(program)).toContain('dates-over');
		expect(codes(program.replace('Asia/Dubai', 'Europe/London'))).not.toContain('dates-over');
	});
});
