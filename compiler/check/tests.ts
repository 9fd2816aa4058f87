import type {
	DateLiteral,
	ExpectClause,
	Moment,
	NumberLiteral,
	Phrase,
	TestDeclaration,
	TestEvent,
	TestLine,
	TestMember,
} from '#grammar';
import { phrase, print, printDate, printName, relatedAt } from '#grammar';
import { epochDay } from '../domain/calendar.ts';
import { formatMinor } from '../domain/money.ts';
import { addRationals, multiplyRationals, type Rational, subtractRationals, ZERO } from '../domain/rational.ts';
import { checkRecipient } from './effects.ts';
import { checkCart, checkEvent, type Happening, happeningOf } from './events.ts';
import { Once } from './names.ts';
import { checkNumber, decimalsOf, decimalText, exactly, moneyBounds, pointBounds, quantityBounds } from './numbers.ts';
import { leadingWords } from './places.ts';
import type { CheckContext } from './report.ts';
import { checkReturns } from './test-returns.ts';
import { checkFact, checkTestAttribute, type FactPlace } from './test-facts.ts';

/**
 * Checks a worked example: events that can be, in their order, a member, and something expected of the last event. Which rules
 * there are is checked elsewhere.
 */
export function checkTest(test: TestDeclaration, context: CheckContext): void {
	const events = test.clauses.filter((clause): clause is TestEvent => clause.kind === 'test-event');
	const [event] = events;
	const last = events.at(-1);
	const happening = last ? happeningOf(last.event) : null;
	const once = new Once(context);
	checkOrder(events, context);
	for (const clause of test.clauses) {
		if (clause.kind === 'test-member') {
			once.see('member', clause.span);
			checkFacts(clause, { of: 'member', happening: event ? happeningOf(event.event) : null }, context);
			checkDays(clause, event, context);
		} else if (clause.kind === 'test-event') {
			checkEvent(clause.event.kind === 'event' ? clause.event : undefined, context);
			checkFacts(clause, { of: 'event', happening: happeningOf(clause.event) }, context);
			checkSums(clause, context);
		} else if (clause.kind === 'expect') {
			checkExpect(clause, happening, once, context);
		}
	}
	checkReturns(test, context);
	checkWhole(test, context);
}

/** Reports an event that happens before the one above it. */
function checkOrder(events: readonly TestEvent[], context: CheckContext): void {
	for (const [index, { at }] of events.entries()) {
		const before = events[index - 1]?.at;
		if (at.kind === 'missing' || before?.kind !== 'moment' || minuteOf(at) >= minuteOf(before)) continue;
		const related = relatedAt(before.span, phrase('This is later.'));
		context.report('events-out-of-order', at.span, undefined, { related });
	}
}

function minuteOf({ date, time }: Moment): number {
	return epochDay(date) * 1440 + (time?.minute ?? NOON);
}

/** An event without a time of day is at noon. */
const NOON = 720;

function checkWhole({ name, body, clauses }: TestDeclaration, context: CheckContext): void {
	const has = (...kinds: readonly (typeof clauses)[number]['kind'][]) => clauses.some(({ kind }) => kinds.includes(kind));
	if (!body || name.kind === 'missing' || has('raw')) return;
	// What points pay can be asked by itself.
	if (!has('test-event', 'test-spend')) context.report('test-without-event', name.span, { name: name.text });
	if (!has('expect')) context.report('nothing-expected', name.span, { name: name.text });
}

// ---------------------------------------------------------------- facts

function checkFacts(part: TestMember | TestEvent, place: FactPlace, context: CheckContext): void {
	const once = new Once(context);
	for (const fact of part.facts) {
		switch (fact.kind) {
			case 'raw':
				break;
			case 'test-fact':
				// A member can be in several segments.
				if (fact.fact.text !== 'segment') once.see(fact.fact.text, fact.span);
				else once.see(print(fact), fact.span);
				checkFact(fact, place, context);
				break;
			case 'test-attribute':
				once.see(printName(fact.name.text), fact.span);
				checkTestAttribute(fact, place, context);
				break;
			case 'test-line':
				checkLine(fact, place, context);
		}
	}
}

/** Nothing of a member as it was before can lie after what happens. */
function checkDays(member: TestMember, event: TestEvent | undefined, context: CheckContext): void {
	if (event?.at.kind !== 'moment') return;
	const { date } = event.at;
	for (const fact of member.facts) {
		if (fact.kind !== 'test-fact' || fact.value.kind !== 'date' || isUpTo(fact.value, date)) continue;
		const parts = { fact: fact.fact.text, day: printDate(fact.value), event: printDate(date) };
		const related = relatedAt(date.span, phrase('The event is here.'));
		context.report('fact-after-event', fact.value.span, parts, { related });
	}
}

function isUpTo(day: DateLiteral, last: DateLiteral): boolean {
	return epochDay(day) <= epochDay(last);
}

// ---------------------------------------------------------------- lines and sums

function checkLine(line: TestLine, place: FactPlace, context: CheckContext): void {
	const { quantity, price, unit, span } = line;
	checkCart('item', leadingWords(context.source, 'item', span), place.happening, context);
	const isQuantityGood = checkNumber(quantity, quantityBounds(), context);
	const isPriceGood = checkNumber(price, moneyBounds('a price', context), context);
	if (!isQuantityGood || !isPriceGood || unit) return;
	const amount = multiplyRationals(exactly(quantity), exactly(price));
	if (!isMoney(amount, context)) {
		const where = { start: quantity.span.start, end: price.span.end };
		context.report('line-not-payable', where, { amount: written(amount), decimals: context.currencyDecimals });
	}
}

function isMoney({ denominator }: Rational, { currencyDecimals }: CheckContext): boolean {
	return 10n ** BigInt(currencyDecimals) % denominator === 0n;
}

function minorOf({ numerator, denominator }: Rational, { currencyDecimals }: CheckContext): bigint {
	return (numerator * 10n ** BigInt(currencyDecimals)) / denominator;
}

/** A product of two decimal numbers has an end: at most nine decimals. */
function written(amount: Rational): string {
	return decimalText(amount, 9);
}

/** Reports a discount that is more than the lines, and points that pay more than there is to pay. */
function checkSums({ facts }: TestEvent, context: CheckContext): void {
	// A line that cannot be read may bring what is missing.
	if (facts.some(({ kind }) => kind === 'raw')) return;
	const factOf = (name: string): NumberLiteral | null => {
		const fact = facts.find((each) => each.kind === 'test-fact' && each.fact.text === name);
		return fact?.kind === 'test-fact' && fact.value.kind === 'number' ? fact.value : null;
	};
	const amountOf = (name: string) => {
		const value = factOf(name);
		return value ? exactly(value) : ZERO;
	};
	const items = facts.reduce((sum, fact) => addRationals(sum, fact.kind === 'test-line' ? lineAmount(fact) : ZERO), ZERO);
	checkAtMost('discount', factOf('discount'), items, phrase('the lines come to'), context);
	const added = ['taxes', 'fees', 'tip'].reduce((sum, name) => addRationals(sum, amountOf(name)), items);
	const total = subtractRationals(added, amountOf('discount'));
	if (total.numerator < 0n) return;
	checkAtMost('paid with points', factOf('paid with points'), total, phrase('there is to pay'), context);
}

function lineAmount({ quantity, price, unit }: TestLine): Rational {
	if (price.kind === 'missing' || quantity.kind === 'missing') return ZERO;
	return unit ? exactly(price) : multiplyRationals(exactly(quantity), exactly(price));
}

function checkAtMost(fact: string, value: NumberLiteral | null, most: Rational, of: Phrase, context: CheckContext): void {
	if (!value || decimalsOf(value.digits) > context.currencyDecimals) return;
	if (subtractRationals(exactly(value), most).numerator <= 0n) return;
	const money = (amount: Rational) =>
		isMoney(amount, context) ? formatMinor(minorOf(amount, context), context.currencyDecimals) : written(amount);
	const parts = { fact, amount: money(exactly(value)), most: money(most), of };
	context.report('more-than-the-cart', value.span, parts);
}

// ---------------------------------------------------------------- what is expected

function checkExpect(expect: ExpectClause, happening: Happening | null, once: Once, context: CheckContext): void {
	const { what, points, recipient, span } = expect;
	const isMoney = what.kind === 'word' && what.text === 'paid with points';
	checkNumber(points, isMoney ? moneyBounds('the amount', context) : pointBounds('the number of points', context), context);
	const forWhom = recipient?.kind === 'word' ? ` for ${recipient.text}` : '';
	if (what.kind !== 'missing' && recipient?.kind !== 'missing') once.see(`expect ${print(what)}${forWhom}`, span);
	checkRecipient(expect, happening, context);
}
