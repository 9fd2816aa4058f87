import { applyEdits, type RuleDeclaration, type TextEdit } from '#grammar';
import { unreachable } from '../domain/unreachable.ts';
import { type Draft, draft, inserted, moved, type Refusal, refuse, ruleAt, type Source, withDeclaration } from './draft.ts';
import { commentsOf, insertOf, readDeclaration } from './snippet.ts';
import { commentsIn, indentOf } from './layout.ts';
import { nameEdit, nameNode, whyNotName } from './names.ts';
import type { RuleOperation } from './operation.ts';
import { dedented, type Insert, indented, insertAfter, type Place, put } from './place.ts';
import { removal } from './remove.ts';
import { move, ownComments } from './siblings.ts';

/** Plans an operation on whole rules. Declarations that could not be read can be removed and moved like rules. */
export function planRule(source: Source, operation: RuleOperation): Draft | Refusal {
	switch (operation.kind) {
		case 'rename-rule':
			return rename(source, operation.declaration, operation.name);
		case 'add-rule':
			return add(source, operation.text, operation.after);
		case 'remove-rule':
			return remove(source, operation.declaration);
		case 'duplicate-rule':
			return duplicate(source, operation.declaration, operation.name);
		case 'move-rule':
			return reorder(source, operation.declaration, operation.to);
		default:
			return unreachable(operation);
	}
}

const APART: Place = { spacing: 'paragraph' };
const GONE = 'This rule is no longer in the text.';

function rename({ text, document }: Source, index: number, name: string): Draft | Refusal {
	const label = 'Rename rule';
	const rule = ruleAt(document, index);
	if (!('kind' in rule)) return rule;
	if (rule.name.kind === 'name' && rule.name.text === name) return draft(label, [], document.declarations);
	const reason = whyNotName(name, 'rule', otherNames(document.declarations, index));
	if (reason !== null) return refuse(reason);
	const expected = withDeclaration(document, index, { ...rule, name: nameNode(rule.name, name) });
	return draft(label, [nameEdit(text, rule.name, name)], expected);
}

function add(source: Source, typed: string, after: number | undefined): Draft | Refusal {
	const snippet = readDeclaration(typed, 'rule');
	if (!snippet.ok) return snippet;
	const { layout } = source;
	const { declarations } = source.document;
	const { name } = snippet.clause;
	const reason = name.kind === 'name' ? whyNotName(name.text, 'rule', otherNames(declarations, -1)) : null;
	if (reason !== null) return refuse(reason);
	const previous = after === undefined ? undefined : declarations[after];
	if (after !== undefined && !previous) return refuse(GONE);
	const insert = insertOf(snippet);
	const edit = previous ? insertAfter(layout, previous.span, insert, APART) : appended(source, insert);
	const expected = inserted(declarations, after === undefined ? declarations.length : after + 1, snippet.clause);
	return draft('Add rule', [edit], expected, { added: commentsOf(snippet) });
}

/** Puts a declaration behind everything else, one blank line below it. */
export function appended({ document, layout }: Source, insert: Insert): TextEdit {
	const lasts = [document.declarations.at(-1), layout.comments.at(-1)];
	const end = Math.max(...lasts.map((last) => last?.span.end ?? 0));
	const own = indented(layout, insert, '');
	if (end === 0) return put(layout.text.length, own + layout.lineBreak);
	return put(end, layout.lineBreak + layout.lineBreak + own);
}

function remove({ document, layout }: Source, index: number): Draft | Refusal {
	const declaration = document.declarations[index];
	if (declaration?.kind !== 'rule' && declaration?.kind !== 'raw') return refuse(GONE);
	const { span } = declaration;
	const expected = document.declarations.toSpliced(index, 1);
	return draft('Remove rule', [removal(layout, span)], expected, { removed: ownComments(layout, span) });
}

function duplicate(source: Source, index: number, name: string): Draft | Refusal {
	const { text, document, layout } = source;
	const rule = ruleAt(document, index);
	if (!('kind' in rule)) return rule;
	const reason = whyNotName(name, 'rule', otherNames(document.declarations, -1));
	if (reason !== null) return refuse(reason);
	const copy: RuleDeclaration = { ...rule, name: nameNode(rule.name, name) };
	const insert = { text: renamedSource(text, rule, name), beginsLine: true, endsLine: true };
	return draft(
		'Duplicate rule',
		[insertAfter(layout, rule.span, insert, APART)],
		inserted(document.declarations, index + 1, copy),
		{ added: commentsIn(layout, rule.span).map((comment) => comment.text), copied: rule.span },
	);
}

/** The source of a rule under another name. */
function renamedSource(text: string, { span, name: old }: RuleDeclaration, name: string): string {
	const edit = nameEdit(text, old, name);
	const growth = edit.text.length - (edit.span.end - edit.span.start);
	return dedented(applyEdits(text, [edit]).slice(span.start, span.end + growth), indentOf(text, span.start));
}

function reorder({ document, layout }: Source, from: number, to: number): Draft | Refusal {
	const { declarations } = document;
	const kind = declarations[from]?.kind;
	if (kind !== 'rule' && kind !== 'raw') return refuse(GONE);
	if (to < 0 || to >= declarations.length) return refuse('There is no such place in the text.');
	if (from === to) return draft('Move rule', [], declarations);
	return draft('Move rule', move(layout, declarations, from, to, APART), moved(declarations, from, to));
}

/** The names of all rules but one. */
function otherNames(declarations: Source['document']['declarations'], except: number): string[] {
	return declarations.flatMap((declaration, index) =>
		index !== except && declaration.kind === 'rule' && declaration.name.kind === 'name' ? [declaration.name.text] : [],
	);
}
