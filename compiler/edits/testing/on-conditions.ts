/** Random operations on conditions. */
import type { Document } from '#grammar';
import { unreachable } from '../../domain/unreachable.ts';
import type { GroupKind, Operation, Path } from '../operation.ts';
import type { Chance } from './chance.ts';
import { randomCondition } from './documents.ts';
import { commented, pickByKind, type RandomOperation, short } from './drawing.ts';
import { holders, type Standing } from './standing.ts';

/** The kinds of what holds conditions. */
export const conditionHolders: ReadonlySet<string> = new Set(['when', 'any', 'all', 'not']);

/** What is drawn on conditions; `carry` moves between lists. */
export type DrawnCondition = 'set' | 'remove' | 'move' | 'carry' | 'wrap' | 'unwrap' | 'negate';

/** The path of a condition in its rule, with that of the rule. */
function inRule(document: Document, path: readonly number[]): { declaration: readonly number[]; inner: readonly number[] } {
	const depth = document.declarations[path[0] as number]?.kind === 'campaign' ? 2 : 1;
	return { declaration: path.slice(0, depth), inner: path.slice(depth + 1) };
}

/** The conditions that operations reach: those of the first `when` of each rule. */
function conditionsOf(document: Document): Standing[] {
	return holders(document)
		.filter(({ kind, isReached }) => conditionHolders.has(kind) && isReached)
		.flatMap(({ parts }) => parts);
}

/** A random condition to add, and where. */
export function addCondition(chance: Chance, document: Document): RandomOperation | null {
	const rules = holders(document).filter(({ kind }) => kind === 'rule');
	const groups = holders(document).filter(({ kind, isReached }) => conditionHolders.has(kind) && isReached);
	const holder = pickByKind(chance, [...rules, ...groups], ({ kind }) => kind);
	if (!holder) return null;
	const text = commented(chance, randomCondition(chance));
	if (holder.kind === 'rule') {
		return { operation: { kind: 'add-condition', declaration: short(chance, holder.path), text }, about: 'rule' };
	}
	const { declaration, inner } = inRule(document, holder.path);
	const before = chance.happens(60) ? { before: chance.below(holder.parts.length + 1) } : {};
	const into = inner.length > 0 || chance.happens(30) ? { into: short(chance, inner) } : {};
	const operation: Operation = { kind: 'add-condition', declaration, text, ...into, ...before };
	return { operation, about: holder.kind };
}

/** A random operation on a condition that exists. */
export function onCondition(
	chance: Chance,
	document: Document,
	kind: `${DrawnCondition}-condition`,
): RandomOperation | null {
	const all = conditionsOf(document).filter(({ kind: each }) =>
		kind === 'unwrap-condition' ? conditionHolders.has(each) : kind !== 'negate-condition' || each !== 'raw',
	);
	const found = pickByKind(chance, all, (condition) => condition.kind);
	if (!found) return null;
	const { declaration, inner } = inRule(document, found.path);
	const condition = short(chance, inner);
	const here = { declaration: short(chance, declaration), condition };
	const about = found.kind;
	const siblings = found.holder.parts.length;
	switch (kind) {
		case 'set-condition':
			return { operation: { kind, ...here, text: commented(chance, randomCondition(chance)) }, about };
		case 'remove-condition':
		case 'unwrap-condition':
		case 'negate-condition':
			return { operation: { kind, ...here }, about };
		case 'move-condition':
			return siblings < 2 ? null : { operation: { kind, ...here, to: chance.below(siblings) }, about };
		case 'wrap-condition': {
			const count = 1 + chance.below(siblings - (inner.at(-1) as number));
			const group: GroupKind = chance.pick(['any', 'all', 'not']);
			return { operation: { kind, ...here, group, ...(count > 1 ? { count } : {}) }, about };
		}
		case 'carry-condition':
			return carryCondition(chance, document, found, here);
		default:
			return unreachable(kind);
	}
}

/** Moves a condition into another list of its rule. */
function carryCondition(
	chance: Chance,
	document: Document,
	found: Standing,
	here: { readonly declaration: Path; readonly condition: Path },
): RandomOperation | null {
	const { declaration } = inRule(document, found.path);
	const others = holders(document).filter(
		({ kind, path, isReached }) =>
			conditionHolders.has(kind) &&
			isReached &&
			startsWith(path, declaration) &&
			!startsWith(path, found.path) &&
			path.join() !== found.holder.path.join(),
	);
	if (others.length === 0) return null;
	const target = chance.pick(others);
	const into = inRule(document, target.path).inner;
	const to = chance.below(target.parts.length + 1);
	return { operation: { kind: 'move-condition', ...here, to, into }, about: found.kind };
}

function startsWith(path: readonly number[], start: readonly number[]): boolean {
	return start.every((index, at) => path[at] === index);
}
