import type { Document } from '#grammar';
import { unreachable } from '../../domain/unreachable.ts';
import type { Operation, Path } from '../operation.ts';
import { expectedAfterRename } from './renaming.ts';
import {
	anywhere,
	at,
	carried,
	changed,
	conditionOf,
	fragment,
	listIn,
	moved,
	type Plain,
	placesOf,
	plain,
	replaced,
	type Steps,
	steps,
	text,
	withHead,
	without,
} from './trees.ts';

/**
 * What an operation should do, told a second time and in the simplest way: on trees without places. Nothing here is shared
 * with the planner.
 */

/** Says what is wrong with the tree that came out; null where it is as it should be. */
export function faultOfTree(before: Document, after: Document, operation: Operation): string | null {
	const old = plain(before);
	const now = plain(after);
	const wished = wish(old, now, operation);
	if (wished === 'anything inside') return null;
	return wished.some((tree) => text(tree) === text(now)) ? null : 'another tree';
}

/** The trees that are right: several where the operation leaves the place to the planner. */
function wish(old: Plain, now: Plain, operation: Operation): readonly Plain[] | 'anything inside' {
	if (operation.kind === 'set-text') return 'anything inside';
	if (operation.kind === 'set-comments') return [old];
	if (operation.kind === 'set-clause') return wishOfClause(old, operation);
	if (operation.kind === 'move-clause') {
		const path = steps(operation.declaration);
		const places = placesOf(at(old, path), operation.clause);
		const [from, to] = [places[operation.index] as number, places[operation.to] as number];
		return [changed(old, path, (list) => moved(list, from, to))];
	}
	if (operation.kind === 'set-head') {
		const path = steps(operation.declaration);
		return [replaced(old, path, withHead(at(old, path), operation.text))];
	}
	return isOnCondition(operation) ? wishOfCondition(old, operation) : wishOfDeclaration(old, now, operation);
}

function isOnCondition(operation: Operation): operation is ConditionOperation {
	return operation.kind.endsWith('-condition');
}

type ConditionOperation = Extract<Operation, { kind: `${string}-condition` }>;

function wishOfCondition(old: Plain, operation: ConditionOperation): readonly Plain[] {
	const rule = steps(operation.declaration);
	const clauses = listIn(at(old, rule));
	const index = clauses.findIndex(({ kind }) => kind === 'when');
	const when = [...rule, index];
	if (operation.kind === 'add-condition') {
		const condition = conditionOf(operation.text);
		const bare = clauses[index];
		const into = [...when, ...steps(operation.into ?? [])];
		if (!bare) return anywhere(old, rule, { kind: 'when', conditions: [condition] });
		if (isBareAlways(bare) && into.length === when.length) return [changed(old, when, () => [condition])];
		return [changed(old, into, (list) => list.toSpliced(operation.before ?? list.length, 0, condition))];
	}
	return [wishOfExisting(old, when, operation)];
}

/** `when always`: the only condition that a new one replaces. In braces it is a condition like others. */
function isBareAlways(when: Plain): boolean {
	const [first, second] = listIn(when);
	return when['braces'] === false && first?.kind === 'always' && !second;
}

function wishOfExisting(old: Plain, when: Steps, operation: Exclude<ConditionOperation, { kind: 'add-condition' }>): Plain {
	const path = [...when, ...steps(operation.condition)];
	const list = path.slice(0, -1);
	const own = path.at(-1) as number;
	switch (operation.kind) {
		case 'set-condition':
			return replaced(old, path, conditionOf(operation.text));
		case 'remove-condition':
			return without(old, path);
		case 'move-condition': {
			const target = operation.into === undefined ? list : [...when, ...steps(operation.into)];
			if (target.join() === list.join()) return changed(old, list, (each) => moved(each, own, operation.to));
			return carried(old, path, target, operation.to);
		}
		case 'wrap-condition':
			return changed(old, list, (each) => {
				const count = operation.count ?? 1;
				return each.toSpliced(own, count, { kind: operation.group, conditions: each.slice(own, own + count) });
			});
		case 'unwrap-condition':
			return unwrapped(old, path);
		case 'negate-condition':
			return negated(old, path, at(old, path));
		default:
			return unreachable(operation);
	}
}

function unwrapped(old: Plain, path: Steps): Plain {
	const inner = listIn(at(old, path));
	if (inner.length === 0) return without(old, path);
	return changed(old, path.slice(0, -1), (list) => list.toSpliced(path.at(-1) as number, 1, ...inner));
}

function negated(old: Plain, path: Steps, node: Plain): Plain {
	if (node.kind === 'not' && listIn(node).length === 1) return unwrapped(old, path);
	if (node.kind === 'not' || node.kind === 'any') {
		return replaced(old, path, { ...node, kind: node.kind === 'any' ? 'not' : 'any' });
	}
	if ('negated' in node) return replaced(old, path, { ...node, negated: node['negated'] !== true });
	const test = node['test'] as Plain | undefined;
	if (node.kind === 'attribute' && test?.kind === 'attribute-is') {
		return replaced(old, path, { ...node, test: { ...test, negated: test['negated'] !== true } });
	}
	return replaced(old, path, { kind: 'not', conditions: [node] });
}

function wishOfClause(old: Plain, operation: Extract<Operation, { kind: 'set-clause' }>): readonly Plain[] {
	const path = steps(operation.declaration);
	const holder = at(old, path);
	const place = placesOf(holder, operation.clause)[operation.index ?? 0];
	if (operation.text === null) return [place === undefined ? old : without(old, [...path, place])];
	const clause = listIn(fragment(holder.kind, operation.text))[0] as Plain;
	if (place !== undefined) return [replaced(old, [...path, place], clause)];
	return anywhere(old, path, clause);
}

type DeclarationOperation = Exclude<
	Operation,
	ConditionOperation | Extract<Operation, { kind: 'set-text' | 'set-clause' | 'move-clause' | 'set-head' }>
>;

function wishOfDeclaration(old: Plain, now: Plain, operation: DeclarationOperation): readonly Plain[] {
	const verb = operation.kind.slice(0, operation.kind.indexOf('-'));
	if (verb === 'add') return wishOfAdd(old, operation as Extract<Operation, { kind: `add-${string}` }>);
	const told = operation as { declaration: Path; text?: string; name?: string; to?: number; into?: number | null };
	const path = steps(told.declaration);
	const list = path.slice(0, -1);
	const own = path.at(-1) as number;
	switch (verb) {
		case 'set': {
			const holder = at(old, list);
			return [replaced(old, path, listIn(fragment(holder.kind, told.text ?? ''))[0] as Plain)];
		}
		case 'remove':
			return [without(old, path)];
		case 'move': {
			const target = told.into === undefined ? list : told.into === null ? [] : [told.into];
			if (target.join() === list.join()) return [changed(old, list, (each) => moved(each, own, told.to ?? 0))];
			return [carried(old, path, target, told.to ?? 0)];
		}
		case 'duplicate': {
			const found = (listIn(at(now, list))[own + 1]?.['name'] ?? {}) as Plain;
			const copy = { ...at(old, path), name: { kind: 'name', text: told.name, quoted: found['quoted'] } };
			return [changed(old, list, (each) => each.toSpliced(own + 1, 0, copy))];
		}
		default:
			return expectedAfterRename(old, now, path, told.name ?? '');
	}
}

function wishOfAdd(old: Plain, operation: Extract<Operation, { kind: `add-${string}` }>): readonly Plain[] {
	const told = operation as { text: string; after?: number; into?: number; declaration?: Path };
	const path = told.declaration === undefined ? (told.into === undefined ? [] : [told.into]) : steps(told.declaration);
	const part = listIn(fragment(at(old, path).kind, told.text))[0] as Plain;
	if (told.after === undefined) return anywhere(old, path, part);
	return [changed(old, path, (list) => list.toSpliced((told.after ?? 0) + 1, 0, part))];
}
