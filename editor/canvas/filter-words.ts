import type { FilterDeclaration, Missing, Selector } from '#grammar';
import { unreachable } from '#compiler';
import { capital, groupDigits, listed } from './words.ts';

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
