import { type Comment, type Document, parse, type Span, type TextEdit } from '#grammar';
import type { Operation, Path } from '../operation.ts';
import { holders, type Standing } from './standing.ts';

/** What becomes of comments, told a second time: found line by line, without the planner. */

/** Says whether every comment is still there, unless it belonged to what went, and those of what came in too. */
export function faultOfComments(source: string, before: Document, after: Document, operation: Operation): string | null {
	const found = after.comments.map((comment) => comment.text).sort();
	// What becomes of these is told where they are drawn.
	if (operation.kind === 'set-comments') return null;
	if (operation.kind === 'set-text') return faultOfTyped(source, before, operation, found);
	const gone = mayVanish(source, before, operation);
	const stays = before.comments.filter((comment) => !gone.has(comment)).map((comment) => comment.text);
	const expected = [...stays, ...broughtBy(before, operation)].sort();
	return found.join('\n') === expected.join('\n') ? null : 'comments were lost or made up';
}

function broughtBy(before: Document, operation: Operation): string[] {
	if (operation.kind.startsWith('duplicate-')) {
		const { span } = standingAt(before, steps((operation as { declaration: Path }).declaration)) as Standing;
		return before.comments.filter((comment) => isIn(comment, span)).map((comment) => comment.text);
	}
	if (!('text' in operation) || operation.text === null) return [];
	return parse(operation.text).document.comments.map((comment) => comment.text);
}

function faultOfTyped(
	source: string,
	before: Document,
	{ span, text }: Extract<Operation, { kind: 'set-text' }>,
	found: readonly string[],
): string | null {
	if (text.trim() === '') {
		const part = partWithSpan(before, span);
		const gone = part ? vanishingWith(source, before, part) : new Set<Comment>();
		const stays = before.comments.filter((comment) => !gone.has(comment)).map((comment) => comment.text);
		return stays.sort().join('\n') === found.join('\n') ? null : 'comments were lost or made up';
	}
	const rest = [...found];
	for (const comment of before.comments) {
		if (isIn(comment, span)) continue;
		const at = rest.indexOf(comment.text);
		if (at < 0) return 'a comment outside was lost';
		rest.splice(at, 1);
	}
	return null;
}

/** The comments that an operation takes with it. */
function mayVanish(source: string, document: Document, operation: Operation): Set<Comment> {
	const path = removedPath(document, operation);
	const part = path && standingAt(document, path);
	return part ? vanishingWith(source, document, part) : new Set();
}

/** The path of what an operation removes; null where it removes nothing. */
export function removedPath(document: Document, operation: Operation): readonly number[] | null {
	if (operation.kind === 'remove-condition') return conditionPath(document, operation);
	if (operation.kind === 'unwrap-condition') {
		const path = conditionPath(document, operation);
		const holder = holders(document).find((each) => each.path.join() === path.join());
		return holder?.parts.length === 0 ? path : null;
	}
	if (operation.kind === 'set-clause' && operation.text === null) {
		const path = steps(operation.declaration);
		const holder = holders(document).find((each) => each.path.join() === path.join());
		return holder?.parts.filter(({ kind }) => kind === operation.clause)[operation.index ?? 0]?.path ?? null;
	}
	return operation.kind.startsWith('remove-') ? steps((operation as { declaration: Path }).declaration) : null;
}

/** The path of the condition that an operation names. */
export function conditionPath(
	document: Document,
	{ declaration, condition }: { readonly declaration: Path; readonly condition: Path },
): readonly number[] {
	const rule = holders(document).find(({ path }) => path.join() === steps(declaration).join());
	const when = rule?.parts.findIndex(({ kind }) => kind === 'when') ?? -1;
	return [...steps(declaration), when, ...steps(condition)];
}

/** What goes with a part: its own comments and, where a group or `when` goes too, those around that and at its head. */
function vanishingWith(source: string, document: Document, part: Standing): Set<Comment> {
	const gone = ownedComments(source, document, part.span);
	const { holder } = part;
	if (!['when', 'any', 'all', 'not'].includes(holder.kind) || holder.parts.length > 1) return gone;
	const outer = standingAt(document, holder.path);
	if (!outer) return gone;
	const inside = bodyOf(document, holder.path) ?? { start: 0, end: 0 };
	const around = [...vanishingWith(source, document, outer)].filter(({ span }) => {
		return span.start < inside.start || span.start >= inside.end;
	});
	return new Set([...gone, ...around]);
}

function bodyOf(document: Document, path: readonly number[]): Span | null {
	const holder = holders(document).find((each) => each.path.join() === path.join());
	return holder?.body ?? null;
}

/** The comments inside a stretch, directly above it and behind it on its last line. */
export function ownedComments(source: string, document: Document, { start, end }: Span): Set<Comment> {
	const owned = new Set<Comment>();
	for (const comment of document.comments) {
		const at = comment.span.start;
		if (start <= at && at < end) owned.add(comment);
		else if (at >= end && /^[^\S\r\n]*$/.test(source.slice(end, at))) owned.add(comment);
	}
	let top = start;
	for (const comment of document.comments.toReversed()) {
		if (comment.span.end > top) continue;
		const below = source.slice(comment.span.end, top);
		if (!isAlone(source, comment) || !/^(\r\n|\r|\n)[^\S\r\n]*$/.test(below)) break;
		owned.add(comment);
		top = comment.span.start;
	}
	return owned;
}

/** What a comment says, without its slashes. */
export function saidIn(comment: string): string {
	return comment.replace(/^\/\/+/, '').trim();
}

/** Says whether nothing stands before a comment on its line. */
function isAlone(source: string, { span }: Comment): boolean {
	const line = Math.max(source.lastIndexOf('\n', span.start), source.lastIndexOf('\r', span.start)) + 1;
	return source.slice(line, span.start).trim() === '';
}

/** Says whether an edit reaches into a part that the operation is not about. */
export function faultOfReach(document: Document, operation: Operation, edits: readonly TextEdit[]): string | null {
	if (operation.kind.startsWith('rename-')) return null;
	const own = ownPaths(document, operation);
	const others = holders(document)
		.flatMap(({ parts }) => parts)
		.filter(({ isLeaf, path }) => isLeaf && !own.some((each) => each.every((step, at) => path[at] === step)));
	const touches = ({ span }: TextEdit) => others.some((part) => span.start < part.span.end && part.span.start < span.end);
	return edits.some(touches) ? 'an edit reaches into something else' : null;
}

/** The paths of what an operation may touch. */
function ownPaths(document: Document, operation: Operation): (readonly number[])[] {
	if (operation.kind === 'set-text' || operation.kind === 'set-comments') {
		const part = partWithSpan(document, operation.span);
		return part ? [part.path] : [];
	}
	if (operation.kind === 'add-condition') {
		// `when always` gives way.
		const first = standingAt(document, conditionPath(document, { declaration: operation.declaration, condition: [0] }));
		return first?.kind === 'always' && !first.holder.hasBraces ? [first.path] : [];
	}
	if ('condition' in operation) {
		const path = conditionPath(document, operation);
		const count = operation.kind === 'wrap-condition' ? (operation.count ?? 1) : 1;
		const [list, index] = [path.slice(0, -1), path.at(-1) as number];
		return Array.from({ length: count }, (_, step) => [...list, index + step]);
	}
	if (operation.kind === 'set-clause' || operation.kind === 'move-clause') {
		const path = steps(operation.declaration);
		const holder = holders(document).find((each) => each.path.join() === path.join());
		const part = holder?.parts.filter(({ kind }) => kind === operation.clause)[operation.index ?? 0];
		return part ? [part.path] : [];
	}
	if (operation.kind === 'set-head' || operation.kind.startsWith('add-')) return [];
	if (operation.kind.startsWith('duplicate-')) return [];
	return [steps((operation as { declaration: Path }).declaration)];
}

/** Says whether a comment has another owner than before: every part that stays keeps its own. */
export function faultOfOwners(
	source: string,
	before: Document,
	after: string,
	read: Document,
	operation: Operation,
): string | null {
	if (operation.kind === 'set-text' || isUngrouping(before, operation)) return null;
	// Where a group or a `when` goes, comments between its braces stay without it.
	const going = removedPath(before, operation) ?? carriedPath(before, operation);
	if (going && isLastCondition(before, going)) return null;
	// What is in a new group, its comments may be on the group's line.
	const isReplaced = /^(set-|wrap-|negate-|add-condition)/.test(operation.kind) && operation.kind !== 'set-head';
	const changed = isReplaced ? ownPaths(before, operation) : [];
	const old = owners(source, before, changed);
	const now = owners(after, read, changed.slice(0, 1));
	if (operation.kind.startsWith('move-')) return sameLists(old.sort(), now.sort()) ? null : 'comments changed their owner';
	let first = 0;
	while (first < Math.min(old.length, now.length) && old[first] === now[first]) first++;
	let last = 0;
	while (last < Math.min(old.length, now.length) - first && old.at(-1 - last) === now.at(-1 - last)) last++;
	return first + last === Math.min(old.length, now.length) ? null : 'comments of another clause changed';
}

/** The comments of a group stay without it. */
function isUngrouping(document: Document, operation: Operation): boolean {
	if (operation.kind !== 'negate-condition') return operation.kind === 'unwrap-condition';
	return standingAt(document, conditionPath(document, operation))?.kind === 'not';
}

function sameLists(a: readonly string[], b: readonly string[]): boolean {
	return a.length === b.length && a.every((item, index) => item === b[index]);
}

/** The path of a condition that leaves its list. */
function carriedPath(document: Document, operation: Operation): readonly number[] | null {
	if (operation.kind !== 'move-condition' || operation.into === undefined) return null;
	return conditionPath(document, operation);
}

function isLastCondition(document: Document, path: readonly number[]): boolean {
	const part = standingAt(document, path);
	return part !== null && part.holder.parts.length === 1 && ['when', 'any', 'all', 'not'].includes(part.holder.kind);
}

/** The comments around each part that has none in it, in the order of the text; of those outside of some. */
function owners(source: string, document: Document, except: readonly (readonly number[])[]): string[] {
	return holders(document)
		.flatMap(({ parts }) => parts)
		.filter(({ isLeaf, path }) => isLeaf && !except.some((each) => each.every((step, at) => path[at] === step)))
		.toSorted((a, b) => a.span.start - b.span.start)
		.map(({ span }) =>
			[...ownedComments(source, document, span)]
				.filter((comment) => !isIn(comment, span))
				.map(({ text }) => text)
				.join('\n'),
		);
}

/** The part that has exactly a span. */
export function partWithSpan(document: Document, span: Span): Standing | null {
	const parts = holders(document).flatMap((holder) => holder.parts);
	return parts.find((part) => part.span.start === span.start && part.span.end === span.end) ?? null;
}

function standingAt(document: Document, path: readonly number[]): Standing | null {
	const parts = holders(document).flatMap((holder) => holder.parts);
	return parts.find((part) => part.path.join() === path.join()) ?? null;
}

function steps(path: Path): readonly number[] {
	return typeof path === 'number' ? [path] : path;
}

function isIn({ span }: Comment, { start, end }: Span): boolean {
	return start <= span.start && span.start < end;
}
