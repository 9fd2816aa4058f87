/**
 * Sets of transactions as unions of boxes. A box says for some facts which values they may have, each by itself; a fact that it
 * does not name may have any value or be missing.
 *
 * The only two facts that are known to hang together are the date and the minute of the week. Others do as well (the spend of
 * two filters, a tier and its points): a box may therefore be empty without being known to be, but never the reverse.
 */
import {
	type Axis,
	hasValue,
	intersectSets,
	isEmptySet,
	subtractSets,
	uniteSets,
	type Value,
	type ValueSet,
} from './axes.ts';
import { NO_COUNTS } from './counts.ts';
import { neverMeet } from './week.ts';

/** By the keys of the axes. */
export type Box = ReadonlyMap<string, Constraint>;

export interface Constraint {
	readonly axis: Axis;
	readonly set: ValueSet;
	/** The fact may be missing too. Never so where a condition asks for it. */
	readonly orMissing: boolean;
}

/** What is in any of the boxes, which may overlap. */
export type Boxes = readonly Box[];

/** More boxes than this are not computed with: the answer is then that nothing is known. */
export const MOST_BOXES = 64;

/** The box of every transaction. */
export const EVERY_TRANSACTION: Box = new Map();

/** The transactions whose value on an axis is in a set. */
export function boxOf(axis: Axis, set: ValueSet): Boxes {
	if (isEmptySet(set)) return [];
	if (!axis.mayBeMissing && subtractSets(axis.domain, set).length === 0) return [EVERY_TRANSACTION];
	return [new Map([[axis.key, { axis, set, orMissing: false }]])];
}

/** Says whether a box is known to have no transaction in it. */
export function isEmpty(box: Box): boolean {
	for (const { set, orMissing } of box.values()) if (!orMissing && isEmptySet(set)) return true;
	const date = box.get('date')?.set;
	const week = box.get('week')?.set;
	return date?.kind === 'ordered' && week?.kind === 'ordered' && neverMeet(date.stretches, week.stretches);
}

/** The transactions in both; null where there are too many boxes to tell. */
export function intersect(a: Boxes, b: Boxes): Boxes | null {
	if (a.length * b.length > MOST_BOXES * MOST_BOXES) return null;
	const found: Box[] = [];
	for (const one of a) {
		for (const other of b) {
			const both = intersectBox(one, other);
			if (both) found.push(both);
			if (found.length > MOST_BOXES) return null;
		}
	}
	return found;
}

/** The transactions in all of some unions; null where there are too many boxes to tell. */
export function intersectAll(all: Iterable<Boxes>): Boxes | null {
	let result: Boxes | null = [EVERY_TRANSACTION];
	// Single boxes first: as long as there is one, another one makes no more.
	for (const boxes of [...all].sort((a, b) => a.length - b.length)) {
		result = intersect(result, boxes);
		if (!result) return null;
	}
	return result;
}

/** The transactions in either; null where there are too many boxes to tell. */
export function unite(all: Iterable<Boxes>): Boxes | null {
	const found: Box[] = [];
	for (const boxes of all) {
		for (const box of boxes) {
			if (box.size === 0) return [EVERY_TRANSACTION];
			if (!mergeInto(found, box)) found.push(box);
			if (found.length > MOST_BOXES) return null;
		}
	}
	return found.flatMap((box) => normal(box));
}

/** Says whether every transaction of a box is in one of the boxes of a cover. True only where that is certain. */
export function covers(cover: Boxes, box: Box): boolean {
	if (cover.some((one) => isWithin(box, one))) return true;
	if (cover.length < 2 || leavesMissing(cover, box)) return isEmpty(box);
	let left: Box[] = [box];
	for (const one of cover) {
		left = left.flatMap((piece) => subtractBox(piece, one));
		if (left.length === 0) return true;
		if (left.length > MOST_BOXES) return false;
	}
	return left.every(isEmpty);
}

/** Says whether one box has nothing outside another, axis by axis. */
function isWithin(box: Box, other: Box): boolean {
	for (const [key, { set, orMissing }] of other) {
		const own = box.get(key);
		if (!own || (own.orMissing && !orMissing) || subtractSets(own.set, set).length > 0) return false;
	}
	return true;
}

/** Says whether all of a cover asks for a fact that may be missing in the box. */
function leavesMissing([first, ...others]: Boxes, box: Box): boolean {
	if (!first) return true;
	for (const [key, { axis, orMissing }] of first) {
		if (box.has(key) || orMissing || !axis.mayBeMissing) continue;
		if (others.every((other) => other.get(key)?.orMissing === false)) return true;
	}
	return false;
}

/** Says whether every transaction of some boxes is in one of the boxes of a cover. True only where that is certain. */
export function coversAll(cover: Boxes, boxes: Boxes): boolean {
	return boxes.every((box) => covers(cover, box));
}

/** The keys of the axes that some boxes narrow; the date and the minute of the week, which hang together, are one. */
export function factsOf(boxes: Boxes): ReadonlySet<string> {
	const facts = new Set<string>();
	for (const box of boxes) for (const key of box.keys()) facts.add(key === 'date' ? 'week' : key);
	return facts;
}

/** A transaction: the value of an axis, null where the fact is missing. */
export type Point = (axis: Axis) => Value | null;

/** Says whether a transaction is in one of some boxes. */
export function holdsIn(boxes: Boxes, point: Point): boolean {
	return boxes.some((box) =>
		[...box.values()].every(({ axis, set, orMissing }) => {
			const value = point(axis);
			return value === null ? orMissing : hasValue(set, value);
		}),
	);
}

function intersectBox(a: Box, b: Box): Box | null {
	if (a.size === 0) return b;
	if (b.size === 0) return a;
	const both = new Map(a);
	for (const [key, constraint] of b) {
		const before = both.get(key);
		const met = before ? intersectConstraints(before, constraint) : constraint;
		if (!met.orMissing && isEmptySet(met.set)) return null;
		both.set(key, met);
	}
	return isEmpty(both) ? null : both;
}

function intersectConstraints(a: Constraint, b: Constraint): Constraint {
	return { axis: a.axis, set: intersectSets(a.set, b.set), orMissing: a.orMissing && b.orMissing };
}

function areApart(a: Box, b: Box): boolean {
	for (const [key, { set, orMissing }] of b) {
		const own = a.get(key);
		if (own && !(own.orMissing && orMissing) && isEmptySet(intersectSets(own.set, set))) return true;
	}
	return false;
}

/** What of a box is outside another: cut away axis by axis, so that no two pieces overlap but those of one axis. */
function subtractBox(box: Box, other: Box): Box[] {
	if (areApart(box, other)) return [box];
	const pieces: Box[] = [];
	let inside = box;
	for (const [key, constraint] of other) {
		const { axis } = constraint;
		const before = inside.get(key) ?? { axis, set: axis.domain, orMissing: axis.mayBeMissing };
		const rests: Constraint[] = subtractSets(before.set, constraint.set).map((set) => ({ axis, set, orMissing: false }));
		if (before.orMissing && !constraint.orMissing) rests.push({ axis, set: NO_VALUE[before.set.kind], orMissing: true });
		for (const rest of rests) {
			const piece = new Map(inside).set(key, rest);
			if (!isEmpty(piece)) pieces.push(piece);
		}
		inside = new Map(inside).set(key, intersectConstraints(before, constraint));
	}
	return pieces;
}

const NO_VALUE: { readonly [K in ValueSet['kind']]: ValueSet } = {
	ordered: { kind: 'ordered', stretches: [] },
	names: { kind: 'names', listed: true, names: new Set() },
	counts: { kind: 'counts', counts: NO_COUNTS },
};

/** Puts a box on one axis together with another one on the same, which keeps unions of simple conditions small. */
function mergeInto(found: Box[], box: Box): boolean {
	const [only] = box.values();
	if (!only || box.size > 1) return false;
	const { key } = only.axis;
	const at = found.findIndex((other) => other.size === 1 && other.has(key));
	const other = found[at]?.get(key);
	const set = other && uniteSets(other.set, only.set);
	if (!set) return false;
	found[at] = new Map([[key, { axis: only.axis, set, orMissing: other.orMissing || only.orMissing }]]);
	return true;
}

/** A box on one axis that leaves nothing out is the box of everything. */
function normal(box: Box): Boxes {
	const [only] = box.values();
	return only && box.size === 1 && !only.orMissing ? boxOf(only.axis, only.set) : [box];
}
