import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { catalogIndex, CAFE, NOW_MS, planOf, sale } from './fixtures/cafe.ts';
import { EMPTY_CATALOG } from './catalog.ts';
import { type Received, receiveTransaction } from './receive.ts';

const plan = planOf(CAFE);
const receiving = { plan, catalog: catalogIndex, nowMs: NOW_MS };
const receive = (wire: unknown): Received => receiveTransaction(wire, receiving);

function faultsOf(wire: unknown): string[] {
	const received = receive(wire);
	return received.ok ? [] : received.faults.map(({ path, code }) => `${path} ${code}`);
}

function messageOf(wire: unknown): string {
	const received = receive(wire);
	return received.ok ? '' : (received.faults[0]?.message ?? '');
}

describe('a transaction without faults', () => {
	test('comes in whole minor units, with what the catalogue knows', () => {
		const received = receive({
			id: 'T-1',
			member: 'M-1',
			at: '2026-02-07T12:30:00+04:00',
			store: 'dxb-mall',
			channel: 'app',
			orderType: 'dine_in',
			currency: 'AED',
			discount: '1.00',
			taxes: 5,
			fees: '0',
			tip: 10.5,
			paidWithPoints: '2.5',
			total: '50.50',
			items: [
				{ sku: 'LATTE', quantity: 2, amount: '36.00' },
				{ sku: 'LATTE', category: 'Gifts', subcategory: 'Cards', combo: 'Set', quantity: '0.125', amount: 0 },
				{ sku: 'UNKNOWN', amount: '0.00' },
			],
		});
		expect(received).toEqual({
			ok: true,
			transaction: {
				event: 'purchase',
				attributes: {},
				id: 'T-1',
				member: 'M-1',
				atMs: Date.parse('2026-02-07T08:30:00Z'),
				store: 'dxb-mall',
				chain: 'Mall',
				channel: 'app',
				orderType: 'dine_in',
				discountMinor: 100,
				taxesMinor: 500,
				feesMinor: 0,
				tipMinor: 1050,
				paidWithPointsMinor: 250,
				lines: [
					{
						sku: 'LATTE',
						category: 'Drinks',
						subcategory: 'Espresso',
						combo: null,
						quantityThousandths: 2000,
						amountMinor: 3600,
					},
					{
						sku: 'LATTE',
						category: 'Gifts',
						subcategory: 'Cards',
						combo: 'Set',
						quantityThousandths: 125,
						amountMinor: 0,
					},
					{
						sku: 'UNKNOWN',
						category: null,
						subcategory: null,
						combo: null,
						quantityThousandths: 1000,
						amountMinor: 0,
					},
				],
			},
		});
	});

	test('may have no lines, no member, no place', () => {
		expect(receive({ id: 'T', at: '2026-02-07T08:30:00Z', items: [] })).toMatchObject({
			ok: true,
			transaction: { member: null, store: null, chain: null, channel: null, orderType: null, lines: [] },
		});
	});

	test('names of object members are names like any other', () => {
		const hostile = {
			id: '__proto__',
			member: 'constructor',
			store: '__proto__',
			items: [{ sku: 'constructor', amount: '1' }],
		};
		expect(receive(sale(hostile))).toMatchObject({
			ok: true,
			transaction: { id: '__proto__', store: '__proto__', chain: null, lines: [{ category: 'Drinks' }] },
		});
		expect(faultsOf(sale({ store: 'toString' }))).toEqual(['/store unknown-store']);
		expect(faultsOf(JSON.parse('{"id":"T","at":"2026-02-07T08:30:00Z","items":[],"__proto__":{"total":"1"}}'))).toEqual([
			'/__proto__ unknown-field',
		]);
	});

	test('only fields of its own are its fields', () => {
		expect(faultsOf(Object.create(sale()))).toEqual(['/id missing', '/at missing', '/items missing']);
		class Sale {
			readonly id = 'T';
			readonly at = '2026-02-07T08:30:00Z';
			readonly items = [Object.create({ sku: 'LATTE', amount: 1 })];
			get tip() {
				return 1;
			}
		}
		expect(faultsOf(new Sale())).toEqual(['/items/0/amount missing', '/items/0/sku missing']);
	});

	test('store, channel and order type are free where nothing lists them', () => {
		const free = planOf('program "P" { currency AED timezone "Asia/Dubai" } rule "R" { earn 1 }');
		const wire = sale({ store: 'anywhere', channel: 'fax', orderType: 'smoke' });
		expect(receiveTransaction(wire, { plan: free, catalog: EMPTY_CATALOG, nowMs: null }).ok).toBe(true);
	});
});

describe('one fault', () => {
	const cases: readonly (readonly [string, unknown, string])[] = [
		['no object', 'T-1', ' not-an-object'],
		['a list', [], ' not-an-object'],
		['nothing', null, ' not-an-object'],
		['no id', sale({ id: undefined }), '/id missing'],
		['an empty id', sale({ id: '  ' }), '/id empty-text'],
		['a long id', sale({ id: 'x'.repeat(129) }), '/id too-long'],
		['half a character', sale({ id: 'T\uD800' }), '/id ill-formed-text'],
		['a line break', sale({ id: 'T\n1' }), '/id control-character'],
		['a NUL', sale({ member: 'M\u0000' }), '/member control-character'],
		['a number for an id', sale({ id: 7 }), '/id wrong-type'],
		['null for a store', sale({ store: null }), '/store wrong-type'],
		['an unknown field', { ...sale(), chanel: 'app' }, '/chanel unknown-field'],
		['a field with a slash', { ...sale(), 'a/b~c': 1 }, '/a~1b~0c unknown-field'],
		['30 February', sale({ at: '2026-02-30T12:00:00+04:00' }), '/at not-a-moment'],
		['no offset', sale({ at: '2026-02-07T12:00:00' }), '/at not-a-moment'],
		['a leap second', sale({ at: '2016-12-31T23:59:60Z' }), '/at not-a-moment'],
		['a date only', sale({ at: '2026-02-07' }), '/at not-a-moment'],
		['a day and a second ahead', sale({ at: '2026-02-08T09:00:01Z' }), '/at too-far-ahead'],
		['an unknown channel', sale({ channel: 'ap' }), '/channel unknown-channel'],
		['an unknown order type', sale({ orderType: 'delivery' }), '/orderType unknown-order-type'],
		['an unknown store', sale({ store: 'dxb-mal' }), '/store unknown-store'],
		['another currency', sale({ currency: 'USD' }), '/currency unknown-currency'],
		['no items', sale({ items: undefined }), '/items missing'],
		['items that are no list', sale({ items: {} }), '/items not-a-list'],
		[
			'1,001 lines',
			sale({ items: Array.from({ length: 1001 }, () => ({ sku: 'A', amount: '1' })) }),
			'/items too-many-items',
		],
		['a line that is no object', sale({ items: ['A'] }), '/items/0 not-an-object'],
		['a line without sku', sale({ items: [{ amount: '1' }] }), '/items/0/sku missing'],
		['a line without amount', sale({ items: [{ sku: 'A' }] }), '/items/0/amount missing'],
		['a negative amount', sale({ items: [{ sku: 'A', amount: '-1.00' }] }), '/items/0/amount negative-amount'],
		['a negative number', sale({ tip: -0.5 }), '/tip negative-amount'],
		['three decimals', sale({ tip: '1.000' }), '/tip too-many-decimals'],
		['a fraction of doubles', sale({ tip: 0.1 + 0.2 }), '/tip too-many-decimals'],
		['a tiny number', sale({ tip: 1e-9 }), '/tip too-many-decimals'],
		['a comma', sale({ tip: '1,00' }), '/tip not-an-amount'],
		['an exponent', sale({ tip: '1e3' }), '/tip not-an-amount'],
		['full-width digits', sale({ tip: '１' }), '/tip not-an-amount'],
		['a million digits', sale({ tip: '1'.repeat(1_000_000) }), '/tip not-an-amount'],
		['10^12 minor units and one', sale({ tip: '10000000000.01' }), '/tip too-large'],
		['a huge number', sale({ tip: 1e300 }), '/tip too-large'],
		['1e400', sale({ tip: JSON.parse('1e400') }), '/tip too-large'],
		['a flag for an amount', sale({ tip: true }), '/tip wrong-type'],
		[
			'a quantity of four decimals',
			sale({ items: [{ sku: 'A', quantity: 0.1234, amount: 1 }] }),
			'/items/0/quantity too-many-decimals',
		],
		['a negative quantity', sale({ items: [{ sku: 'A', quantity: -1, amount: 1 }] }), '/items/0/quantity negative-quantity'],
		[
			'a word for a quantity',
			sale({ items: [{ sku: 'A', quantity: 'two', amount: 1 }] }),
			'/items/0/quantity not-a-quantity',
		],
		['a discount above the items', sale({ discount: '20.01' }), '/discount discount-above-items'],
		['points above the total', sale({ paidWithPoints: '20.01' }), '/paidWithPoints points-above-total'],
		['a wrong total', sale({ total: '19.99' }), '/total wrong-total'],
	];
	test.each(cases)('%s', (_, wire, expected) => {
		expect(faultsOf(wire)).toEqual([expected]);
	});

	test('exactly a day ahead and exactly 10^12 are allowed', () => {
		expect(faultsOf(sale({ at: '2026-02-08T09:00:00Z', tip: '10000000000.00' }))).toEqual([]);
	});
});

test('every fault is listed at once', () => {
	const wire = {
		id: '',
		at: 'yesterday',
		channel: 'apps',
		currency: 'AUD',
		tip: -1,
		total: 3,
		extra: 1,
		items: [{ sku: 'A', amount: '1.001' }, { amount: 'x' }],
	};
	expect(faultsOf(wire)).toEqual([
		'/extra unknown-field',
		'/id empty-text',
		'/at not-a-moment',
		'/items/1/sku missing',
		'/items/1/amount not-an-amount',
		'/tip negative-amount',
		'/currency unknown-currency',
		'/channel unknown-channel',
		'/items/0/amount too-many-decimals',
	]);
	// The sums are wrong as well, whatever the id is.
	expect(faultsOf(sale({ id: '', total: '1.00' }))).toEqual(['/id empty-text', '/total wrong-total']);
});

test('messages say what was found, what was expected, and what to do', () => {
	expect(messageOf(sale({ channel: 'ap' }))).toBe('`ap` is not a channel of this program. Did you mean `app`?');
	expect(messageOf(sale({ orderType: 'delivery' }))).toBe(
		'`delivery` is not an order type of this program. Expected one of `dine_in`, `pickup`.',
	);
	expect(messageOf(sale({ total: '25.00', taxes: '1.00', discount: '2.00' }))).toBe(
		'The total of 25.00 is not the sum: items 20.00 − discount 2.00 + taxes 1.00 + fees 0.00 + tip 0.00 = 19.00. ' +
			'Correct the total or its parts, or leave it out.',
	);
	expect(messageOf(sale({ tip: '1.234' }))).toBe(
		'`1.234` is too precise: an amount in AED has at most 2 decimals. Round it.',
	);
	expect(messageOf({ ...sale(), chanel: 'app' })).toBe('There is no field `chanel`. Did you mean `channel`?');
});

test('a body of nothing but faults is answered quickly and shortly', () => {
	const wire = { ...sale(), ...Object.fromEntries(Array.from({ length: 100_000 }, (_, index) => [`f${index}`, 1])) };
	const attempt = () => {
		const start = performance.now();
		expect(faultsOf(wire)).toHaveLength(1_000);
		return performance.now() - start;
	};
	// The machine may be busy with something else; of ten attempts one shows what the work itself takes.
	let leastMs = attempt();
	for (let attempts = 1; attempts < 10 && leastMs > 1_000; attempts++) leastMs = Math.min(leastMs, attempt());
	expect(leastMs).toBeLessThan(1_000);
});

const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31));

test('whatever arrives, the answer is a transaction or a list of faults', () => {
	const fields = ['id', 'member', 'at', 'store', 'channel', 'orderType', 'currency', 'items', 'discount', 'taxes', 'total'];
	const anything = fc.oneof(
		fc.jsonValue(),
		fc.dictionary(fc.constantFrom(...fields, '__proto__'), fc.jsonValue()),
		fc.record({
			id: fc.string({ unit: 'binary' }),
			at: fc.oneof(fc.constant('2026-02-07T08:30:00Z'), fc.string()),
			items: fc.array(fc.record({ sku: fc.string(), amount: fc.oneof(fc.float(), fc.string(), fc.nat()) })),
			total: fc.oneof(fc.float(), fc.string()),
		}),
	);
	fc.assert(
		fc.property(anything, (wire) => {
			const received = receive(wire);
			const faults = received.ok ? [] : received.faults;
			const numbers = received.ok
				? received.transaction.lines.flatMap(({ amountMinor, quantityThousandths }) => [amountMinor, quantityThousandths])
				: [];
			expect(received.ok).toBe(faults.length === 0);
			expect(faults.filter(({ message }) => /\p{Cc}/u.test(message))).toEqual([]);
			expect(numbers.filter((number) => !Number.isSafeInteger(number) || number < 0)).toEqual([]);
		}),
		{ seed, numRuns: 3_000 },
	);
});

test('an amount sent as text and as a number is the same amount', () => {
	fc.assert(
		fc.property(fc.integer({ min: 0, max: 999_999_999_999 }), (minor) => {
			const text = `${Math.floor(minor / 100)}.${String(minor % 100).padStart(2, '0')}`;
			const received = [text, Number(text)].map((tip) => receive(sale({ tip })));
			for (const one of received) expect(one).toMatchObject({ ok: true, transaction: { tipMinor: minor } });
		}),
		{ seed, numRuns: 3_000 },
	);
});
