import type {
	ActiveClause,
	AmountCondition,
	AnniversaryCondition,
	AttributeCondition,
	Between,
	Comparison,
	DayTime,
	MemberFactCondition,
	MembershipCondition,
	Missing,
	NumberLiteral,
	PurchaseNumberCondition,
	StoreCondition,
	StoreRef,
	TimeRange,
} from '#grammar';
import { type Catalog, unreachable } from '#compiler';
import { plainText, proseOfCondition } from '#compiler/service';
import type { DrawnCondition } from './drawn.ts';
import { hole, joined, namePart, text, value } from './parts.ts';
import type { Part } from './view.ts';
import { capital, datesWords, groupDigits, isMissing, literalWords, operatorWords, timeWords } from './words.ts';

/** What sentences need to know besides the tree. */
export interface SentenceScope {
	/** ISO 4217; empty while the program does not say it. */
	readonly currency: string;
	/** The cart filters that count units or another number instead of money. */
	readonly numberFilters: ReadonlySet<string>;
	readonly catalog: Catalog | null;
}

/** A condition as a sentence whose values are slots. */
export function conditionParts(condition: DrawnCondition, scope: SentenceScope): Part[] {
	switch (condition.kind) {
		case 'always':
			return [text('Every transaction qualifies')];
		case 'day-time':
			return [text('On'), ...joined(condition.alternatives.map(dayTimePart))];
		case 'order-type':
		case 'channel':
		case 'tier':
		case 'segment':
			return membershipParts(condition);
		case 'store':
			return storeParts(condition, scope.catalog);
		case 'spend':
		case 'quantity':
			return amountParts(condition, scope);
		case 'birthday':
		case 'anniversary':
			return anniversaryParts(condition);
		case 'purchase-number':
			return purchaseNumberParts(condition);
		case 'member-fact':
			return factParts(condition, scope.currency);
		case 'attribute':
			return attributeParts(condition);
		default:
			return unreachable(condition);
	}
}

/** The dates of a rule as one slot. */
export function activeParts(active: ActiveClause | null): Part[] {
	const from = active?.from;
	const until = active?.until;
	const by = active?.by;
	if (isMissing(by)) return [text('By'), hole(by)];
	if (by && !isMissing(from) && !isMissing(until)) {
		return [text(`By ${by.text}:`), value(datesWords(from ?? null, until ?? null))];
	}
	if (isMissing(from)) return [hole(from)];
	if (isMissing(until)) return [hole(until)];
	return [value(datesWords(from ?? null, until ?? null))];
}

/** A sentence without its slots: what is read aloud and searched. */
export function plainSentence(parts: readonly Part[]): string {
	return parts.map((part) => (part.kind === 'value' && part.missing ? `(${part.missing})` : part.text)).join(' ');
}

const membershipNouns = { 'order-type': 'Order type', channel: 'Channel', tier: 'Tier', segment: 'Segment' } as const;

function membershipParts({ kind, negated, names }: MembershipCondition): Part[] {
	return [text(`${membershipNouns[kind]} ${negated ? 'is not' : 'is'}`), ...joined(names.map(namePart))];
}

function storeParts({ negated, places }: StoreCondition, catalog: Catalog | null): Part[] {
	return [text(negated ? 'Store is not' : 'Store is'), ...joined(places.map((place) => placePart(place, catalog)))];
}

function placePart(place: StoreRef | Missing, catalog: Catalog | null): Part {
	if (place.kind === 'missing') return hole(place);
	if (place.name.kind === 'missing') return hole(place.name);
	if (place.by === 'chain') return value(`any ${place.name.text}`);
	const id = place.name.text;
	return value(catalog?.stores.find((store) => store.id === id)?.name ?? id);
}

function amountParts({ kind, filter, test }: AmountCondition, { currency, numberFilters }: SentenceScope): Part[] {
	const isMoney = kind === 'spend' && !(filter.kind === 'name' && numberFilters.has(filter.text));
	return [namePart(filter), text(`${kind} is`), ...testParts(test, isMoney ? currency : '')];
}

/** What a number is compared with, in slots. `unit` stands before each number. */
function testParts(test: Comparison | Between | Missing, unit: string): Part[] {
	if (test.kind === 'missing') return [hole(test)];
	if (test.kind === 'between')
		return [text('between'), numberPart(test.low, unit), text('and'), numberPart(test.high, unit)];
	const words = operatorWords[test.operator.text];
	if (test.value.kind === 'missing') return [text(words), hole(test.value)];
	return [value(`${words} ${amountText(test.value, unit)}`)];
}

function numberPart(literal: NumberLiteral | Missing, unit: string): Part {
	return literal.kind === 'missing' ? hole(literal) : value(amountText(literal, unit));
}

function amountText(literal: NumberLiteral, unit: string): string {
	return `${unit === '' ? '' : `${unit}\u00a0`}${literalWords(literal)}`;
}

function purchaseNumberParts({ isEvery, number }: PurchaseNumberCondition): Part[] {
	if (number.kind === 'missing') return [text(`Purchase number is${isEvery ? ' every' : ''}`), hole(number)];
	return [text('Purchase number is'), value(`${isEvery ? 'every ' : ''}${groupDigits(number.digits)}`)];
}

function factParts({ fact, test }: MemberFactCondition, currency: string): Part[] {
	const isMoney = fact.kind === 'word' && fact.text === 'lifetime spend';
	const name = fact.kind === 'missing' ? hole(fact) : value(capital(fact.text));
	const isSeveral = fact.kind === 'word' && /^days|points$/.test(fact.text);
	return [name, text(isSeveral ? 'are' : 'is'), ...testParts(test, isMoney ? currency : '')];
}

function attributeParts({ name, test }: AttributeCondition): Part[] {
	if (!test) return [value(name.text), text('is set')];
	if (test.kind !== 'attribute-is') return [value(name.text), text('is'), ...testParts(test, '')];
	return [value(name.text), text(test.negated ? 'is not' : 'is'), ...joined(test.values.map(namePart))];
}

/** What a group of conditions is called, and what stands between them. */
export const groupWords = {
	any: { title: 'Any of these', one: 'Any of these', between: 'or' },
	all: { title: 'All of these', one: 'All of these', between: 'and' },
	not: { title: 'None of these', one: 'Not this', between: 'nor' },
} as const;

/** A group of conditions in words, with everything in it. */
export function groupSentence(condition: Parameters<typeof proseOfCondition>[0], currency: string): string {
	return plainText(proseOfCondition(condition, currency || null));
}

function anniversaryParts({ kind, window }: AnniversaryCondition): Part[] {
	const day = kind === 'birthday' ? 'Birthday' : 'Anniversary of joining';
	if (window.kind === 'missing') return [text(`${day} is`), hole(window)];
	if (window.kind === 'word') return [text(`${day} is`), value(window.text)];
	if (window.days.kind === 'missing') return [text(`${day} is within`), hole(window.days), text('days')];
	const days = literalWords(window.days);
	return [text(`${day} is`), value(`within ${days} ${days === '1' ? 'day' : 'days'}`)];
}

function dayTimePart({ days, between }: DayTime): Part {
	const covered: string[] = [];
	for (const range of days === 'any' ? [] : days) {
		if (range.kind === 'missing') return hole(range);
		if (isMissing(range.last)) return hole(range.last);
		covered.push(range.last ? `${range.first.text} to ${range.last.text}` : range.first.text);
	}
	if (isMissing(between?.from)) return hole(between.from);
	if (isMissing(between?.until)) return hole(between.until);
	const words = days === 'any' ? 'any day' : covered.join(', ');
	return value(between ? `${words}, ${rangeOfTimes(between)}` : words);
}

function rangeOfTimes({ from, until }: TimeRange): string {
	if (from.kind === 'missing' || until.kind === 'missing') return '';
	return `${timeWords(from.minute)}–${timeWords(until.minute)}`;
}
