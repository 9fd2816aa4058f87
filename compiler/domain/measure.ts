import { ATTRIBUTE_DECIMALS } from './attribute.ts';
import { QUANTITY_DECIMALS } from './transaction.ts';
import { unreachable } from './unreachable.ts';

/** What a cart filter's number is: an amount of money, units of items, or a number attribute. Only money has a currency. */
export type Measure = 'money' | 'quantity' | 'attribute';

/** How many decimals of what is measured a whole amount has. */
export function measureDecimals(measure: Measure, currencyDecimals: number): number {
	switch (measure) {
		case 'money':
			return currencyDecimals;
		case 'quantity':
			return QUANTITY_DECIMALS;
		case 'attribute':
			return ATTRIBUTE_DECIMALS;
		default:
			return unreachable(measure);
	}
}
