/** From the parser's record of a formula to its tree. */
import type { CstNode, IToken } from 'chevrotain';
import type { Expression, Missing, Word } from '../ast.ts';
import { problem } from '../diagnostics/catalogue.ts';
import { phrase } from '../diagnostics/phrases.ts';
import { fixOf } from '../diagnostics/problem.ts';
import { join, nodeOf, nodesOf, type Site, tokensOf } from './site.ts';
import type { Span } from '../text.ts';
import { spanOf } from '../tokens.ts';

const expected = 'a number, a cart filter or `(`';
type Operator = '+' | '-' | '*' | '/';

/** A sum of products; one operand alone is itself. */
export function formula(site: Site, node: CstNode | undefined): Expression | Missing {
	return chain(site, node, product);
}

function product(site: Site, node: CstNode | undefined): Expression | Missing {
	return chain(site, node, signed);
}

type Operand = (site: Site, node: CstNode | undefined) => Expression | Missing;

/** Operands between operators of one strength, grouped from the left. */
function chain(site: Site, node: CstNode | undefined, operand: Operand): Expression | Missing {
	const operands = nodesOf(node, 'operand');
	let left = operand(site, operands[0]);
	for (const [index, sign] of tokensOf(node, 'operator').entries()) {
		site.passToken(sign);
		const right = operand(site, operands[index + 1]);
		const operator: Word<Operator> = { kind: 'word', span: spanOf(sign), text: sign.image as Operator };
		const first = left.kind === 'missing' && isEmpty(left) ? { ...left, span: before(operator) } : left;
		left = { kind: 'binary', span: join(first, right), operator, left: first, right };
	}
	return left;
}

function isEmpty({ span }: Missing): boolean {
	return span.start === span.end;
}

/** A hole before an operator lies at the operator, so that it is inside the part of the formula that lacks it. */
function before({ span }: Word): Span {
	return { start: span.start, end: span.start };
}

function signed(site: Site, node: CstNode | undefined): Expression | Missing {
	const minus = site.pass(node, 'Minus');
	if (!minus) return primary(site, nodeOf(node, 'primary'));
	const operand = signed(site, nodeOf(node, 'signed'));
	return { kind: 'negation', span: join({ span: spanOf(minus) }, operand), operand };
}

function primary(site: Site, node: CstNode | undefined): Expression | Missing {
	const number = nodeOf(node, 'number');
	if (number) return site.number(number, expected);
	const filter = nodeOf(node, 'name');
	if (filter) {
		const name = site.name(filter, 'a cart filter');
		return name.kind === 'missing' ? name : { kind: 'filter-ref', span: name.span, name };
	}
	const date = site.pass(node, 'DateText');
	if (date) return subtractions(site, date);
	const group = nodeOf(node, 'group');
	return group ? parentheses(site, group) : site.missing(expected);
}

function parentheses(site: Site, node: CstNode): Expression | Missing {
	const open = site.pass(node, 'OpenParenthesis');
	const inner = formula(site, nodeOf(node, 'formula'));
	const close = site.pass(node, 'CloseParenthesis');
	const first = open ? { span: spanOf(open) } : inner;
	return { kind: 'group', span: join(first, close ? { span: spanOf(close) } : inner), inner };
}

/** `2026-11-27` in a formula is a date by its form; whoever meant two subtractions is told how to say so. */
function subtractions(site: Site, date: IToken): Missing {
	const text = date.image.split('-').join(' - ');
	const fix = fixOf(phrase('write as it is', { text }), [{ span: spanOf(date), text }]);
	site.problems.push(problem('date-in-formula', spanOf(date), { found: date.image }, { fix }));
	return site.missing(expected, spanOf(date));
}
