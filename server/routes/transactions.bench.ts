/** What recording one transaction of ten lines costs, over HTTP and into SQLite, beside hashing and parsing its body alone. */
import { bench, describe } from 'vitest';
import { openCafeServer, sale } from '../fixtures/test-server.ts';
import { sha256 } from '../sha256.ts';

const items = Array.from({ length: 10 }, () => ({ sku: 'LATTE', quantity: 1, amount: '18.00' }));
const body = (number: number) => JSON.stringify(sale({ id: `T-${number}`, store: 'dxb-mall', items }));

const server = await openCafeServer();

describe('one transaction of ten lines', () => {
	let number = 0;
	const post = async (text: string) => {
		const headers = { 'content-type': 'application/json' };
		const response = await server.app.request('/v1/programs/cafe/transactions', { method: 'POST', headers, body: text });
		if (!response.ok) throw new Error(await response.text());
	};

	bench('baseline: parsed and hashed, 32 at a time', () => {
		for (let index = 0; index < 32; index++) sha256(JSON.stringify(JSON.parse(body(number++))));
	});
	bench('recorded, 32 at a time', async () => {
		await Promise.all(Array.from({ length: 32 }, () => post(body(number++))));
	});
	bench(
		'replayed, 32 at a time',
		async () => {
			await Promise.all(Array.from({ length: 32 }, () => post(body(0))));
		},
		{
			// The last of them; hooks of the suite are not called while benchmarks run.
			teardown: (_, mode) => {
				if (mode === 'run') server.close();
			},
		},
	);
});
