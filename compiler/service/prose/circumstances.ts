import type {
	AnniversaryCondition,
	Condition,
	DayRange,
	DayTime,
	DayTimeCondition,
	GroupCondition,
	MembershipCondition,
	Missing,
	StoreCondition,
	TimeRange,
} from '#grammar';
import { unreachable } from '../../domain/unreachable.ts';
import { groupPhrases } from './groups.ts';
import { counted, dayText, HOLE, nameText, part, type ProsePart, spoken, timeText } from './words.ts';

/** A condition that says when, where or how: it follows a verb. */
export type Circumstance =
	| DayTimeCondition
	| StoreCondition
	| AnniversaryCondition
	| (MembershipCondition & { readonly kind: 'order-type' | 'channel' })
	| (GroupCondition & { readonly conditions: readonly Circumstance[] });

/** Says whether a condition, with everything in it, says when, where or how. */
export function isCircumstance(condition: Condition): condition is Circumstance {
	if (condition.kind === 'any' || condition.kind === 'all' || condition.kind === 'not') {
		return condition.conditions.length > 0 && condition.conditions.every(isCircumstance);
	}
	return SIMPLE.has(condition.kind);
}

const SIMPLE: ReadonlySet<Condition['kind']> = new Set<Circumstance['kind']>([
	'day-time',
	'order-type',
	'channel',
	'store',
	'birthday',
	'anniversary',
]);

/** When, where and how, as it follows a verb: `on Saturdays`, `through app or web`. */
export function circumstanceParts(condition: Circumstance): ProsePart[] {
	switch (condition.kind) {
		case 'any':
		case 'all':
			return groupPhrases(condition.kind, condition.conditions.map(circumstanceParts));
		case 'not': {
			const inner = condition.conditions.map(circumstanceParts);
			return inner.length === 1 ? [{ text: 'not ' }, ...inner.flat()] : groupPhrases('not', inner);
		}
		case 'day-time':
			return [part(daysText(condition), condition)];
		case 'order-type':
			return [part(`with ${anyBut(condition, 'order type')}`, condition)];
		case 'channel':
			return [part(`through ${condition.negated ? anyBut(condition, 'channel') : namesText(condition, 'or')}`, condition)];
		case 'store':
			return [part(storeText(condition), condition)];
		case 'birthday':
		case 'anniversary':
			return [part(anniversaryText(condition, 'their'), condition)];
		default:
			return unreachable(condition);
	}
}

/** The names of a condition as a list. */
export function namesText({ names }: MembershipCondition, conjunction: 'and' | 'or'): string {
	return spoken(names.map(nameText), conjunction);
}

function anyBut(condition: MembershipCondition, noun: string): string {
	return condition.negated ? `any ${noun} except ${namesText(condition, 'and')}` : `${noun} ${namesText(condition, 'or')}`;
}

function storeText({ negated, places }: StoreCondition): string {
	const words = places.map((place) => {
		if (place.kind === 'missing') return HOLE;
		if (place.by === 'store') return nameText(place.name);
		return negated ? `those of ${nameText(place.name)}` : `any store of ${nameText(place.name)}`;
	});
	return negated ? `at any store except ${spoken(words, 'and')}` : `at ${spoken(words, 'or')}`;
}

/** `within 3 days of their birthday`, `on the anniversary of their joining`. */
export function anniversaryText({ kind, window }: AnniversaryCondition, whose: string): string {
	const day = kind === 'birthday' ? `${whose} birthday` : `the anniversary of ${whose} joining`;
	switch (window.kind) {
		case 'missing':
			return `around ${day} (${HOLE})`;
		case 'within':
			return `within ${counted(window.days, 'day')} of ${day}`;
		case 'word':
			if (window.text === 'today') return `on ${day}`;
			return kind === 'birthday' ? `in ${day} month` : `in the month of ${day}`;
		default:
			return unreachable(window);
	}
}

/** `on Mondays to Fridays between 11:00 and 14:00 or on Saturdays`. */
export function daysText({ alternatives }: Pick<DayTimeCondition, 'alternatives'>): string {
	return alternatives.map(alternativeText).join(' or ') || HOLE;
}

function alternativeText({ days, between }: DayTime): string {
	const hours = between ? hoursText(between) : '';
	if (days === 'any') return hours || 'on any day';
	const on = `on ${spoken(days.map(rangeText), 'and')}`;
	return hours ? `${on} ${hours}` : on;
}

/** `between 11:00 and 14:00`. */
export function hoursText({ from, until }: TimeRange): string {
	return `between ${timeText(from)} and ${timeText(until)}`;
}

/** `Mondays to Fridays`. */
export function rangeText(range: DayRange | Missing): string {
	if (range.kind === 'missing') return HOLE;
	const first = dayText(range.first.text);
	if (!range.last) return first;
	return `${first} to ${range.last.kind === 'missing' ? HOLE : dayText(range.last.text)}`;
}
