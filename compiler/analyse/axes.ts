/** One fact of a transaction that conditions can ask about, and sets of its values. */
import { unreachable } from '../domain/unreachable.ts';
import { type Counts, hasCount, intersectCounts, isEmptyCounts, subtractCounts } from './counts.ts';
import { type Cut, holdsAt, intersectStretches, type Stretches, subtractStretches, uniteStretches } from './stretches.ts';

/** What kind of fact an axis is. */
export type Fact =
	| 'week'
	| 'date'
	| 'event'
	| 'channel'
	| 'order-type'
	| 'store'
	| 'chain'
	| 'tier'
	| 'segment'
	| 'spend'
	| 'quantity'
	| 'birthday'
	| 'anniversary'
	| 'purchase-number'
	| 'member-fact'
	| 'attribute'
	/** A condition that nothing is known of: it holds or it does not. */
	| 'opaque';

export interface Axis {
	/** Two axes with one key are one. */
	readonly key: string;
	readonly fact: Fact;
	/** Every value that the fact can have. */
	readonly domain: ValueSet;
	/** A transaction may come without the fact: whatever asks for it is then unknown. */
	readonly mayBeMissing: boolean;
}

/** Some values of one axis. */
export type ValueSet = OrderedSet | NameSet | CountSet;
export interface OrderedSet {
	readonly kind: 'ordered';
	readonly stretches: Stretches;
}
export interface NameSet {
	readonly kind: 'names';
	/** `listed`: these names and no others. Otherwise every name but these, of which there are always more. */
	readonly listed: boolean;
	readonly names: ReadonlySet<string>;
}
export interface CountSet {
	readonly kind: 'counts';
	readonly counts: Counts;
}

/** A value: a name, a purchase number, or the cut before it on an ordered axis. */
export type Value = string | Cut;

/** The names of a list and no others. */
export function listedNames(names: Iterable<string>): NameSet {
	return { kind: 'names', listed: true, names: new Set(names) };
}

/** Any name there can be. */
export const ANY_NAME: NameSet = { kind: 'names', listed: false, names: new Set() };

/** The values of some stretches. */
export function ordered(stretches: Stretches): OrderedSet {
	return { kind: 'ordered', stretches };
}

/** Says whether a set has no value. */
export function isEmptySet(set: ValueSet): boolean {
	switch (set.kind) {
		case 'ordered':
			return set.stretches.length === 0;
		case 'names':
			return set.listed && set.names.size === 0;
		case 'counts':
			return isEmptyCounts(set.counts);
		default:
			return unreachable(set);
	}
}

/** Says whether a value is in a set. */
export function hasValue(set: ValueSet, value: Value): boolean {
	switch (set.kind) {
		case 'ordered':
			return typeof value !== 'string' && holdsAt(set.stretches, value);
		case 'names':
			return typeof value === 'string' && set.names.has(value) === set.listed;
		case 'counts':
			return typeof value === 'bigint' && hasCount(set.counts, value);
		default:
			return unreachable(set);
	}
}

/** What is in both sets of one axis. */
export function intersectSets(a: ValueSet, b: ValueSet): ValueSet {
	if (a.kind === 'ordered' && b.kind === 'ordered') return ordered(intersectStretches(a.stretches, b.stretches));
	if (a.kind === 'names' && b.kind === 'names') return intersectNames(a, b);
	if (a.kind === 'counts' && b.kind === 'counts') return { kind: 'counts', counts: intersectCounts(a.counts, b.counts) };
	throw new Error('Sets of two axes were compared');
}

/** What is in `a` and not in `b`, sets of one axis: the union of what is answered. */
export function subtractSets(a: ValueSet, b: ValueSet): ValueSet[] {
	if (a.kind === 'ordered' && b.kind === 'ordered') {
		const rest = ordered(subtractStretches(a.stretches, b.stretches));
		return isEmptySet(rest) ? [] : [rest];
	}
	if (a.kind === 'names' && b.kind === 'names') {
		const rest = intersectNames(a, { ...b, listed: !b.listed });
		return isEmptySet(rest) ? [] : [rest];
	}
	if (a.kind === 'counts' && b.kind === 'counts')
		return subtractCounts(a.counts, b.counts).map((counts) => ({ kind: 'counts', counts }));
	throw new Error('Sets of two axes were compared');
}

/** What is in either of two sets of one axis, where that is a set again. */
export function uniteSets(a: ValueSet, b: ValueSet): ValueSet | null {
	if (a.kind === 'ordered' && b.kind === 'ordered') return ordered(uniteStretches(a.stretches, b.stretches));
	if (a.kind !== 'names' || b.kind !== 'names') return null;
	// The union leaves out what both leave out.
	const outside = intersectNames({ ...a, listed: !a.listed }, { ...b, listed: !b.listed });
	return { ...outside, listed: !outside.listed };
}

function intersectNames(a: NameSet, b: NameSet): NameSet {
	if (!a.listed && !b.listed) return { kind: 'names', listed: false, names: new Set([...a.names, ...b.names]) };
	const [list, other] = a.listed ? [a, b] : [b, a];
	return listedNames([...list.names].filter((name) => other.names.has(name) === other.listed));
}
