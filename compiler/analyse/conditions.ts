/** From conditions to boxes: the transactions for which a condition holds, and those for which it fails. In the rest it is unknown. */
import type {
	AmountCondition,
	AnniversaryCondition,
	AttributeCondition,
	Condition,
	DayTimeCondition,
	GroupCondition,
	MemberFactCondition,
	MembershipCondition,
	Missing,
	Name,
	NumberLiteral,
	PurchaseNumberCondition,
	StoreCondition,
} from '#grammar';
import { unreachable } from '../domain/unreachable.ts';
import { type Axis, intersectSets, listedNames, ordered, subtractSets, type ValueSet } from './axes.ts';
import { IN_THE_MONTH, ON_THE_DAY, withinDays } from './birthday-codes.ts';
import { type Boxes, boxOf, EVERY_TRANSACTION, intersectAll, unite } from './boxes.ts';
import { ALL_COUNTS } from './counts.ts';
import {
	ANNIVERSARY,
	BIRTHDAY,
	CHAIN,
	KeptPerProgram,
	NO,
	type NumberAxis,
	type ProgramAxes,
	PURCHASE_NUMBER,
	STORE,
	WEEK,
	YES,
} from './program-axes.ts';
import { NOTHING, uniteStretches } from './stretches.ts';
import { passing } from './comparisons.ts';
import { windowMinutes } from './week.ts';

/** Which of the two sure answers of a condition is meant; a condition on a missing fact gives neither. */
export type Verdict = 'holds' | 'fails';

/**
 * The transactions for which a condition surely holds, or surely fails; null where there are too many boxes to tell. A condition
 * with an error in it is one of which nothing is known: it may hold and it may fail.
 */
export function conditionBoxes(condition: Condition, axes: ProgramAxes, verdict: Verdict = 'holds'): Boxes | null {
	return kept[verdict].get(condition, axes, () => boxesOf(condition, axes, verdict));
}

const kept = {
	holds: new KeptPerProgram<Condition, Boxes | null>(),
	fails: new KeptPerProgram<Condition, Boxes | null>(),
} satisfies Record<Verdict, unknown>;

function boxesOf(condition: Condition, axes: ProgramAxes, verdict: Verdict): Boxes | null {
	if (isGroup(condition) && condition.conditions.length > 0) return groupBoxes(condition, axes, verdict);
	const sides = (isGroup(condition) ? null : simpleSides(condition, axes)) ?? opaqueSides(condition, axes);
	return sides[verdict];
}

/** The transactions for which every condition of a list holds; null where there are too many boxes to tell. */
export function allHold(conditions: readonly Condition[], axes: ProgramAxes): Boxes | null {
	return combined(conditions, axes, 'holds', intersectAll);
}

/** `any` fails where all fail, `all` where one fails; `not` holds where all fail, and fails where one holds. */
function groupBoxes({ kind, conditions }: GroupCondition, axes: ProgramAxes, verdict: Verdict): Boxes | null {
	const inner: Verdict = kind === 'not' ? (verdict === 'holds' ? 'fails' : 'holds') : verdict;
	const isUnion = (kind === 'any') === (verdict === 'holds');
	return combined(conditions, axes, inner, isUnion ? unite : intersectAll);
}

/** Longer lists count as too many boxes: nobody reads them, and what takes them together would grow faster than they do. */
const MOST_CONDITIONS = 500;

function combined(
	conditions: readonly Condition[],
	axes: ProgramAxes,
	verdict: Verdict,
	combine: (all: Iterable<Boxes>) => Boxes | null,
): Boxes | null {
	if (conditions.length > MOST_CONDITIONS) return null;
	const all: Boxes[] = [];
	for (const condition of conditions) {
		const boxes = conditionBoxes(condition, axes, verdict);
		if (!boxes) return null;
		all.push(boxes);
	}
	return combine(all);
}

interface Sides {
	readonly holds: Boxes;
	readonly fails: Boxes;
}

const ALWAYS: Sides = { holds: [EVERY_TRANSACTION], fails: [] };

function opaqueSides(condition: Condition, axes: ProgramAxes): Sides {
	const axis = axes.opaque(condition);
	return { holds: boxOf(axis, YES), fails: boxOf(axis, NO) };
}

/** On one axis: these values against all others that the fact can have. */
function sidesOf(axis: Axis, set: ValueSet): Sides {
	const within = intersectSets(axis.domain, set);
	return { holds: boxOf(axis, within), fails: subtractSets(axis.domain, within).flatMap((rest) => boxOf(axis, rest)) };
}

function exchanged({ holds, fails }: Sides): Sides {
	return { holds: fails, fails: holds };
}

/** Null where the condition is not whole, or has an error that is reported elsewhere. */
function simpleSides(condition: Exclude<Condition, GroupCondition>, axes: ProgramAxes): Sides | null {
	switch (condition.kind) {
		case 'always':
			return ALWAYS;
		case 'raw':
			return null;
		case 'day-time':
			return dayTimeSides(condition, axes);
		case 'order-type':
		case 'channel':
		case 'tier':
		case 'segment':
			return membershipSides(condition, axes);
		case 'store':
			return storeSides(condition);
		case 'spend':
		case 'quantity':
			return amountSides(condition, axes);
		case 'birthday':
		case 'anniversary':
			return birthdaySides(condition);
		case 'purchase-number':
			return purchaseNumberSides(condition);
		case 'member-fact':
			return memberFactSides(condition, axes);
		case 'attribute':
			return attributeSides(condition, axes);
		default:
			return unreachable(condition);
	}
}

function dayTimeSides({ alternatives }: DayTimeCondition, { dayStarts }: ProgramAxes): Sides | null {
	let all = NOTHING;
	for (const alternative of alternatives) {
		const minutes = windowMinutes(alternative, dayStarts);
		if (!minutes) return null;
		all = uniteStretches(all, minutes);
	}
	return sidesOf(WEEK, ordered(all));
}

/** The texts of some names; null where one is missing, or there are none. */
function textsOf(names: readonly (Name | Missing)[]): string[] | null {
	const texts = names.flatMap((name) => (name.kind === 'name' ? [name.text] : []));
	return texts.length < names.length || texts.length === 0 ? null : texts;
}

function membershipSides({ kind, names, negated }: MembershipCondition, axes: ProgramAxes): Sides | null {
	const texts = textsOf(names);
	if (!texts) return null;
	const sides = kind === 'segment' ? segmentSides(texts, axes) : listSides(axisOfNames(kind, axes), texts);
	return sides && negated ? exchanged(sides) : sides;
}

function axisOfNames(kind: 'order-type' | 'channel' | 'tier', axes: ProgramAxes): Axis | null {
	if (kind === 'channel') return axes.channel();
	return kind === 'tier' ? axes.tier() : axes.orderType();
}

function listSides(axis: Axis | null, texts: readonly string[]): Sides | null {
	if (!axis) return null;
	const set = listedNames(texts);
	// A name that the axis does not have is an error of its own.
	return subtractSets(set, axis.domain).length > 0 ? null : sidesOf(axis, set);
}

/** A member may be in several segments: in one of these, or in none of them. */
function segmentSides(texts: readonly string[], axes: ProgramAxes): Sides | null {
	const segments = texts.map((text) => axes.segment(text));
	const known = segments.filter((axis) => axis !== null);
	if (known.length < segments.length) return null;
	const fails = intersectAll(known.map((axis) => boxOf(axis, NO)));
	return fails && { holds: known.flatMap((axis) => boxOf(axis, YES)), fails };
}

/** Listed by its id or by its chain. Without a store the chain says nothing. */
function storeSides({ places, negated }: StoreCondition): Sides | null {
	const named = (by: 'store' | 'chain') => {
		const found = places.filter((place) => place.kind === 'store-ref' && place.by === by);
		return found.map((place) => (place.kind === 'store-ref' ? place.name : place));
	};
	if (places.some((place) => place.kind === 'missing' || place.name.kind === 'missing')) return null;
	const [stores, chains] = [textsOf(named('store')) ?? [], textsOf(named('chain')) ?? []];
	if (stores.length + chains.length === 0) return null;
	const byStore = sidesOf(STORE, listedNames(stores));
	const byChain = sidesOf(CHAIN, listedNames(chains));
	const ofChain = intersectAll([boxOf(STORE, STORE.domain), byChain.holds]);
	const fails = intersectAll([byStore.fails, byChain.fails]);
	if (!ofChain || !fails) return null;
	const sides = { holds: [...byStore.holds, ...ofChain], fails };
	return negated ? exchanged(sides) : sides;
}

function amountSides({ kind, filter, test }: AmountCondition, axes: ProgramAxes): Sides | null {
	if (filter.kind === 'missing') return null;
	return testSides(kind === 'spend' ? axes.spend(filter.text) : axes.quantity(filter.text), test);
}

function memberFactSides({ fact, test }: MemberFactCondition, axes: ProgramAxes): Sides | null {
	return fact.kind === 'missing' ? null : testSides(axes.memberFact(fact.text), test);
}

function testSides(number: NumberAxis | null, test: AmountCondition['test']): Sides | null {
	if (!number) return null;
	const stretches = passing(test, number.place);
	return stretches && sidesOf(number.axis, ordered(stretches));
}

function birthdaySides({ kind, window }: AnniversaryCondition): Sides | null {
	const axis = kind === 'birthday' ? BIRTHDAY : ANNIVERSARY;
	if (window.kind === 'missing') return null;
	if (window.kind === 'word') return sidesOf(axis, ordered(window.text === 'today' ? ON_THE_DAY : IN_THE_MONTH));
	const days = wholeNumber(window.days);
	return days === null ? null : sidesOf(axis, ordered(withinDays(Number(days))));
}

function purchaseNumberSides({ isEvery, number }: PurchaseNumberCondition): Sides | null {
	const count = wholeNumber(number);
	if (count === null) return null;
	const counts = isEvery ? { ...ALL_COUNTS, multipleOf: count } : { ...ALL_COUNTS, exactly: count };
	return sidesOf(PURCHASE_NUMBER, { kind: 'counts', counts });
}

/** A whole number from 1; null for any other. */
function wholeNumber(literal: NumberLiteral | Missing): bigint | null {
	if (literal.kind === 'missing' || literal.percent || !/^\d+$/.test(literal.digits)) return null;
	const value = BigInt(literal.digits);
	return value < 1n ? null : value;
}

function attributeSides({ name, test }: AttributeCondition, axes: ProgramAxes): Sides | null {
	if (!test) {
		const axis = axes.flag(name.text);
		return axis && sidesOf(axis, YES);
	}
	if (test.kind !== 'attribute-is') return testSides(axes.numberAttribute(name.text), test);
	const texts = textsOf(test.values);
	const sides = texts && listSides(axes.namedAttribute(name.text), texts);
	return sides && test.negated ? exchanged(sides) : sides;
}

/** Says whether a condition is made of others. */
export function isGroup(condition: Condition): condition is GroupCondition {
	return condition.kind === 'any' || condition.kind === 'all' || condition.kind === 'not';
}
