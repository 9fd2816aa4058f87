/** Groups around conditions, and opposites. */
import { type Condition, type GroupCondition, highlight, type Span, type TextEdit } from '#grammar';
import { type Draft, draft, NOWHERE, type Refusal, refuse, type Source } from './draft.ts';
import {
	blanksAfter,
	blanksBefore,
	endsLine,
	indentOf,
	type Layout,
	nextLine,
	lineEnd,
	ownedSpan,
	startsLine,
} from './layout.ts';
import { areSound, partsAround, planRemove } from './lists.ts';
import type { GroupKind } from './operation.ts';
import { lastIndex, outward, type PartPath, partOfKind, withParts } from './parts.ts';
import { put } from './place.ts';
import { isSound } from './siblings.ts';
import type { StepLabel } from './step.ts';

/** Plans a group around a condition and its next neighbours, `count` in all. */
export function planWrap(source: Source, path: PartPath, count: number, group: GroupKind): Draft | Refusal {
	const index = lastIndex(path);
	const list = partsAround(source, path);
	const wrapped = list.slice(index, index + count) as Condition[];
	if (count < 1 || wrapped.length < count) return refuse('There are not so many conditions in a row.');
	const node: GroupCondition = { kind: group, span: NOWHERE, health: 'ok', conditions: wrapped };
	const expected = withParts(source.document, outward(path), list.toSpliced(index, count, node));
	const label = count === 1 ? 'Group condition' : 'Group conditions';
	return draft(label, braces(source.layout, wrapped, group), expected);
}

/** Plans the putting of a group's conditions in its place. */
export function planUnwrap(source: Source, path: PartPath, label: StepLabel = 'Ungroup conditions'): Draft | Refusal {
	const group = partOfKind(source.document, path, 'any', 'all', 'not');
	if (!group) return refuse('This is not a group of conditions.');
	if (!group.body) return refuse('This group has no braces `{ }` yet; add them in the text first.');
	if (group.conditions.length === 0) return planRemove(source, path, label);
	const list = partsAround(source, path).toSpliced(lastIndex(path), 1, ...group.conditions);
	const expected = withParts(source.document, outward(path), list);
	return draft(label, withoutBraces(source.layout, group, group.body), expected);
}

/**
 * Plans the opposite of a condition: `is` and `is not` give way to each other, so do `any` and `not`, a `not` around one condition
 * goes, and around anything else one comes.
 */
export function planNegate(source: Source, path: PartPath): Draft | Refusal {
	const label = 'Negate condition';
	const condition = partsAround(source, path)[lastIndex(path)] as Condition;
	if (condition.kind === 'raw') return refuse('This condition cannot be read; mend it first.');
	if (condition.kind === 'not' && condition.conditions.length === 1) return planUnwrap(source, path, label);
	const expect = (node: Condition) =>
		withParts(source.document, outward(path), partsAround(source, path).with(lastIndex(path), node));
	if (condition.kind === 'any' || condition.kind === 'not') {
		const { start } = condition.span;
		const kind = condition.kind === 'any' ? 'not' : 'any';
		const edit = { span: { start, end: start + condition.kind.length }, text: kind };
		return draft(label, [edit], expect({ ...condition, kind }));
	}
	const opposite = turned(condition);
	const edit = opposite && turnedWords(source.text, condition.span);
	if (opposite && edit) return draft(label, [edit], expect(opposite));
	const wrapped = planWrap(source, path, 1, 'not');
	return wrapped.ok ? { ...wrapped, label } : wrapped;
}

/** The opposite of a condition that has `is` or `is not`; null for others. */
function turned(condition: Condition): Condition | null {
	if ('negated' in condition) return { ...condition, negated: !condition.negated };
	if (condition.kind !== 'attribute' || condition.test?.kind !== 'attribute-is') return null;
	return { ...condition, test: { ...condition.test, negated: !condition.test.negated } };
}

/** The edit that puts `not` behind the `is` of a condition or takes it away. */
function turnedWords(text: string, span: Span): TextEdit | null {
	const words = highlight(text.slice(span.start, span.end)).flatMap(({ span: { start, end }, class: kind }) =>
		kind === 'comment' ? [] : [{ start: span.start + start, end: span.start + end }],
	);
	const at = words.findIndex(({ start, end }) => text.slice(start, end) === 'is');
	const [is, next] = [words[at], words[at + 1]];
	if (!is) return null;
	if (!next || text.slice(next.start, next.end) !== 'not') return put(is.end, ' not');
	const isLast = endsLine(text, next.end);
	const start = isLast ? blanksBefore(text, next.start) : next.start;
	return { span: { start, end: isLast ? next.end : blanksAfter(text, next.end) }, text: '' };
}

/** A head and braces around conditions: on lines of their own where the conditions are alone on theirs. */
function braces(layout: Layout, wrapped: readonly Condition[], head: string): TextEdit[] {
	const { text, lineBreak, indentUnit } = layout;
	const [first, last] = [wrapped[0] as Condition, wrapped.at(-1) as Condition];
	const { start } = ownedSpan(layout, first.span);
	const end = ownedSpan(layout, last.span).end;
	const indent = indentOf(text, first.span.start);
	if (!startsLine(text, start) || !endsLine(text, end)) {
		const close = areSound(wrapped) ? ' }' : `${lineBreak}${indent}}`;
		return [put(first.span.start, `${head} { `), put(last.span.end, close)];
	}
	const inner = linesIn(text, start, end).filter((line) => !endsLine(text, line));
	return [
		put(start, `${head} {${lineBreak}${indent}${indentUnit}`),
		...inner.map((line) => put(line, indentUnit)),
		put(lineEnd(text, end), `${lineBreak}${indent}}`),
	];
}

/** The starts of the lines that begin inside a stretch. */
function linesIn(text: string, start: number, end: number): number[] {
	const starts: number[] = [];
	for (let at = nextLine(text, lineEnd(text, start)); at < end; at = nextLine(text, lineEnd(text, at))) starts.push(at);
	return starts;
}

/** Takes the head and the braces of a group away, and the indentation that its conditions have because of them. */
function withoutBraces(layout: Layout, group: GroupCondition, body: Span): TextEdit[] {
	const { text, comments, lineBreak } = layout;
	const indent = indentOf(text, group.span.start);
	const content = [...group.conditions, ...comments].map(({ span }) => span).filter(({ start }) => isIn(body, start));
	const first = Math.min(...content.map(({ start }) => start));
	const last = Math.max(...content.map(({ end }) => end));
	const isComment = (edge: 'start' | 'end', offset: number) => comments.some(({ span }) => span[edge] === offset);
	const lead = isComment('start', first) && !startsLine(text, group.span.start) ? lineBreak + indent : '';
	const inner = content.map(({ start }) => start).filter((start) => startsLine(text, start));
	const deeper = indentOf(text, Math.min(...inner, last));
	const extra = inner.length > 0 && deeper.startsWith(indent) ? deeper.slice(indent.length) : '';
	const lines = extra === '' ? [] : linesIn(text, first, last).filter((line) => text.startsWith(deeper, line));
	return [
		{ span: { start: group.span.start, end: first }, text: lead },
		...lines.map((line) => ({ span: { start: line + indent.length, end: line + indent.length + extra.length }, text: '' })),
		closing(layout, group, { start: last, end: body.end }, isComment('end', last)),
	];
}

/** Takes the closing brace away, and keeps what follows it on its line apart from what stood before it. */
function closing(
	{ text, comments, lineBreak }: Layout,
	group: GroupCondition,
	span: Span,
	isBehindComment: boolean,
): TextEdit {
	const next = blanksAfter(text, span.end);
	const isLast = endsLine(text, span.end) || text[next] === '}';
	const isNote = comments.some((comment) => comment.span.start === next);
	const broken = !group.conditions.every(isSound);
	if (isBehindComment ? endsLine(text, span.end) : isLast || (isNote && !broken)) return { span, text: '' };
	if (isBehindComment || broken)
		return { span: { start: span.start, end: next }, text: lineBreak + indentOf(text, group.span.start) };
	return { span, text: next === span.end ? ' ' : '' };
}

function isIn({ start, end }: Span, offset: number): boolean {
	return start < offset && offset < end;
}
