import type {
	DateLiteral,
	EventTestFact,
	ExpectClause,
	MemberTestFact,
	Missing,
	Name,
	NumberLiteral,
	RawClause,
	TestAttribute,
	TestClause,
	TestDeclaration,
	TestEvent,
	TestFact,
	TestLine,
	TestMember,
	TestReturn,
} from '#grammar';
import { unreachable } from '../../domain/unreachable.ts';
import { dateText, momentText } from './dates.ts';
import { eventNoun } from './events.ts';
import type { Speech } from './speech.ts';
import {
	counted,
	HOLE,
	joined,
	moneyText,
	namePart,
	nameText,
	numberText,
	part,
	type ProsePart,
	says,
	spokenPhrases,
	wordText,
} from './words.ts';

/** `the test Lunch: for a member with tier Gold, a purchase at 12:30 on 7 February 2026; the rule Lunch rush earns 207 points`. */
export function testParts({ name, clauses }: TestDeclaration, speech: Speech): ProsePart[] {
	const situation = clauses.filter(({ kind }) => kind !== 'expect').map((clause) => testClauseParts(clause, speech));
	const expected = clauses.filter(({ kind }) => kind === 'expect').map((clause) => testClauseParts(clause, speech));
	const said = [joined(situation, ', '), spokenPhrases(expected, 'and')].filter(({ length }) => length > 0);
	return says`the test ${namePart(name)}${said.length === 0 ? '' : says`: ${joined(said, '; ')}`}`;
}

/** A clause of a test, as a phrase. */
export function testClauseParts(clause: TestClause, speech: Speech): ProsePart[] {
	switch (clause.kind) {
		case 'test-member':
			return memberParts(clause, speech);
		case 'test-event':
			return eventParts(clause, speech);
		case 'test-return':
			return [part(returnText(clause, speech.currency), clause)];
		case 'test-spend':
			return [part('as many points spent as may be', clause)];
		case 'expect':
			return [part(expectText(clause, speech.currency), clause)];
		case 'raw':
			return [part('a part that cannot be read', clause)];
		default:
			return unreachable(clause);
	}
}

type Fact = TestFact | TestAttribute | TestLine | RawClause;

function memberParts({ facts }: TestMember, speech: Speech): ProsePart[] {
	return says`for a member${factsParts(facts, speech)}`;
}

function eventParts({ event, at, facts }: TestEvent, speech: Speech): ProsePart[] {
	const isTimed = at.kind === 'moment' && at.time !== undefined;
	return says`${part(eventNoun(event), event)} ${isTimed ? 'at' : 'on'} ${part(momentText(at), at)}${factsParts(facts, speech)}`;
}

function factsParts(facts: readonly Fact[], speech: Speech): ProsePart[] {
	if (facts.length === 0) return [];
	return says` with ${spokenPhrases(
		facts.map((fact) => [part(factText(fact, speech), fact)]),
		'and',
	)}`;
}

/** A fact of a test, as it follows `with`: `tier Gold`, `a balance of 300 points`, `2 LATTE at 18.00 AED each`. */
export function factText(fact: Fact, speech: Speech): string {
	switch (fact.kind) {
		case 'test-fact':
			return knownFactText(fact.fact.text, fact.value, speech.currency);
		case 'test-attribute':
			return fact.value ? `${fact.name.text} ${valueText(fact.value)}` : `${fact.name.text} set`;
		case 'test-line':
			return lineText(fact, speech.currency);
		case 'raw':
			return 'a part that cannot be read';
		default:
			return unreachable(fact);
	}
}

type Value = Name | NumberLiteral | DateLiteral | Missing;

function knownFactText(fact: MemberTestFact | EventTestFact, value: Value, currency: string | null): string {
	const said = valueText(value);
	const money = value.kind === 'number' ? moneyText(value, currency) : said;
	switch (fact) {
		case 'tier':
		case 'segment':
		case 'store':
		case 'chain':
		case 'channel':
		case 'order type':
			return `${fact} ${said}`;
		case 'birthday':
		case 'last purchase':
			return `${fact} on ${said}`;
		case 'joined':
			return `a membership since ${said}`;
		case 'purchases':
			return `${said} ${said === '1' ? 'earlier purchase' : 'earlier purchases'}`;
		case 'lifetime points':
			return `${said} ${said === '1' ? 'lifetime point' : 'lifetime points'}`;
		case 'balance':
			return `a balance of ${said} ${said === '1' ? 'point' : 'points'}`;
		case 'lifetime spend':
			return `a lifetime spend of ${money}`;
		case 'discount':
		case 'tip':
			return `a ${fact} of ${money}`;
		case 'taxes':
		case 'fees':
			return `${fact} of ${money}`;
		case 'paid with points':
			return `${money} paid with points`;
		default:
			return unreachable(fact);
	}
}

function valueText(value: Value): string {
	switch (value.kind) {
		case 'missing':
		case 'name':
			return nameText(value);
		case 'number':
			return numberText(value);
		case 'date':
			return dateText(value);
		default:
			return unreachable(value);
	}
}

function lineText({ item, quantity, unit, price, ...labels }: TestLine, currency: string | null): string {
	const kinds = (['category', 'subcategory', 'combo'] as const).flatMap((kind) => {
		const name = labels[kind];
		return name ? [`${kind} ${nameText(name)}`] : [];
	});
	const code = `${nameText(item)}${kinds.length === 0 ? '' : ` (${kinds.join(', ')})`}`;
	const many = numberText(quantity);
	const money = moneyText(price, currency);
	return unit ? `${many} ${nameText(unit)} of ${code} for ${money}` : `${many} × ${code} at ${money}`;
}

/** `1 × LATTE going back`, `20.00 AED going back`, `everything going back`. */
function returnText({ item, amount }: TestReturn, currency: string | null): string {
	if (amount.kind === 'word') return 'everything going back';
	const goods = item ? `${numberText(amount)} × ${nameText(item)}` : moneyText(amount, currency);
	return `${goods} going back`;
}

/** `the rule Lunch rush earns 207 points`, `all together earn 957 points`, `the balance is 1,200 points`. */
export function expectText({ what, points, recipient }: ExpectClause, currency: string | null): string {
	const whom = recipient ? ` for the ${wordText(recipient)}` : '';
	const earned = counted(points, 'point');
	if (what.kind === 'missing') return `${HOLE} earns ${earned}${whom}`;
	if (what.kind === 'name') return `the rule ${what.text} earns ${earned}${whom}`;
	switch (what.text) {
		case 'tier':
			return `the tier earns ${earned}${whom}`;
		case 'total':
			return `all together earn ${earned}${whom}`;
		case 'balance':
			return `the balance is ${earned}${whom}`;
		case 'paid with points':
			return `points pay ${moneyText(points, currency)}`;
		default:
			return unreachable(what);
	}
}
