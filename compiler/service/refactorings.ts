import {
	type Condition,
	covers,
	type Document,
	fixOf,
	phrase,
	type Phrase,
	type RuleDeclaration,
	type Span,
} from '#grammar';
import type { Compilation } from '../compile.ts';
import type { Operation } from '../edits/operation.ts';
import { planOperation } from '../edits/plan.ts';
import { fresh } from '../vocabulary/construct.ts';
import type { Proposal } from './repairs.ts';
import { isDisabled } from './symbols.ts';

/**
 * What somebody may want to change at a stretch of the text, though nothing is wrong with it: at a rule's head, the rule; at
 * its conditions, how they hold together.
 */
export function refactoringsAt({ source, document, symbols }: Compilation, span: Span): Proposal[] {
	const wishes = rulesOf(document).flatMap(({ rule, path }): Wish[] => {
		if (!touches(rule.span, span)) return [];
		const isHead = touches({ start: rule.span.start, end: rule.name.span.end }, span);
		return isHead ? headWishes(rule, path, [...symbols.rules.keys()]) : conditionWishes(rule, path, span);
	});
	const seen = new Set<string>();
	return wishes.flatMap(({ says, operation }) => {
		const planned = planOperation(source, document, operation);
		if (!planned.ok || planned.edits.length === 0) return [];
		// The opposite of a condition can be `not` around it.
		const key = JSON.stringify(planned.edits);
		if (seen.has(key)) return [];
		seen.add(key);
		return [fixOf(says, planned.edits)];
	});
}

interface Wish {
	readonly says: Phrase;
	readonly operation: Operation;
}

interface PlacedRule {
	readonly rule: RuleDeclaration;
	readonly path: readonly number[];
}

/** The rules of a document, those inside campaigns too, with where they stand. */
function rulesOf({ declarations }: Document): PlacedRule[] {
	return [...declarations.entries()].flatMap(([index, declaration]): PlacedRule[] => {
		if (declaration.kind === 'rule') return [{ rule: declaration, path: [index] }];
		if (declaration.kind !== 'campaign') return [];
		return [...declaration.clauses.entries()].flatMap(([inner, clause]) =>
			clause.kind === 'rule' ? [{ rule: clause, path: [index, inner] }] : [],
		);
	});
}

function headWishes(rule: RuleDeclaration, declaration: readonly number[], names: readonly string[]): Wish[] {
	const [says, text] = isDisabled(rule)
		? [phrase('Enable the rule'), 'status enabled']
		: [phrase('Disable the rule'), 'status disabled'];
	const status: Wish = { says, operation: { kind: 'set-clause', declaration, clause: 'status', text } };
	if (rule.name.kind !== 'name') return [status];
	const name = fresh(rule.name.text, names);
	return [status, { says: phrase('Duplicate the rule'), operation: { kind: 'duplicate-rule', declaration, name } }];
}

/** A condition with the indexes that lead to it, and how many of its neighbours are meant too, itself included. */
interface Chosen {
	readonly condition: Condition;
	readonly path: readonly number[];
	readonly count: number;
}

function conditionWishes(rule: RuleDeclaration, declaration: readonly number[], span: Span): Wish[] {
	const chosen = chosenIn(rule, span);
	if (!chosen) return [];
	const { condition: node, path: condition, count } = chosen;
	const wraps = (['any', 'all', 'not'] as const).map((group): Wish => {
		const says = phrase(count === 1 ? 'put around it' : 'put around them', { group });
		return { says, operation: { kind: 'wrap-condition', declaration, condition, group, count } };
	});
	if (count > 1) return wraps;
	const negate: Wish = {
		says: phrase('Turn the condition into its opposite'),
		operation: { kind: 'negate-condition', declaration, condition },
	};
	const isGroup = node.kind === 'any' || node.kind === 'all' || node.kind === 'not';
	const unwrap: Wish[] = isGroup
		? [{ says: phrase('take away', { group: node.kind }), operation: { kind: 'unwrap-condition', declaration, condition } }]
		: [];
	return [negate, ...wraps, ...unwrap];
}

/** The innermost condition around a stretch, or the neighbours in one list that it touches. */
function chosenIn({ clauses }: RuleDeclaration, span: Span): Chosen | null {
	const when = clauses.find((clause) => clause.kind === 'when');
	return when?.kind === 'when' ? chosenAmong(when.conditions, span, []) : null;
}

function chosenAmong(conditions: readonly Condition[], span: Span, path: readonly number[]): Chosen | null {
	const first = conditions.findIndex((each) => touches(each.span, span));
	const condition = conditions[first];
	if (!condition) return null;
	const count = conditions.filter((each) => touches(each.span, span)).length;
	const isGroup = condition.kind === 'any' || condition.kind === 'all' || condition.kind === 'not';
	if (count === 1 && isGroup && condition.body && covers(condition.body, span)) {
		const inner = chosenAmong(condition.conditions, span, [...path, first]);
		if (inner) return inner;
	}
	return condition.kind === 'raw' || condition.kind === 'always' ? null : { condition, path: [...path, first], count };
}

/** A caret touches what it stands in, before and behind. */
function touches(a: Span, b: Span): boolean {
	return a.start <= b.end && b.start <= a.end;
}
