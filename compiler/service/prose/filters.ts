import type {
	FilterDeclaration,
	FilterSource,
	ItemsSource,
	Missing,
	Selector,
	TotalPart,
	TotalSource,
	Word,
} from '#grammar';
import { unreachable } from '../../domain/unreachable.ts';
import { HOLE, nameText, numberText, spoken } from './words.ts';

/** What a cart filter counts, in few words: `items in category Drinks, without GIFT-CARD`. */
export function summaryOfFilter({ source, above, upTo }: Pick<FilterDeclaration, 'source' | 'above' | 'upTo'>): string {
	const bounds = [above ? `above ${numberText(above)}` : '', upTo ? `up to ${numberText(upTo)}` : ''];
	const said = bounds.filter((bound) => bound !== '').join(' and ');
	return said === '' ? sourceText(source) : `${sourceText(source)}, ${said}`;
}

/** What a source counts: `the total without taxes`. */
export function sourceText(source: FilterSource | Missing): string {
	switch (source.kind) {
		case 'missing':
			return HOLE;
		case 'total-source':
			return totalText(source);
		case 'items-source':
			return itemsText(source);
		case 'attribute-source':
			return `the attribute ${nameText(source.name)}`;
		case 'paid-source':
			return PAID;
		default:
			return unreachable(source);
	}
}

const PAID = 'the part paid with points';

/** A part that a total leaves out. */
export function partText(left: Word<TotalPart> | Missing): string {
	if (left.kind === 'missing') return HOLE;
	return left.text === 'points' ? PAID : left.text;
}

function totalText({ excluding, beforeDiscounts }: TotalSource): string {
	const without = excluding.length > 0 ? ` without ${spoken(excluding.map(partText), 'and')}` : '';
	return `the total${without}${beforeDiscounts ? ', before discounts' : ''}`;
}

function itemsText({ isQuantity, mode, selectors, except, excludingPoints }: ItemsSource): string {
	const left = [...except.map(selectorText), ...(excludingPoints ? [PAID] : [])];
	const without = left.length > 0 ? `, without ${spoken(left, 'and')}` : '';
	const chosen = spoken(selectors.map(selectorText), 'or');
	const items = mode === 'all' ? 'all items' : `items ${mode} ${chosen}`;
	return `${isQuantity ? 'the number of ' : ''}${items}${without}`;
}

/** `category Drinks or Retail`; items go by their code alone. */
export function selectorText(selector: Selector | Missing): string {
	if (selector.kind === 'missing') return HOLE;
	const names = spoken(selector.names.map(nameText), 'or');
	return selector.by.text === 'item' ? names : `${selector.by.text} ${names}`;
}
