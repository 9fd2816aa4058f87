/** From the record of a clause of a rule or tier, or of a head, to its node. */
import type { CstNode } from 'chevrotain';
import type * as ast from '../ast.ts';
import { spanOf } from '../tokens.ts';
import { type Build, event, moment, placesOf } from './shared.ts';
import { join, nodeOf, type Site, wordsOf } from './site.ts';

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
	const by = site.passWord(node, 'by') ? site.name(nodeOf(node, 'name'), 'an attribute') : undefined;
	const from = site.passWord(node, 'from') ? moment(site, nodeOf(node, 'start')) : undefined;
	const until = site.passWord(node, 'until') ? moment(site, nodeOf(node, 'end')) : undefined;
	const hole = from || until ? undefined : site.missing('`from` or `until`');
	const start = from ?? hole;
	return { kind: 'active', ...site.clause(), ...(by && { by }), ...(start && { from: start }), ...(until && { until }) };
};

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

// ---------------------------------------------------------------- tiers

export const colorClause: Build<ast.ColorClause> = (site, node) => {
	site.passWord(node, 'color');
	const color = site.color(nodeOf(node, 'color'));
	return { kind: 'color-clause', ...site.clause(), color };
};

// ---------------------------------------------------------------- heads

/** What stands before the braces of a declaration that has a name. */
export const head: Build<{ name: ast.Name | ast.Missing; health: ast.Health }> = (site, node) => {
	site.passToken(node && wordsOf(node)[0]);
	const name = site.name(nodeOf(node, 'name'));
	return { name, health: site.clause().health };
};

/** What stands before braces that have no name: one word. */
export const plainHead: Build<{ health: ast.Health }> = (site) => ({ health: site.clause().health });

export const ruleHead: Build<Pick<ast.RuleDeclaration, 'name' | 'on' | 'health'>> = (site, node) => {
	site.passWord(node, 'rule');
	const name = site.name(nodeOf(node, 'name'));
	const on = site.passWord(node, 'on') ? event(site, nodeOf(node, 'event')) : undefined;
	return { name, ...(on && { on }), health: site.clause().health };
};

export const tiersHead: Build<Pick<ast.TiersDeclaration, 'by' | 'keptThroughNextYear' | 'movedByHand' | 'health'>> = (
	site,
	node,
) => {
	site.passWord(node, 'tiers');
	site.passWord(node, 'by');
	const by = tierBasis(site, nodeOf(node, 'tierBasis'));
	const keptThroughNextYear = site.passWord(node, 'kept') !== undefined;
	const movedByHand = site.passWord(node, 'moved') !== undefined;
	return { by, keptThroughNextYear, movedByHand, health: site.clause().health };
};

function tierBasis(site: Site, node: CstNode | undefined): ast.TierBasis | ast.Missing {
	const expected = '`lifetime points`, `lifetime spend of`, `points per year`, `spend of` or `hand`';
	const first = site.passToken(node && wordsOf(node)[0]);
	const lifetime = nodeOf(node, 'lifetimeBasis');
	const spend = site.passWord(lifetime, 'spend') ? lifetime : nodeOf(node, 'spendPerYear');
	if (!first) return site.missing(expected);
	if (spend) {
		site.passWord(spend, 'of');
		const filter = site.name(nodeOf(spend, 'name'), 'a cart filter');
		const last = placesOf(site.passWord(spend, 'year'))[0] ?? filter;
		const measure = lifetime ? 'lifetime spend' : 'spend per year';
		return { kind: 'tier-basis', span: join({ span: spanOf(first) }, last), measure, filter };
	}
	const last = site.passWord(lifetime, 'points') ?? site.passWord(nodeOf(node, 'pointsPerYear'), 'year');
	if (last) {
		const measure = lifetime ? 'lifetime points' : 'points per year';
		return { kind: 'tier-basis', span: site.between(first, last), measure };
	}
	return first.image === 'hand' ? { kind: 'tier-basis', span: spanOf(first), measure: 'hand' } : site.missing(expected);
}

export const tierHead: Build<Pick<ast.Tier, 'name' | 'from' | 'health'>> = (site, node) => {
	site.passWord(node, 'tier');
	const name = site.name(nodeOf(node, 'name'));
	const from = site.passWord(node, 'from') ? site.number(nodeOf(node, 'number')) : undefined;
	return { name, health: site.clause().health, ...(from && { from }) };
};

export const eventHead: Build<Pick<ast.TestEvent, 'event' | 'at' | 'health'>> = (site, node) => {
	const happened = event(site, nodeOf(node, 'event'));
	site.passWord(node, 'at');
	const at = moment(site, nodeOf(node, 'moment'));
	return { event: happened, at, health: site.clause().health };
};
