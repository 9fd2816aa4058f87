import {
	type Comment,
	covers,
	type Declaration,
	lineStarts,
	type Piece,
	piecesOf,
	positionAt,
	type Problem,
	problemsOf,
	type Reading,
	readingOf,
	readProgram,
	reread,
	shiftProblem,
	shiftSpan,
	sortEdits,
	type Span,
	stripSpans,
	type TextEdit,
	toDocument,
} from '#grammar';
import { composeEdits } from './compose.ts';
import { type Draft, type Refusal, refuse, type Source } from './draft.ts';
import { layoutOf } from './layout.ts';
import type { Planned } from './operation.ts';
import { LINE_BREAK } from './place.ts';

/**
 * Tries a draft: applies it, reads again what changed and compares. Nothing leaves the planner that would change anything but
 * what was asked for, lose a comment or break what could be read before.
 */
export function verify(source: Source, draft: Draft | Refusal): Planned {
	if (!draft.ok) return draft;
	const { edits, label, next } = draft;
	if (edits.length === 0 && !next) return { ok: true, edits, label };
	const trial = tried(source, edits);
	if (!isSafe(trial, draft)) return unsafe(source, edits[0]?.span.start ?? 0);
	if (!next) return { ok: true, edits, label };
	const halfway = sourceOf(trial.reading);
	const second = verify(halfway, next(halfway));
	return second.ok ? { ...second, edits: composeEdits(source.text.length, edits, second.edits) } : second;
}

/** A text before and after edits, read both times. What is the same in both counts for neither. */
export interface Trial {
	readonly source: Source;
	readonly before: Changed;
	readonly after: Changed;
	/** How many declarations at the beginning, and how many at the end, are the same in both. */
	readonly same: { readonly first: number; readonly last: number };
	readonly reading: Reading;
}

/** What of a reading is not in the other one: declarations that count from the start of their piece, and the rest from that of the text. */
export interface Changed {
	readonly declarations: readonly Declaration[];
	readonly comments: readonly Comment[];
	readonly problems: readonly Problem[];
}

/** Reads a text again after edits. */
export function tried(source: Source, edits: readonly TextEdit[]): Trial {
	const before = readingOf(source.document) ?? readProgram(source.text);
	const reading = readAgain(before, edits);
	const same = sameEnds(piecesOf(before), piecesOf(reading));
	const count = (pieces: readonly Piece[]) => pieces.reduce((sum, { declarations }) => sum + declarations.length, 0);
	const first = count(piecesOf(reading).slice(0, same.first));
	const last = same.last === 0 ? 0 : count(piecesOf(reading).slice(-same.last));
	return { source, before: changed(before, same), after: changed(reading, same), same: { first, last }, reading };
}

/** Reads a text again: of a list everything between its first and its last edit is looked at, so edits far apart are read by turns. */
function readAgain(before: Reading, edits: readonly TextEdit[]): Reading {
	const turns: TextEdit[][] = [];
	for (const edit of sortEdits(edits)) {
		const turn = turns.at(-1);
		if (turn && edit.span.start - (turn.at(-1) as TextEdit).span.end < FAR) turn.push(edit);
		else turns.push([edit]);
	}
	return turns.length > FEW ? reread(before, edits) : turns.reduceRight(reread, before);
}

/** Characters between two edits. */
const FAR = 5_000;
/** Each turn costs a copy of the text. */
const FEW = 4;

/** The declarations of the whole text after the edits; their spans count from the start of their piece. */
export function declarationsAfter({ source, after, same }: Trial): readonly Declaration[] {
	const { declarations } = source.document;
	return [
		...declarations.slice(0, same.first),
		...after.declarations,
		...declarations.slice(declarations.length - same.last),
	];
}

/** The refusal of an edit that was planned but does not come out as it should. */
export function unsafe(source: Source, offset: number): Refusal {
	const { line } = positionAt(lineStarts(source.text), offset);
	return refuse('is not safe', { line });
}

/** Says whether the text after the edits declares what is expected. */
export function declares({ source, before, after, same }: Trial, expected: readonly Declaration[]): boolean {
	const old = source.document.declarations;
	const end = expected.length - same.last;
	if (expected.length !== same.first + after.declarations.length + same.last) return false;
	// What moved as a whole is the same object before and after.
	const known = new Map<unknown, Declaration>();
	for (const [index, declaration] of before.declarations.entries()) known.set(old[same.first + index], declaration);
	return expected.every((wanted, index) => {
		if (index < same.first) return wanted === old[index] || sameTree(wanted, old[index]);
		if (index >= end) return wanted === old.at(index - expected.length) || sameTree(wanted, old.at(index - expected.length));
		const found = after.declarations[index - same.first];
		return known.get(wanted) === found || sameTree(wanted, found);
	});
}

/** Says whether two lists hold the same comments, in any order. */
export function sameComments(found: readonly Comment[], expected: readonly string[]): boolean {
	const texts = found.map((comment) => comment.text).sort();
	const wanted = expected.toSorted();
	return texts.length === wanted.length && texts.every((text, index) => text === wanted[index]);
}

/** Says whether no kind of problem became more frequent. Their words are not compared, since they name neighbours. */
export function noneNew(problems: readonly Problem[], old: readonly Problem[]): boolean {
	if (problems.length === 0) return true;
	const known = new Map<string, number>();
	for (const { code } of old) known.set(code, (known.get(code) ?? 0) + 1);
	return problems.every(({ code }) => {
		const left = (known.get(code) ?? 0) - 1;
		known.set(code, left);
		return left >= 0;
	});
}

function isSafe(trial: Trial, { expected, removed, added, copied }: Draft): boolean {
	const { before, after, source } = trial;
	const gone = new Set(removed.map(({ span }) => span.start));
	const stay = before.comments.filter(({ span }) => !gone.has(span.start)).map(({ text }) => text);
	return (
		declares(trial, expected) &&
		sameComments(after.comments, [...stay, ...added]) &&
		noneNew(after.problems, [...before.problems, ...problemsIn(source, copied)])
	);
}

/** What is copied may have its problems again. */
function problemsIn(source: Source, copied: Span | null): readonly Problem[] {
	const reading = readingOf(source.document);
	return copied && reading ? problemsOf(reading).filter(({ span }) => covers(copied, span)) : [];
}

function sourceOf(reading: Reading): Source {
	const document = toDocument(reading);
	return { text: reading.text, document, layout: layoutOf(reading.text, document) };
}

/** How many pieces at the beginning, and how many at the end, are the same in two readings. */
interface SameEnds {
	readonly first: number;
	readonly last: number;
}

function sameEnds(before: readonly Piece[], after: readonly Piece[]): SameEnds {
	const most = Math.min(before.length, after.length);
	let first = 0;
	while (first < most && before[first] === after[first]) first++;
	let last = 0;
	while (last < most - first && before.at(-1 - last) === after.at(-1 - last)) last++;
	return { first, last };
}

function changed(reading: Reading, { first, last }: SameEnds): Changed {
	const pieces = piecesOf(reading).slice(first, reading.pieces.length - last);
	const offsetOf = (index: number) => reading.offsets[first + index] ?? 0;
	return {
		declarations: pieces.flatMap(({ declarations }) => declarations),
		comments: pieces.flatMap(({ comments }, index) =>
			comments.map((comment) => ({ ...comment, span: shiftSpan(comment.span, offsetOf(index)) })),
		),
		problems: pieces.flatMap(({ problems }, index) => problems.map((each) => shiftProblem(each, offsetOf(index)))),
	};
}

/** Says whether two trees say the same. Only the source of what could not be read counts, its indentation aside. */
function sameTree(a: unknown, b: unknown): boolean {
	return equal(stripSpans(a), stripSpans(b));
}

function equal(a: unknown, b: unknown): boolean {
	if (a === b) return true;
	if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
	if (Array.isArray(a)) return Array.isArray(b) && a.length === b.length && a.every((item, index) => equal(item, b[index]));
	const left = a as Readonly<Record<string, unknown>>;
	const right = b as Readonly<Record<string, unknown>>;
	if (left['kind'] === 'raw' && right['kind'] === 'raw') return sameSource(left['text'], right['text']);
	const keys = Object.keys(left);
	return keys.length === Object.keys(right).length && keys.every((key) => equal(left[key], right[key]));
}

/** A clause that could not be read is its own source; indentation and the kind of line break may differ in it. */
function sameSource(a: unknown, b: unknown): boolean {
	const lines = (text: unknown) =>
		String(text)
			.split(LINE_BREAK)
			.map((line) => line.trim());
	return equal(lines(a), lines(b));
}
