import { type Measure, measureOf, type PlanFilter } from '#compiler';
import { localDigits } from '../messages/digits.ts';
import { minorDigits, money, pointDigits } from './words.ts';

/** What whole amounts are counted in. */
export interface AmountUnit {
	readonly measure: Measure;
	readonly decimals: number;
}

/** What a filter's whole amounts are counted in. */
export function unitOf(filter: PlanFilter): AmountUnit {
	return { measure: measureOf(filter), decimals: filter.decimals };
}

/** A whole amount as digits: money with all its decimals, anything else with those that say something. */
export function amountDigits(amount: number, { measure, decimals }: AmountUnit): string {
	return measure === 'money' ? minorDigits(amount, decimals) : pointDigits(amount, decimals);
}

/** A whole amount as it is shown: `AED 64.00`, and `2.5` of what is no money. */
export function amountWords(amount: number, unit: AmountUnit, currency: string): string {
	return unit.measure === 'money' ? money(amount, currency, unit.decimals) : localDigits(amountDigits(amount, unit));
}
