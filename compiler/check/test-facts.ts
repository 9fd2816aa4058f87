import type {
	AttributeDeclaration,
	AttributeOwner,
	DateLiteral,
	EventTestFact,
	MemberTestFact,
	Missing,
	Name,
	NumberLiteral,
	Phrase,
	TestAttribute,
	TestFact,
} from '#grammar';
import { phrase, printDate, printName } from '#grammar';
import { unreachable } from '../domain/unreachable.ts';
import { checkOwner, checkValue, firstValue, type Kind, kindOf, reportKind } from './attributes.ts';
import { catalogNames } from './catalog-names.ts';
import { checkCart, checkPlace, type Happening, reportLack } from './events.ts';
import { checkDeclared, checkEnabled, reportUnknown } from './names.ts';
import {
	checkNumber,
	MAX_NAMED,
	moneyBounds,
	MOST_DECIMALS,
	type NumberBounds,
	pointBounds,
	wholeBounds,
} from './numbers.ts';
import { type CheckContext, suggestion } from './report.ts';

/** Where a fact stands, and what happens in its test; null where nothing can be said of that. */
export interface FactPlace {
	readonly of: 'member' | 'event';
	readonly happening: Happening | null;
}

/** Whose fact it is, what an event must have for it, and how its value is checked. */
interface FactTraits {
	readonly of: FactPlace['of'];
	readonly needs?: 'cart' | 'place';
	readonly checkName?: (name: Name, context: CheckContext) => void;
	readonly bounds?: (context: CheckContext) => NumberBounds;
}

const points = (context: CheckContext) => pointBounds('a number of points', context);
const money = (context: CheckContext) => moneyBounds('an amount', context);
const purchases = () => wholeBounds('the number of purchases', 1_000_000, 0);
const day: FactTraits = { of: 'member' };
const amount: FactTraits = { of: 'event', needs: 'cart', bounds: money };

const traits: Readonly<Record<MemberTestFact | EventTestFact, FactTraits>> = {
	tier: { of: 'member', checkName: (name, context) => checkDeclared('tier', name, context.symbols.tierByName, context) },
	segment: {
		of: 'member',
		checkName: (name, context) => checkDeclared('segment', name, context.symbols.segments, context),
	},
	birthday: day,
	joined: day,
	'last purchase': day,
	purchases: { of: 'member', bounds: purchases },
	'lifetime points': { of: 'member', bounds: points },
	'lifetime spend': { of: 'member', bounds: money },
	balance: { of: 'member', bounds: points },
	store: { of: 'event', needs: 'place', checkName: (name, context) => checkPlaceName('store', name, context) },
	chain: { of: 'event', needs: 'place', checkName: (name, context) => checkPlaceName('chain', name, context) },
	channel: { of: 'event', needs: 'place', checkName: (name, context) => checkEnabled('channel', name, context) },
	'order type': { of: 'event', needs: 'cart', checkName: (name, context) => checkEnabled('order type', name, context) },
	discount: amount,
	taxes: amount,
	fees: amount,
	tip: amount,
	'paid with points': amount,
};

/** Checks that the event has a fact, and its value. */
export function checkFact({ fact, value }: TestFact, { happening }: FactPlace, context: CheckContext): void {
	const { needs, checkName, bounds } = traits[fact.text];
	if (needs === 'cart') checkCart(fact.text, fact.span, happening, context);
	if (needs === 'place') checkPlace(fact.text, fact.span, happening, context);
	if (value.kind === 'name') checkName?.(value, context);
	if (value.kind === 'number' && bounds) checkNumber(value, bounds(context), context);
}

function checkPlaceName(noun: 'store' | 'chain', name: Name, context: CheckContext): void {
	const names = context.catalog && catalogNames(context.catalog);
	if (!names || names.stores.size === 0) return;
	const known = noun === 'store' ? names.stores : names.chains;
	if (!known.has(name.text)) reportUnknown(noun, name, known, context);
}

/** Checks a fact of the user's own: that it is declared for this place, and has a value that it can have. */
export function checkTestAttribute({ name, value }: TestAttribute, place: FactPlace, context: CheckContext): void {
	const { attributes } = context.symbols;
	const attribute = attributes.get(name.text);
	if (!attribute) {
		const facts = Object.entries(traits).flatMap(([fact, { of }]) => (of === place.of ? [fact] : []));
		const { nearest, extra } = suggestion(name, [...attributes.keys(), ...facts], (found) =>
			attributes.has(found) ? printName(found) : found,
		);
		const owner = place.of === 'member' ? 'member' : (ownersOf(place)?.[0] ?? 'transaction');
		context.report('unknown-fact', name.span, { name: name.text, owner, nearest }, extra);
		return;
	}
	const own = ownersOf(place);
	if (place.of === 'member') checkOwner(name, attribute, ['member'], '`member`', context);
	else if (own && own.length > 0) checkOwner(name, attribute, own, `\`${place.happening?.words}\``, context);
	else if (own && place.happening) {
		reportLack(name.text, phrase('facts of an event'), name.span, place.happening, context);
	}
	const kind = kindOf(attribute);
	if (kind === null || value?.kind === 'missing') return;
	if (value?.kind === 'name' && kind === 'one of') checkValue(name, attribute, value, context);
	else if (value?.kind === 'number' && kind === 'number') {
		checkNumber(value, { what: 'a number', decimals: MOST_DECIMALS, low: 0, high: MAX_NAMED }, context);
	} else if (!fits(value, kind)) {
		const code = factOn(printName(name.text), kind, attribute);
		reportKind(name, kind, useOf(value), phrase('write code', { code }), context);
	}
}

function factOn(name: string, kind: Kind, { type }: AttributeDeclaration): string {
	switch (kind) {
		case 'flag':
			return name;
		case 'number':
			return `${name} 1`;
		case 'date':
			return `${name} 2026-02-07`;
		case 'text':
			return `${name} "…"`;
		case 'one of':
			return `${name} ${firstValue(type)}`;
		default:
			return unreachable(kind);
	}
}

/** Whose facts stand in the braces of the event; undefined where nothing can be said of it. */
function ownersOf({ happening }: FactPlace): AttributeOwner[] | undefined {
	return happening?.owners.filter((owner) => owner !== 'member');
}

type Value = Name | NumberLiteral | DateLiteral;

function fits(value: Value | undefined, kind: Kind): boolean {
	switch (kind) {
		case 'flag':
			return value === undefined;
		case 'text':
		case 'one of':
			return value?.kind === 'name';
		case 'number':
		case 'date':
			return value?.kind === kind;
		default:
			return unreachable(kind);
	}
}

function useOf(value: Exclude<Value, Missing> | undefined): Phrase {
	if (!value) return phrase('stand alone like a flag');
	if (value.kind === 'name') return phrase('be the value', { value: value.text });
	return value.kind === 'date' ? phrase('be the value', { value: printDate(value) }) : phrase('be a number');
}
