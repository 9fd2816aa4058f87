import type { CatalogWire, ItemWire } from '#server/contract';
import type { Chance } from './chance.ts';
import type { OccasionName } from './habits.ts';
import type { Person } from './people.ts';

/** A line of a receipt before it becomes text: `amountMinor` in fils for the whole quantity, net of a set's reduction. */
export interface BasketLine {
	readonly sku: string;
	readonly combo?: string;
	readonly quantity: number;
	readonly amountMinor: number;
}

/** The shelves of a catalogue: what it costs in fils, and what stands in each subcategory. */
export interface Shelves {
	readonly priceMinor: ReadonlyMap<string, number>;
	readonly bySubcategory: ReadonlyMap<string, readonly string[]>;
}

/** One of a person's picks: from these subcategories, this likely. */
interface Pick {
	readonly from: readonly string[];
	readonly likely: number;
}

const COFFEE = ['Espresso', 'Espresso', 'Filter', 'Cold coffee'];
const PLATE = ['Sandwiches', 'Salads', 'Mains'];

const picks: Record<OccasionName, readonly Pick[]> = {
	commute: [
		{ from: COFFEE, likely: 0.95 },
		{ from: ['Pastry'], likely: 0.4 },
		{ from: ['Cold drinks'], likely: 0.05 },
	],
	breakfast: [
		{ from: ['Breakfast'], likely: 0.6 },
		{ from: [...COFFEE, 'Tea'], likely: 0.95 },
		{ from: ['Pastry'], likely: 0.35 },
		{ from: ['Bread'], likely: 0.08 },
	],
	pause: [
		{ from: [...COFFEE, 'Tea'], likely: 0.95 },
		{ from: ['Pastry'], likely: 0.25 },
	],
	brunch: [
		{ from: ['Breakfast'], likely: 0.9 },
		{ from: [...COFFEE, 'Tea', 'Cold drinks'], likely: 1 },
		{ from: ['Pastry', 'Pastry', 'Cake slices'], likely: 0.5 },
	],
	lunch: [
		{ from: PLATE, likely: 0.95 },
		{ from: ['Cold drinks', 'Espresso', 'Tea'], likely: 0.7 },
		{ from: ['Soups', 'Sides'], likely: 0.2 },
	],
	afternoon: [
		{ from: [...COFFEE, 'Tea'], likely: 0.95 },
		{ from: ['Cake slices', 'Pastry'], likely: 0.5 },
	],
	dinner: [
		{ from: PLATE, likely: 1 },
		{ from: ['Sides', 'Soups'], likely: 0.4 },
		{ from: ['Cold drinks', 'Tea'], likely: 0.6 },
		{ from: ['Cake slices'], likely: 0.15 },
	],
	late: [
		{ from: ['Tea', 'Cold coffee', 'Espresso', 'Cold drinks'], likely: 1 },
		{ from: ['Cake slices', 'Sides'], likely: 0.6 },
		{ from: ['Mains'], likely: 0.2 },
	],
};

/** The lunch set: a sandwich or a salad with a cold drink, both a fifth cheaper. */
const LUNCH_SET = 'Lunch set';
const SET_SHARE = 0.22;
const WHOLE_CAKE_SHARE = 0.012;
const GIFT_CARD_SHARE = 0.006;
const RETAIL_SHARE = 0.035;
const FAVOURITE_SHARE = 0.6;

/** Puts a catalogue on shelves. Items without a price or a subcategory are not sold here. */
export function shelve(catalog: CatalogWire): Shelves {
	const priceMinor = new Map<string, number>();
	const bySubcategory = new Map<string, string[]>();
	for (const { sku, price, subcategory } of catalog.items) {
		if (price === undefined || subcategory === undefined) continue;
		priceMinor.set(sku, Number(price.replace('.', '')));
		bySubcategory.set(subcategory, [...(bySubcategory.get(subcategory) ?? []), sku]);
	}
	return { priceMinor, bySubcategory };
}

/** What a party of guests takes on an occasion; never empty. */
export function fillBasket(
	shelves: Shelves,
	chance: Chance,
	person: Person,
	occasion: OccasionName,
	guests: number,
): BasketLine[] {
	const lines: BasketLine[] = [];
	const take = (from: readonly string[], own: boolean): void => {
		const sku = choose(shelves, chance, own ? person.favourites : [], from);
		add(lines, { sku, quantity: 1, amountMinor: shelves.priceMinor.get(sku) ?? 0 });
	};
	for (let guest = 0; guest < guests; guest++) {
		const own = guest === 0;
		if (occasion === 'lunch' && chance.happens(SET_SHARE)) addLunchSet(lines, shelves, chance);
		else for (const { from, likely } of picks[occasion]) if (chance.happens(likely)) take(from, own);
	}
	if (lines.length === 0) take(COFFEE, true);
	if (chance.happens(RETAIL_SHARE)) take(['Beans', 'Beans', 'Gear'], true);
	if (chance.happens(WHOLE_CAKE_SHARE)) take(['Whole cakes'], true);
	if (chance.happens(GIFT_CARD_SHARE)) take(['Gift cards'], false);
	return lines;
}

function choose(shelves: Shelves, chance: Chance, favourites: readonly string[], from: readonly string[]): string {
	const fitting = favourites.filter((sku) =>
		from.some((subcategory) => shelves.bySubcategory.get(subcategory)?.includes(sku)),
	);
	if (fitting.length > 0 && chance.happens(FAVOURITE_SHARE)) return chance.pick(fitting);
	return chance.pick(shelves.bySubcategory.get(chance.pick(from)) ?? []);
}

function addLunchSet(lines: BasketLine[], shelves: Shelves, chance: Chance): void {
	for (const from of [['Sandwiches', 'Salads'], ['Cold drinks']]) {
		const sku = choose(shelves, chance, [], from);
		// Every price is a multiple of 5 fils, so four fifths of it are whole.
		add(lines, { sku, combo: LUNCH_SET, quantity: 1, amountMinor: ((shelves.priceMinor.get(sku) ?? 0) / 5) * 4 });
	}
}

function add(lines: BasketLine[], line: BasketLine): void {
	const at = lines.findIndex(({ sku, combo }) => sku === line.sku && combo === line.combo);
	const before = lines[at];
	if (before === undefined) lines.push(line);
	else lines[at] = { ...before, quantity: before.quantity + 1, amountMinor: before.amountMinor + line.amountMinor };
}

/** The line as it goes over the wire, with what the catalogue says about its item. */
export function wireLine(line: BasketLine, item: CatalogWire['items'][number]): ItemWire {
	return {
		sku: line.sku,
		...(item.category === undefined ? {} : { category: item.category }),
		...(item.subcategory === undefined ? {} : { subcategory: item.subcategory }),
		...(line.combo === undefined ? {} : { combo: line.combo }),
		quantity: line.quantity,
		amount: decimal(line.amountMinor),
	};
}

/** Fils as dirhams: 1850 is `18.50`. */
export function decimal(minor: number): string {
	const digits = String(minor).padStart(3, '0');
	return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
