import { applyEdits, type Document, parse, type RuleDeclaration, type Span, type TextEdit, type WhenClause } from '#grammar';
import { type ClausePath, clausePath, listAt, withList } from './clause-path.ts';
import { removeCondition } from './conditions.ts';
import { type Draft, draft, type Refusal, refuse, type Source } from './draft.ts';
import { commentsIn, endsLine, indentOf } from './layout.ts';
import type { ClauseOperation, Planned } from './operation.ts';
import { LINE_BREAK } from './place.ts';
import { removal } from './remove.ts';
import { ownComments, type Sibling } from './siblings.ts';
import { noneNew, sameComments, sameTree, unsafe, verify } from './verify.ts';

type SetText = Extract<ClauseOperation, { kind: 'set-text' }>;

/**
 * Plans and tries the replacing of one clause's source by whatever the user typed: one clause, several, or a broken one.
 * Everything around it must be read as before.
 */
export function planText(source: Source, operation: SetText): Planned {
	const { text, layout, document } = source;
	const { span, declaration } = operation;
	const path = clausePath(document, declaration, span);
	if (!path) return refuse('This clause is no longer in the text.');
	const label = 'Change text';
	const typed = operation.text.trim().split(LINE_BREAK).join(layout.lineBreak);
	if (typed === '') return verify(source, removeAt(source, declaration, path));
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
function leavesTheRest(source: Source, { list, index }: ClausePath, edit: TextEdit): boolean {
	const { document: before, layout } = source;
	const { document: after, problems } = parse(applyEdits(source.text, [edit]));
	const region: Span = { start: edit.span.start, end: edit.span.start + edit.text.length };
	const old = listAt(before, list);
	const now = listAt(after, list);
	const count = Math.max(now.length - old.length + 1, 0);
	const expected = withList(before, list, old.toSpliced(index, 1, ...now.slice(index, index + count)));
	const within = ({ span }: { readonly span: Span }) => region.start <= span.start && span.start < region.end;
	const gone = new Set(commentsIn(layout, edit.span));
	const kept = before.comments.filter((comment) => !gone.has(comment)).map((comment) => comment.text);
	return (
		sameTree(after.declarations, expected.declarations) &&
		sameComments(
			after.comments.filter((comment) => !within(comment)),
			kept,
		) &&
		noneNew(
			problems.filter((problem) => !within(problem)),
			source,
		)
	);
}

/** Removes a clause with its comments; the last condition takes its `when` along. */
function removeAt(source: Source, declaration: number, { list, index }: ClausePath): Draft | Refusal {
	const { document, layout } = source;
	const siblings = listAt(document, list);
	if (list.at(-1) === 'conditions') {
		const rule = document.declarations[declaration] as RuleDeclaration;
		const when = rule.clauses[Number(list.at(-2))] as WhenClause;
		return removeCondition({ source, rule, declaration, when }, index);
	}
	const { span } = siblings[index] as Sibling;
	const expected: Document = withList(document, list, siblings.toSpliced(index, 1));
	return draft('Remove text', [removal(layout, span)], expected.declarations, { removed: ownComments(layout, span) });
}
