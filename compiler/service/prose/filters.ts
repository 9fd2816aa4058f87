import type { FilterDeclaration, ItemsSource, Missing, Selector, TotalSource } from '#grammar';
import { unreachable } from '../../domain/unreachable.ts';
import { HOLE, nameText, spoken } from './words.ts';

/** What a cart filter counts, in few words: `items in category Drinks, without GIFT-CARD`. */
export function summaryOfFilter({ source }: Pick<FilterDeclaration, 'source'>): string {
	switch (source.kind) {
		case 'missing':
			return HOLE;
		case 'total-source':
			return totalText(source);
		case 'items-source':
			return itemsText(source);
		default:
			return unreachable(source);
	}
}

function totalText({ excluding, beforeDiscounts }: TotalSource): string {
	const parts = excluding.map((part) => {
		if (part.kind === 'missing') return HOLE;
		return part.text === 'points' ? 'the part paid with points' : part.text;
	});
	const without = parts.length > 0 ? ` without ${spoken(parts, 'and')}` : '';
	return `the total${without}${beforeDiscounts ? ', before discounts' : ''}`;
}

function itemsText({ mode, selectors, except }: ItemsSource): string {
	const without = except.length > 0 ? `, without ${spoken(except.map(selectorText), 'and')}` : '';
	if (mode === 'all') return `all items${without}`;
	const chosen = selectors.map(selectorText);
	return mode === 'in' ? `items in ${spoken(chosen, 'or')}${without}` : `items not in ${spoken(chosen, 'or')}${without}`;
}

/** `category Drinks or Retail`; items go by their code alone. */
function selectorText(selector: Selector | Missing): string {
	if (selector.kind === 'missing') return HOLE;
	const names = spoken(selector.names.map(nameText), 'or');
	return selector.by.text === 'item' ? names : `${selector.by.text} ${names}`;
}
