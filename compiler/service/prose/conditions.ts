import type {
	AmountCondition,
	AttributeCondition,
	Condition,
	GroupCondition,
	MemberFact,
	MemberFactCondition,
	PurchaseNumberCondition,
	StoreRef,
	Missing,
} from '#grammar';
import { unreachable } from '../../domain/unreachable.ts';
import { anniversaryText, daysText } from './circumstances.ts';
import { currencyFor, type Known, type Speech, speechFrom } from './speech.ts';
import { amountText, listText } from './comparisons.ts';
import {
	capitalised,
	HOLE,
	joined,
	namePart,
	nameText,
	numberText,
	ordinal,
	part,
	type ProsePart,
	says,
	spokenParts,
	wordText,
} from './words.ts';

/** A condition as the sentence of a card: `Tier is Gold or Platinum`. Names are parts of their own. */
export function proseOfCondition(condition: Condition, known: Known = null): ProsePart[] {
	const parts = cardParts(condition, speechFrom(known));
	// An attribute's name keeps its own first letter.
	return condition.kind === 'attribute' ? parts : capitalised(parts);
}

function cardParts(condition: Condition, speech: Speech): ProsePart[] {
	switch (condition.kind) {
		case 'raw':
			return [part('a condition that cannot be read', condition)];
		case 'always':
			return [{ text: 'always' }];
		case 'any':
		case 'all':
		case 'not':
			return groupParts(condition, speech);
		case 'day-time':
			return [part(daysText(condition), condition)];
		case 'order-type':
		case 'channel':
		case 'tier':
		case 'segment':
			return says`${NOUNS[condition.kind]} ${is(condition)} ${spokenParts(condition.names.map(namePart), 'or')}`;
		case 'store':
			return says`store ${is(condition)} ${spokenParts(condition.places.map(placePart), 'or')}`;
		case 'spend':
		case 'quantity':
			return amountParts(condition, speech);
		case 'birthday':
		case 'anniversary':
			return [part(anniversaryText(condition, 'the member’s'), condition)];
		case 'purchase-number':
			return [part(purchaseNumberText(condition), condition)];
		case 'member-fact':
			return factParts(condition, speech);
		case 'attribute':
			return attributeParts(condition);
		default:
			return unreachable(condition);
	}
}

const NOUNS = { 'order-type': 'order type', channel: 'channel', tier: 'tier', segment: 'segment' } as const;
const GROUPS = { any: 'one of', all: 'all of', not: 'none of' } as const;

function is({ negated }: { readonly negated: boolean }): string {
	return negated ? 'is not' : 'is';
}

function groupParts({ kind, conditions }: GroupCondition, speech: Speech): ProsePart[] {
	const inner = conditions.map((each) => cardParts(each, speech));
	return says`${GROUPS[kind]} (${inner.length === 0 ? HOLE : joined(inner, '; ')})`;
}

function placePart(place: StoreRef | Missing): ProsePart {
	return part(placeText(place), place);
}

/** A store or a chain as a card names it: `dxb-mall`, `chain Bluebird Express`. */
export function placeText(place: StoreRef | Missing): string {
	if (place.kind === 'missing') return HOLE;
	return place.by === 'chain' ? `chain ${nameText(place.name)}` : nameText(place.name);
}

function amountParts({ kind, filter, test }: AmountCondition, speech: Speech): ProsePart[] {
	const unit = kind === 'spend' ? currencyFor(nameText(filter), speech) : null;
	return says`${kind === 'spend' ? 'spend on' : 'quantity of'} ${namePart(filter)} is ${part(amountText(test, unit), test)}`;
}

function purchaseNumberText({ isEvery, number }: PurchaseNumberCondition): string {
	return isEvery ? `every ${ordinal(number)} purchase` : `purchase number is ${numberText(number)}`;
}

const PLURALS: ReadonlySet<MemberFact> = new Set<MemberFact>([
	'lifetime points',
	'days since joining',
	'days since last purchase',
]);

function factParts({ fact, test }: MemberFactCondition, speech: Speech): ProsePart[] {
	const isMoney = fact.kind === 'word' && fact.text === 'lifetime spend';
	const verb = fact.kind === 'word' && PLURALS.has(fact.text) ? 'are' : 'is';
	return says`${part(wordText(fact), fact)} ${verb} ${part(amountText(test, isMoney ? speech.currency : null), test)}`;
}

function attributeParts({ name, test }: AttributeCondition): ProsePart[] {
	if (!test) return says`${namePart(name)} is set`;
	const isList = test.kind === 'attribute-is';
	return says`${namePart(name)} ${isList ? is(test) : 'is'} ${part(isList ? listText(test) : amountText(test, null), test)}`;
}
