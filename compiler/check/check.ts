import { type Piece, piecesOf, type Problem, type Reading, shiftProblem } from '#grammar';
import type { LocalDate } from '../domain/calendar.ts';
import type { Catalog } from '../domain/catalog.ts';
import { type Across, checkAcross } from './across.ts';
import { checkDeclaration } from './declaration.ts';
import { differenceOf, mapAgain } from './difference.ts';
import { digestOf, symbolSourceOf } from './digest.ts';
import { programCurrencyDecimals } from './points.ts';
import { type CheckContext, reportInto } from './report.ts';
import { collectSymbols, type Symbols } from './symbols.ts';

/** What the checker may know besides the text. */
export interface CheckOptions {
	/** Stores and items; names are checked against it where it is given. */
	readonly catalog?: Catalog | null;
	/** Today in the program's timezone; without it nothing is said of rules whose dates are over. */
	readonly today?: LocalDate | null;
}

/** A reading with everything that is wrong in it, and what the next one needs so that it checks only what changed. */
export interface Checked {
	readonly options: CheckOptions;
	/**
	 * What the declarations that rules lean on declare. Rules and campaigns are not among them, and the spans count from the
	 * start of each piece: good for names and settings, not for places.
	 */
	readonly symbols: Symbols;
	/** In the order of the text, with spans that count from its start. */
	readonly problems: readonly Problem[];
	/** The source of the declarations that {@link symbols} come from: while it stays, every piece keeps its problems. */
	readonly symbolSource: string;
	readonly pieces: readonly Piece[];
	/** The problems of each of {@link pieces} by itself, those of its reading among them. */
	readonly found: readonly (readonly Problem[])[];
	/** The same for these and for pieces of before, which may come back. */
	readonly byPiece: WeakMap<Piece, readonly Problem[]>;
	readonly across: Across;
}

/** Finds what is wrong with a reading: names, numbers, dates, formulas. After `before` only what changed since is checked. */
export function check(reading: Reading, options: CheckOptions, before?: Checked): Checked {
	const pieces = piecesOf(reading);
	const { offsets } = reading;
	const difference = differenceOf(before?.pieces ?? [], pieces);
	const digests = mapAgain(pieces, before?.across.digests ?? [], difference, digestOf);
	const symbolSource = symbolSourceOf(digests);
	const sameSymbols = before?.symbolSource === symbolSource;
	const isKept = sameSymbols && before.options.catalog === options.catalog && before.options.today === options.today;
	const symbols = sameSymbols ? before.symbols : collectSymbols(digests.flatMap(({ declaring }) => declaring));
	const byPiece = isKept ? before.byPiece : new WeakMap<Piece, readonly Problem[]>();
	const find = (piece: Piece) => {
		const known = byPiece.get(piece) ?? checkPiece(piece, symbols, options);
		byPiece.set(piece, known);
		return known;
	};
	const found = isKept ? mapAgain(pieces, before.found, difference, find) : pieces.map(find);
	const across = checkAcross({ digests, offsets, symbols }, before?.across, difference);
	const problems = [...placed(found, offsets), ...across.problems].sort(byPlace);
	return { options, symbols, problems, symbolSource, pieces, found, byPiece, across };
}

function placed(found: readonly (readonly Problem[])[], offsets: readonly number[]): Problem[] {
	const problems: Problem[] = [];
	for (const [index, own] of found.entries()) {
		for (const problem of own) problems.push(shiftProblem(problem, offsets[index] ?? 0));
	}
	return problems;
}

function checkPiece({ text, declarations, problems }: Piece, symbols: Symbols, options: CheckOptions): readonly Problem[] {
	const found = [...problems];
	const context: CheckContext = {
		source: text,
		symbols,
		catalog: options.catalog ?? null,
		today: options.today ?? null,
		currencyDecimals: programCurrencyDecimals(symbols.program),
		report: reportInto(found),
	};
	for (const declaration of declarations) checkDeclaration(declaration, context);
	return found.sort(byPlace);
}

function byPlace(a: Problem, b: Problem): number {
	return a.span.start - b.span.start || a.span.end - b.span.end;
}
