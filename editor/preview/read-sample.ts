import {
	type Catalog,
	type EvaluationState,
	type Line,
	localToInstant,
	newcomer,
	parseIsoDate,
	parseLocalDateTime,
	parseMinor,
	parseScaled,
	type Plan,
	stateOf,
	type Transaction,
	QUANTITY_DECIMALS,
} from '#compiler';
import type { Sample, SampleLine } from './sample.ts';
import { says } from './says.ts';

/** A field of the sample that cannot be used, by its name or its line's key, and why. */
export interface SampleFault {
	readonly field: 'at' | 'birthDate' | 'discount' | 'taxes' | 'fees' | 'tip' | 'quantity' | 'amount';
	readonly line?: number;
	/** One sentence. */
	readonly words: string;
}

/** A sample as the evaluators take it, or what is wrong with it. */
export type ReadSample =
	| { readonly ok: true; readonly transaction: Transaction; readonly state: EvaluationState }
	| { readonly ok: false; readonly faults: readonly SampleFault[] };

/** The most of one item in a line: as many thousandths as stay far below 2^53. */
const MOST_QUANTITY_THOUSANDTHS = 1_000_000_000;

/** Reads a sample in a program's currency and timezone. */
export function readSample(sample: Sample, plan: Plan, catalog: Catalog | null): ReadSample {
	const reader = new Reader(plan.program.currencyDecimals);
	const lines = sample.lines.map((line) => reader.line(line));
	const discountMinor = reader.amount('discount', sample.discount);
	const atMs = reader.moment(sample.at, plan.program.timezone);
	const birthDate = reader.birthDate(sample.birthDate);
	const items = lines.reduce((sum, line) => sum + line.amountMinor, 0);
	if (discountMinor > items) reader.faults.push({ field: 'discount', words: says.faults.discount });
	const transaction: Transaction = {
		id: 'sample',
		member: 'sample',
		event: 'purchase',
		attributes: {},
		atMs,
		store: sample.store,
		chain: catalog?.stores.find((store) => store.id === sample.store)?.chain ?? null,
		channel: sample.channel,
		orderType: sample.orderType,
		lines,
		discountMinor,
		taxesMinor: reader.amount('taxes', sample.taxes),
		feesMinor: reader.amount('fees', sample.fees),
		tipMinor: reader.amount('tip', sample.tip),
		paidWithPointsMinor: 0,
	};
	if (reader.faults.length > 0) return { ok: false, faults: reader.faults };
	const member = newcomer(plan, { id: 'sample', tier: sample.tier, birthDate });
	return { ok: true, transaction, state: stateOf(plan, member) };
}

/** Reads one field after the other and remembers what it could not read. */
class Reader {
	readonly faults: SampleFault[] = [];
	readonly #decimals: number;

	constructor(decimals: number) {
		this.#decimals = decimals;
	}

	amount(field: 'discount' | 'taxes' | 'fees' | 'tip' | 'amount', typed: string, line?: number): number {
		const parsed = parseMinor(typed === '' ? '0' : typed, this.#decimals);
		if (parsed.ok) return parsed.minor;
		this.faults.push({ field, words: `\`${typed}\` ${parsed.why}.`, ...(line !== undefined && { line }) });
		return 0;
	}

	line({ key, sku, category, subcategory, quantity, amount }: SampleLine): Line {
		const parsed = parseScaled(quantity === '' ? '1' : quantity, QUANTITY_DECIMALS, MOST_QUANTITY_THOUSANDTHS);
		if (!parsed.ok) this.faults.push({ field: 'quantity', line: key, words: `\`${quantity}\` ${parsed.why}.` });
		const quantityThousandths = parsed.ok ? parsed.minor : 0;
		return { sku, category, subcategory, combo: null, quantityThousandths, amountMinor: this.amount('amount', amount, key) };
	}

	moment(at: string, timezone: string): number {
		const local = parseLocalDateTime(at);
		const atMs = local && localToInstant(local.date, local.minute, timezone);
		if (atMs === null) this.faults.push({ field: 'at', words: says.faults.moment });
		return atMs ?? 0;
	}

	birthDate(typed: string) {
		const date = typed === '' ? null : parseIsoDate(typed);
		if (typed !== '' && !date) this.faults.push({ field: 'birthDate', words: says.faults.birthday });
		return date;
	}
}
