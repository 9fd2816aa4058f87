/**
 * From what a till sends to a transaction that every evaluator can trust: whole minor units, in range, known names, sums
 * that agree. Whatever is wrong is listed in full, by its place.
 */
import {
	formatMinor,
	MAX_AMOUNT_MINOR,
	parseMinor,
	parseScaled,
	type Line,
	type Plan,
	type Transaction,
	totalMinor,
	QUANTITY_DECIMALS,
} from '#compiler';
import { nearest } from '#grammar';
import type { CatalogIndex } from './catalog.ts';
import { type Fault, type FaultCode, shown } from './fault.ts';
import { type Place, pointerAt } from './fields.ts';
import { type AmountField, type ItemReading, type Reading, readTransaction } from './reading.ts';

/** What a transaction is checked against. */
export interface Receiving {
	readonly plan: Plan;
	readonly catalog: CatalogIndex;
	/** Now, in milliseconds; moments more than a day ahead of it are refused. Null where any moment is welcome. */
	readonly nowMs: number | null;
}

/** A transaction, or everything that is wrong with it. */
export type Received =
	| { readonly ok: true; readonly transaction: Transaction }
	| { readonly ok: false; readonly faults: readonly Fault[] };

/** How far a till's clock may be ahead, in milliseconds. */
export const MAX_AHEAD_MS = 24 * 60 * 60 * 1_000;

/**
 * Reads and checks what arrived, whatever it is: see {@link TransactionInput} for what is expected. Never throws; lists every
 * fault. Categories left out come from the catalogue by sku, the chain by store.
 */
export function receiveTransaction(wire: unknown, receiving: Receiving): Received {
	const { reading, faults } = readTransaction(wire);
	return reading ? checkTransaction(reading, faults, receiving) : { ok: false, faults };
}

/** The second half of {@link receiveTransaction}: checks a reading against a program; `faults` are those found while reading. */
export function checkTransaction(reading: Reading, faults: readonly Fault[], receiving: Receiving): Received {
	const checker = new Checker(reading, receiving, faults);
	const transaction = checker.transaction();
	return checker.faults.length === 0 && transaction ? { ok: true, transaction } : { ok: false, faults: checker.faults };
}

class Checker {
	readonly faults: Fault[];
	readonly #reading: Reading;
	readonly #receiving: Receiving;

	constructor(reading: Reading, receiving: Receiving, faults: readonly Fault[]) {
		this.#reading = reading;
		this.#receiving = receiving;
		this.faults = [...faults];
	}

	/** Notes every fault. Answers with the transaction, to be used only where there is none; null where its lines are unknown. */
	transaction(): Transaction | null {
		const { member, store, channel, orderType, items } = this.#reading;
		this.#checkNames();
		this.#checkMoment();
		const lines = items?.map((item, index) => this.#line(item, index)) ?? null;
		const discountMinor = this.#amount('discount');
		const taxesMinor = this.#amount('taxes');
		const feesMinor = this.#amount('fees');
		const tipMinor = this.#amount('tip');
		const paidWithPointsMinor = this.#amount('paidWithPoints');
		const statedMinor = this.#amount('total');
		if (!lines) return null;
		const transaction: Transaction = {
			// Where these two are missing there is a fault, and nobody sees the transaction; its sums are still checked.
			id: this.#reading.id ?? '',
			event: 'purchase',
			attributes: {},
			atMs: this.#reading.atMs ?? 0,
			member,
			store,
			channel,
			orderType,
			lines,
			chain: (store !== null && this.#receiving.catalog.storeById.get(store)?.chain) || null,
			discountMinor: discountMinor ?? 0,
			taxesMinor: taxesMinor ?? 0,
			feesMinor: feesMinor ?? 0,
			tipMinor: tipMinor ?? 0,
			paidWithPointsMinor: paidWithPointsMinor ?? 0,
		};
		// Sums say nothing while a part of them is unreadable.
		if (!this.faults.some(({ path }) => SUMMED.test(path))) this.#checkSums(transaction, statedMinor);
		return transaction;
	}

	#fault(path: string, code: FaultCode, message: string): void {
		this.faults.push({ path, code, message });
	}

	#checkNames(): void {
		const { channel, orderType, store, currency } = this.#reading;
		const { program } = this.#receiving.plan;
		const { storeById } = this.#receiving.catalog;
		if (currency !== null && currency !== program.currency) {
			this.#unknown('/currency', 'unknown-currency', `the program's currency`, currency, [program.currency]);
		}
		if (channel !== null && program.channels.length > 0 && !program.channels.includes(channel)) {
			this.#unknown('/channel', 'unknown-channel', 'a channel of this program', channel, program.channels);
		}
		if (orderType !== null && program.orderTypes.length > 0 && !program.orderTypes.includes(orderType)) {
			this.#unknown('/orderType', 'unknown-order-type', 'an order type of this program', orderType, program.orderTypes);
		}
		if (store !== null && storeById.size > 0 && !storeById.has(store)) {
			this.#unknown('/store', 'unknown-store', 'the id of a store in the catalogue', store, [...storeById.keys()]);
		}
	}

	#unknown(path: string, code: FaultCode, noun: string, found: string, known: readonly string[]): void {
		const close = nearest(found, known.slice(0, MOST_COMPARED));
		const hint = close === undefined ? `Expected ${listed(known)}.` : `Did you mean ${shown(close)}?`;
		this.#fault(path, code, `${shown(found)} is not ${noun}. ${hint}`);
	}

	#checkMoment(): void {
		const { atMs } = this.#reading;
		const { nowMs } = this.#receiving;
		if (atMs === null || nowMs === null || atMs <= nowMs + MAX_AHEAD_MS) return;
		const moment = new Date(atMs).toISOString();
		const hint = `Check the till's clock and its offset from UTC.`;
		this.#fault('/at', 'too-far-ahead', `\`${moment}\` is more than 24 hours ahead of now. ${hint}`);
	}

	#line(item: ItemReading, index: number): Line {
		const known = item.sku === null ? undefined : this.#receiving.catalog.itemBySku.get(item.sku);
		return {
			sku: item.sku ?? '',
			category: item.category ?? known?.category ?? null,
			subcategory: item.subcategory ?? known?.subcategory ?? null,
			combo: item.combo,
			quantityThousandths: this.#quantity(item.quantity, index),
			amountMinor: this.#minor(item.amount, 'amount', index) ?? 0,
		};
	}

	#amount(name: AmountField): number | null {
		return this.#minor(this.#reading.amounts[name], name, null);
	}

	#minor(text: string | null, name: string, place: Place): number | null {
		if (text === null) return null;
		const { currencyDecimals, currency } = this.#receiving.plan.program;
		const parsed = parseMinor(text, currencyDecimals);
		if (parsed.ok) return parsed.minor;
		const noun = `an amount in ${currency}`;
		this.#badNumber(text, pointerAt(place, name), currencyDecimals, noun, MAX_AMOUNT_MINOR);
		return null;
	}

	#quantity(text: string | null, index: number): number {
		if (text === null) return ONE_THOUSANDTHS;
		const parsed = parseScaled(text, QUANTITY_DECIMALS, MAX_QUANTITY_THOUSANDTHS);
		if (parsed.ok) return parsed.minor;
		const path = pointerAt(index, 'quantity');
		this.#badNumber(text, path, QUANTITY_DECIMALS, 'a quantity', MAX_QUANTITY_THOUSANDTHS);
		return 0;
	}

	/** The form was checked while reading, so there are only these two ways to be wrong. */
	#badNumber(text: string, path: string, decimals: number, noun: string, most: number): void {
		if ((text.split('.')[1] ?? '').length > decimals) {
			const allowed = decimals === 0 ? 'no decimals' : `at most ${decimals} decimals`;
			this.#fault(path, 'too-many-decimals', `${shown(text)} is too precise: ${noun} has ${allowed}. Round it.`);
		} else {
			this.#fault(path, 'too-large', `${shown(text)} is too large: ${noun} is at most ${formatMinor(most, decimals)}.`);
		}
	}

	#checkSums(transaction: Transaction, statedMinor: number | null): void {
		const money = (minor: number) => formatMinor(minor, this.#receiving.plan.program.currencyDecimals);
		const itemsMinor = transaction.lines.reduce((sum, line) => sum + line.amountMinor, 0);
		const { discountMinor, taxesMinor, feesMinor, tipMinor, paidWithPointsMinor } = transaction;
		if (discountMinor > itemsMinor) {
			const found = `The discount of ${money(discountMinor)} is more than the items cost, ${money(itemsMinor)}.`;
			this.#fault('/discount', 'discount-above-items', `${found} Send at most that.`);
		}
		const total = totalMinor(transaction);
		if (discountMinor <= itemsMinor && paidWithPointsMinor > total) {
			const found = `${money(paidWithPointsMinor)} was paid with points, more than the total of ${money(total)}.`;
			this.#fault('/paidWithPoints', 'points-above-total', `${found} Send at most that.`);
		}
		if (statedMinor !== null && statedMinor !== total) {
			const parts = [
				`items ${money(itemsMinor)} − discount ${money(discountMinor)} + taxes ${money(taxesMinor)}`,
				`fees ${money(feesMinor)} + tip ${money(tipMinor)}`,
			].join(' + ');
			const found = `The total of ${money(statedMinor)} is not the sum: ${parts} = ${money(total)}.`;
			this.#fault('/total', 'wrong-total', `${found} Correct the total or its parts, or leave it out.`);
		}
	}
}

/** A line without a quantity is one. */
const ONE_THOUSANDTHS = 10 ** QUANTITY_DECIMALS;
/** A million million units, as for money. */
const MAX_QUANTITY_THOUSANDTHS = MAX_AMOUNT_MINOR;

/** Places whose faults make the sums meaningless. */
const SUMMED = /^\/(?:items(?:$|\/[0-9]+(?:$|\/amount$))|discount$|taxes$|fees$|tip$|paidWithPoints$|total$)/;

const MOST_LISTED = 8;
/** Comparing names takes time, and a till may have thousands of stores. */
const MOST_COMPARED = 2_000;

function listed(names: readonly string[]): string {
	const some = names.slice(0, MOST_LISTED).map(shown).join(', ');
	return names.length > MOST_LISTED ? `one of ${names.length}: ${some}, …` : names.length > 1 ? `one of ${some}` : some;
}
