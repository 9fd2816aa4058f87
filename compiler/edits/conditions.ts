import type { Condition, WhenClause } from '#grammar';
import { unreachable } from '../domain/unreachable.ts';
import { planNewClause } from './clauses.ts';
import { type Draft, draft, NOWHERE, type Refusal, refuse, type Source } from './draft.ts';
import { planNegate, planUnwrap, planWrap } from './groups.ts';
import { planAdd, planMove, planRemove, planSet } from './lists.ts';
import type { ConditionOperation, Path } from './operation.ts';
import { indexesOf, outward, type PartPath, partAt, partOfKind, withParts } from './parts.ts';
import { block } from './place.ts';
import { planCarry } from './carry.ts';
import { commentsOf, insertOf, type ReadPart, readCondition, type Snippet } from './snippet.ts';
import type { StepLabel } from './step.ts';

const GONE = 'This condition is no longer in the text.' as const;

/** Plans an operation on the conditions of a rule. */
export function planCondition(source: Source, operation: ConditionOperation): Draft | Refusal {
	const path = indexesOf(operation.declaration);
	const rule = partOfKind(source.document, path, 'rule');
	if (!rule) return refuse('This rule is no longer in the text.');
	const index = rule.clauses.findIndex((clause) => clause.kind === 'when');
	const when: PartPath = [...path, index];
	if (operation.kind === 'add-condition') {
		return add(source, path, index < 0 ? null : when, operation);
	}
	const at: PartPath = [...when, ...indexesOf(operation.condition)];
	if (at.length === when.length || !partAt(source.document, at)) return refuse(GONE);
	switch (operation.kind) {
		case 'set-condition':
			return set(source, at, operation.text);
		case 'remove-condition':
			return planRemove(source, at, 'Remove condition');
		case 'move-condition':
			return reorder(source, when, at, operation);
		case 'wrap-condition':
			return isAlways(source, when) ? refuse(ALWAYS) : planWrap(source, at, operation.count ?? 1, operation.group);
		case 'unwrap-condition':
			return planUnwrap(source, at);
		case 'negate-condition':
			return isAlways(source, when) ? refuse(ALWAYS) : planNegate(source, at);
		default:
			return unreachable(operation);
	}
}

const ALWAYS = '`when always` has no conditions; add one first.' as const;

type AddCondition = Extract<ConditionOperation, { kind: 'add-condition' }>;
type NewCondition = Snippet<ReadPart>;

function add(source: Source, rule: PartPath, when: PartPath | null, { text, into, before }: AddCondition): Draft | Refusal {
	const snippet = readCondition(text);
	if (!snippet.ok) return snippet;
	const inner = into === undefined ? [] : indexesOf(into);
	if (!when) return inner.length === 0 ? planNewWhen(source, rule, snippet) : refuse(GONE);
	if (isBare(source, when) && inner.length === 0) return replaceAlways(source, when, snippet, 'Add condition');
	const list: PartPath = [...when, ...inner];
	const holder = partOfKind(source.document, list, 'when', 'any', 'all', 'not');
	if (!holder) return refuse('This group is no longer in the text.');
	const count = holder.conditions.length;
	return planAdd(source, list, Math.min(Math.max(before ?? count, 0), count), {
		label: 'Add condition',
		part: snippet.clause,
		insert: insertOf(snippet),
		added: commentsOf(snippet),
	});
}

/** A rule without `when` gets one, at its usual place. */
function planNewWhen(source: Source, path: PartPath, snippet: NewCondition): Draft | Refusal {
	const { around, source: condition } = snippet;
	const clause: WhenClause = { kind: 'when', span: NOWHERE, health: 'ok', conditions: [snippet.clause as Condition] };
	const span = partOfKind(source.document, path, 'rule')?.span ?? NOWHERE;
	const stretched = around.length > 0 || /[\r\n]/.test(source.text.slice(span.start, span.end));
	const lines = [...around, ...condition.split('\n')].map((line) => source.layout.indentUnit + line);
	const text = stretched ? ['when {', ...lines, '}'].join('\n') : `when { ${condition} }`;
	const insert = { text, beginsLine: around.length > 0, endsLine: false };
	return planNewClause(source, path, { label: 'Add condition', part: clause, insert, added: commentsOf(snippet) });
}

/** `always` gives way to a block with the condition; a `when` that has no braces yet gets them. */
function replaceAlways(source: Source, path: PartPath, snippet: NewCondition, label: StepLabel): Draft | Refusal {
	const when = partOfKind(source.document, path, 'when');
	if (!when) return refuse(GONE);
	const always = when.conditions[0]?.span ?? { start: when.span.start + 'when'.length, end: when.span.end };
	const text = block(source.layout, when.span, insertOf(snippet));
	const lead = when.conditions.length === 0 ? ' ' : '';
	const expected = withParts(source.document, path, [snippet.clause]);
	return draft(label, [{ span: always, text: lead + text }], expected, { added: commentsOf(snippet) });
}

function set(source: Source, path: PartPath, text: string): Draft | Refusal {
	const snippet = readCondition(text);
	if (!snippet.ok) return snippet;
	if (isAlways(source, outward(path)) && snippet.clause.kind !== 'always') {
		return replaceAlways(source, outward(path), snippet, 'Change condition');
	}
	return planSet(source, path, snippet, 'Change condition');
}

function reorder(
	source: Source,
	when: PartPath,
	at: PartPath,
	{ to, into }: { readonly to: number; readonly into?: Path },
): Draft | Refusal {
	const label = 'Move condition';
	const list: PartPath = into === undefined ? outward(at) : [...when, ...indexesOf(into)];
	if (isSame(list, outward(at))) return planMove(source, at, to, label);
	const group = partOfKind(source.document, list, 'when', 'any', 'all', 'not');
	if (!group) return refuse('This group is no longer in the text.');
	if (isSame(list.slice(0, at.length), at)) return refuse('A group cannot go into itself.');
	return planCarry(source, at, list, to, label);
}

function isSame(a: PartPath, b: PartPath): boolean {
	return a.length === b.length && a.every((index, at) => index === b[at]);
}

/** `when always` or a bare `when`, without braces. */
function isBare(source: Source, path: PartPath): boolean {
	const when = partOfKind(source.document, path, 'when');
	return isAlways(source, path) || (when !== null && !when.body && when.conditions.length === 0);
}

/** `when always`, without braces. */
function isAlways(source: Source, path: PartPath): boolean {
	const when = partOfKind(source.document, path, 'when');
	return when !== null && !when.body && when.conditions.length === 1 && when.conditions[0]?.kind === 'always';
}
