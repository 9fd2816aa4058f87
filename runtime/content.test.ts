import { expect, test } from 'vitest';
import { contentOf } from './content.ts';
import { sale } from './fixtures/cafe.ts';
import { readTransaction } from './reading.ts';

function content(change: Parameters<typeof sale>[0]): string {
	const { reading } = readTransaction(sale(change));
	if (!reading) throw new Error('No reading');
	return contentOf(reading);
}

test.each([
	['amounts compare by value', { tip: '5.0' }, { tip: '5.00' }],
	['text and number', { tip: '5.50' }, { tip: 5.5 }],
	['zero', { tip: '0' }, { tip: '0.00' }],
	['whole tens stay tens', { tip: '10' }, { tip: '10.00' }],
	[
		'quantities',
		{ items: [{ sku: 'A', quantity: '2.000', amount: 1 }] },
		{ items: [{ sku: 'A', quantity: 2, amount: '1.0' }] },
	],
	['moments with other offsets', { at: '2026-02-07T12:30:00+04:00' }, { at: '2026-02-07T08:30:00.000Z' }],
	['the order of fields', { tip: 1, taxes: 2 }, { taxes: 2, tip: 1 }],
])('the same content: %s', (_, one, other) => {
	expect(content(one)).toBe(content(other));
});

test.each([
	['another amount', { tip: '5.01' }, { tip: '5.00' }],
	['ten is not one', { tip: '10' }, { tip: '1' }],
	['another member', { member: 'M-2' }, {}],
	['no member', { member: undefined }, {}],
	['a field that was left out', { tip: '0.00' }, {}],
	[
		'a category that was left out',
		{ items: [{ sku: 'A', category: 'X', amount: 1 }] },
		{ items: [{ sku: 'A', amount: 1 }] },
	],
	[
		'lines in another order',
		{
			items: [
				{ sku: 'A', amount: 1 },
				{ sku: 'B', amount: 1 },
			],
		},
		{
			items: [
				{ sku: 'B', amount: 1 },
				{ sku: 'A', amount: 1 },
			],
		},
	],
	['a second later', { at: '2026-02-07T12:30:01+04:00' }, { at: '2026-02-07T12:30:00+04:00' }],
])('another content: %s', (_, one, other) => {
	expect(content(one)).not.toBe(content(other));
});
