import type {
	Condition,
	DayRange,
	DayTime,
	DayTimeCondition,
	MembershipCondition,
	Missing,
	Name,
	Operator,
	RawClause,
	SpendCondition,
	StoreCondition,
	StoreRef,
} from '#grammar';
import { unreachable } from '../../domain/unreachable.ts';
import {
	capital,
	counted,
	dayText,
	HOLE,
	moneyText,
	nameText,
	type ProsePart,
	spoken,
	spokenParts,
	timeText,
} from './words.ts';

/** A condition as the sentence of a card: `Tier is Gold or Platinum`. Names are parts of their own. */
export function proseOfCondition(condition: Condition, currency: string | null = null): ProsePart[] {
	switch (condition.kind) {
		case 'raw':
			return [{ text: 'A condition written as text', span: condition.span }];
		case 'always':
			return [{ text: 'Always' }];
		case 'day-time':
			return [{ text: capital(daysText(condition)), span: condition.span }];
		case 'order-type':
		case 'channel':
		case 'tier':
			return [{ text: `${NOUNS[condition.kind]} ${is(condition)} ` }, ...spokenParts(condition.names.map(namePart), 'or')];
		case 'store':
			return [{ text: `Store ${is(condition)} ` }, ...spokenParts(condition.places.map(placePart), 'or')];
		case 'spend':
			return [
				{ text: 'Spend on ' },
				namePart(condition.filter),
				{ text: ' is ' },
				{ text: testText(condition, currency), span: condition.test.span },
			];
		case 'birthday':
			return [{ text: capital(birthdayText(condition, 'the member’s')), span: condition.span }];
		default:
			return unreachable(condition);
	}
}

const NOUNS = { 'order-type': 'Order type', channel: 'Channel', tier: 'Tier' } as const;

function is({ negated }: { readonly negated: boolean }): string {
	return negated ? 'is not' : 'is';
}

function namePart(name: Name | Missing): ProsePart {
	return { text: nameText(name), span: name.span };
}

function placePart(place: StoreRef | Missing): ProsePart {
	if (place.kind === 'missing') return { text: HOLE, span: place.span };
	return { text: place.by === 'chain' ? `chain ${nameText(place.name)}` : nameText(place.name), span: place.span };
}

/** When, where and how of a purchase, as it follows a verb: `on Saturdays`, `through app or web`; empty for `always`. */
export function circumstanceText(condition: Exclude<Condition, SpendCondition | RawClause>): string {
	switch (condition.kind) {
		case 'always':
			return '';
		case 'day-time':
			return daysText(condition);
		case 'order-type':
			return `with ${anyBut(condition, 'order type')}`;
		case 'channel':
			return condition.negated ? `through ${anyBut(condition, 'channel')}` : `through ${namesText(condition, 'or')}`;
		case 'tier':
			return `as members ${condition.negated ? 'outside' : 'of'} ${namesText(condition, 'or')}`;
		case 'store':
			return storeText(condition);
		case 'birthday':
			return birthdayText(condition, 'their');
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

/** What a member spends: `spend at least 50 AED on Food`. */
export function spendText(condition: SpendCondition, currency: string | null): string {
	return `spend ${testText(condition, currency)} on ${nameText(condition.filter)}`;
}

const COMPARISONS: Readonly<Record<Operator, string>> = {
	'=': 'exactly',
	'!=': 'any amount but',
	'<': 'less than',
	'<=': 'at most',
	'>': 'more than',
	'>=': 'at least',
};

function testText({ test }: SpendCondition, currency: string | null): string {
	switch (test.kind) {
		case 'missing':
			return HOLE;
		case 'comparison':
			return `${COMPARISONS[test.operator.text]} ${moneyText(test.value, currency)}`;
		case 'between':
			return `between ${moneyText(test.low, null)} and ${moneyText(test.high, currency)}`;
		default:
			return unreachable(test);
	}
}

function birthdayText({ window }: Extract<Condition, { kind: 'birthday' }>, whose: string): string {
	switch (window.kind) {
		case 'missing':
			return `around ${whose} birthday (${HOLE})`;
		case 'within':
			return `within ${counted(window.days, 'day')} of ${whose} birthday`;
		case 'word':
			return window.text === 'today' ? `on ${whose} birthday` : `in ${whose} birthday month`;
		default:
			return unreachable(window);
	}
}

function daysText({ alternatives }: DayTimeCondition): string {
	return alternatives.map(alternativeText).join(' or ') || HOLE;
}

function alternativeText({ days, between }: DayTime): string {
	const hours = between ? `between ${timeText(between.from)} and ${timeText(between.until)}` : '';
	if (days === 'any') return hours || 'on any day';
	const on = `on ${spoken(days.map(rangeText), 'and')}`;
	return hours ? `${on} ${hours}` : on;
}

function rangeText(range: DayRange | Missing): string {
	if (range.kind === 'missing') return HOLE;
	const first = dayText(range.first.text);
	if (!range.last) return first;
	return `${first} to ${range.last.kind === 'missing' ? HOLE : dayText(range.last.text)}`;
}
