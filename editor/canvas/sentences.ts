import type {
	ActiveClause,
	AnniversaryCondition,
	DayTime,
	FilterDeclaration,
	LimitClause,
	MembershipCondition,
	Missing,
	Name,
	Selector,
	AmountCondition,
	StoreCondition,
	StoreRef,
	TimeRange,
} from '#grammar';
import { type Catalog, unreachable } from '#compiler';
import type { DrawnCondition } from './drawn.ts';
import type { Part } from './view.ts';
import { datesWords, groupDigits, isMissing, listed, literalWords, operatorWords, timeWords } from './words.ts';

/** What sentences need to know besides the tree. */
export interface SentenceScope {
	/** ISO 4217; empty while the program does not say it. */
	readonly currency: string;
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
			return spendParts(condition, scope.currency);
		case 'birthday':
		case 'anniversary':
			return anniversaryParts(condition);
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

/** A limit of points in one transaction as a sentence. */
export function limitParts({ most: amount, per }: LimitClause): Part[] {
	const points = amount.kind === 'limit-points' ? amount.points : amount;
	const most = points.kind === 'number' ? value(groupDigits(points.digits)) : hole(points as Missing);
	const scope = per.kind === 'missing' ? [text('per'), hole(per)] : [text('per transaction')];
	return [text('At most'), most, text('points'), ...scope];
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

function spendParts({ kind, filter, test }: AmountCondition, currency: string): Part[] {
	const unit = kind === 'spend' ? `${currency}\u00a0` : '';
	const amount = (literal: { readonly kind: 'number'; readonly digits: string; readonly percent: boolean } | Missing) =>
		literal.kind === 'missing' ? null : `${unit}${groupDigits(literal.digits)}${literal.percent ? '%' : ''}`.trim();
	const subject = [namePart(filter), text(`${kind} is`)];
	if (test.kind === 'missing') return [...subject, hole(test)];
	if (test.kind === 'between') {
		const low = amount(test.low);
		const high = amount(test.high);
		const part = (shown: string | null, literal: { readonly kind: string }) =>
			shown === null ? hole(literal as Missing) : value(shown);
		return [...subject, text('between'), part(low, test.low), text('and'), part(high, test.high)];
	}
	const words = operatorWords[test.operator.text];
	const shown = amount(test.value);
	if (shown === null) return [...subject, text(words), hole(test.value as Missing)];
	return [...subject, value(`${words} ${shown}`)];
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

/** What a cart filter counts, in plain words. `declaration` is null for a built-in one. */
export function filterSummary(name: string, declaration: FilterDeclaration | null): string {
	const source = declaration?.source;
	if (!source) {
		return name.startsWith('Total without')
			? 'The whole receipt without fees, taxes and tip'
			: 'The whole receipt with fees, taxes and tip';
	}
	return sourceWords(source) + boundsWords(declaration);
}

/** `, up to 300`: what of an amount counts. */
function boundsWords({ above, upTo }: FilterDeclaration): string {
	const bound = (word: string, literal: FilterDeclaration['above']) =>
		literal ? `, ${word} ${literal.kind === 'number' ? groupDigits(literal.digits) : `(${literal.expected})`}` : '';
	return bound('above', above) + bound('up to', upTo);
}

function sourceWords(source: FilterDeclaration['source']): string {
	switch (source.kind) {
		case 'missing':
			return `Needs ${source.expected}`;
		case 'attribute-source':
			return source.name.kind === 'name' ? `The attribute ${source.name.text}` : `Needs ${source.name.expected}`;
		case 'paid-source':
			return 'The part paid with points';
		case 'total-source': {
			const left = source.excluding.flatMap((part) => (part.kind === 'word' ? [partWords[part.text]] : []));
			const without = left.length === 0 ? '' : ` without ${listed(left, 'and')}`;
			return `The whole receipt${without}${source.beforeDiscounts ? ', before discounts' : ''}`;
		}
		case 'items-source': {
			const chosen = selectorsWords(source.selectors);
			const except = source.except.length === 0 ? '' : `, except ${selectorsWords(source.except)}`;
			const without = source.excludingPoints ? ', without the part paid with points' : '';
			const what = source.mode === 'all' ? 'all items' : `items ${source.mode} ${chosen}`;
			return capital(`${source.isQuantity ? 'quantity of ' : ''}${what}${except}${without}`);
		}
		default:
			return unreachable(source);
	}
}

const partWords = { taxes: 'taxes', fees: 'fees', tip: 'tip', points: 'the part paid with points' } as const;

function selectorsWords(selectors: readonly (Selector | Missing)[]): string {
	return listed(
		selectors.map((selector) => {
			if (selector.kind === 'missing') return `(${selector.expected})`;
			const names = selector.names.map((name) => (name.kind === 'name' ? name.text : `(${name.expected})`));
			return `${selector.by.text} ${listed(names, 'or')}`;
		}),
		'or',
	);
}

function capital(words: string): string {
	return words.charAt(0).toUpperCase() + words.slice(1);
}

function namePart(name: Name | Missing): Part {
	return name.kind === 'name' ? value(name.text) : hole(name);
}

function joined(parts: readonly Part[]): Part[] {
	return parts.flatMap((part, index) => {
		if (index === 0) return [part];
		return [text(index === parts.length - 1 ? 'or' : ','), part];
	});
}

function text(words: string): Part {
	return { kind: 'text', text: words };
}

function value(words: string): Part {
	return { kind: 'value', text: words };
}

function hole({ expected }: Missing): Part {
	return { kind: 'value', text: expected, missing: expected };
}
