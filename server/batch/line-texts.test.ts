import { describe, expect, test } from 'vitest';
import { whoOf } from './line-texts.ts';

const SEED = Number(process.env['SEED'] ?? Date.now() % 1_000_000_007);

/** Who a line is about that stands among others. */
function who(line: string) {
	const bytes = Buffer.from(`{"id":"before"}\n${line}\n,"memberId":"after"}`);
	const begin = bytes.indexOf('\n') + 1;
	return whoOf(bytes, begin, begin + Buffer.byteLength(line));
}

describe('who a line is about', () => {
	test.each([
		['{"id":"A","memberId":"M"}', 'A', 'M'],
		['{ "memberId" : "M", "x": {"id": "no"}, "id": "A" }', 'A', 'M'],
		['{"id":"A","id":"B"}', 'B', null],
		['{"x":["id","B"],"id":7}', null, null],
		['{"x":"id","memberId":"id"}', null, 'id'],
		['{"note":"\\"id\\":\\"B\\"","id":"A"}', 'A', null],
		['{"note":"{","id":"A"}', 'A', null],
		['{"note":{"id":"B","memberId":"X"}}', null, null],
		['[{"id":"A"}]', null, null],
		['{"id":"\\u0041"}', 'A', null],
		['{"\\u0069d":"A"}', 'A', null],
		['{"id":"","memberId":"é 漢 😀"}', '', 'é 漢 😀'],
		['{"id":"A', null, null],
		['{"id":', null, null],
		['{"id"', null, null],
		['{"a":{},"b":[],"id":"A"}', 'A', null],
		['', null, null],
	])('of %s', (line, id, member) => {
		expect(who(line)).toEqual({ id, member });
	});

	test(`is who JSON says it is about, whatever stands in it (SEED=${SEED})`, () => {
		let state = SEED;
		const below = (most: number) => {
			state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
			return Math.floor((state / 2 ** 32) * most);
		};
		const one = (values: readonly string[]) => values[below(values.length)] ?? '';
		const KEYS = ['id', 'memberId', 'note', 'ID', '{', '"id"', 'ü'];
		const value = (depth: number): unknown => {
			const kind = below(depth > 2 ? 3 : 5);
			if (kind < 2) return one([...KEYS, 'A-1', 'M-7', '', '"memberId":"X"', '[', '\\']);
			return kind === 2
				? below(9)
				: kind === 3
					? Array.from({ length: below(3) }, () => value(depth + 1))
					: object(depth + 1);
		};
		const object = (depth: number) =>
			Object.fromEntries(Array.from({ length: below(5) }, () => [one(KEYS), value(depth)] as const));
		let found = 0;
		for (let index = 0; index < 6_000; index++) {
			const record: Record<string, unknown> = object(0);
			const line = JSON.stringify(record, null, below(2) === 0 ? 0 : 1).replaceAll('\n', ' ');
			const textOf = (field: string) => (typeof record[field] === 'string' ? record[field] : null);
			expect({ line, ...who(line) }).toEqual({ line, id: textOf('id'), member: textOf('memberId') });
			if (textOf('id') !== null) found += 1;
		}
		expect(found).toBeGreaterThan(300);
	});
});
