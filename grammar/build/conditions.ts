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
	const kind = site.passWord(node, 'channel') ? 'channel' : site.passWord(node, 'tier') ? 'tier' : 'order-type';
	site.passWord(node, 'order');
	site.passWord(node, 'type');
	site.passWord(node, 'is');
	const negated = site.passWord(node, 'not') !== undefined;
	const noun = { channel: 'a channel', tier: 'a tier', 'order-type': 'an order type' }[kind];
	const list = names(site, nodeOf(node, 'names'), noun);
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

export const spend: Build<ast.SpendCondition> = (site, node) => {
	site.passWord(node, 'spend');
	const chosen = site.name(nodeOf(node, 'name'), 'a cart filter');
	const test = spendTest(site, nodeOf(node, 'spendTest'));
	return { kind: 'spend', ...site.clause(), filter: chosen, test };
};

function spendTest(site: Site, node: CstNode | undefined): ast.Comparison | ast.Between | ast.Missing {
	const between = site.passWord(node, 'between');
	if (between) {
		const low = site.number(nodeOf(node, 'low'));
		site.passWord(node, 'and');
		const high = site.number(nodeOf(node, 'high'));
		return { kind: 'between', span: join({ span: spanOf(between) }, high), low, high };
	}
	const comparison = nodeOf(node, 'comparison');
	const sign = site.pass(comparison, 'operator');
	if (!sign) return site.missing('a comparison such as `>= 50`');
	const operator = word(sign, sign.image as ast.Operator);
	const value = site.number(nodeOf(comparison, 'number'));
	return { kind: 'comparison', span: join(operator, value), operator, value };
}

export const birthday: Build<ast.BirthdayCondition> = (site, node) => {
	site.passWord(node, 'birthday');
	const window = birthdayWindow(site, nodeOf(node, 'birthdayWindow'));
	return { kind: 'birthday', ...site.clause(), window };
};

function birthdayWindow(site: Site, node: CstNode | undefined): ast.BirthdayCondition['window'] {
	const today = site.passWord(node, 'today');
	if (today) return word(today, 'today');
	const start = site.passWord(node, 'this');
	const month = site.passWord(node, 'month');
	if (start && month)
		return { kind: 'word', span: join({ span: spanOf(start) }, { span: spanOf(month) }), text: 'this month' };
	const within = nodeOf(node, 'within');
	const first = site.passWord(within, 'within');
	if (!first) return site.missing('`today`, `this month` or `within 3 days`');
	const days = site.number(nodeOf(within, 'number'));
	const unit = [...placesOf(site.passWord(within, 'days')), ...placesOf(site.passWord(within, 'day'))];
	return { kind: 'within', span: join({ span: spanOf(first) }, unit[0] ?? days), days };
}
