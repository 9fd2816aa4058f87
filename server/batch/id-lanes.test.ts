import { expect, test } from 'vitest';
import { IdLanes, NOBODY, SEVERAL } from './id-lanes.ts';

test('who met an id is remembered for each of many, whatever the ids are', () => {
	const ids = Array.from({ length: 6_000 }, (_, index) => ['', 'T-', 'é漢😀'][index % 3] + String(index * 7));
	const lanes = new IdLanes();
	expect(ids.filter((id) => lanes.get(id) !== NOBODY)).toEqual([]);
	for (const [index, id] of ids.entries()) lanes.set(id, index % 5);
	for (const [index, id] of ids.entries()) if (index % 2 === 0) lanes.set(id, SEVERAL);
	expect(ids.map((id) => lanes.get(id))).toEqual(ids.map((_, index) => (index % 2 === 0 ? SEVERAL : index % 5)));
	expect(['', 'T-', 'T-7 ', ' T-7'].map((id) => lanes.get(id))).toEqual([NOBODY, NOBODY, NOBODY, NOBODY]);
});
