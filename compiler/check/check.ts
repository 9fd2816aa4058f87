import { type Declaration, type Piece, piecesOf, type Problem, type Reading, shiftProblem } from '#grammar';
import type { LocalDate } from '../domain/calendar.ts';
import type { Catalog } from '../domain/catalog.ts';
import { checkDeclaration } from './declaration.ts';
import { programCurrencyDecimals } from './points.ts';
import { checkRulesTogether } from './reachability/together.ts';
import { type CheckContext, reportInto } from './report.ts';
import { type Summary, summarise } from './summary.ts';
import { collectSymbols, type Symbols } from './symbols.ts';
import { checkTogether, type Placed } from './together.ts';

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
	/** The problems of each piece by itself, those of its reading among them. */
	readonly byPiece: WeakMap<Piece, readonly Problem[]>;
}

/** Finds what is wrong with a reading: names, numbers, dates, formulas. After `before` only what changed since is checked. */
export function check(reading: Reading, options: CheckOptions, before?: Checked): Checked {
	const pieces = piecesOf(reading);
	const symbolSource = pieces.map((piece) => digestOf(piece).symbolSource).join('');
	const sameSymbols = before?.symbolSource === symbolSource;
	const isKept = sameSymbols && before.options.catalog === options.catalog && before.options.today === options.today;
	const symbols = sameSymbols ? before.symbols : collectSymbols(pieces.flatMap((piece) => digestOf(piece).declaring));
	const byPiece = isKept ? before.byPiece : new WeakMap<Piece, readonly Problem[]>();
	const problems: Problem[] = [];
	const parts: Placed[] = [];
	for (const [index, piece] of pieces.entries()) {
		const shift = reading.offsets[index] ?? 0;
		let found = byPiece.get(piece);
		if (!found) byPiece.set(piece, (found = checkPiece(piece, symbols, options)));
		for (const problem of found) problems.push(shiftProblem(problem, shift));
		for (const summary of digestOf(piece).summaries) parts.push({ summary, shift });
	}
	checkTogether(parts, reportInto(problems));
	checkRulesTogether(parts, symbols, reportInto(problems));
	return { options, symbols, problems: problems.sort(byPlace), symbolSource, byPiece };
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

/** What a piece is to the others. */
interface Digest {
	readonly summaries: readonly Summary[];
	/** The declarations that rules lean on. */
	readonly declaring: readonly Declaration[];
	/** Their source. Two programs with the same one mean the same by every name. */
	readonly symbolSource: string;
}

const digests = new WeakMap<Piece, Digest>();

function digestOf(piece: Piece): Digest {
	const known = digests.get(piece);
	if (known) return known;
	const declaring = piece.declarations.filter(({ kind }) => declaringKinds.has(kind));
	const sources = declaring.map(({ span }) => `${piece.text.slice(span.start, span.end)}\n`);
	const digest = { summaries: piece.declarations.map(summarise), declaring, symbolSource: sources.join('') };
	digests.set(piece, digest);
	return digest;
}

/** Rules and campaigns are not among them: what one rule says is nothing to another by itself. */
const declaringKinds: ReadonlySet<Declaration['kind']> = new Set([
	'program',
	'tiers',
	'segment-declaration',
	'attribute-declaration',
	'filter',
	'exclusive-declaration',
]);
