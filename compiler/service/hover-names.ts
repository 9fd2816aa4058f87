import {
	type AttributeDeclaration,
	type Declaration,
	type Document,
	type FilterDeclaration,
	phrase,
	several,
	type Span,
	type Tier,
	type TiersDeclaration,
} from '#grammar';
import { isBuiltInFilter, rulesOf } from '../check/symbols.ts';
import { unreachable } from '../domain/unreachable.ts';
import type { Hover } from './hover.ts';
import { type NameKind, nameAt, namesOf, type Occurrence } from './occurrences.ts';
import { plainText, prose, type Speech, speechOf, summaryOfFilter } from './prose/index.ts';
import { nameText } from './prose/words.ts';
import { thresholdText, tierClauseText } from './prose/tiers.ts';
import { type Said, saidInEnglish, says } from './says.ts';

/** What a name at an offset means; null where there is none, or nothing to say of it. */
export function hoverOfName(text: string, document: Document, declaration: Declaration, offset: number): Hover | null {
	// One declaration is looked at as a whole document: its names are the same there, and a long program costs nothing.
	const occurrence = nameAt({ ...document, declarations: [declaration] }, offset);
	if (!occurrence || offset < occurrence.name.span.start || occurrence.name.span.end <= offset) return null;
	const said = saidOf(occurrence, { text, document, speech: speechOf(document) });
	if (said === null) return null;
	const { span, text: title } = occurrence.name;
	const says = { title: null, doc: said, prose: null };
	return { span, title, doc: saidInEnglish(said), prose: null, example: null, says };
}

interface Place {
	readonly text: string;
	readonly document: Document;
	readonly speech: Speech;
}

function saidOf({ kind, name, of }: Occurrence, place: Place): readonly Said[] | null {
	const { declarations } = place.document;
	const declared = <K extends Declaration['kind']>(wanted: K) =>
		declarations.find(
			(each): each is Extract<Declaration, { kind: K }> => each.kind === wanted && isCalled(each, name.text),
		);
	const whole = (declaration: Declaration | undefined) => (declaration ? [sentenceOf(declaration, place.speech)] : null);
	const used = () => usesOf(kind, name.text, place);
	switch (kind) {
		case 'program':
		case 'campaign':
		case 'test':
			return whole(declared(kind));
		case 'rule':
			return whole(rulesOf(declarations).find((rule) => isCalled(rule, name.text)));
		case 'filter':
			return filterSaid(declared('filter'), name.text, used);
		case 'tier':
			return tierSaid(declarations, name.text, place);
		case 'segment':
			return declared('segment-declaration') ? [says('Segment of members, given by hand.'), used()] : null;
		case 'attribute': {
			const found = declared('attribute-declaration');
			return found ? [attributeSaid(found), used()] : null;
		}
		case 'attribute value':
			return [says('value of an attribute', { attribute: of ?? '' }), used()];
		case 'exclusive set':
			return exclusiveSaid(declarations, name.text);
		case 'event':
			return [says('Event of your own, by the name under which it is reported.'), used()];
		case 'channel':
			return [says('Sales channel.'), used()];
		case 'order type':
			return [says('Order type.'), used()];
		case 'store':
		case 'chain':
		case 'category':
		case 'subcategory':
		case 'combo':
		case 'item':
			return [says(CATALOGUE[kind])];
		default:
			return unreachable(kind);
	}
}

/** What names of a catalogue are. */
const CATALOGUE = {
	store: 'Store, by its id.',
	chain: 'All the stores of a chain.',
	category: 'Category of items.',
	subcategory: 'Subcategory of items.',
	combo: 'Combo in which items are sold.',
	item: 'Item, by its code.',
} as const;

/** What a declaration says, as a sentence. */
function sentenceOf(declaration: Declaration, speech: Speech): Said {
	return says('a sentence', { sentence: plainText(prose(declaration, speech)) }, [declaration]);
}

function filterSaid(filter: FilterDeclaration | undefined, name: string, used: () => Said): readonly Said[] | null {
	if (filter) return [says('cart filter of', { sentence: summaryOfFilter(filter) }, [filter]), used()];
	return isBuiltInFilter(name) ? [says('Cart filter that every program has.'), used()] : null;
}

function tierSaid(declarations: readonly Declaration[], name: string, place: Place): readonly Said[] | null {
	for (const ladder of declarations) {
		if (ladder.kind !== 'tiers') continue;
		const tier = ladder.tiers.find((each) => each.kind === 'tier-declaration' && isCalled(each, name));
		if (tier?.kind !== 'tier-declaration') continue;
		const clauses = tier.clauses.filter(({ kind }) => kind === 'earn' || kind === 'multiply');
		const earned = clauses.map((clause) => tierClauseText(clause, place.speech)).join(', and ');
		const from = tierFrom(tier, ladder, place.speech);
		return earned === '' ? [from] : [from, says('members get', { sentence: earned }, clauses)];
	}
	return null;
}

function tierFrom({ from }: Tier, { by }: TiersDeclaration, speech: Speech): Said {
	if (!from) return says('Tier that is given by hand.');
	const span = by.kind === 'tier-basis' && by.measure.endsWith('per year') ? says('in a year') : undefined;
	const filter = by.kind === 'tier-basis' && by.filter ? nameText(by.filter) : undefined;
	const isOfPoints = filter === undefined && from.kind === 'number';
	const text = thresholdText(from, by, speech);
	const threshold = isOfPoints ? says('some points', { count: Number(from.digits), shown: text.replace(/ .*/, '') }) : text;
	return says('tier from', { threshold, filter, span });
}

const OWNERS = { member: 'a member', transaction: 'a transaction', event: 'an event' } as const;

function attributeSaid({ owner, type }: AttributeDeclaration): Said {
	const values =
		type.kind === 'one-of'
			? phrase('one of', { names: several('or', type.values.map(nameText)) })
			: type.kind === 'word'
				? type.text
				: '…';
	return says('attribute of', { owner: owner.kind === 'missing' ? undefined : says(OWNERS[owner.text]), type: values });
}

function exclusiveSaid(declarations: readonly Declaration[], name: string): readonly Said[] | null {
	const found = declarations.find((each) => each.kind === 'exclusive-declaration' && isCalled(each, name));
	if (found?.kind !== 'exclusive-declaration') return null;
	const members = rulesOf(declarations).filter(({ clauses }) =>
		clauses.some((clause) => clause.kind === 'exclusive' && clause.set.kind === 'name' && clause.set.text === name),
	);
	const names = members.map((rule) => nameText(rule.name));
	const more = names.length - MOST_NAMES;
	const shown = more > 0 ? [...names.slice(0, MOST_NAMES), says('some more', { count: more })] : names;
	return [
		says('a sentence', { sentence: plainText(prose(found)) }, [found]),
		names.length === 0 ? says('No rule is in it yet.') : says('in it', { names: several('and', shown) }),
	];
}

const MOST_NAMES = 10;

/** How often a name is used is counted up to here: more says no more, and would cost a walk of the whole program. */
const MOST_USES = 100;

function usesOf(kind: NameKind, name: string, place: Place): Said {
	const count = countUses(kind, name, place);
	return count >= MOST_USES ? says('used or more', { count: MOST_USES }) : says('used', { count });
}

function countUses(kind: NameKind, name: string, { text, document }: Place): number {
	// As it is written, a quote or a backslash in a name has another one before it.
	const written = name.replace(/["\\]/g, '\\$&');
	let uses = 0;
	for (const declaration of document.declarations) {
		if (!contains(text, declaration.span, written)) continue;
		const { occurrences } = namesOf({ ...document, declarations: [declaration] });
		uses += occurrences.filter((each) => each.kind === kind && each.name.text === name && !each.declares).length;
		if (uses >= MOST_USES) return uses;
	}
	return uses;
}

function contains(text: string, { start, end }: Span, part: string): boolean {
	return text.slice(start, end).includes(part);
}

function isCalled(declaration: Declaration | Tier, text: string): boolean {
	return 'name' in declaration && declaration.name.kind === 'name' && declaration.name.text === text;
}
