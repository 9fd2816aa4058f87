import { type Comment, type Document, parse, type RuleDeclaration, type Span, stripSpans } from '#grammar';
import { unreachable } from '../../domain/unreachable.ts';
import type { Operation } from '../operation.ts';

/**
 * What an operation should do, told a second time and in the simplest way: on trees without places, and on lines of text.
 * Nothing here is shared with the planner.
 */

type Json = Record<string, unknown>;

/** Says what is wrong with the tree that came out; null where it is as it should be. */
export function faultOfTree(before: Document, after: Document, operation: Operation): string | null {
	const old = plainDeclarations(before);
	const now = plainDeclarations(after);
	const same = (expected: unknown[]) => (text(expected) === text(now) ? null : 'another tree');
	if (isInRule(operation)) return faultInRule(old, now, operation);
	switch (operation.kind) {
		case 'add-rule': {
			const at = operation.after === undefined ? old.length : operation.after + 1;
			return same([...old.slice(0, at), declarationOf(operation.text), ...old.slice(at)]);
		}
		case 'remove-rule':
		case 'remove-filter':
			return same(old.filter((_, index) => index !== operation.declaration));
		case 'rename-rule':
			return same(
				old.map((rule, index) => (index === operation.declaration ? named(rule, operation.name, now[index]) : rule)),
			);
		case 'duplicate-rule': {
			const at = operation.declaration;
			const copy = named(old[at] as Json, operation.name, now[at + 1]);
			return same([...old.slice(0, at + 1), copy, ...old.slice(at + 1)]);
		}
		case 'move-rule':
			return same(movedTo(old, operation.declaration, operation.to));
		case 'add-filter': {
			const added = text(declarationOf(operation.text));
			const at = now.findIndex((declaration) => text(declaration) === added);
			return at < 0 || text(now.filter((_, index) => index !== at)) !== text(old) ? 'the filter is not there' : null;
		}
		case 'set-filter':
			return same(old.map((each, index) => (index === operation.declaration ? declarationOf(operation.text) : each)));
		case 'rename-filter':
			return text(renamedTo(old, operation.from, operation.to)) === text(renamedTo(now, operation.to, operation.to))
				? null
				: 'not renamed everywhere, or too much renamed';
		default:
			return unreachable(operation);
	}
}

function isInRule(operation: Operation): operation is InRule {
	return operation.kind.endsWith('-condition') || operation.kind === 'set-clause' || operation.kind === 'set-text';
}

type InRule = Exclude<Operation, { kind: `${string}-rule` | `${string}-filter` }>;

function faultInRule(old: Json[], now: Json[], operation: InRule): string | null {
	const others = (list: Json[]) => list.filter((_, index) => index !== operation.declaration);
	if (old.length !== now.length || text(others(old)) !== text(others(now))) return 'another declaration changed';
	const before = old[operation.declaration] as unknown as RuleDeclaration;
	const after = now[operation.declaration] as unknown as RuleDeclaration;
	if (text(before.name) !== text(after.name)) return 'the name changed';
	if (operation.kind === 'set-text') return null;
	if (operation.kind === 'set-clause') return faultOfClauses(before, after, operation);
	const rest = (rule: RuleDeclaration) => rule.clauses.filter((clause) => clause !== whenOf(rule));
	const expected = expectedConditions(before, operation);
	if (expected.length === 0) return text(rest(before)) === text(after.clauses) ? null : 'not just the when is gone';
	if (text(rest(before)) !== text(rest(after))) return 'another clause changed';
	const when = whenOf(after);
	return when && text(when.conditions) === text(expected) ? null : 'other conditions';
}

function expectedConditions(
	rule: RuleDeclaration,
	operation: Exclude<InRule, { kind: 'set-clause' | 'set-text' }>,
): unknown[] {
	const list = isBareAlways(rule) && operation.kind === 'add-condition' ? [] : (whenOf(rule)?.conditions ?? []);
	switch (operation.kind) {
		case 'add-condition': {
			const at = Math.min(operation.before ?? list.length, list.length);
			return [...list.slice(0, at), conditionOf(operation.text), ...list.slice(at)];
		}
		case 'set-condition':
			return list.map((each, index) => (index === operation.condition ? conditionOf(operation.text) : each));
		case 'remove-condition':
			return list.filter((_, index) => index !== operation.condition);
		case 'move-condition':
			return movedTo(list as unknown as Json[], operation.condition, operation.to);
		default:
			return unreachable(operation);
	}
}

/** `when always`: the only condition that a new one replaces. In braces it is a condition like others. */
function isBareAlways(rule: RuleDeclaration): boolean {
	const when = whenOf(rule);
	const [first] = when?.conditions ?? [];
	return first?.kind === 'always' && when?.conditions.length === 1 && (when as unknown as Json)['braces'] === false;
}

function faultOfClauses(
	before: RuleDeclaration,
	after: RuleDeclaration,
	operation: Extract<Operation, { kind: 'set-clause' }>,
) {
	const { clause: kind, index = 0, text: written } = operation;
	const found = before.clauses.filter((clause) => clause.kind === kind)[index];
	if (written === null) {
		return text(before.clauses.filter((clause) => clause !== found)) === text(after.clauses) ? null : 'not just removed';
	}
	const clause = clauseOf(written);
	if (found) {
		const expected = before.clauses.map((each) => (each === found ? clause : each));
		return text(expected) === text(after.clauses) ? null : 'not just changed';
	}
	const places = after.clauses.flatMap((each, at) => (text(each) === text(clause) ? [at] : []));
	const fits = places.some((at) => text(after.clauses.filter((_, each) => each !== at)) === text(before.clauses));
	return fits ? null : 'not just added';
}

/** The comments that an operation may take with it, found line by line. */
export function mayVanish(source: string, document: Document, operation: Operation): Set<Comment> {
	const declaration = 'declaration' in operation ? document.declarations[operation.declaration] : undefined;
	const spans: Span[] = [];
	if (operation.kind === 'remove-rule' || operation.kind === 'remove-filter')
		spans.push((declaration as { span: Span }).span);
	if (declaration?.kind !== 'rule') return ownedComments(source, document, spans);
	const when = declaration.clauses.find((clause) => clause.kind === 'when');
	if (operation.kind === 'set-clause' && operation.text === null) {
		const clause = declaration.clauses.filter(({ kind }) => kind === operation.clause)[operation.index ?? 0];
		if (clause) spans.push(clause.span);
	}
	if (operation.kind === 'remove-condition') {
		spans.push(when?.conditions[operation.condition]?.span as Span);
		// Of the `when` around the last condition only what is outside its braces goes.
		if (when && when.conditions.length === 1) {
			const inside = when.body ?? { start: 0, end: 0 };
			const around = ownedComments(source, document, [when.span]);
			const own = ownedComments(source, document, spans);
			return new Set([...around].filter((c) => own.has(c) || c.span.start < inside.start || c.span.start >= inside.end));
		}
	}
	return ownedComments(source, document, spans);
}

/** The comments inside some stretches, directly above them and behind them on their last line. */
export function ownedComments(source: string, document: Document, spans: readonly Span[]): Set<Comment> {
	const owned = new Set<Comment>();
	for (const { start, end } of spans) {
		for (const comment of document.comments) {
			if (start <= comment.span.start && comment.span.start < end) owned.add(comment);
			const between = source.slice(end, comment.span.start);
			if (comment.span.start >= end && /^[^\S\r\n]*$/.test(between)) owned.add(comment);
		}
		let top = start;
		for (const comment of document.comments.toReversed()) {
			const alone = /(^|[\r\n])[^\S\r\n]*$/.test(source.slice(0, comment.span.start));
			const below = source.slice(comment.span.end, top);
			if (comment.span.end <= top && alone && /^(\r\n|\r|\n)[^\S\r\n]*$/.test(below)) {
				owned.add(comment);
				top = comment.span.start;
			}
		}
	}
	return owned;
}

function plainDeclarations(document: Document): Json[] {
	return marked(document.declarations).map((declaration) => stripSpans(declaration)) as unknown as Json[];
}

/** Braces are places and left out of plain trees; here they decide what a new condition does. */
function marked(declarations: Document['declarations']): unknown[] {
	return declarations.map((declaration) =>
		declaration.kind === 'rule'
			? {
					...declaration,
					clauses: declaration.clauses.map((each) =>
						each.kind === 'when' ? { ...each, braces: each.body !== undefined } : each,
					),
				}
			: declaration,
	);
}

function whenOf(rule: RuleDeclaration) {
	return rule.clauses.find((clause) => clause.kind === 'when');
}

function declarationOf(source: string): Json {
	return plainDeclarations(parse(source).document)[0] as Json;
}

function clauseOf(source: string): unknown {
	return (declarationOf(`rule x {\n${source}\n}`)['clauses'] as unknown[])[0];
}

function conditionOf(source: string): unknown {
	return (clauseOf(`when {\n${source}\n}`) as { conditions: unknown[] }).conditions[0];
}

/** A rule under another name; whether that is in quotes is as it came out. */
function named(rule: Json, name: string, found: Json | undefined): Json {
	const quoted = (found?.['name'] as Json | undefined)?.['quoted'];
	return { ...rule, name: { kind: 'name', text: name, quoted } };
}

/** Filter names in one spelling, whether quoted or not. */
function renamedTo(value: unknown, from: string, to: string): unknown {
	if (Array.isArray(value)) return value.map((item) => renamedTo(item, from, to));
	if (typeof value !== 'object' || value === null) return value;
	const node = value as Json;
	const key =
		node['kind'] === 'spend' ? 'filter' : node['kind'] === 'filter' || node['kind'] === 'filter-ref' ? 'name' : null;
	return Object.fromEntries(
		Object.entries(node).map(([entry, item]) => {
			const name = entry === key && (item as Json)['text'] === from;
			return [entry, name ? { kind: 'name', text: to } : renamedTo(item, from, to)];
		}),
	);
}

function movedTo(list: readonly Json[], from: number, to: number): Json[] {
	const rest = list.filter((_, index) => index !== from);
	return [...rest.slice(0, to), list[from] as Json, ...rest.slice(to)];
}

/** Trees as text, the indentation of what could not be read aside, and `braces` too. */
function text(value: unknown): string {
	return JSON.stringify(value, (key, item: unknown) => {
		if (key === 'braces') return undefined;
		if (typeof item !== 'object' || item === null || (item as Json)['kind'] !== 'raw') return item;
		return { ...item, text: String((item as Json)['text']).replace(/[^\S\r\n]*(\r\n|\r|\n)[^\S\r\n]*/g, '\n') };
	});
}
