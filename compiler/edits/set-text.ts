import type { Span, TextEdit } from '#grammar';
import { refuse, type Source } from './draft.ts';
import { commentsIn, endsLine, indentOf } from './layout.ts';
import { partsAround, planRemove } from './lists.ts';
import type { ClauseOperation, Planned } from './operation.ts';
import { holderAt, indexesOf, lastIndex, outward, type PartPath, partsOf, pathOfSpan, withParts } from './parts.ts';
import { LINE_BREAK } from './place.ts';
import { declarationsAfter, declares, noneNew, sameComments, tried, unsafe, verify } from './verify.ts';

type SetText = Extract<ClauseOperation, { kind: 'set-text' }>;

/**
 * Plans and tries the replacing of one clause's source by whatever the user typed: one clause, several, or a broken one.
 * Everything around it must be read as before.
 */
export function planText(source: Source, operation: SetText): Planned {
	const { text, layout, document } = source;
	const { span, declaration } = operation;
	const path = pathOfSpan(document, indexesOf(declaration), span);
	if (!path || path.length === 0) return refuse('This clause is no longer in the text.');
	const label = 'Change text';
	const typed = operation.text.trim().split(LINE_BREAK).join(layout.lineBreak);
	if (typed === '') return verify(source, planRemove(source, path, 'Remove text'));
	if (typed === text.slice(span.start, span.end)) return { ok: true, edits: [], label };
	// What was typed may swallow what follows on the line, so a second try breaks the line behind it.
	const tries = endsLine(text, span.end) ? [typed] : [typed, typed + layout.lineBreak + indentOf(text, span.start)];
	for (const replacement of tries) {
		const edit = { span, text: replacement };
		if (leavesTheRest(source, path, edit)) return { ok: true, edits: [edit], label };
	}
	return unsafe(source, span.start);
}

/** Says whether an edit of one clause's span changes nothing but that clause. */
function leavesTheRest(source: Source, path: PartPath, edit: TextEdit): boolean {
	const { document, layout } = source;
	const trial = tried(source, [edit]);
	const region: Span = { start: edit.span.start, end: edit.span.start + edit.text.length };
	const within = ({ span }: { readonly span: Span }) => region.start <= span.start && span.start < region.end;
	const old = partsAround(source, path);
	const holder = holderAt({ ...document, declarations: declarationsAfter(trial) }, outward(path));
	const now = holder ? partsOf(holder) : [];
	const index = lastIndex(path);
	const count = Math.max(now.length - old.length + 1, 0);
	const expected = withParts(document, outward(path), old.toSpliced(index, 1, ...now.slice(index, index + count)));
	const gone = new Set(commentsIn(layout, edit.span).map(({ span }) => span.start));
	const { before, after } = trial;
	const kept = before.comments.filter(({ span }) => !gone.has(span.start)).map(({ text }) => text);
	return (
		declares(trial, expected) &&
		sameComments(
			after.comments.filter((comment) => !within(comment)),
			kept,
		) &&
		noneNew(
			after.problems.filter((problem) => !within(problem)),
			before.problems,
		)
	);
}
