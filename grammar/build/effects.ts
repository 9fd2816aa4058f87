/** From the record of what is given or limited to its node. A hole becomes a `Missing`; nothing is invented. */
import type { CstNode, IToken } from 'chevrotain';
import type * as ast from '../ast.ts';
import type { Problem } from '../diagnostics/problem.ts';
import { leftoverProblem } from '../explain.ts';
import { spanOf } from '../tokens.ts';
import { formula } from './formula.ts';
import { type Build, placesOf, recipient, word } from './shared.ts';
import { join, nodeOf, nodesOf, type Site, wordsOf } from './site.ts';

type Endings = Pick<ast.EarnClause, 'every' | 'atLeast' | 'exempt' | 'recipient'>;

export const earn: Build<ast.EarnClause> = (site, node) => {
	site.passWord(node, 'earn');
	const built = formula(site, nodeOf(node, 'formula'));
	const endings: Endings = {};
	for (const ending of nodesOf(nodeOf(node, 'earnEndings'), 'earnEnding')) {
		const found = earnEnding(site, ending);
		const isTwice = Object.keys(found).some((key) => key in endings);
		if (isTwice && node) site.unreadable(twice(node, ending));
		Object.assign(endings, found);
	}
	return { kind: 'earn', ...site.clause(), formula: built, ...endings };
};

/** An ending that says again what one before it has said. */
function twice(node: CstNode, ending: CstNode): Problem | undefined {
	const [first] = wordsOf(ending);
	const words = wordsOf(node);
	const before = first && words[words.indexOf(first) - 1];
	return before && leftoverProblem([first], before);
}

/** What follows the formula, one thing at a time and in any order. */
function earnEnding(site: Site, node: CstNode): Endings {
	if (site.passWord(node, 'for')) {
		const step = nodeOf(node, 'everyStep');
		return step ? { every: everyStep(site, step) } : { recipient: recipient(site, nodeOf(node, 'recipient')) };
	}
	if (site.passWord(node, 'at')) {
		site.passWord(node, 'least');
		const atLeast = site.number(nodeOf(node, 'number'));
		site.pointsUnit(node);
		return { atLeast };
	}
	const exempt = site.phrase(node, ['without', 'multipliers'], 'without multipliers', '`multipliers`');
	return exempt.kind === 'word' ? { exempt } : {};
}

function everyStep(site: Site, node: CstNode): ast.EveryStep {
	const first = placesOf(site.passWord(node, 'every'))[0] ?? { span: site.span };
	const step = site.number(nodeOf(node, 'number'));
	site.passWord(node, 'of');
	const filter = site.name(nodeOf(node, 'name'), 'a cart filter');
	return { kind: 'every-step', span: join(first, filter), step, filter };
}

const targets = ['points', 'base', 'this'] as const;

export const multiply: Build<ast.MultiplyClause> = (site, node) => {
	site.passWord(node, 'multiply');
	const what = site.word(nodeOf(node, 'multiplyTarget'), targets, '`points`, `base` or `this`');
	const on = site.passWord(node, 'on') ? site.name(nodeOf(node, 'name'), 'a cart filter') : undefined;
	site.passWord(node, 'by');
	const factor = site.number(nodeOf(node, 'number'));
	return { kind: 'multiply', ...site.clause(), what, ...(on && { on }), factor };
};

export const limit: Build<ast.LimitClause> = (site, node) => {
	site.passWord(node, 'limit');
	const most = limitMost(site, nodeOf(node, 'limitMost'));
	site.passWord(node, 'per');
	const per = limitPeriod(site, nodeOf(node, 'limitPeriod'));
	const nothing = site.hasWord(node, 'or') ? site.phrase(node, ['or', 'nothing'], 'or nothing', '`nothing`') : undefined;
	const orNothing = nothing?.kind === 'word' ? { orNothing: nothing } : {};
	return { kind: 'limit', ...site.clause(), most, per, ...orNothing };
};

function limitMost(site: Site, node: CstNode | undefined): ast.LimitMost | ast.Missing {
	const once = site.passWord(node, 'once');
	if (once) return { kind: 'limit-times', span: spanOf(once) };
	const capped = nodeOf(node, 'limitFormula');
	if (capped) return limitFormula(site, capped);
	const amount = nodeOf(node, 'limitAmount');
	if (!amount) return site.missing('`once`, a number of points or of times, or `points to`');
	const count = site.number(nodeOf(amount, 'number'));
	const unit = nodeOf(amount, 'limitUnit');
	const times = site.passWord(unit, 'times') ?? site.passWord(unit, 'time');
	const points = site.passWord(unit, 'points') ?? site.passWord(unit, 'point');
	const span = join(count, placesOf(times ?? points)[0] ?? count);
	return times ? { kind: 'limit-times', span, times: count } : { kind: 'limit-points', span, points: count };
}

function limitFormula(site: Site, node: CstNode): ast.LimitFormula {
	const first = site.passWord(node, 'points');
	site.passWord(node, 'to');
	const built = formula(site, nodeOf(node, 'formula'));
	return { kind: 'limit-formula', span: join(placesOf(first)[0] ?? built, built), formula: built };
}

const periods = ['transaction', 'day', 'week', 'month', 'quarter', 'year', 'lifetime'] as const;

function limitPeriod(site: Site, node: CstNode | undefined): ast.LimitClause['per'] {
	const rolling = nodeOf(node, 'rolling');
	if (!rolling) return site.word(node, periods, 'a period such as `transaction`, `day` or `week`');
	const first: IToken | undefined = site.passWord(rolling, 'rolling');
	const days = site.number(nodeOf(rolling, 'number'));
	const last = placesOf(site.daysUnit(rolling))[0] ?? days;
	return { kind: 'rolling', span: join(placesOf(first)[0] ?? days, last), days };
}

export const budget: Build<ast.BudgetClause> = (site, node) => {
	site.passWord(node, 'budget');
	const points = site.number(nodeOf(node, 'number'));
	site.pointsUnit(node);
	return { kind: 'budget', ...site.clause(), points };
};

export const exclusive: Build<ast.ExclusiveClause> = (site, node) => {
	site.passWord(node, 'exclusive');
	const set = site.name(nodeOf(node, 'name'), 'the name of a set');
	return { kind: 'exclusive', ...site.clause(), set };
};

export const exclusiveDeclaration: Build<ast.ExclusiveDeclaration> = (site, node) => {
	site.passWord(node, 'exclusive');
	const name = site.name(nodeOf(node, 'name'));
	site.passWord(node, 'picks');
	const highest = site.passWord(node, 'highest');
	const picked = nodeOf(node, 'picked');
	const last = site.passWord(picked, 'points') ?? site.passWord(picked, 'priority');
	const expected = '`highest points` or `highest priority`';
	const picks =
		highest && last
			? { ...word(last, last.image === 'points' ? 'highest points' : 'highest priority'), span: site.between(highest, last) }
			: site.missing(expected);
	return { kind: 'exclusive-declaration', ...site.clause(), name, picks };
};
