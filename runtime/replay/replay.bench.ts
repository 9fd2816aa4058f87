/** What a transaction costs in a back-test, beside a plain copy of it. */
import { bench, describe } from 'vitest';
import { CAFE, catalogIndex, fingerprint, sale } from '../fixtures/cafe.ts';
import { prepareProgram } from '../prepared.ts';
import { replay } from './replay.ts';

const { runnable } = prepareProgram(CAFE, fingerprint(CAFE));
const items = Array.from({ length: 10 }, (_, index) => ({ sku: 'LATTE', quantity: 1, amount: `${index}.50` }));
const transactions = Array.from({ length: 1_000 }, (_, index) => {
	return { place: `line ${index + 1}`, wire: sale({ id: `T-${index}`, member: `M-${index % 100}`, items }) };
});

describe('a thousand transactions of ten lines', () => {
	bench('replayed', async () => {
		if (runnable) await replay({ program: runnable, catalog: catalogIndex, members: null, transactions });
	});
	bench('baseline: copied', () => {
		for (const { wire } of transactions) structuredClone(wire);
	});
});
