import type { RuleClause, RuleDeclaration, TextEdit } from '#grammar';
import { ruleClauses } from '../vocabulary/clauses.ts';
import { type Draft, draft, inserted, type Refusal, refuse, ruleAt, type Source, withDeclaration } from './draft.ts';
import { commentsOf, insertOf, readRuleClause } from './snippet.ts';
import type { Layout } from './layout.ts';
import type { ClauseOperation, RuleClauseName } from './operation.ts';
import { type Insert, insertIntoBody } from './place.ts';
import { keepComments, removal, replacement } from './remove.ts';
import { addAfter, addBefore, ownComments } from './siblings.ts';

type SetClause = Extract<ClauseOperation, { kind: 'set-clause' }>;

/** Plans the setting, adding or removing of a clause of a rule. */
export function planClause(source: Source, operation: SetClause): Draft | Refusal {
	const { declaration, clause: name, index = 0, text } = operation;
	const rule = ruleAt(source.document, declaration);
	if (!('kind' in rule)) return rule;
	const found = rule.clauses.filter((clause) => clause.kind === name);
	const clause = found[index];
	if (text === null) return remove(source, rule, declaration, name, clause);
	const snippet = readRuleClause(text, name);
	if (!snippet.ok) return snippet;
	const construct = ruleClauses.find((row) => row.kind === name);
	if (clause) {
		const kept = keepComments(source.layout, clause.span, snippet);
		const edits = replacement(source.layout, clause.span, snippet.source, kept.above);
		const clauses = rule.clauses.map((candidate) => (candidate === clause ? snippet.clause : candidate));
		return draft(`Change ${name}`, edits, withDeclaration(source.document, declaration, { ...rule, clauses }), kept);
	}
	if (index > found.length) return refuse(`There is no such place among the \`${name}\` clauses of this rule.`);
	if (index > 0 && !construct?.repeatable) return refuse(`A rule has only one \`${name}\`.`);
	const insert = insertOf(snippet);
	return planNewClause(source, rule, declaration, {
		label: `Add ${name}`,
		clause: snippet.clause,
		insert,
		added: commentsOf(snippet),
	});
}

/** A clause that a rule does not have yet. */
export interface NewClause {
	readonly label: string;
	readonly clause: RuleClause;
	readonly insert: Insert;
	readonly added: readonly string[];
}

/** Plans the adding of a clause at its usual place: behind the last clause that usually stands before it. */
export function planNewClause(
	source: Source,
	rule: RuleDeclaration,
	declaration: number,
	{ label, clause, insert, added }: NewClause,
): Draft | Refusal {
	const place = usualPlace(source.layout, rule, clause.kind, insert);
	if (!place) return refuse('This rule has no braces `{ }` yet; add them in the text first.');
	const clauses = inserted(rule.clauses, place.index, clause);
	return draft(label, [place.edit], withDeclaration(source.document, declaration, { ...rule, clauses }), { added });
}

function usualPlace(
	layout: Layout,
	{ clauses, body }: RuleDeclaration,
	kind: RuleClause['kind'],
	insert: Insert,
): { index: number; edit: TextEdit } | null {
	const before = clauses.findLastIndex((clause) => clause.kind !== 'raw' && rank(clause.kind) <= rank(kind));
	const previous = clauses[before];
	if (previous) return { index: before + 1, edit: addAfter(layout, previous, insert, body) };
	const [first] = clauses;
	if (first) return { index: 0, edit: addBefore(layout, first, insert, body) };
	return body ? { index: 0, edit: insertIntoBody(layout, body, insert) } : null;
}

function rank(kind: RuleClause['kind']): number {
	return ruleClauses.findIndex((row) => row.kind === kind);
}

function remove(
	source: Source,
	rule: RuleDeclaration,
	declaration: number,
	name: RuleClauseName,
	clause: RuleClause | undefined,
): Draft {
	if (!clause) return draft(`Remove ${name}`, [], source.document.declarations);
	const clauses = rule.clauses.filter((candidate) => candidate !== clause);
	const expected = withDeclaration(source.document, declaration, { ...rule, clauses });
	return draft(`Remove ${name}`, [removal(source.layout, clause.span)], expected, {
		removed: ownComments(source.layout, clause.span),
	});
}
