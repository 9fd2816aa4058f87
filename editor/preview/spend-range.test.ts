import { describe, expect, it } from 'vitest';
import type { PlanCondition, PlanTest } from '#compiler';
import { failingRanges } from './spend-range.ts';

describe('failingRanges', () => {
	const span = { start: 0, end: 0 };
	const spend = (test: PlanTest): PlanCondition => ({ kind: 'spend', span, filter: 0, test });
	const above = (numerator: string) => spend({ operator: '>', value: { numerator, denominator: '1' } });

	it('are exact, also between two minor amounts', () => {
		const value = { numerator: '10001', denominator: '2' };
		const ranges = (test: PlanTest) => failingRanges([spend(test)], 0);
		expect(ranges({ operator: '>=', value })).toEqual([{ from: 0, to: 5000 }]);
		expect(ranges({ operator: '=', value })).toEqual([{ from: 0, to: null }]);
		expect(ranges({ operator: '!=', value: { numerator: '7', denominator: '1' } })).toEqual([{ from: 7, to: 7 }]);
	});

	it('follow groups, and take what asks for something else to hold', () => {
		const open: PlanCondition = { kind: 'channel', span, negated: false, names: ['app'] };
		const group = (kind: 'any' | 'all' | 'not', conditions: readonly PlanCondition[]) =>
			failingRanges([{ kind, span, conditions }], 0);
		expect(group('all', [above('5'), above('9'), open])).toEqual([{ from: 0, to: 9 }]);
		expect(group('any', [above('5'), above('9')])).toEqual([{ from: 0, to: 5 }]);
		expect(group('any', [above('5'), open])).toEqual([]);
		expect(group('not', [above('5'), open])).toEqual([{ from: 6, to: null }]);
		expect(group('not', [{ kind: 'not', span, conditions: [above('5')] }])).toEqual([{ from: 0, to: 5 }]);
	});
});
