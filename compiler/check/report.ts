import {
	fixOf,
	type Name,
	nearest,
	phrase,
	type Problem,
	problem,
	type ProblemCode,
	type ProblemExtra,
	type Span,
} from '#grammar';
import type { Catalog } from '../domain/catalog.ts';
import type { LocalDate } from '../domain/calendar.ts';
import type { Symbols } from './symbols.ts';

/** What every check sees, and where it puts what it finds. */
export interface CheckContext {
	/** The whole text, for fixes that move parts of it. */
	readonly source: string;
	readonly symbols: Symbols;
	/** Stores and items, where a catalogue is known; names are then checked against it. */
	readonly catalog: Catalog | null;
	/** Today in the program's timezone, where the caller has a clock; without it nothing is said of past dates. */
	readonly today: LocalDate | null;
	/** Decimals of the program's currency; 2 while the currency is unknown. */
	readonly currencyDecimals: number;
	readonly report: Report;
}

/** Adds a problem from the catalogue. */
export type Report = <C extends ProblemCode>(
	code: C,
	span: Span,
	parts: Parameters<typeof problem<C>>[2],
	extra?: ProblemExtra,
) => void;

/** A {@link Report} that collects into `problems`. */
export function reportInto(problems: Problem[]): Report {
	return (code, span, parts, extra) => {
		problems.push(problem(code, span, parts, extra));
	};
}

/** The name closest to `name`, and the fix that writes it. */
export function suggestion(name: Name, candidates: readonly string[], write: (name: string) => string) {
	const found = nearest(name.text, candidates);
	const extra: ProblemExtra =
		found === undefined
			? {}
			: { fix: fixOf(phrase('change to', { text: found }), [{ span: name.span, text: write(found) }]) };
	return { nearest: found, extra };
}
