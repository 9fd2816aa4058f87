import { datesPerLocale, PerLocale } from '../../../messages/per-locale.ts';

const currencies = new PerLocale((locale) => new Intl.DisplayNames(locale, { type: 'currency', fallback: 'none' }));
const weekdays = datesPerLocale({ weekday: 'long' });

/** A currency by its code and, where the browser knows it, its name: `AED – United Arab Emirates Dirham`. */
export function currencyWords(code: string): string {
	const name = currencies.now().of(code);
	return name === undefined ? code : `${code} – ${name}`;
}

/** A day of the week: 0 for Monday. */
export function weekdayWords(day: number): string {
	// 1 January 2024 was a Monday.
	return weekdays.now().format(Date.UTC(2024, 0, 1 + day));
}
