import type { FilterDeclaration, Missing, Selector } from '#grammar';
import { unreachable } from '#compiler';
import { expectedWords } from '../messages/problem-words.ts';
import { listed, shownDigits, words } from './words.ts';

const says = words.filter;

/** What a cart filter counts, in plain words. `declaration` is null for a built-in one. */
export function filterSummary(name: string, declaration: FilterDeclaration | null): string {
	const source = declaration?.source;
	if (!source) return name.startsWith('Total without') ? says.net : says.gross;
	return withBounds(sourceWords(source), declaration);
}

/** `, up to 300`: what of an amount counts. */
function withBounds(summary: string, { above, upTo }: FilterDeclaration): string {
	const amountOf = (literal: NonNullable<FilterDeclaration['above']>) =>
		literal.kind === 'number' ? shownDigits(literal.digits) : words.perhaps({ expected: expectedWords(literal.expected) });
	const from = above ? says.above({ filter: summary, amount: amountOf(above) }) : summary;
	return upTo ? says.upTo({ filter: from, amount: amountOf(upTo) }) : from;
}

type Source = FilterDeclaration['source'];

function sourceWords(source: Source): string {
	switch (source.kind) {
		case 'missing':
			return says.needs({ expected: expectedWords(source.expected) });
		case 'attribute-source':
			return source.name.kind === 'name'
				? says.attribute({ name: source.name.text })
				: says.needs({ expected: expectedWords(source.name.expected) });
		case 'paid-source':
			return says.paid;
		case 'total-source':
			return totalWords(source);
		case 'items-source':
			return itemsWords(source);
		default:
			return unreachable(source);
	}
}

function totalWords({ excluding, beforeDiscounts }: Extract<Source, { kind: 'total-source' }>): string {
	const left = excluding.flatMap((part) => (part.kind === 'word' ? [says.parts[part.text]] : []));
	const total = left.length === 0 ? says.total : says.totalWithout({ parts: listed(left, 'and') });
	return beforeDiscounts ? says.beforeDiscounts({ filter: total }) : total;
}

function itemsWords({ mode, isQuantity, selectors, except, excludingPoints }: Extract<Source, { kind: 'items-source' }>) {
	const chosen = { selectors: selectorsWords(selectors) };
	const items = {
		all: () => (isQuantity ? says.quantityOfAll : says.allItems),
		in: () => (isQuantity ? says.quantityIn(chosen) : says.itemsIn(chosen)),
		'not in': () => (isQuantity ? says.quantityNotIn(chosen) : says.itemsNotIn(chosen)),
	}[mode]();
	const bounded = except.length === 0 ? items : says.except({ filter: items, selectors: selectorsWords(except) });
	return excludingPoints ? says.withoutPaid({ filter: bounded }) : bounded;
}

function selectorsWords(selectors: readonly (Selector | Missing)[]): string {
	return listed(
		selectors.map((selector) => {
			if (selector.kind === 'missing') return words.perhaps({ expected: expectedWords(selector.expected) });
			const names = selector.names.map((name) =>
				name.kind === 'name' ? name.text : words.perhaps({ expected: expectedWords(name.expected) }),
			);
			return says.selectors[selector.by.text]({ names: listed(names, 'or') });
		}),
		'or',
	);
}
