/** From the record of a setting of a program to its node. */
import type { CstNode } from 'chevrotain';
import type * as ast from '../ast.ts';
import { longDays } from '../keywords.ts';
import { spanOf } from '../tokens.ts';
import { type Build, names, word } from './shared.ts';
import { join, nodeOf, type Site } from './site.ts';

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

export const day: Build<ast.DaySetting> = (site, node) => {
	site.passWord(node, 'day');
	site.passWord(node, 'starts');
	const starts = site.time(nodeOf(node, 'time'));
	return { kind: 'day', ...site.clause(), starts };
};

export const returns: Build<ast.ReturnsSetting> = (site, node) => {
	site.passWord(node, 'returns');
	const policy = returnsPolicy(site, nodeOf(node, 'returnsPolicy'));
	return { kind: 'returns', ...site.clause(), policy };
};

function returnsPolicy(site: Site, node: CstNode | undefined): ast.ReturnsSetting['policy'] {
	const expected = '`may go negative`, `stop at zero` or `pending only`';
	if (site.hasWord(node, 'may')) return site.phrase(node, ['may', 'go', 'negative'], 'may go negative', expected);
	if (site.hasWord(node, 'stop')) return site.phrase(node, ['stop', 'at', 'zero'], 'stop at zero', expected);
	return site.phrase(node, ['pending', 'only'], 'pending only', expected);
}

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
	return site.word(node, ['award', 'item', 'transaction', 'carried'], '`award`, `item` or `transaction`');
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

// ---------------------------------------------------------------- members and facts

export const segment: Build<ast.SegmentDeclaration> = (site, node) => {
	site.passWord(node, 'segment');
	const name = site.name(nodeOf(node, 'name'));
	return { kind: 'segment-declaration', ...site.clause(), name };
};

export const attributeDeclaration: Build<ast.AttributeDeclaration> = (site, node) => {
	site.passWord(node, 'attribute');
	const owners = ['member', 'transaction', 'event'] as const;
	const owner = site.word(nodeOf(node, 'attributeOwner'), owners, '`member`, `transaction` or `event`');
	const name = site.name(nodeOf(node, 'name'));
	const type = attributeType(site, nodeOf(node, 'attributeType'));
	return { kind: 'attribute-declaration', ...site.clause(), owner, name, type };
};

function attributeType(site: Site, node: CstNode | undefined): ast.AttributeDeclaration['type'] {
	const list = nodeOf(node, 'oneOf');
	const expected = '`text`, `number`, `flag`, `date` or `one of`';
	if (!list) return site.word(node, ['text', 'number', 'flag', 'date'], expected);
	const first = site.passWord(list, 'one');
	site.passWord(list, 'of');
	const values = names(site, nodeOf(list, 'names'), 'a value');
	const last = values.at(-1) ?? site;
	return { kind: 'one-of', span: join(first ? { span: spanOf(first) } : last, last), values };
}
