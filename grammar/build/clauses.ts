/** From the record of a clause of a rule or tier, or of a head, to its node. A hole becomes a `Missing`; nothing is invented. */
import type { CstNode } from 'chevrotain';
import type * as ast from '../ast.ts';
import { spanOf } from '../tokens.ts';
import { formula } from './formula.ts';
import type { Build } from './shared.ts';
import { join, nodeOf, type Site, tokensOf } from './site.ts';

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
