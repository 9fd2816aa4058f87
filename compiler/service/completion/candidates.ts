/** The names and values that can stand in a slot. */
import { type Document, type Level, printName, printText, several } from '#grammar';
import { currencyCodes } from '../../domain/currencies.ts';
import { timezones } from '../../domain/timezone.ts';
import { unreachable } from '../../domain/unreachable.ts';
import type { Scope, ScopeAttribute } from '../../vocabulary/construct.ts';
import { type NameKind, namesOf, unquoted } from '../occurrences.ts';
import { type Said, says } from '../says.ts';
import { isName } from '../shape/machine.ts';
import type { Slot, SlotName } from '../shape/pattern.ts';
import type { Word } from '../shape/words.ts';
import { type Suggestion, suggestion } from './suggestion.ts';

/** Where names are asked for. */
export interface Asking {
	readonly document: Document;
	readonly scope: Scope;
	/** The words of the clause before the slot. */
	readonly clause: readonly Word[];
	/** In the braces of what: of a test's member or event, attributes are those of it. */
	readonly level: Level;
}

/** What can stand in a slot, the likeliest first. Names are written as one would: bare where that is usual and possible. */
export function candidatesFor(slot: Slot, asking: Asking): Suggestion[] {
	switch (slot.kind) {
		case 'name':
			return slot.declares ? [] : namesFor(slot.of, asking);
		case 'timezone':
			return timezones().map((zone) => suggestion('value', zone, { insert: printText(zone), detail: says('timezone') }));
		case 'date': {
			const { today } = asking.scope;
			const isBirth = asking.clause.some(({ text }) => text === 'birthday' || text === 'joined');
			return today === null || isBirth ? [] : [suggestion('value', dateText(today), { detail: says('today') })];
		}
		case 'number':
		case 'time':
		case 'color':
		case 'text':
			return [];
		default:
			return unreachable(slot);
	}
}

function dateText({ year, month, day }: { readonly year: number; readonly month: number; readonly day: number }): string {
	return [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
}

function namesFor(of: SlotName, asking: Asking): Suggestion[] {
	const { scope, document } = asking;
	switch (of) {
		case 'filter':
			return oneFilter(quoted(scope.filters, 'filter', says('cart filter')), asking);
		case 'items filter':
			return quoted(itemsFilters(scope), 'filter', says('cart filter'));
		case 'tier':
			return bare(scope.tiers, 'tier', asking);
		case 'segment':
			return bare(scope.segments, 'segment', asking);
		case 'channel':
			return bare(scope.channels, 'channel', asking);
		case 'order type':
			return bare(scope.orderTypes, 'order type', asking);
		case 'exclusive set':
			return quoted(scope.exclusives, 'exclusive set');
		case 'campaign':
			return quoted(scope.campaigns, 'campaign');
		case 'rule':
			return quoted(scope.rules, 'rule');
		case 'test':
			return quoted(scope.tests, 'test');
		case 'store':
			return listed(scope.stores, 'store', asking);
		case 'chain':
			return listed(scope.chains, 'chain', asking);
		case 'category':
			return listed(scope.categories, 'category', asking);
		case 'subcategory':
			return listed(scope.subcategories, 'subcategory', asking);
		case 'combo':
			return listed([], 'combo', asking);
		case 'item':
			return listed(scope.items, 'item', asking);
		case 'attribute':
			return attributes(asking, ({ type, owner }) => (asking.level === 'when' ? type !== 'date' : isOf(asking, owner)));
		case 'number attribute':
			return attributes(asking, ({ type, owner }) => type === 'number' && owner === 'transaction');
		case 'date attribute':
			return attributes(asking, ({ type }) => type === 'date');
		case 'attribute value':
			return bare(attributeOf(asking)?.values ?? [], 'attribute value', asking);
		case 'event':
			return quoted(used(document, 'event'), 'event');
		case 'currency':
			return currencies(asking);
		case 'unit':
		case 'program':
			return [];
		default:
			return unreachable(of);
	}
}

/** The attribute that a clause begins with. */
export function attributeOf({ clause: [first], scope }: Pick<Asking, 'clause' | 'scope'>): ScopeAttribute | undefined {
	const name = first && unquoted(first.text);
	return scope.attributes.find((attribute) => attribute.name === name);
}

function attributes({ scope }: Asking, isWanted: (attribute: ScopeAttribute) => boolean): Suggestion[] {
	return scope.attributes.filter(isWanted).map(({ name, owner, type, values }) => {
		const detail = says('attribute in few', {
			owner: owner ?? undefined,
			type: type ?? '…',
			values: type === 'one of' ? several('comma', values) : undefined,
		});
		return named(name, printName(name), 'attribute', detail);
	});
}

/** In a test, facts of the member are his own, and all others come with what happens. */
function isOf({ level }: Asking, owner: ScopeAttribute['owner']): boolean {
	return owner === null || (level === 'member') === (owner === 'member');
}

/** A formula has one cart filter: with one in place, it is the only one that can stand again. */
function oneFilter(filters: Suggestion[], { clause: [first, ...words] }: Asking): Suggestion[] {
	if (first?.text !== 'earn' && first?.text !== 'limit') return filters;
	const other = words.find(isName);
	return other ? filters.filter(({ label }) => label === unquoted(other.text)) : filters;
}

/** Those that choose items. Others are offered only where there is none: what they lack is said when they stand. */
function itemsFilters({ filters, itemFilters }: Scope): readonly string[] {
	return itemFilters.length > 0 ? itemFilters : filters;
}

/** The program's own currency where one can be named, else all of them. */
function currencies({ scope, clause: [first] }: Asking): Suggestion[] {
	const own = first?.text === 'currency' || scope.currency === null ? null : scope.currency;
	return (own === null ? currencyCodes() : [own]).map((code) => suggestion('value', code, { detail: says('currency') }));
}

/** Names of a catalogue; those that the program itself uses already where no catalogue knows any. */
function listed(known: readonly string[], kind: NameKind, asking: Asking): Suggestion[] {
	const names = known.length > 0 ? known : used(asking.document, kind);
	return quoted(unused(names, asking), kind);
}

function used(document: Document, kind: NameKind): string[] {
	const found = namesOf(document).occurrences.filter((occurrence) => occurrence.kind === kind);
	return [...new Set(found.map(({ name }) => name.text))];
}

function bare(names: readonly string[], kind: NameKind, asking: Asking): Suggestion[] {
	return unused(names, asking).map((name) => named(name, printName(name), kind, says(kind)));
}

/** Such names are written in quotes, whether they need them or not. */
function quoted(names: readonly string[], kind: NameKind, detail: Said = says(kind)): Suggestion[] {
	return names.map((name) => named(name, printText(name), kind, detail));
}

function named(name: string, insert: string, names: NameKind, detail: Said): Suggestion {
	return suggestion('name', name, { insert, names, detail });
}

/** The names that do not stand in the clause's list yet. */
function unused(names: readonly string[], { clause }: Asking): readonly string[] {
	const taken = new Set(clause.slice(1).flatMap((word) => (isName(word) ? [unquoted(word.text)] : [])));
	return names.filter((name) => !taken.has(name));
}
