/**
 * The first half of receiving a transaction: everything that can be said of it without knowing the program. What is read
 * here is also what "the same content" means when a till sends the same id twice, whatever was published in between.
 */
import { isPlainDecimal, MAX_LINES, parseInstant } from '#compiler';
import { type Fault, type FaultCode, shown } from './fault.ts';
import { FieldReader, type Fields, type Place, pointerAt } from './fields.ts';

/** The amounts of a whole transaction, by their names on the wire. */
const AMOUNT_FIELDS = ['discount', 'taxes', 'fees', 'tip', 'paidWithPoints', 'total'] as const;
/** The name of one of them. */
export type AmountField = (typeof AMOUNT_FIELDS)[number];

/** A transaction as far as it could be read. A part that is absent or was refused is null; the faults tell which. */
export interface Reading {
	readonly id: string | null;
	readonly member: string | null;
	/** Milliseconds since 1970-01-01T00:00Z. */
	readonly atMs: number | null;
	readonly store: string | null;
	readonly channel: string | null;
	readonly orderType: string | null;
	readonly currency: string | null;
	/** Null where they are missing, no list, or too many. */
	readonly items: readonly ItemReading[] | null;
	/** Plain decimal text, as it was sent. */
	readonly amounts: Readonly<Record<AmountField, string | null>>;
}

/** One line as far as it could be read. */
export interface ItemReading {
	readonly sku: string | null;
	readonly category: string | null;
	readonly subcategory: string | null;
	readonly combo: string | null;
	/** Plain decimal text, as it was sent; null where it was left out. */
	readonly quantity: string | null;
	readonly amount: string | null;
}

const TRANSACTION_FIELDS: ReadonlySet<string> = new Set([
	'id',
	'member',
	'at',
	'store',
	'channel',
	'orderType',
	'currency',
	'items',
	...AMOUNT_FIELDS,
]);
const ITEM_FIELDS: ReadonlySet<string> = new Set(['sku', 'category', 'subcategory', 'combo', 'quantity', 'amount']);

/** Reads what arrived, whatever it is. `reading` is null only where it is no object at all; `faults` holds every fault found. */
export function readTransaction(wire: unknown): { readonly reading: Reading | null; readonly faults: readonly Fault[] } {
	const reader = new FieldReader();
	const fields = reader.object(wire, null, TRANSACTION_FIELDS);
	if (!fields) return { reading: null, faults: reader.faults };
	const { id, member, at, store, channel, orderType, currency, items } = fields;
	const reading: Reading = {
		id: reader.requiredName(id, 'id', null),
		member: reader.name(member, 'member', null),
		atMs: readMoment(reader, at),
		store: reader.name(store, 'store', null),
		channel: reader.name(channel, 'channel', null),
		orderType: reader.name(orderType, 'orderType', null),
		currency: reader.name(currency, 'currency', null),
		items: readItems(reader, items),
		amounts: readAmounts(reader, fields),
	};
	return { reading, faults: reader.faults };
}

function readMoment(reader: FieldReader, value: unknown): number | null {
	const text = reader.requiredName(value, 'at', null);
	if (text === null) return null;
	const atMs = parseInstant(text);
	if (atMs === null) {
		const example = 'Send a date that exists, a time and an offset, such as 2026-02-07T12:30:00+04:00.';
		reader.fault('/at', 'not-a-moment', `${shown(text)} is not a moment. ${example}`);
	}
	return atMs;
}

function readAmounts(reader: FieldReader, fields: Fields): Reading['amounts'] {
	const { discount, taxes, fees, tip, paidWithPoints, total } = fields;
	const amount = (value: unknown, name: AmountField) => readDecimal(reader, value, name, null, AMOUNT);
	return {
		discount: amount(discount, 'discount'),
		taxes: amount(taxes, 'taxes'),
		fees: amount(fees, 'fees'),
		tip: amount(tip, 'tip'),
		paidWithPoints: amount(paidWithPoints, 'paidWithPoints'),
		total: amount(total, 'total'),
	};
}

function readItems(reader: FieldReader, value: unknown): ItemReading[] | null {
	if (value === undefined) {
		reader.fault('/items', 'missing', '`items` is missing. Send the list of lines; an empty one is allowed.');
		return null;
	}
	if (!Array.isArray(value)) {
		reader.fault('/items', 'not-a-list', `\`items\` must be a list of lines; found ${shown(value)}.`);
		return null;
	}
	if (value.length > MAX_LINES) {
		reader.fault('/items', 'too-many-items', `The transaction has ${value.length} lines; at most ${MAX_LINES} are allowed.`);
		return null;
	}
	return value.map((item: unknown, index) => readItem(reader, item, index));
}

const NO_ITEM: ItemReading = {
	sku: null,
	category: null,
	subcategory: null,
	combo: null,
	quantity: null,
	amount: null,
};

function readItem(reader: FieldReader, item: unknown, index: number): ItemReading {
	const fields = reader.object(item, index, ITEM_FIELDS);
	if (!fields) return NO_ITEM;
	const { sku, category, subcategory, combo, quantity, amount } = fields;
	if (amount === undefined) {
		const message = 'The line has no `amount`. Send what it costs in all, such as "36.00".';
		reader.fault(pointerAt(index, 'amount'), 'missing', message);
	}
	return {
		sku: reader.requiredName(sku, 'sku', index),
		category: reader.name(category, 'category', index),
		subcategory: reader.name(subcategory, 'subcategory', index),
		combo: reader.name(combo, 'combo', index),
		quantity: readDecimal(reader, quantity, 'quantity', index, QUANTITY),
		amount: readDecimal(reader, amount, 'amount', index, AMOUNT),
	};
}

interface DecimalKind {
	readonly noun: string;
	readonly malformed: FaultCode;
	readonly negative: FaultCode;
	readonly example: string;
}
const AMOUNT: DecimalKind = {
	noun: 'an amount',
	malformed: 'not-an-amount',
	negative: 'negative-amount',
	example: 'Send plain digits with a decimal point, such as "36.00".',
};
const QUANTITY: DecimalKind = {
	noun: 'a quantity',
	malformed: 'not-a-quantity',
	negative: 'negative-quantity',
	example: 'Send plain digits, such as 2 or "0.750".',
};

/** The plain decimal text in a field `name`; null where it is absent, and null with a fault where it has another form. */
function readDecimal(reader: FieldReader, value: unknown, name: string, place: Place, kind: DecimalKind): string | null {
	if (value === undefined) return null;
	if (typeof value !== 'string' && typeof value !== 'number') {
		const message = `Expected ${kind.noun} here; found ${shown(value)}. ${kind.example}`;
		reader.fault(pointerAt(place, name), 'wrong-type', message);
		return null;
	}
	// The shortest decimal text of a JSON number is what its sender wrote: 36.1 is 36.1, not the double next to it.
	const text = String(value);
	if (isPlainDecimal(text)) return text;
	const { code, why } = faultOfDecimal(text, typeof value === 'number', kind);
	reader.fault(pointerAt(place, name), code, `${shown(text)} ${why}`);
	return null;
}

function faultOfDecimal(text: string, isNumber: boolean, kind: DecimalKind): { code: FaultCode; why: string } {
	if (text.startsWith('-')) return { code: kind.negative, why: 'is negative; only 0 and more are allowed here.' };
	// JSON numbers come with an exponent only where they are huge or tiny.
	if (isNumber && text.includes('e-')) return { code: 'too-many-decimals', why: 'has too many decimals. Round it.' };
	if (isNumber && /e\+|Infinity/.test(text)) return { code: 'too-large', why: `is too large for ${kind.noun}.` };
	return { code: kind.malformed, why: `is not ${kind.noun}. ${kind.example}` };
}
