/** From the record of a part of a test to its node. */
import type { CstNode, IToken } from 'chevrotain';
import type * as ast from '../ast.ts';
import { lifetimeFact } from './conditions.ts';
import { type Build, recipient, word } from './shared.ts';
import { nodeOf, type Site } from './site.ts';

export const expect: Build<ast.ExpectClause> = (site, node) => {
	site.passWord(node, 'expect');
	const expected = nodeOf(node, 'expected');
	const what = expectedOf(site, expected);
	site.passWord(expected, 'earns');
	const points = site.number(nodeOf(expected, 'number'));
	const whose = site.passWord(node, 'for') ? recipient(site, nodeOf(node, 'recipient')) : undefined;
	return { kind: 'expect', ...site.clause(), what, points, ...(whose && { recipient: whose }) };
};

function expectedOf(site: Site, node: CstNode | undefined): ast.ExpectClause['what'] {
	const total = site.passWord(node, 'total');
	if (total) return word(total, 'total');
	const tier = site.passWord(node, 'tier');
	if (tier) return word(tier, 'tier');
	const balance = site.passWord(node, 'balance');
	if (balance) return word(balance, 'balance');
	const paid = nodeOf(node, 'paidSource');
	if (paid) return site.phrase(paid, ['paid', 'with', 'points'], 'paid with points', '`with points`');
	return site.name(nodeOf(node, 'name'), 'the name of a rule, `tier`, `total`, `balance` or `paid with points`');
}

export const testReturn: Build<ast.TestReturn> = (site, node) => {
	site.passWord(node, 'returns');
	const all = site.passWord(node, 'all');
	if (all) return { kind: 'test-return', ...site.clause(), amount: word(all, 'all') };
	const isItem = site.passWord(node, 'item') !== undefined;
	const item = isItem ? site.name(nodeOf(node, 'name'), 'the code of an item') : undefined;
	const amount = site.number(nodeOf(node, 'number'), isItem ? 'how many go back' : '`item`, an amount or `all`');
	return { kind: 'test-return', ...site.clause(), ...(item && { item }), amount };
};

export const testSpend: Build<ast.TestSpend> = (site, node) => {
	site.passWord(node, 'spend');
	site.passWord(node, 'points');
	return { kind: 'test-spend', ...site.clause() };
};

// ---------------------------------------------------------------- facts

const nameFacts = ['tier', 'segment', 'store', 'chain', 'channel'] as const;
const dayFacts = ['birthday', 'joined'] as const;
const numberFacts = ['purchases', 'balance', 'discount', 'taxes', 'fees', 'tip'] as const;

type FactWord = ast.TestFact['fact'];

/** The first of some words that stands there. */
function oneOf(
	site: Site,
	node: CstNode | undefined,
	words: typeof nameFacts | typeof dayFacts | typeof numberFacts,
): FactWord | undefined {
	for (const text of words) {
		const token: IToken | undefined = site.passWord(node, text);
		if (token) return word(token, text);
	}
	return undefined;
}

/** A fact whose words are known; without them nothing would have brought it here. */
function testFact(site: Site, fact: FactWord | ast.Missing, value: ast.TestFact['value']): ast.TestFact | ast.RawClause {
	return fact.kind === 'missing' ? site.unreadable() : { kind: 'test-fact', ...site.clause(), fact, value };
}

export const nameFact: Build<ast.TestFact | ast.RawClause> = (site, node) => {
	const fact = oneOf(site, node, nameFacts) ?? site.phrase(node, ['order', 'type'], 'order type', '`type`');
	return testFact(site, fact, site.name(nodeOf(node, 'name')));
};

export const dayFact: Build<ast.TestFact | ast.RawClause> = (site, node) => {
	const last = nodeOf(node, 'lastPurchase');
	const fact = oneOf(site, node, dayFacts) ?? site.phrase(last, ['last', 'purchase'], 'last purchase', '`purchase`');
	return testFact(site, fact, site.date(nodeOf(node, 'date')));
};

export const numberFact: Build<ast.TestFact | ast.RawClause> = (site, node) => {
	const paid = nodeOf(node, 'paidSource');
	const fact =
		oneOf(site, node, numberFacts) ??
		(paid ? site.phrase(paid, ['paid', 'with', 'points'], 'paid with points', '`with points`') : lifetimeFact(site, node));
	return testFact(site, fact, site.number(nodeOf(node, 'number')));
};

export const attributeFact: Build<ast.TestAttribute | ast.RawClause> = (site, node) => {
	const name = site.name(nodeOf(node, 'name'), 'an attribute');
	const test = nodeOf(node, 'testValue');
	const value = test && testValue(site, test);
	if (name.kind === 'missing') return site.unreadable();
	return { kind: 'test-attribute', ...site.clause(), name, ...(value && { value }) };
};

function testValue(site: Site, node: CstNode): ast.TestAttribute['value'] {
	const number = nodeOf(node, 'number');
	if (number) return site.number(number);
	const date = nodeOf(node, 'date');
	return date ? site.date(date) : site.name(nodeOf(node, 'name'), 'a value');
}

export const testLine: Build<ast.TestLine> = (site, node) => {
	site.passWord(node, 'item');
	const item = site.name(nodeOf(node, 'item'), 'the code of an item');
	const label = (text: 'category' | 'subcategory' | 'combo') =>
		site.passWord(node, text) ? { [text]: site.name(nodeOf(node, text)) } : {};
	const labels = { ...label('category'), ...label('subcategory'), ...label('combo') };
	const quantity = site.number(nodeOf(node, 'quantity'), 'a quantity such as `2 x 18.00`');
	site.pass(node, 'Cross');
	const amount = nodeOf(node, 'linePrice');
	const measured = nodeOf(amount, 'name');
	const unit = measured && site.name(measured, 'a unit');
	site.passWord(amount, 'for');
	const price = site.number(nodeOf(amount, 'number'), 'a price');
	return { kind: 'test-line', ...site.clause(), item, ...labels, quantity, ...(unit && { unit }), price };
};
