import type { Condition, RuleDeclaration, Span, TextEdit, WhenClause } from '#grammar';
import { unreachable } from '../domain/unreachable.ts';
import { planNewClause } from './clauses.ts';
import {
	type Draft,
	draft,
	inserted,
	moved,
	NOWHERE,
	type Refusal,
	refuse,
	ruleAt,
	type Source,
	withDeclaration,
} from './draft.ts';
import { commentsOf, type Snippet, insertOf, type ReadCondition, readCondition } from './snippet.ts';
import { commentsIn, type Layout, ownedSpan } from './layout.ts';
import type { ConditionOperation } from './operation.ts';
import { block, insertIntoBody } from './place.ts';
import { cutOut, keepComments, removal, replacement } from './remove.ts';
import { addAfter, addBefore, move, ownComments } from './siblings.ts';

/** Plans an operation on the conditions of a rule. */
export function planCondition(source: Source, operation: ConditionOperation): Draft | Refusal {
	const rule = ruleAt(source.document, operation.declaration);
	if (!('kind' in rule)) return rule;
	const target: Target = { source, rule, declaration: operation.declaration, when: rule.clauses.find(isWhen) };
	if (operation.kind === 'add-condition') return add(target, operation.text, operation.before);
	const when = target.when;
	if (!when?.conditions[operation.condition]) return refuse('This condition is no longer in the text.');
	switch (operation.kind) {
		case 'set-condition':
			return set({ ...target, when }, operation.condition, operation.text);
		case 'remove-condition':
			return removeCondition({ ...target, when }, operation.condition);
		case 'move-condition':
			return reorder({ ...target, when }, operation.condition, operation.to);
		default:
			return unreachable(operation);
	}
}

interface Target {
	readonly source: Source;
	readonly rule: RuleDeclaration;
	readonly declaration: number;
	readonly when: WhenClause | undefined;
}

/** A `when` in its rule. */
export interface WhenTarget extends Target {
	readonly when: WhenClause;
}

type NewCondition = Snippet<ReadCondition>;

function add(target: Target, text: string, before: number | undefined): Draft | Refusal {
	const label = 'Add condition';
	const snippet = readCondition(text);
	if (!snippet.ok) return snippet;
	const { source, when } = target;
	const added = commentsOf(snippet);
	if (!when) return planNewWhen(target, snippet);
	const isBare = isAlways(when) || (!when.body && when.conditions.length === 0);
	if (isBare) return replaceAlways({ ...target, when }, snippet, label);
	const index = Math.min(Math.max(before ?? when.conditions.length, 0), when.conditions.length);
	const expected = withConditions({ ...target, when }, inserted(when.conditions, index, snippet.clause));
	return draft(label, [placed(source.layout, when, snippet, index)], expected, { added });
}

function placed(layout: Layout, when: WhenClause, snippet: NewCondition, index: number): TextEdit {
	const insert = insertOf(snippet);
	const next = when.conditions[index];
	const last = when.conditions.at(-1);
	if (next) return addBefore(layout, next, insert, when.body);
	if (last) return addAfter(layout, last, insert, when.body);
	return insertIntoBody(layout, when.body ?? when.span, insert);
}

/** A rule without `when` gets one, at its usual place. */
function planNewWhen({ source, rule, declaration }: Target, snippet: NewCondition): Draft | Refusal {
	const clause: WhenClause = { kind: 'when', span: NOWHERE, health: 'ok', conditions: [snippet.clause] };
	const { around, source: condition } = snippet;
	const stretched = around.length > 0 || /[\r\n]/.test(source.text.slice(rule.span.start, rule.span.end));
	const lines = [...around, ...condition.split('\n')].map((line) => source.layout.indentUnit + line);
	const text = stretched ? ['when {', ...lines, '}'].join('\n') : `when { ${condition} }`;
	const insert = { text, beginsLine: around.length > 0, endsLine: false };
	return planNewClause(source, rule, declaration, { label: 'Add condition', clause, insert, added: commentsOf(snippet) });
}

/** `always` gives way to a block with the condition; a `when` that has no braces yet gets them. */
function replaceAlways(target: WhenTarget, snippet: NewCondition, label: string): Draft {
	const { source, when } = target;
	const always = when.conditions[0]?.span ?? { start: when.span.start + 'when'.length, end: when.span.end };
	const text = block(source.layout, when.span, insertOf(snippet));
	const lead = when.conditions.length === 0 ? ' ' : '';
	const expected = withConditions(target, [snippet.clause]);
	return draft(label, [{ span: always, text: lead + text }], expected, { added: commentsOf(snippet) });
}

function set(target: WhenTarget, index: number, text: string): Draft | Refusal {
	const label = 'Change condition';
	const snippet = readCondition(text);
	if (!snippet.ok) return snippet;
	const { source, when } = target;
	if (isAlways(when) && snippet.clause.kind !== 'always') return replaceAlways(target, snippet, label);
	const { span } = when.conditions[index] as Condition;
	const kept = keepComments(source.layout, span, snippet);
	const expected = withConditions(target, when.conditions.with(index, snippet.clause));
	return draft(label, replacement(source.layout, span, snippet.source, kept.above), expected, kept);
}

/** Plans the removing of a condition with its comments; the last one takes its `when` along. */
export function removeCondition(target: WhenTarget, index: number): Draft {
	const { source, when, rule } = target;
	const { layout } = source;
	const label = 'Remove condition';
	const { span } = when.conditions[index] as Condition;
	if (when.conditions.length > 1) {
		const expected = withConditions(target, when.conditions.toSpliced(index, 1));
		return draft(label, [removal(layout, span)], expected, { removed: ownComments(layout, span) });
	}
	const clauses = rule.clauses.filter((clause) => clause !== when);
	const expected = withDeclaration(source.document, target.declaration, { ...rule, clauses });
	const foreign = foreignComments(layout, when, span);
	const removed = ownComments(layout, when.span).filter((comment) => !foreign.includes(comment));
	const edits = foreign.length === 0 ? [removal(layout, when.span)] : shell(layout, when, span);
	return draft(label, edits, expected, { removed });
}

/** The comments inside a `when` that do not belong to its last condition: they stay when it goes. */
function foreignComments(layout: Layout, when: WhenClause, condition: Span) {
	const owned = ownedSpan(layout, condition);
	return commentsIn(layout, when.span).filter(({ span }) => span.start < owned.start || span.start >= owned.end);
}

/** Cuts a `when` out around the comments inside it: its head, its condition and its closing brace. */
function shell(layout: Layout, when: WhenClause, condition: Span): TextEdit[] {
	const outer = ownedSpan(layout, when.span);
	const inner = ownedSpan(layout, condition);
	const stretches = [inner];
	if (when.body) {
		stretches.unshift({ start: outer.start, end: when.body.start + 1 });
		stretches.push({ start: when.body.end - 1, end: outer.end });
	}
	return mergeStretches(layout.text, stretches).map((stretch) => cutOut(layout, stretch));
}

/** Stretches between which nothing stands become one. */
function mergeStretches(text: string, stretches: readonly Span[]): Span[] {
	const merged: Span[] = [];
	for (const next of stretches) {
		const last = merged.at(-1);
		if (last && text.slice(last.end, next.start).trim() === '')
			merged[merged.length - 1] = { start: last.start, end: next.end };
		else merged.push(next);
	}
	return merged;
}

function reorder(target: WhenTarget, from: number, to: number): Draft | Refusal {
	const { source, when } = target;
	const label = 'Move condition';
	if (to < 0 || to >= when.conditions.length) return refuse('There is no such place among the conditions.');
	if (from === to) return draft(label, [], source.document.declarations);
	const place = { spacing: 'shared' as const, ...(when.body ? { body: when.body } : {}) };
	const edits = move(source.layout, when.conditions, from, to, place);
	return draft(label, edits, withConditions(target, moved(when.conditions, from, to)));
}

function withConditions({ source, rule, declaration, when }: WhenTarget, conditions: readonly Condition[]) {
	const clauses = rule.clauses.map((clause) => (clause === when ? { ...when, conditions } : clause));
	return withDeclaration(source.document, declaration, { ...rule, clauses });
}

function isWhen(clause: RuleDeclaration['clauses'][number]): clause is WhenClause {
	return clause.kind === 'when';
}

/** `when always`, without braces. */
function isAlways(when: WhenClause): boolean {
	return !when.body && when.conditions.length === 1 && when.conditions[0]?.kind === 'always';
}
