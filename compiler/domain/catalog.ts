/** The stores and items of a business. Where one is given, names in a program are checked against it. */
export interface Catalog {
	readonly stores: readonly Store[];
	readonly items: readonly Item[];
}

export interface Store {
	readonly id: string;
	readonly name: string;
	readonly chain: string | null;
	readonly city: string | null;
}

export interface Item {
	readonly sku: string;
	readonly name: string;
	readonly category: string | null;
	readonly subcategory: string | null;
	/** The usual price of one, in minor units; null where it varies. */
	readonly priceMinor: number | null;
}
