import { describe, expect, it } from 'vitest';
import type { Problem } from '#grammar';
import { countSeverities, problemFrom, problemsIn } from './problems.ts';

const at = (start: number, end = start + 2, severity: Problem['severity'] = 'error'): Problem => ({
	code: 'no-effect',
	severity,
	span: { start, end },
	parts: {},
	message: `at ${start}`,
});

describe('problems', () => {
	it('lie in the stretch they share a character with; empty ones at both its ends', () => {
		const inside = (problem: Problem) => problemsIn({ start: 10, end: 20 }, [problem]).length === 1;
		expect([at(8, 10), at(8, 11), at(19, 25), at(20, 22), at(10, 10), at(20, 20), at(21, 21)].map(inside)).toEqual([
			false,
			true,
			true,
			false,
			true,
			true,
			false,
		]);
	});

	it('are counted by severity', () => {
		expect(countSeverities([at(1), at(2, 3, 'warning'), at(4)])).toEqual({ errors: 2, warnings: 1 });
	});

	it('are walked in the order of the text, round its end, both ways', () => {
		const problems = [at(30), at(10), at(20)];
		const walk = (from: number, direction: 1 | -1) => problemFrom(problems, from, direction)?.span.start;
		expect([walk(-1, 1), walk(10, 1), walk(20, 1), walk(30, 1)]).toEqual([10, 20, 30, 10]);
		expect([walk(-1, -1), walk(10, -1), walk(30, -1)]).toEqual([30, 30, 20]);
		expect(problemFrom([], 0, 1)).toBeNull();
	});
});
