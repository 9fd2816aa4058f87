import { describe, expect, it } from 'vitest';
import { compile } from '#compiler';
import { idOf, programText } from './new-program.ts';

describe('a new program', () => {
	it.each([
		['Bluebird Café', 'bluebird-cafe'],
		['  Points & More 2026! ', 'points-more-2026'],
		['مقهى', 'program'],
		['x'.repeat(100), 'x'.repeat(60)],
	])('called %j has the id %s', (name, id) => {
		expect(idOf(name)).toBe(id);
	});

	it.each(['Bluebird Café', 'He said "hi" \\ bye', 'مقهى'])('called %j can be published as it is', (name) => {
		const { problems, plan } = compile(programText(name, 'KWD', 'Asia/Kuwait'));
		expect(problems).toEqual([]);
		expect(plan?.program).toMatchObject({ name, currency: 'KWD', timezone: 'Asia/Kuwait' });
	});
});
