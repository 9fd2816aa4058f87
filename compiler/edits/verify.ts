import {
	applyEdits,
	type Comment,
	covers,
	lineStarts,
	parse,
	positionAt,
	type Problem,
	type Span,
	stripSpans,
} from '#grammar';
import { type Draft, type Refusal, refuse, type Source } from './draft.ts';
import type { Planned } from './operation.ts';
import { LINE_BREAK } from './place.ts';

/**
 * Tries a draft: applies it, reads the text again and compares. Nothing leaves the planner that would change anything but
 * what was asked for, lose a comment or break what could be read before.
 */
export function verify(source: Source, draft: Draft | Refusal): Planned {
	if (!draft.ok) return draft;
	const { edits, label } = draft;
	return edits.length === 0 || isSafe(source, draft)
		? { ok: true, edits, label }
		: unsafe(source, edits[0]?.span.start ?? 0);
}

function isSafe(source: Source, draft: Draft): boolean {
	const { document, problems } = parse(applyEdits(source.text, draft.edits));
	return (
		sameTree(document.declarations, draft.expected) &&
		sameComments(document.comments, expectedComments(source.document.comments, draft)) &&
		noneNew(problems, source, draft.copied)
	);
}

/** The refusal of an edit that was planned but does not come out as it should. */
export function unsafe(source: Source, offset: number): Refusal {
	const { line } = positionAt(lineStarts(source.text), offset);
	return refuse(`This change could not be made safely in text – edit line ${line}.`);
}

/** Says whether two trees say the same. Only the source of what could not be read counts, its indentation aside. */
export function sameTree(a: unknown, b: unknown): boolean {
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

/** Says whether two lists hold the same comments, in any order. */
export function sameComments(found: readonly Comment[], expected: readonly string[]): boolean {
	const texts = found.map((comment) => comment.text).sort();
	const wanted = expected.toSorted();
	return texts.length === wanted.length && texts.every((text, index) => text === wanted[index]);
}

function expectedComments(before: readonly Comment[], { removed, added }: Draft): string[] {
	const gone = new Set(removed.map((comment) => comment.span.start));
	return [...before.filter((comment) => !gone.has(comment.span.start)).map((comment) => comment.text), ...added];
}

/** A clause that could not be read is its own source; indentation and the kind of line break may differ in it. */
function sameSource(a: unknown, b: unknown): boolean {
	const lines = (text: unknown) =>
		String(text)
			.split(LINE_BREAK)
			.map((line) => line.trim());
	return equal(lines(a), lines(b));
}

/**
 * Says whether no kind of problem became more frequent; what is copied may have its problems again. Their words are not
 * compared, since they name neighbours. The old text is read again only where there is a problem.
 */
export function noneNew(problems: readonly Problem[], source: Source, copied: Span | null = null): boolean {
	if (problems.length === 0) return true;
	const old = parse(source.text).problems;
	const known = [...old, ...old.filter(({ span }) => copied && covers(copied, span))].map(({ code }) => code);
	return problems.every(({ code }) => {
		const at = known.indexOf(code);
		if (at >= 0) known.splice(at, 1);
		return at >= 0;
	});
}
