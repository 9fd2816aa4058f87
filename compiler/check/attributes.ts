import {
	type AttributeCondition,
	type AttributeDeclaration,
	type AttributeOwner,
	type AttributeType,
	type Condition,
	type Missing,
	type Name,
	openings,
	phrase,
	type Phrase,
	printName,
	printText,
	several,
} from '#grammar';
import { unreachable } from '../domain/unreachable.ts';
import { checkAmountTest } from './amount-tests.ts';
import type { Happening } from './events.ts';
import { checkRepeats, reportUnknown } from './names.ts';
import { MAX_NAMED, MOST_DECIMALS, type NumberBounds } from './numbers.ts';
import { replacement } from './places.ts';
import { type CheckContext, suggestion } from './report.ts';

/** What an attribute can be, a list of values among it. */
export type Kind = AttributeType | 'one of';

/** Checks the values of a declared attribute. */
export function checkAttributeDeclaration({ type }: AttributeDeclaration, context: CheckContext): void {
	if (type.kind === 'one-of') checkRepeats(type.values, context);
}

/** What an attribute is; null while that cannot be read. */
export function kindOf({ type }: AttributeDeclaration): Kind | null {
	if (type.kind === 'missing') return null;
	return type.kind === 'one-of' ? 'one of' : type.text;
}

/** Checks a condition on an attribute: that it is declared, that the event has it, and that it can be asked so. */
export function checkAttributeCondition(
	condition: AttributeCondition,
	before: Condition | undefined,
	happening: Happening | null,
	context: CheckContext,
): void {
	const { name, test } = condition;
	const attribute = context.symbols.attributes.get(name.text);
	if (!attribute) {
		reportUnknownCondition(condition, before, happening, context);
		return;
	}
	if (happening) checkOwner(name, attribute, happening.owners, eventPlace(happening), context);
	const kind = kindOf(attribute);
	if (test?.kind === 'missing' || kind === null) return;
	const refuse = (use: Phrase) => {
		const code = conditionOn(printName(name.text), kind, attribute);
		reportKind(name, kind, use, phrase('write code', { code }), context);
	};
	if (!test) {
		if (kind !== 'flag') refuse(phrase('stand alone like a flag'));
	} else if (test.kind !== 'attribute-is') {
		if (kind === 'number') checkAmountTest(test, numberBounds, context);
		else refuse(phrase('be compared with a number'));
	} else if (kind === 'one of' || kind === 'text') {
		checkRepeats(test.values, context);
		for (const value of test.values) checkValue(name, attribute, value, context);
	} else refuse(phrase('be compared with names'));
}

const numberBounds: NumberBounds = { what: 'a number', decimals: MOST_DECIMALS, low: 0, high: MAX_NAMED };

/** A name alone behind a list, such as `channel is app web`, may be meant as one more entry of it. */
function reportUnknownCondition(
	{ name, test }: AttributeCondition,
	before: Condition | undefined,
	happening: Happening | null,
	context: CheckContext,
): void {
	const words = openings.when.map(({ word }) => word);
	const { attributes } = context.symbols;
	const { nearest, extra } = suggestion(name, [...attributes.keys(), ...words], (found) =>
		attributes.has(found) ? printName(found) : found,
	);
	const isEntry = before !== undefined && !test && endsWithList(before);
	const end = { start: before?.span.end ?? 0, end: before?.span.end ?? 0 };
	const fix = isEntry && nearest === undefined ? replacement(phrase('add', { text: ',' }), end, ',') : extra;
	const owner = happening && !happening.hasCart ? 'event' : 'transaction';
	context.report('unknown-condition', name.span, { name: name.text, owner, isEntry, nearest }, fix);
}

const listKinds: ReadonlySet<Condition['kind']> = new Set(['order-type', 'channel', 'tier', 'segment', 'store']);

function endsWithList(condition: Condition): boolean {
	const isList = condition.kind === 'attribute' && condition.test?.kind === 'attribute-is';
	return isList || listKinds.has(condition.kind);
}

/** Reports a value that is none of those that an attribute can have. */
export function checkValue(name: Name, { type }: AttributeDeclaration, value: Name | Missing, context: CheckContext): void {
	if (type.kind !== 'one-of' || value.kind === 'missing' || type.values.some(({ kind }) => kind === 'missing')) return;
	const values = type.values.flatMap((each) => (each.kind === 'name' ? [each.text] : []));
	if (values.includes(value.text)) return;
	const { nearest, extra } = suggestion(value, values, printName);
	const listed = several(
		'comma',
		values.map((each) => `\`${each}\``),
	);
	context.report('unknown-value', value.span, { attribute: name.text, value: value.text, values: listed, nearest }, extra);
}

/** Reports an attribute of something that is not there; `place` is where it is used, as a message says it. */
export function checkOwner(
	name: Name,
	{ owner }: AttributeDeclaration,
	owners: readonly AttributeOwner[],
	place: string | Phrase,
	context: CheckContext,
): void {
	if (owner.kind === 'missing' || owners.includes(owner.text)) return;
	const expected = several(
		'or',
		owners.map((each) => ownerWords[each]),
	);
	context.report('attribute-owner', name.span, { name: name.text, owner: ownerWords[owner.text], place, expected });
}

const ownerWords: Readonly<Record<AttributeOwner, Phrase>> = {
	member: phrase('a member'),
	transaction: phrase('a transaction'),
	event: phrase('an event'),
};

/** How messages name the event that a condition is asked on. */
export function eventPlace({ event, words }: Happening): Phrase {
	return event === 'purchase' ? phrase('a purchase') : phrase('the event', { event: words });
}

/** Checks that a name is an attribute of one kind; `use` is what it is used for, as a message says it: `be a clock`. */
export function checkAttributeOf(
	name: Name | Missing | undefined,
	kind: Kind,
	use: Phrase,
	context: CheckContext,
): AttributeDeclaration | null {
	if (name?.kind !== 'name') return null;
	const { attributes } = context.symbols;
	const attribute = attributes.get(name.text);
	if (!attribute) {
		const fitting = [...attributes].filter(([, each]) => kindOf(each) === kind).map(([each]) => each);
		reportUnknown('attribute', name, fitting, context);
		return null;
	}
	const found = kindOf(attribute);
	if (found !== null && found !== kind) {
		const owner = attribute.owner.kind === 'word' ? attribute.owner.text : 'transaction';
		const code = `attribute ${owner} ${printName(name.text)} ${kind}`;
		reportKind(name, found, use, phrase('declare as code', { code }), context);
	}
	return attribute;
}

/** Reports an attribute that is used as something it is not; `advice` is what to do about it. */
export function reportKind(name: Name, kind: Kind, use: Phrase, advice: Phrase, context: CheckContext): void {
	context.report('attribute-type', name.span, { name: name.text, type: kindWords[kind], use, advice });
}

const kindWords: Readonly<Record<Kind, Phrase>> = {
	text: phrase('a text'),
	number: phrase('a number'),
	flag: phrase('a flag'),
	date: phrase('a date'),
	'one of': phrase('one of several names'),
};

/** A condition, or what else a rule can do with an attribute. */
function conditionOn(name: string, kind: Kind, { type }: AttributeDeclaration): string {
	switch (kind) {
		case 'flag':
			return name;
		case 'number':
			return `${name} >= 1`;
		case 'date':
			return `active by ${name} from 2026-01-01`;
		case 'text':
			return `${name} is ${printText('…')}`;
		case 'one of':
			return `${name} is ${firstValue(type)}`;
		default:
			return unreachable(kind);
	}
}

/** The first value of a list, as it is written. */
export function firstValue(type: AttributeDeclaration['type']): string {
	const first = type.kind === 'one-of' ? type.values.find((value) => value.kind === 'name') : undefined;
	return first?.kind === 'name' ? printName(first.text) : '…';
}
