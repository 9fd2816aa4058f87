/**
 * The first half of receiving a transaction: everything that can be said of it without knowing the program. What is read
 * here is also what "the same content" means when a till sends the same id twice, whatever was published in between.
 */
import { MAX_LINES, parseInstant } from '#compiler';
import { type Fault, type FaultCode, pointer, shown } from './fault.ts';
import { FieldReader, type Fields } from './fields.ts';

/** The amounts of a whole transaction, by their names on the wire. */
export const AMOUNT_FIELDS = ['discount', 'taxes', 'fees', 'tip', 'paidWithPoints', 'total'] as const;
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
	readonly amounts: ReadonlyMap<AmountField, string>;
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
	const fields = reader.object(wire, '', TRANSACTION_FIELDS);
	if (!fields) return { reading: null, faults: reader.faults };
	const reading: Reading = {
		id: reader.requiredName(fields, 'id', ''),
		member: reader.name(fields, 'member', ''),
		atMs: readMoment(reader, fields),
		store: reader.name(fields, 'store', ''),
		channel: reader.name(fields, 'channel', ''),
		orderType: reader.name(fields, 'orderType', ''),
		currency: reader.name(fields, 'currency', ''),
		items: readItems(reader, fields),
		amounts: readAmounts(reader, fields),
	};
	return { reading, faults: reader.faults };
}

function readMoment(reader: FieldReader, fields: Fields): number | null {
	const text = reader.requiredName(fields, 'at', '');
	if (text === null) return null;
	const atMs = parseInstant(text);
	if (atMs === null) {
		const example = 'Send a date that exists, a time and an offset, such as 2026-02-07T12:30:00+04:00.';
		reader.fault('/at', 'not-a-moment', `${shown(text)} is not a moment. ${example}`);
	}
	return atMs;
}

function readAmounts(reader: FieldReader, fields: Fields): Map<AmountField, string> {
	const amounts = new Map<AmountField, string>();
	for (const name of AMOUNT_FIELDS) {
		const text = readDecimal(reader, fields.get(name), pointer(name), AMOUNT);
		if (text !== null) amounts.set(name, text);
	}
	return amounts;
}

function readItems(reader: FieldReader, fields: Fields): ItemReading[] | null {
	const value = fields.get('items');
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
	return value.map((item: unknown, index) => readItem(reader, item, pointer('items', index)));
}

const NO_FIELDS: Fields = new Map();

function readItem(reader: FieldReader, item: unknown, path: string): ItemReading {
	const fields = reader.object(item, path, ITEM_FIELDS);
	if (fields && !fields.has('amount')) {
		reader.fault(`${path}/amount`, 'missing', 'The line has no `amount`. Send what it costs in all, such as "36.00".');
	}
	return {
		sku: fields && reader.requiredName(fields, 'sku', path),
		category: reader.name(fields ?? NO_FIELDS, 'category', path),
		subcategory: reader.name(fields ?? NO_FIELDS, 'subcategory', path),
		combo: reader.name(fields ?? NO_FIELDS, 'combo', path),
		quantity: readDecimal(reader, fields?.get('quantity'), `${path}/quantity`, QUANTITY),
		amount: readDecimal(reader, fields?.get('amount'), `${path}/amount`, AMOUNT),
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

const PLAIN_DECIMAL = /^(?:0|[1-9][0-9]*)(?:\.[0-9]+)?$/;
const LONGEST_DECIMAL = 64;

/** Plain decimal text; null where it is absent, and null with a fault where it has another form. */
function readDecimal(reader: FieldReader, value: unknown, path: string, kind: DecimalKind): string | null {
	if (value === undefined) return null;
	if (typeof value !== 'string' && typeof value !== 'number') {
		reader.fault(path, 'wrong-type', `Expected ${kind.noun} here; found ${shown(value)}. ${kind.example}`);
		return null;
	}
	// The shortest decimal text of a JSON number is what its sender wrote: 36.1 is 36.1, not the double next to it.
	const text = String(value);
	if (text.length <= LONGEST_DECIMAL && PLAIN_DECIMAL.test(text)) return text;
	const { code, why } = faultOfDecimal(text, typeof value === 'number', kind);
	reader.fault(path, code, `${shown(text)} ${why}`);
	return null;
}

function faultOfDecimal(text: string, isNumber: boolean, kind: DecimalKind): { code: FaultCode; why: string } {
	if (text.startsWith('-')) return { code: kind.negative, why: 'is negative; only 0 and more are allowed here.' };
	// JSON numbers come with an exponent only where they are huge or tiny.
	if (isNumber && text.includes('e-')) return { code: 'too-many-decimals', why: 'has too many decimals. Round it.' };
	if (isNumber && /e\+|Infinity/.test(text)) return { code: 'too-large', why: `is too large for ${kind.noun}.` };
	return { code: kind.malformed, why: `is not ${kind.noun}. ${kind.example}` };
}
