/** From the record of a cart filter to its node. */
import type { CstNode } from 'chevrotain';
import type * as ast from '../ast.ts';
import { problem } from '../diagnostics/catalogue.ts';
import { phrase } from '../diagnostics/phrases.ts';
import { nearest } from '../diagnostics/suggest.ts';
import { quoteShort } from '../literals.ts';
import { spanOf } from '../tokens.ts';
import { type Build, placesOf, word } from './shared.ts';
import { join, nodeOf, type Site } from './site.ts';

const selectorKinds: readonly ast.SelectorKind[] = ['category', 'subcategory', 'combo', 'item'];

export const filter: Build<ast.FilterDeclaration> = (site, node) => {
	site.passWord(node, 'filter');
	const name = site.name(nodeOf(node, 'name'));
	site.pass(node, 'Equals');
	const source = filterSource(site, nodeOf(node, 'filterSource'));
	const above = site.passWord(node, 'above') ? site.number(nodeOf(node, 'above')) : undefined;
	const isCapped = site.passWord(node, 'up') && (site.passWord(node, 'to') ?? true);
	const upTo = isCapped ? site.number(nodeOf(node, 'upTo')) : undefined;
	return { kind: 'filter', ...site.clause(), name, source, ...(above && { above }), ...(upTo && { upTo }) };
};

const sources = '`total`, `items`, `quantity of items`, `attribute` or `paid with points`';

function filterSource(site: Site, node: CstNode | undefined): ast.FilterSource | ast.Missing {
	const total = nodeOf(node, 'totalSource');
	if (total) return totalSource(site, total);
	const items = nodeOf(node, 'itemsSource');
	if (items) return itemsSource(site, items);
	const attribute = nodeOf(node, 'attributeSource');
	if (attribute) return attributeSource(site, attribute);
	const paid = site.phrase(nodeOf(node, 'paidSource'), ['paid', 'with', 'points'], 'paid with points', sources);
	return paid.kind === 'word' ? { kind: 'paid-source', span: paid.span } : paid;
}

function attributeSource(site: Site, node: CstNode): ast.AttributeSource {
	const first = placesOf(site.passWord(node, 'attribute'));
	const name = site.name(nodeOf(node, 'name'), 'an attribute');
	return { kind: 'attribute-source', span: join(first[0] ?? name, name), name };
}

function totalSource(site: Site, node: CstNode): ast.TotalSource | ast.Missing {
	const total = site.passWord(node, 'total');
	if (!total) return site.missing(sources);
	const isExcluding = site.passWord(node, 'excluding');
	const parts = ['taxes', 'fees', 'tip', 'points'] as const;
	const build = (entry: CstNode | undefined) => site.word(entry, parts, '`taxes`, `fees`, `tip` or `points`');
	const excluding = isExcluding ? site.list(nodeOf(node, 'totalParts'), 'totalPart', build) : [];
	const before = [...placesOf(site.passWord(node, 'before')), ...placesOf(site.passWord(node, 'discounts'))];
	const first = { span: spanOf(total) };
	const last = before.at(-1) ?? excluding.at(-1) ?? first;
	return { kind: 'total-source', span: join(first, last), excluding, beforeDiscounts: before.length > 0 };
}

function itemsSource(site: Site, node: CstNode): ast.ItemsSource | ast.Missing {
	const quantity = site.passWord(node, 'quantity');
	site.passWord(node, 'of');
	const items = site.passWord(node, 'items');
	if (!items) return site.missing(sources);
	const not = site.passWord(node, 'not');
	const isIn = site.passWord(node, 'in');
	const chosen = isIn ? selectors(site, nodeOf(node, 'selectors')) : [];
	const isExcept = site.passWord(node, 'except');
	const except = isExcept ? selectors(site, nodeOf(node, 'except')) : [];
	const excluding = [...placesOf(site.passWord(node, 'excluding')), ...placesOf(site.passWord(node, 'points'))];
	const first = { span: spanOf(quantity ?? items) };
	const last = excluding.at(-1) ?? except.at(-1) ?? chosen.at(-1) ?? placesOf(isIn ?? not)[0] ?? { span: spanOf(items) };
	return {
		kind: 'items-source',
		span: join(first, last),
		isQuantity: quantity !== undefined,
		mode: not ? 'not in' : isIn ? 'in' : 'all',
		selectors: chosen,
		except,
		excludingPoints: excluding.length > 0,
	};
}

interface OpenSelector {
	readonly by: ast.Word<ast.SelectorKind>;
	readonly names: (ast.Name | ast.Missing)[];
}

/** A name without a kind word belongs to the kind word before it; those before the first kind word are one hole. */
function selectors(site: Site, node: CstNode | undefined): (ast.Selector | ast.Missing)[] {
	const found: (OpenSelector | ast.Missing)[] = [];
	for (const { by, name } of site.list(node, 'selectorEntry', (entry) => selectorEntry(site, entry))) {
		const last = found.at(-1);
		if (by) found.push({ by, names: [name] });
		else if (last === undefined) found.push(withoutKind(site, name));
		else if ('names' in last) last.names.push(name);
		else found[found.length - 1] = { ...last, span: join(last, name) };
	}
	return found.map((selector) =>
		'names' in selector
			? { kind: 'selector', span: join(selector.by, selector.names.at(-1) ?? selector.by), ...selector }
			: selector,
	);
}

/** A name before the first kind word: nobody knows what it names. */
function withoutKind(site: Site, name: ast.Name | ast.Missing): ast.Missing {
	if (name.kind === 'missing') return name;
	const expected = '`category`, `subcategory`, `combo` or `item`';
	const found = quoteShort(name.text);
	site.problems.push(
		problem('unexpected', name.span, { found, expected: phrase(expected), nearest: nearest(name.text, selectorKinds) }),
	);
	return site.missing(expected, name.span);
}

function selectorEntry(site: Site, node: CstNode | undefined) {
	const kind = site.pass(node, 'by');
	const by = kind && word(kind, kind.image as ast.SelectorKind);
	return { by, name: site.name(nodeOf(node, 'name')) };
}
