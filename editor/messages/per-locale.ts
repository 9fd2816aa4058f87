import { spoken } from './language.ts';

/** How to write something in one locale; made once for each. */
export class PerLocale<F> {
	readonly #make: (locale: string) => F;
	readonly #made = new Map<string, F>();

	constructor(make: (locale: string) => F) {
		this.#make = make;
	}

	/** The one for the locale that is spoken. */
	now(): F {
		return this.of(spoken().locale);
	}

	/** The one for some locale. */
	of(locale: string): F {
		const made = this.#made.get(locale) ?? this.#make(locale);
		this.#made.set(locale, made);
		return made;
	}
}

/** How days are written in parts: by the calendar that programs count by, or another. */
export function datesPerLocale(parts: Intl.DateTimeFormatOptions): PerLocale<Intl.DateTimeFormat> {
	return new PerLocale((locale) => new Intl.DateTimeFormat(locale, { calendar: 'gregory', timeZone: 'UTC', ...parts }));
}
