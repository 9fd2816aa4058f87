import type { AttributeDeclaration, Declaration, Document, FilterDeclaration, Span, Tier, TiersDeclaration } from '#grammar';
import { isBuiltInFilter, rulesOf } from '../check/symbols.ts';
import { unreachable } from '../domain/unreachable.ts';
import type { Hover } from './hover.ts';
import { type NameKind, nameAt, namesOf, type Occurrence } from './occurrences.ts';
import { plainText, prose, type Speech, speechOf, summaryOfFilter } from './prose/index.ts';
import { nameText, spoken } from './prose/words.ts';
import { thresholdText, tierClauseText } from './prose/tiers.ts';

/** What a name at an offset means; null where there is none, or nothing to say of it. */
export function hoverOfName(text: string, document: Document, declaration: Declaration, offset: number): Hover | null {
	// One declaration is looked at as a whole document: its names are the same there, and a long program costs nothing.
	const occurrence = nameAt({ ...document, declarations: [declaration] }, offset);
	if (!occurrence || offset < occurrence.name.span.start || occurrence.name.span.end <= offset) return null;
	const doc = docOf(occurrence, { text, document, speech: speechOf(document) });
	return doc === null ? null : { span: occurrence.name.span, title: occurrence.name.text, doc, prose: null, example: null };
}

interface Place {
	readonly text: string;
	readonly document: Document;
	readonly speech: Speech;
}

function docOf({ kind, name, of }: Occurrence, place: Place): string | null {
	const { declarations } = place.document;
	const declared = <K extends Declaration['kind']>(wanted: K) =>
		declarations.find(
			(each): each is Extract<Declaration, { kind: K }> => each.kind === wanted && isCalled(each, name.text),
		);
	const said = (declaration: Declaration | undefined) => declaration && plainText(prose(declaration, place.speech));
	const used = () => usesText(kind, name.text, place);
	switch (kind) {
		case 'program':
		case 'campaign':
		case 'test':
			return said(declared(kind)) ?? null;
		case 'rule':
			return said(rulesOf(declarations).find((rule) => isCalled(rule, name.text))) ?? null;
		case 'filter':
			return filterDoc(declared('filter'), name.text, used);
		case 'tier':
			return tierDoc(declarations, name.text, place);
		case 'segment':
			return declared('segment-declaration') ? `Segment of members, given by hand. ${used()}` : null;
		case 'attribute': {
			const found = declared('attribute-declaration');
			return found ? `${attributeDoc(found)} ${used()}` : null;
		}
		case 'attribute value':
			return `Value of ${of ?? ''}. ${used()}`;
		case 'exclusive set':
			return exclusiveDoc(declarations, name.text);
		case 'event':
			return `Event of your own, by the name under which it is reported. ${used()}`;
		case 'channel':
			return `Sales channel. ${used()}`;
		case 'order type':
			return `Order type. ${used()}`;
		case 'store':
		case 'chain':
		case 'category':
		case 'subcategory':
		case 'combo':
		case 'item':
			return CATALOGUE[kind];
		default:
			return unreachable(kind);
	}
}

/** What names of a catalogue are. */
const CATALOGUE: Readonly<Record<'store' | 'chain' | 'category' | 'subcategory' | 'combo' | 'item', string>> = {
	store: 'Store, by its id.',
	chain: 'All the stores of a chain.',
	category: 'Category of items.',
	subcategory: 'Subcategory of items.',
	combo: 'Combo in which items are sold.',
	item: 'Item, by its code.',
};

function filterDoc(filter: FilterDeclaration | undefined, name: string, used: () => string): string | null {
	if (filter) return `Cart filter: ${summaryOfFilter(filter)}. ${used()}`;
	return isBuiltInFilter(name) ? `Cart filter that every program has. ${used()}` : null;
}

function tierDoc(declarations: readonly Declaration[], name: string, place: Place): string | null {
	for (const ladder of declarations) {
		if (ladder.kind !== 'tiers') continue;
		const tier = ladder.tiers.find((each) => each.kind === 'tier-declaration' && isCalled(each, name));
		if (tier?.kind !== 'tier-declaration') continue;
		const clauses = tier.clauses.filter(({ kind }) => kind === 'earn' || kind === 'multiply');
		const earned = clauses.map((clause) => tierClauseText(clause, place.speech)).join(', and ');
		return `${tierText(tier, ladder, place.speech)}${earned === '' ? '' : ` Members get ${earned}.`}`;
	}
	return null;
}

function tierText({ from }: Tier, { by }: TiersDeclaration, speech: Speech): string {
	if (!from) return 'Tier that is given by hand.';
	const yearly = by.kind === 'tier-basis' && by.measure.endsWith('per year') ? ' in a year' : '';
	const on = by.kind === 'tier-basis' && by.filter ? ` spent on ${nameText(by.filter)}` : '';
	return `Tier from ${thresholdText(from, by, speech)}${on}${yearly}.`;
}

function attributeDoc({ owner, type }: AttributeDeclaration): string {
	const of = owner.kind === 'missing' ? '' : ` of ${owner.text === 'event' ? 'an event' : `a ${owner.text}`}`;
	const values =
		type.kind === 'one-of' ? `one of ${spoken(type.values.map(nameText), 'or')}` : type.kind === 'word' ? type.text : '…';
	return `Attribute${of}: ${values}.`;
}

function exclusiveDoc(declarations: readonly Declaration[], name: string): string | null {
	const found = declarations.find((each) => each.kind === 'exclusive-declaration' && isCalled(each, name));
	if (found?.kind !== 'exclusive-declaration') return null;
	const members = rulesOf(declarations).filter(({ clauses }) =>
		clauses.some((clause) => clause.kind === 'exclusive' && clause.set.kind === 'name' && clause.set.text === name),
	);
	const names = members.map((rule) => nameText(rule.name));
	const shown = names.length > MOST_NAMES ? [...names.slice(0, MOST_NAMES), `${names.length - MOST_NAMES} more`] : names;
	return `${plainText(prose(found))} ${names.length === 0 ? 'No rule is in it yet.' : `In it: ${spoken(shown, 'and')}.`}`;
}

const MOST_NAMES = 10;

/** How often a name is used is counted up to here: more says no more, and would cost a walk of the whole program. */
const MOST_USES = 100;

function usesText(kind: NameKind, name: string, place: Place): string {
	const uses = countUses(kind, name, place);
	if (uses >= MOST_USES) return `Used ${MOST_USES} times or more.`;
	return uses === 0 ? 'Not used yet.' : uses === 1 ? 'Used once.' : `Used ${uses} times.`;
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
