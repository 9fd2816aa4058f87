/** From the record of what points are worth, and of when they lapse, to its node. */
import type { CstNode } from 'chevrotain';
import type * as ast from '../ast.ts';
import { spanOf } from '../tokens.ts';
import { type Build, placesOf } from './shared.ts';
import { join, nodeOf, type Site } from './site.ts';

export const worth: Build<ast.WorthClause> = (site, node) => {
	const points = site.number(nodeOf(node, 'points'));
	site.pointsUnit(node);
	site.pass(node, 'Equals');
	const amount = site.number(nodeOf(node, 'amount'));
	const currency = site.name(nodeOf(node, 'name'), 'a currency code such as `AED`');
	return { kind: 'worth', ...site.clause(), points, amount, currency };
};

export const redemptionBound: Build<ast.AtMostClause | ast.AtLeastClause> = (site, node) => {
	site.passWord(node, 'at');
	if (site.passWord(node, 'most')) {
		const share = site.number(nodeOf(node, 'number'));
		site.passWord(node, 'of');
		const filter = site.name(nodeOf(node, 'name'), 'a cart filter');
		return { kind: 'at-most', ...site.clause(), share, filter };
	}
	site.passWord(node, 'least');
	const points = site.number(nodeOf(node, 'number'), '`most` or `least`, and a number');
	site.pointsUnit(node);
	const isStepped = site.passWord(node, 'in') !== undefined;
	site.passWord(node, 'steps');
	site.passWord(node, 'of');
	const steps = isStepped ? site.number(nodeOf(node, 'steps')) : undefined;
	return { kind: 'at-least', ...site.clause(), points, ...(steps && { steps }) };
};

export const available: Build<ast.AvailableClause> = (site, node) => {
	site.passWord(node, 'available');
	const moment = lapse(site, node);
	return { kind: 'available', ...site.clause(), moment };
};

export const expires: Build<ast.ExpiresClause> = (site, node) => {
	site.passWord(node, 'expires');
	const moment = lapse(site, node);
	const withoutActivity = site.passWord(node, 'without') !== undefined;
	site.passWord(node, 'activity');
	return { kind: 'expires', ...site.clause(), moment, withoutActivity };
};

/** `after 14 days` or `at month end`. */
function lapse(site: Site, node: CstNode | undefined): ast.Duration | ast.PeriodEnd | ast.Missing {
	const end = nodeOf(node, 'periodEnd');
	if (end) return periodEnd(site, end);
	const duration = nodeOf(node, 'duration');
	const first = site.passWord(duration, 'after');
	if (!first) return site.missing('`after` or `at`');
	const count = site.number(nodeOf(duration, 'number'));
	const unit = durationUnit(site, nodeOf(duration, 'durationUnit'));
	return { kind: 'duration', span: join({ span: spanOf(first) }, unit), count, unit };
}

function durationUnit(site: Site, node: CstNode | undefined): ast.Duration['unit'] {
	for (const text of ['day', 'week', 'month', 'year'] as const) {
		const token = site.passWord(node, `${text}s`) ?? site.passWord(node, text);
		if (token) return { kind: 'word', span: spanOf(token), text };
	}
	return site.missing('`days`, `weeks`, `months` or `years`');
}

function periodEnd(site: Site, node: CstNode): ast.PeriodEnd {
	const first = placesOf(site.passWord(node, 'at'));
	const period = site.word(nodeOf(node, 'endedPeriod'), ['month', 'year'], '`month` or `year`');
	const last = placesOf(site.passWord(node, 'end'))[0] ?? period;
	return { kind: 'period-end', span: join(first[0] ?? period, last), period };
}
