/** From the parser's record of a clause to its node. A hole becomes a {@link Missing}; nothing is invented. */
import type { CstNode, IToken } from 'chevrotain';
import type * as ast from './ast.ts';
import { formula } from './build-formula.ts';
import { longDays, shortDays } from './keywords.ts';
import { join, nodeOf, nodesOf, type Site, tokensOf } from './site.ts';
import { spanOf } from './tokens.ts';

/** Builds one clause from what its rule recorded. */
export type Build<N> = (site: Site, node: CstNode | undefined) => N;

const ended = (token: IToken | undefined) => (token ? [{ span: spanOf(token) }] : []);

function word<T extends string>(token: IToken, text: T): ast.Word<T> {
	return { kind: 'word', span: spanOf(token), text };
}

function names(site: Site, node: CstNode | undefined, expected: string): (ast.Name | ast.Missing)[] {
	return site.list(node, 'name', (entry) => site.name(entry, expected));
}

// ---------------------------------------------------------------- program

export const currency: Build<ast.CurrencySetting> = (site, node) => {
	site.passWord(node, 'currency');
	const code = site.name(nodeOf(node, 'name'), 'a currency code such as `AED`');
	return { kind: 'currency', ...site.clause(), code };
};

export const timezone: Build<ast.TimezoneSetting> = (site, node) => {
	site.passWord(node, 'timezone');
	const zone = site.text(nodeOf(node, 'text'));
	return { kind: 'timezone', ...site.clause(), zone };
};

export const week: Build<ast.WeekSetting> = (site, node) => {
	site.passWord(node, 'week');
	site.passWord(node, 'starts');
	const token = site.pass(nodeOf(node, 'longDay'), 'LongDay');
	const day = longDays.find((day) => day === token?.image);
	const first = token && day ? word(token, day) : site.missing('a day such as `Monday`');
	return { kind: 'week', ...site.clause(), first };
};

export const points: Build<ast.PointsSetting> = (site, node) => {
	site.passWord(node, 'points');
	const isWhole = site.passWord(node, 'whole') !== undefined;
	const decimalsNode = nodeOf(node, 'decimals');
	site.passWord(decimalsNode, 'with');
	const decimals = isWhole ? undefined : site.number(nodeOf(decimalsNode, 'number'), '`whole` or `with 2 decimals`');
	site.passWord(decimalsNode, 'decimals');
	site.passWord(decimalsNode, 'decimal');
	site.pass(node, 'Comma');
	const isRounded = site.passWord(node, 'rounded') !== undefined;
	const rounding = isRounded ? roundingWord(site, nodeOf(node, 'rounding')) : undefined;
	const place = nodeOf(node, 'roundingPlace');
	const per = place ? roundingPlace(site, place) : undefined;
	return {
		kind: 'points',
		...site.clause(),
		...(decimals && { decimals }),
		...(rounding && { rounding }),
		...(per && { per }),
	};
};

function roundingWord(site: Site, node: CstNode | undefined): ast.Word<ast.Rounding> | ast.Missing {
	const half = nodeOf(node, 'halfRounding');
	if (!half) return site.word(node, ['down', 'up'], '`down`, `up`, `half up` or `half even`');
	const start = site.passWord(half, 'half');
	const end = site.word(half, ['up', 'even'], '`up` or `even`');
	if (end.kind === 'missing' || !start) return end as ast.Missing;
	return { kind: 'word', span: join({ span: spanOf(start) }, end), text: `half ${end.text}` };
}

function roundingPlace(site: Site, node: CstNode): ast.Word<ast.RoundingPlace> | ast.Missing {
	site.passWord(node, 'per');
	return site.word(node, ['award', 'item', 'transaction', 'carried'], '`award`');
}

export const channels: Build<ast.ChannelsSetting> = (site, node) => {
	site.passWord(node, 'channels');
	const list = names(site, nodeOf(node, 'names'), 'a channel');
	return { kind: 'channels', ...site.clause(), names: list };
};

export const orderTypes: Build<ast.OrderTypesSetting> = (site, node) => {
	site.passWord(node, 'order');
	site.passWord(node, 'types');
	const list = names(site, nodeOf(node, 'names'), 'an order type');
	return { kind: 'order-types', ...site.clause(), names: list };
};

// ---------------------------------------------------------------- tiers

export const colorClause: Build<ast.ColorClause> = (site, node) => {
	site.passWord(node, 'color');
	const color = site.color(nodeOf(node, 'color'));
	return { kind: 'color-clause', ...site.clause(), color };
};

export const multiply: Build<ast.MultiplyClause> = (site, node) => {
	site.passWord(node, 'multiply');
	site.passWord(node, 'points');
	site.passWord(node, 'by');
	const factor = site.number(nodeOf(node, 'number'));
	return { kind: 'multiply', ...site.clause(), factor };
};

// ---------------------------------------------------------------- filters

export const filter: Build<ast.FilterDeclaration> = (site, node) => {
	site.passWord(node, 'filter');
	const name = site.name(nodeOf(node, 'name'));
	site.pass(node, 'Equals');
	const source = nodeOf(node, 'filterSource');
	const total = nodeOf(source, 'totalSource');
	const items = nodeOf(source, 'itemsSource');
	const built = total ? totalSource(site, total) : items ? itemsSource(site, items) : site.missing('`total` or `items`');
	return { kind: 'filter', ...site.clause(), name, source: built };
};

function totalSource(site: Site, node: CstNode): ast.TotalSource | ast.Missing {
	const total = site.passWord(node, 'total');
	if (!total) return site.missing('`total` or `items`');
	const isExcluding = site.passWord(node, 'excluding');
	const parts = ['taxes', 'fees', 'tip', 'points'] as const;
	const build = (entry: CstNode | undefined) => site.word(entry, parts, '`taxes`, `fees`, `tip` or `points`');
	const excluding = isExcluding ? site.list(nodeOf(node, 'totalParts'), 'totalPart', build) : [];
	const before = [...ended(site.passWord(node, 'before')), ...ended(site.passWord(node, 'discounts'))];
	const first = { span: spanOf(total) };
	const last = before.at(-1) ?? excluding.at(-1) ?? first;
	return { kind: 'total-source', span: join(first, last), excluding, beforeDiscounts: before.length > 0 };
}

function itemsSource(site: Site, node: CstNode): ast.ItemsSource | ast.Missing {
	const items = site.passWord(node, 'items');
	if (!items) return site.missing('`total` or `items`');
	const not = site.passWord(node, 'not');
	const isIn = site.passWord(node, 'in');
	const chosen = isIn ? selectors(site, nodeOf(node, 'selectors')) : [];
	const isExcept = site.passWord(node, 'except');
	const except = isExcept ? selectors(site, nodeOf(node, 'except')) : [];
	const first = { span: spanOf(items) };
	const last = except.at(-1) ?? chosen.at(-1) ?? ended(isIn ?? not)[0] ?? first;
	const mode = not ? 'not in' : isIn ? 'in' : 'all';
	return { kind: 'items-source', span: join(first, last), mode, selectors: chosen, except };
}

interface OpenSelector {
	readonly by: ast.Word<ast.SelectorKind>;
	readonly names: (ast.Name | ast.Missing)[];
}

/** A name without a kind word belongs to the kind word before it; before the first kind word it is a hole. */
function selectors(site: Site, node: CstNode | undefined): (ast.Selector | ast.Missing)[] {
	const found: (OpenSelector | ast.Missing)[] = [];
	for (const { by, name } of site.list(node, 'selectorEntry', (entry) => selectorEntry(site, entry))) {
		const last = found.at(-1);
		if (by) found.push({ by, names: [name] });
		else if (last && 'names' in last) last.names.push(name);
		else found.push(site.missing('`category`, `subcategory`, `combo` or `item`', name.span));
	}
	return found.map((selector) =>
		'names' in selector
			? { kind: 'selector', span: join(selector.by, selector.names.at(-1) ?? selector.by), ...selector }
			: selector,
	);
}

function selectorEntry(site: Site, node: CstNode | undefined) {
	const kind = site.pass(node, 'by');
	const by = kind && word(kind, kind.image as ast.SelectorKind);
	return { by, name: site.name(nodeOf(node, 'name')) };
}

// ---------------------------------------------------------------- rules

export const about: Build<ast.AboutClause> = (site, node) => {
	site.passWord(node, 'about');
	const text = site.text(nodeOf(node, 'text'));
	return { kind: 'about', ...site.clause(), text };
};

export const status: Build<ast.StatusClause> = (site, node) => {
	site.passWord(node, 'status');
	const chosen = site.word(node, ['enabled', 'disabled'], '`enabled` or `disabled`');
	return { kind: 'status', ...site.clause(), status: chosen };
};

export const active: Build<ast.ActiveClause> = (site, node) => {
	site.passWord(node, 'active');
	const from = site.passWord(node, 'from') ? moment(site, nodeOf(node, 'start')) : undefined;
	const until = site.passWord(node, 'until') ? moment(site, nodeOf(node, 'end')) : undefined;
	const hole = from || until ? undefined : site.missing('`from` or `until`');
	const start = from ?? hole;
	return { kind: 'active', ...site.clause(), ...(start && { from: start }), ...(until && { until }) };
};

function moment(site: Site, node: CstNode | undefined): ast.Moment | ast.Missing {
	const date = site.date(nodeOf(node, 'date'));
	const timeNode = nodeOf(node, 'time');
	const time = timeNode && site.time(timeNode);
	const span = time ? join(date, time) : date.span;
	if (date.kind === 'missing' || time?.kind === 'missing') return site.missing('a date', span);
	return { kind: 'moment', span, date, ...(time && { time }) };
}

export const priority: Build<ast.PriorityClause> = (site, node) => {
	site.passWord(node, 'priority');
	const negative = site.pass(node, 'Minus') !== undefined;
	const value = site.number(nodeOf(node, 'number'));
	return { kind: 'priority', ...site.clause(), value, negative };
};

export const whenAlways: Build<ast.WhenClause> = (site, node) => {
	site.passWord(node, 'when');
	const token = site.passWord(nodeOf(node, 'always'), 'always');
	const { span, health } = site.clause();
	const condition: ast.AlwaysCondition = { kind: 'always', span: token ? spanOf(token) : span, health };
	return { kind: 'when', span, health, conditions: [condition] };
};

export const earn: Build<ast.EarnClause> = (site, node) => {
	site.passWord(node, 'earn');
	const built = formula(site, nodeOf(node, 'formula'));
	return { kind: 'earn', ...site.clause(), formula: built };
};

export const limit: Build<ast.LimitClause> = (site, node) => {
	site.passWord(node, 'limit');
	const amount = site.number(nodeOf(node, 'number'));
	site.passWord(node, 'points');
	site.passWord(node, 'point');
	site.passWord(node, 'per');
	const per = site.word(node, ['transaction'], '`transaction`');
	return { kind: 'limit', ...site.clause(), points: amount, per };
};

// ---------------------------------------------------------------- conditions

export const always: Build<ast.AlwaysCondition> = (site) => ({ kind: 'always', ...site.clause() });

export const dayTime: Build<ast.DayTimeCondition> = (site, node) => {
	const ors = tokensOf(node, 'word_or');
	const alternatives = nodesOf(node, 'dayTimeAlternative').map((entry, index) => {
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
	const first = ended(on)[0] ?? { span: site.span };
	const last = range ?? (days === 'any' ? ended(day ?? any)[0] : days.at(-1)) ?? first;
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
	const unit = [...ended(site.passWord(within, 'days')), ...ended(site.passWord(within, 'day'))];
	return { kind: 'within', span: join({ span: spanOf(first) }, unit[0] ?? days), days };
}

// ---------------------------------------------------------------- heads

/** What stands before the braces of a rule or of a program. */
export const head: Build<{ name: ast.Name | ast.Missing; health: ast.Health }> = (site, node) => {
	site.passWord(node, 'rule');
	site.passWord(node, 'program');
	const name = site.name(nodeOf(node, 'name'));
	return { name, health: site.clause().health };
};

export const tiersHead: Build<{ by: ast.TiersDeclaration['by']; health: ast.Health }> = (site, node) => {
	site.passWord(node, 'tiers');
	site.passWord(node, 'by');
	const lifetime = tokensOf(node, 'word_lifetime')[0];
	const earned = tokensOf(node, 'word_points')[0];
	if (lifetime && earned) {
		const span = join({ span: spanOf(lifetime) }, { span: spanOf(earned) });
		return { by: { kind: 'word', span, text: 'lifetime points' }, health: site.clause().health };
	}
	const by = site.word(node, ['hand'], '`lifetime points` or `hand`');
	return { by, health: site.clause().health };
};

export const tierHead: Build<Pick<ast.Tier, 'name' | 'from' | 'health'>> = (site, node) => {
	site.passWord(node, 'tier');
	const name = site.name(nodeOf(node, 'name'));
	const from = site.passWord(node, 'from') ? site.number(nodeOf(node, 'number')) : undefined;
	return { name, health: site.clause().health, ...(from && { from }) };
};
