import type { Document, RuleDeclaration, Span } from '#grammar';
import { unreachable } from '../../domain/unreachable.ts';
import type { Operation, RuleClauseName } from '../operation.ts';
import type { Chance } from './chance.ts';
import { randomBroken, randomClause, randomCondition, randomFilter } from './documents.ts';

/** The kinds of operations, and `remove-clause` for the removing half of `set-clause`. */
export const operationKinds = [
	'add-condition',
	'set-condition',
	'remove-condition',
	'move-condition',
	'set-clause',
	'remove-clause',
	'set-text',
	'rename-rule',
	'add-rule',
	'remove-rule',
	'duplicate-rule',
	'move-rule',
	'add-filter',
	'set-filter',
	'remove-filter',
	'rename-filter',
] as const;

export type OperationKind = (typeof operationKinds)[number];

const CLAUSES: readonly RuleClauseName[] = ['about', 'status', 'active', 'priority', 'earn', 'limit'];

/** A random operation that makes sense in a document; null where the document has nothing for this kind. */
export function randomOperation(chance: Chance, document: Document, kind: OperationKind): Operation | null {
	const rules = document.declarations.flatMap((declaration, index) => (declaration.kind === 'rule' ? [index] : []));
	const filters = document.declarations.flatMap((declaration, index) => (declaration.kind === 'filter' ? [index] : []));
	const last = document.declarations.length - 1;
	if (rules.length === 0 && kind !== 'add-rule' && kind !== 'add-filter') return null;
	if (isInsideRule(kind)) return insideRule(chance, document, kind, chance.pick(rules));
	switch (kind) {
		case 'add-rule':
			return { kind, text: ruleText(chance), ...(chance.happens(50) ? { after: chance.below(last + 1) } : {}) };
		case 'remove-rule':
			return { kind, declaration: chance.pick(rules) };
		case 'rename-rule':
		case 'duplicate-rule':
			return { kind, declaration: chance.pick(rules), name: newName(chance) };
		case 'move-rule':
			return { kind, declaration: chance.pick(rules), to: chance.below(last + 1) };
		case 'add-filter':
			return { kind, text: commented(chance, randomFilter(chance, 'New filter')) };
		case 'set-filter':
		case 'remove-filter':
		case 'rename-filter':
			return filters.length === 0 ? null : filterOperation(chance, document, kind, chance.pick(filters));
		default:
			return unreachable(kind);
	}
}

function filterOperation(
	chance: Chance,
	document: Document,
	kind: 'set-filter' | 'remove-filter' | 'rename-filter',
	declaration: number,
): Operation | null {
	const filter = document.declarations[declaration];
	if (filter?.kind !== 'filter' || filter.name.kind === 'missing') return null;
	const { text } = filter.name;
	if (kind === 'rename-filter') return { kind, from: text, to: newName(chance) };
	if (kind === 'remove-filter') return { kind, declaration };
	return { kind, declaration, text: commented(chance, randomFilter(chance, text.replace(/[\\"]/g, '\\$&'))) };
}

type InsideKind = Exclude<OperationKind, `${string}-rule` | `${string}-filter`>;

function isInsideRule(kind: OperationKind): kind is InsideKind {
	return !kind.endsWith('-rule') && !kind.endsWith('-filter');
}

function insideRule(chance: Chance, document: Document, kind: InsideKind, declaration: number): Operation | null {
	const rule = document.declarations[declaration] as RuleDeclaration;
	const conditions = rule.clauses.find((clause) => clause.kind === 'when')?.conditions ?? [];
	if (kind === 'set-text') {
		const found = leaves(rule);
		return found.length === 0 ? null : { kind, declaration, ...textChange(chance, chance.pick(found)) };
	}
	if (kind === 'set-clause' || kind === 'remove-clause') return clauseOperation(chance, rule, kind, declaration);
	if (kind === 'add-condition') {
		const before = chance.happens(50) ? { before: chance.below(conditions.length + 1) } : {};
		return { kind, declaration, text: commented(chance, randomCondition(chance)), ...before };
	}
	if (conditions.length === 0) return null;
	const condition = chance.below(conditions.length);
	if (kind === 'set-condition') return { kind, declaration, condition, text: commented(chance, randomCondition(chance)) };
	if (kind === 'remove-condition') return { kind, declaration, condition };
	return { kind, declaration, condition, to: chance.below(conditions.length) };
}

function clauseOperation(
	chance: Chance,
	rule: RuleDeclaration,
	kind: 'set-clause' | 'remove-clause',
	declaration: number,
): Operation | null {
	const present = CLAUSES.filter((name) => rule.clauses.some((clause) => clause.kind === name));
	if (kind === 'remove-clause' && present.length === 0) return null;
	const clause = chance.pick(kind === 'remove-clause' ? present : CLAUSES);
	const count = rule.clauses.filter((candidate) => candidate.kind === clause).length;
	const most = kind === 'set-clause' && (clause === 'earn' || clause === 'limit') ? count + 1 : Math.max(count, 1);
	const text = kind === 'remove-clause' ? null : commented(chance, randomClause(chance, clause));
	return { kind: 'set-clause', declaration, clause, index: chance.below(most), text };
}

interface Leaf {
	readonly level: 'rule' | 'when';
	readonly span: Span;
}

/** The clauses and conditions of a rule that have no others inside. */
function leaves(rule: RuleDeclaration): Leaf[] {
	return rule.clauses.flatMap((clause): Leaf[] =>
		clause.kind === 'when'
			? clause.body
				? clause.conditions.map(({ span }) => ({ level: 'when', span }))
				: []
			: [{ level: 'rule', span: clause.span }],
	);
}

/** Half of the time a clean clause, else a broken one, several, or nothing. */
function textChange(chance: Chance, { level, span }: Leaf): { span: Span; text: string } {
	const clean = () =>
		level === 'when' ? randomCondition(chance) : randomClause(chance, chance.pick(['about', 'earn', 'limit']));
	switch (chance.below(6)) {
		case 0:
		case 1:
			return { span, text: commented(chance, clean()) };
		case 2:
			return { span, text: '' };
		case 3:
			return { span, text: `${clean()}\n${clean()} // two` };
		default:
			return { span, text: randomBroken(chance, level) };
	}
}

/** Now and then with comments around it; their texts occur nowhere else. */
function commented(chance: Chance, text: string): string {
	const above = chance.happens(10) ? '// new above\n' : '';
	return `${above}${text}${chance.happens(10) ? ' // new behind' : ''}`;
}

function ruleText(chance: Chance): string {
	const condition = chance.happens(60) ? `\twhen {\n\t\t${commented(chance, randomCondition(chance))}\n\t}\n` : '';
	return commented(chance, `rule "New rule" {\n${condition}\t${randomClause(chance, 'earn')}\n}`);
}

function newName(chance: Chance): string {
	return chance.pick(['Brand new', 'قاعدة جديدة', '新规则', 'a "quoted" \\ name', 'Bare_1', 'rule', '// not a comment']);
}
