import type {
	ActiveClause,
	AmountCondition,
	AnniversaryCondition,
	AttributeCondition,
	Between,
	Comparison,
	DayTime,
	GroupCondition,
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
import type { DrawnCondition } from './drawn.ts';
import { countDays } from '../messages/counted.ts';
import { filled, hole, inOneSlot, joined, namePart, text, value } from './parts.ts';
import type { Part } from './view.ts';
import { datesWords, groupDigits, isMissing, literalWords, operatorNames, shownDigits, timeShown, words } from './words.ts';

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
			return [text(words.always)];
		case 'day-time':
			return filled(words.on, { days: joined(condition.alternatives.map(dayTimePart)) });
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
	if (isMissing(by)) return [text(words.by), hole(by)];
	if (by && !isMissing(from) && !isMissing(until)) {
		const dates = [value(datesWords(from ?? null, until ?? null))];
		return filled(({ dates: place }) => words.datesBy({ name: by.text, dates: place }), { dates });
	}
	if (isMissing(from)) return [hole(from)];
	if (isMissing(until)) return [hole(until)];
	return [value(datesWords(from ?? null, until ?? null))];
}

/** A sentence without its slots: what is read aloud and searched. */
export function plainSentence(parts: readonly Part[]): string {
	return parts
		.map((part) => (part.kind === 'value' && part.missing ? words.perhaps({ expected: part.missing }) : part.text))
		.join(' ');
}

function membershipParts({ kind, negated, names }: MembershipCondition): Part[] {
	return filled((negated ? words.isNot : words.is)[kind], { names: joined(names.map(namePart)) });
}

function storeParts({ negated, places }: StoreCondition, catalog: Catalog | null): Part[] {
	const names = joined(places.map((place) => placePart(place, catalog)));
	return filled((negated ? words.isNot : words.is).store, { names });
}

function placePart(place: StoreRef | Missing, catalog: Catalog | null): Part {
	if (place.kind === 'missing') return hole(place);
	if (place.name.kind === 'missing') return hole(place.name);
	if (place.by === 'chain') return value(words.anyOfChain({ chain: place.name.text }));
	const id = place.name.text;
	return value(catalog?.stores.find((store) => store.id === id)?.name ?? id);
}

function amountParts({ kind, filter, test }: AmountCondition, { currency, numberFilters }: SentenceScope): Part[] {
	const isMoney = kind === 'spend' && !(filter.kind === 'name' && numberFilters.has(filter.text));
	return filled(words.amount[kind], { filter: [namePart(filter)], test: testParts(test, isMoney ? currency : '') });
}

/** What a number is compared with, in slots. `unit` stands before each number. */
function testParts(test: Comparison | Between | Missing, unit: string): Part[] {
	if (test.kind === 'missing') return [hole(test)];
	if (test.kind === 'between')
		return filled(words.tests.between, { low: [numberPart(test.low, unit)], high: [numberPart(test.high, unit)] });
	const say = words.tests[operatorNames[test.operator.text]];
	if (test.value.kind === 'missing') return filled(say, { amount: [hole(test.value)] });
	return [value(say({ amount: amountText(test.value, unit) }))];
}

function numberPart(literal: NumberLiteral | Missing, unit: string): Part {
	return literal.kind === 'missing' ? hole(literal) : value(amountText(literal, unit));
}

function amountText(literal: NumberLiteral, unit: string): string {
	return `${unit === '' ? '' : `${unit}\u00a0`}${literalWords(literal)}`;
}

function purchaseNumberParts({ isEvery, number }: PurchaseNumberCondition): Part[] {
	const say = ({ number: place }: { readonly number: string }) =>
		words.purchaseNumber({ number: isEvery ? words.everyNumber({ number: place }) : place });
	if (number.kind === 'missing') return filled(say, { number: [hole(number)] });
	const digits = shownDigits(number.digits);
	return filled(words.purchaseNumber, { number: [value(isEvery ? words.everyNumber({ number: digits }) : digits)] });
}

function factParts({ fact, test }: MemberFactCondition, currency: string): Part[] {
	const isMoney = fact.kind === 'word' && fact.text === 'lifetime spend';
	const name = fact.kind === 'missing' ? hole(fact) : value(words.facts[fact.text]);
	const isSeveral = fact.kind === 'word' && /^days|points$/.test(fact.text);
	const say = isSeveral ? words.fact.several : words.fact.one;
	return filled(say, { fact: [name], test: testParts(test, isMoney ? currency : '') });
}

function attributeParts({ name, test }: AttributeCondition): Part[] {
	const named = [value(name.text)];
	if (!test) return filled(words.attribute.set, { name: named });
	if (test.kind !== 'attribute-is') return filled(words.attribute.is, { name: named, test: testParts(test, '') });
	const say = test.negated ? words.attribute.isNot : words.attribute.is;
	return filled(say, { name: named, test: joined(test.values.map(namePart)) });
}

/** What a group of conditions is called, with how many they are where they are several. */
export function groupTitle(kind: GroupCondition['kind'], count: number): string {
	const { title, one } = words.groups[kind];
	return count > 1 ? words.counted({ title, count }) : one;
}

function anniversaryParts({ kind, window }: AnniversaryCondition): Part[] {
	const say = words[kind];
	if (window.kind === 'missing') return filled(say, { window: [hole(window)] });
	if (window.kind === 'word') return filled(say, { window: [value(words.window[window.text])] });
	if (window.days.kind === 'missing') {
		return filled(({ days }) => say({ window: words.withinSome({ days }) }), { days: [hole(window.days)] });
	}
	const days = countDays(groupDigits(window.days.digits));
	return filled(say, { window: [value(words.within({ days }))] });
}

function dayTimePart({ days, between }: DayTime): Part {
	const covered: string[] = [];
	for (const range of days === 'any' ? [] : days) {
		if (range.kind === 'missing') return hole(range);
		if (isMissing(range.last)) return hole(range.last);
		const first = words.days[range.first.text];
		covered.push(range.last ? words.fromDayToDay({ first, last: words.days[range.last.text] }) : first);
	}
	if (isMissing(between?.from)) return hole(between.from);
	if (isMissing(between?.until)) return hole(between.until);
	const said = days === 'any' ? words.anyDay : inOneSlot(covered);
	return value(between ? words.daysAndTimes({ days: said, times: rangeOfTimes(between) }) : said);
}

function rangeOfTimes({ from, until }: TimeRange): string {
	if (from.kind === 'missing' || until.kind === 'missing') return '';
	return words.times({ from: timeShown(from.minute), until: timeShown(until.minute) });
}
