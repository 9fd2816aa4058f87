import { type Catalog, type Compilation, formatIsoDate, dateOfEpochDay, type Item, localClock, type Plan } from '#compiler';

/** One line of the sample receipt. Numbers are plain decimal digits, as they are typed. */
export interface SampleLine {
	/** Tells lines apart while they are edited. */
	readonly key: number;
	readonly sku: string;
	readonly category: string | null;
	readonly subcategory: string | null;
	readonly quantity: string;
	/** The whole line, in currency units. */
	readonly amount: string;
}

/** A made-up purchase by a made-up member, to try a rule with. Amounts are decimal digits in currency units. */
export interface Sample {
	readonly tier: string | null;
	/** `1990-02-07`; empty where it is not known. */
	readonly birthDate: string;
	/** An id of the catalogue. */
	readonly store: string | null;
	readonly channel: string | null;
	readonly orderType: string | null;
	/** Local date and time in the program's timezone: `2026-02-07T12:30`. */
	readonly at: string;
	readonly lines: readonly SampleLine[];
	readonly discount: string;
	readonly taxes: string;
	readonly fees: string;
	readonly tip: string;
}

const NOON_AND_HALF = '12:30';
/** What an item costs in the sample where the catalogue does not say. */
const USUAL_PRICE = '25';
const USUAL_QUANTITY = 2;
const MOST_LINES = 3;

/** A sample that the program can do something with: its first channel, its highest tier, some items of the catalogue, today. */
export function defaultSample(compilation: Compilation, catalog: Catalog | null, nowMs: number): Sample {
	const { symbols, healthyPlan } = compilation;
	return {
		tier: [...symbols.tierByName.keys()].at(-1) ?? null,
		birthDate: '',
		store: catalog?.stores[0]?.id ?? null,
		channel: symbols.channels[0] ?? null,
		orderType: symbols.orderTypes[0] ?? null,
		at: `${todayIn(healthyPlan?.program.timezone ?? 'UTC', nowMs)}T${NOON_AND_HALF}`,
		lines: defaultLines(healthyPlan, catalog),
		discount: '0',
		taxes: '0',
		fees: '0',
		tip: '0',
	};
}

/** A line for an item of the catalogue, or one without an item. */
export function lineOf(item: Item | null, key: number, decimals: number, quantity = 1): SampleLine {
	const price = item?.priceMinor ?? null;
	return {
		key,
		sku: item?.sku ?? '',
		category: item?.category ?? null,
		subcategory: item?.subcategory ?? null,
		quantity: String(quantity),
		amount: price === null ? USUAL_PRICE : plainAmount(price * quantity, decimals),
	};
}

/** Minor units as plain digits, without zeros that say nothing: 3650 with 2 decimals is `36.50`, 3600 is `36`. */
export function plainAmount(minor: number, decimals: number): string {
	const digits = String(minor).padStart(decimals + 1, '0');
	const split = digits.length - decimals;
	const behind = digits.slice(split);
	return /^0*$/.test(behind) ? digits.slice(0, split) : `${digits.slice(0, split)}.${behind}`;
}

function todayIn(timezone: string, nowMs: number): string {
	const clock = localClock(timezone) ?? localClock('UTC');
	return formatIsoDate(dateOfEpochDay(clock ? clock(nowMs).day : 0));
}

function defaultLines(plan: Plan | null, catalog: Catalog | null): SampleLine[] {
	const decimals = plan?.program.currencyDecimals ?? 2;
	const items = variedItems(catalog?.items ?? []);
	if (items.length > 0) return items.map((item, at) => lineOf(item, at + 1, decimals, USUAL_QUANTITY));
	return namedLines(plan);
}

/** Items of different categories, those with a price first. */
function variedItems(items: readonly Item[]): Item[] {
	const priced = [...items.filter(({ priceMinor }) => priceMinor !== null), ...items];
	const byCategory = new Map<string, Item>();
	for (const item of priced) {
		const category = item.category ?? '';
		if (!byCategory.has(category)) byCategory.set(category, item);
	}
	return [...byCategory.values()].slice(0, MOST_LINES);
}

/** Without a catalogue: a line for each name that the program's filters choose by, and one that none of them knows. */
function namedLines(plan: Plan | null): SampleLine[] {
	const selectors = (plan?.filters ?? []).flatMap((filter) => (filter.kind === 'items' ? filter.selectors : []));
	const named = selectors.flatMap(({ by, names }) =>
		names.map((name) => ({
			sku: by === 'item' ? name : '',
			category: by === 'category' ? name : null,
			subcategory: by === 'subcategory' ? name : null,
		})),
	);
	const other = { sku: '', category: null, subcategory: null };
	return [...named.slice(0, MOST_LINES - 1), other].map((line, at) => ({
		...line,
		key: at + 1,
		quantity: '1',
		amount: USUAL_PRICE,
	}));
}
