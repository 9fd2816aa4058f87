import type { LocalDate } from './calendar.ts';

/** The value of a fact of the user's own. Numbers are whole millionths, so that six decimals are exact. */
export type AttributeValue =
	| { readonly kind: 'text'; readonly text: string }
	| { readonly kind: 'number'; readonly millionths: number }
	| { readonly kind: 'flag'; readonly isSet: boolean }
	| { readonly kind: 'date'; readonly date: LocalDate };

/** Decimals of a number attribute. */
export const ATTRIBUTE_DECIMALS = 6;
