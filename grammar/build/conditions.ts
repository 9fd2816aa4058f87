/** From the record of a condition to its node. */
import type { CstNode, IToken } from 'chevrotain';
import type * as ast from '../ast.ts';
import { shortDays } from '../keywords.ts';
import { spanOf } from '../tokens.ts';
import { type Build, names, placesOf, word } from './shared.ts';
import { join, nodeOf, nodesOf, type Site, tokensOf } from './site.ts';

export const always: Build<ast.AlwaysCondition> = (site) => ({ kind: 'always', ...site.clause() });

export const dayTime: Build<ast.DayTimeCondition> = (site, node) => {
	const list = nodeOf(node, 'dayTimes');
	const ors = tokensOf(list, 'word_or');
	const alternatives = nodesOf(list, 'dayTimeAlternative').map((entry, index) => {
		if (index > 0) site.passToken(ors[index - 1]);
		return dayTimeAlternative(site, entry);
	});
	return { kind: 'day-time', ...site.clause(), alternatives };
};

function dayTimeAlternative(site: Site, node: CstNode): ast.DayTime {
	const on = site.passWord(node, 'on');
	const daysNode = nodeOf(node, 'days');
	const any = site.passWord(daysNode, 'any');
	const day = site.passWord(daysNode, 'day');
	const days = any ? 'any' : site.list(nodeOf(daysNode, 'dayRanges'), 'dayRange', (entry) => dayRange(site, entry));
	const between = site.passWord(node, 'between');
	const range = between && timeRange(site, node, between);
	// Without `on` nothing else of it was read, and the hole of its days is where it would begin.
	const listed = days === 'any' ? placesOf(day ?? any) : days;
	const first = placesOf(on)[0] ?? listed[0] ?? { span: site.span };
	const last = range ?? listed.at(-1) ?? first;
	return { kind: 'day-time-alternative', span: join(first, last), days, ...(range && { between: range }) };
}

function dayRange(site: Site, node: CstNode | undefined): ast.DayRange | ast.Missing {
	const first = shortDay(site, nodeOf(node, 'shortDay'));
	if (first.kind === 'missing') return first;
	if (!site.passWord(node, 'to')) return { kind: 'day-range', span: first.span, first };
	const last = shortDay(site, nodeOf(node, 'last'));
	return { kind: 'day-range', span: join(first, last), first, last };
}

function shortDay(site: Site, node: CstNode | undefined): ast.Word<ast.Day> | ast.Missing {
	const token = site.pass(node, 'ShortDay');
	const day = shortDays.find((day) => day === token?.image);
	return token && day ? word(token, day) : site.missing('a day such as `Mon`');
}

function timeRange(site: Site, node: CstNode, between: IToken): ast.TimeRange {
	const from = site.time(nodeOf(node, 'low'));
	site.passWord(node, 'and');
	const until = site.time(nodeOf(node, 'high'));
	return { kind: 'time-range', span: join({ span: spanOf(between) }, until), from, until };
}

export const membership: Build<ast.MembershipCondition> = (site, node) => {
	const chosen = (['channel', 'tier', 'segment'] as const).find((each) => site.passWord(node, each));
	const kind = chosen ?? 'order-type';
	site.passWord(node, 'order');
	site.passWord(node, 'type');
	site.passWord(node, 'is');
	const negated = site.passWord(node, 'not') !== undefined;
	const expected = { channel: 'a channel', tier: 'a tier', segment: 'a segment', 'order-type': 'an order type' } as const;
	const list = names(site, nodeOf(node, 'names'), expected[kind]);
	return { kind, ...site.clause(), negated, names: list };
};

export const store: Build<ast.StoreCondition> = (site, node) => {
	site.passWord(node, 'store');
	site.passWord(node, 'is');
	const negated = site.passWord(node, 'not') !== undefined;
	const places = site.list(nodeOf(node, 'places'), 'place', (entry) => place(site, entry));
	return { kind: 'store', ...site.clause(), negated, places };
};

function place(site: Site, node: CstNode | undefined): ast.StoreRef | ast.Missing {
	const chain = site.passWord(node, 'chain');
	const name = site.name(nodeOf(node, 'name'), chain ? 'a chain' : 'a store');
	if (!chain) return name.kind === 'missing' ? name : { kind: 'store-ref', span: name.span, by: 'store', name };
	return { kind: 'store-ref', span: join({ span: spanOf(chain) }, name), by: 'chain', name };
}

export const amount: Build<ast.AmountCondition> = (site, node) => {
	const kind = site.passWord(node, 'quantity') ? 'quantity' : 'spend';
	site.passWord(node, 'spend');
	const chosen = site.name(nodeOf(node, 'name'), kind === 'spend' ? 'a cart filter' : 'an items filter');
	const test = amountTest(site, nodeOf(node, 'amountTest'));
	return { kind, ...site.clause(), filter: chosen, test };
};

function amountTest(site: Site, node: CstNode | undefined): ast.Comparison | ast.Between | ast.Missing {
	const range = nodeOf(node, 'between');
	return range ? between(site, range) : comparison(site, nodeOf(node, 'comparison'));
}

function between(site: Site, node: CstNode): ast.Between {
	const first = placesOf(site.passWord(node, 'between'));
	const low = site.number(nodeOf(node, 'low'));
	site.passWord(node, 'and');
	const high = site.number(nodeOf(node, 'high'));
	return { kind: 'between', span: join(first[0] ?? low, high), low, high };
}

function comparison(site: Site, node: CstNode | undefined): ast.Comparison | ast.Missing {
	const sign = site.pass(node, 'operator');
	if (!sign) return site.missing('a comparison such as `>= 50`');
	const operator = word(sign, sign.image as ast.Operator);
	const value = site.number(nodeOf(node, 'number'));
	return { kind: 'comparison', span: join(operator, value), operator, value };
}

export const anniversary: Build<ast.AnniversaryCondition> = (site, node) => {
	const kind = site.passWord(node, 'anniversary') ? 'anniversary' : 'birthday';
	site.passWord(node, 'birthday');
	const window = anniversaryWindow(site, nodeOf(node, 'anniversaryWindow'));
	return { kind, ...site.clause(), window };
};

function anniversaryWindow(site: Site, node: CstNode | undefined): ast.AnniversaryCondition['window'] {
	const today = site.passWord(node, 'today');
	if (today) return word(today, 'today');
	const expected = '`today`, `this month` or `within 3 days`';
	if (site.hasWord(node, 'this')) return site.phrase(node, ['this', 'month'], 'this month', expected);
	const within = nodeOf(node, 'within');
	const first = site.passWord(within, 'within');
	if (!first) return site.missing(expected);
	const days = site.number(nodeOf(within, 'number'));
	const last = placesOf(site.daysUnit(within))[0] ?? days;
	return { kind: 'within', span: join({ span: spanOf(first) }, last), days };
}

export const purchaseNumber: Build<ast.PurchaseNumberCondition> = (site, node) => {
	site.passWord(node, 'purchase');
	site.passWord(node, 'number');
	site.passWord(node, 'is');
	const count = nodeOf(node, 'purchaseCount');
	const isEvery = site.passWord(count, 'every') !== undefined;
	const number = site.number(nodeOf(count, 'number'), isEvery ? 'a number' : 'a number such as `1`, or `every 10`');
	return { kind: 'purchase-number', ...site.clause(), isEvery, number };
};

export const memberFact: Build<ast.MemberFactCondition> = (site, node) => {
	const which = fact(site, nodeOf(node, 'fact'));
	const test = amountTest(site, nodeOf(node, 'amountTest'));
	return { kind: 'member-fact', ...site.clause(), fact: which, test };
};

function fact(site: Site, node: CstNode | undefined): ast.MemberFactCondition['fact'] {
	const balance = site.passWord(node, 'balance');
	if (balance) return word(balance, 'balance');
	if (site.hasWord(node, 'lifetime')) return lifetimeFact(site, node);
	const first = site.passWord(node, 'days');
	site.passWord(node, 'since');
	const joining = site.passWord(node, 'joining');
	if (first && joining) return { kind: 'word', span: site.between(first, joining), text: 'days since joining' };
	const last = site.phrase(
		nodeOf(node, 'lastPurchase'),
		['last', 'purchase'],
		'days since last purchase',
		'`last purchase`',
	);
	return last.kind === 'word' && first ? { ...last, span: join({ span: spanOf(first) }, last) } : last;
}

/** `lifetime points` or `lifetime spend`, of a condition or of a test’s member. */
export function lifetimeFact(
	site: Site,
	node: CstNode | undefined,
): ast.Word<'lifetime points' | 'lifetime spend'> | ast.Missing {
	return site.hasWord(node, 'spend')
		? site.phrase(node, ['lifetime', 'spend'], 'lifetime spend', '`points` or `spend`')
		: site.phrase(node, ['lifetime', 'points'], 'lifetime points', '`points` or `spend`');
}

export const attribute: Build<ast.Condition> = (site, node) => {
	const name = site.name(nodeOf(node, 'name'), 'an attribute');
	const test = nodeOf(node, 'attributeTest');
	const built = test && attributeTest(site, test);
	if (name.kind === 'missing') return site.unreadable();
	return { kind: 'attribute', ...site.clause(), name, ...(built && { test: built }) };
};

function attributeTest(site: Site, node: CstNode): NonNullable<ast.AttributeCondition['test']> {
	const is = nodeOf(node, 'attributeIs');
	if (!is) return amountTest(site, node);
	const first = placesOf(site.passWord(is, 'is'));
	const negated = site.passWord(is, 'not') !== undefined;
	const values = names(site, nodeOf(is, 'names'), 'a value');
	return { kind: 'attribute-is', span: join(first[0] ?? site, values.at(-1) ?? site), negated, values };
}
