import { expect, test } from 'vitest';
import type { ReplayResult } from '#runtime';
import { packResults, unpackResults } from './packed-results.ts';

test('results come out of their numbers as they went in', () => {
	const refused = (place: string): ReplayResult => {
		return { kind: 'refused', place, id: null, faults: [{ path: '', code: 'unreadable', message: 'No.' }] };
	};
	const evaluated = (change: Partial<ReplayResult & { readonly kind: 'evaluated' }>): ReplayResult => {
		return { kind: 'evaluated', tier: null, totalUnits: 0, awards: [], isFirstEarning: false, ...change };
	};
	const results: ReplayResult[] = [
		evaluated({}),
		refused('line 2'),
		{ kind: 'without-member' },
		evaluated({
			tier: 'Gold',
			totalUnits: Number.MAX_SAFE_INTEGER,
			awards: [
				[0, 7],
				[3, Number.MAX_SAFE_INTEGER],
			],
		}),
		evaluated({ tier: '', isFirstEarning: true, awards: [[1, 0]] }),
		refused('line 6'),
		evaluated({ tier: 'Gold', awards: [[0, 1]] }),
	];
	expect(unpackResults(structuredClone(packResults(results)))).toEqual(results);
	expect(unpackResults(packResults([]))).toEqual([]);
});
