/**
 * The canonical text of a tree or of any part of it. Only for what a program makes: a text that a person wrote is edited, never printed again.
 * Reading the printed text gives the same tree, spans aside, for every tree without holes.
 */
import type * as ast from './ast.ts';
import type { NodeOfKind } from './children.ts';
import type { Plain, PlainNode } from './plain.ts';
import { printDate, printName, printNumber, printText, printTime } from './print-values.ts';

type Printers = { readonly [K in ast.Node['kind']]: (node: Plain<NodeOfKind<K>>, indent: string) => string };

const printers: Printers = {
	document: ({ comments, declarations }) =>
		[...comments.map(({ text }) => text), ...declarations.map((part) => print(part))].join('\n\n'),

	// ------------------------------------------------------------ program
	program: ({ name, settings }, indent) => block(words('program', print(name)), settings, indent),
	currency: ({ code }) => words('currency', print(code)),
	timezone: ({ zone }) => words('timezone', print(zone)),
	week: ({ first }) => words('week starts', print(first)),
	points: printPoints,
	channels: ({ names }) => words('channels', list(names)),
	'order-types': ({ names }) => words('order types', list(names)),

	// ------------------------------------------------------------ tiers
	tiers: ({ by, tiers }, indent) => block(words('tiers by', print(by)), tiers, indent),
	'tier-declaration': ({ name, from, clauses }, indent) =>
		line(words('tier', print(name), after('from', from)), clauses, indent),
	'color-clause': ({ color }) => words('color', print(color)),
	multiply: ({ factor }) => words('multiply points by', print(factor)),

	// ------------------------------------------------------------ filters
	filter: ({ name, source }) => words('filter', print(name), '=', print(source)),
	'total-source': ({ excluding, beforeDiscounts }) =>
		words('total', listAfter('excluding', excluding), beforeDiscounts ? 'before discounts' : ''),
	'items-source': ({ mode, selectors, except }) =>
		words('items', mode === 'all' ? '' : words(mode, list(selectors)), listAfter('except', except)),
	selector: ({ by, names }) => words(print(by), list(names)),

	// ------------------------------------------------------------ rules
	rule: ({ name, clauses }, indent) => block(words('rule', print(name)), clauses, indent),
	about: ({ text }) => words('about', print(text)),
	status: ({ status }) => words('status', print(status)),
	active: ({ from, until }) => words('active', after('from', from), after('until', until)),
	moment: ({ date, time }) => words(printDate(date), time && printTime(time)),
	priority: ({ value, negative }) => words('priority', (negative ? '-' : '') + print(value)),
	when: ({ conditions }, indent) =>
		conditions.length === 1 && conditions[0]?.kind === 'always' ? 'when always' : block('when', conditions, indent),
	earn: ({ formula }) => words('earn', print(formula)),
	limit: ({ points, per }) => words('limit', print(points), 'points per', print(per)),

	// ------------------------------------------------------------ conditions
	always: () => 'always',
	'day-time': ({ alternatives }) => alternatives.map((alternative) => print(alternative)).join(' or '),
	'day-time-alternative': ({ days, between }) =>
		words('on', days === 'any' ? 'any day' : list(days), between && print(between)),
	'day-range': ({ first, last }) => words(print(first), after('to', last)),
	'time-range': ({ from, until }) => words('between', print(from), 'and', print(until)),
	'order-type': (node) => words('order type', isOrNot(node), list(node.names)),
	channel: (node) => words('channel', isOrNot(node), list(node.names)),
	tier: (node) => words('tier', isOrNot(node), list(node.names)),
	store: (node) => words('store', isOrNot(node), list(node.places)),
	'store-ref': ({ by, name }) => words(by === 'chain' ? 'chain' : '', print(name)),
	spend: ({ filter, test }) => words('spend', print(filter), print(test)),
	comparison: ({ operator, value }) => words(print(operator), print(value)),
	between: ({ low, high }) => words('between', print(low), 'and', print(high)),
	birthday: ({ window }) => words('birthday', print(window)),
	within: ({ days }) => words('within', print(days), 'days'),

	// ------------------------------------------------------------ formulas
	'filter-ref': ({ name }) => print(name),
	negation: ({ operand }) => `-${printOperand(operand, 3)}`,
	binary: printBinary,
	group: ({ inner }) => `(${print(inner)})`,

	// ------------------------------------------------------------ values
	name: ({ text, quoted }) => (quoted ? printText(text) : printName(text)),
	text: ({ text }) => printText(text),
	number: printNumber,
	date: printDate,
	time: printTime,
	color: ({ text }) => text,
	word: ({ text }) => text,
	raw: ({ text }) => text,
	missing: () => '',
};

/** The text of a node. `indent` stands before every line but the first; a hole is printed as nothing. */
export function print(node: PlainNode, indent = ''): string {
	const printer = printers[node.kind] as (node: PlainNode, indent: string) => string;
	return printer(node, indent);
}

function printPoints({ decimals, rounding, per }: Plain<ast.PointsSetting>): string {
	const precision = decimals ? words('with', print(decimals), 'decimals') : 'whole';
	if (!rounding) return words('points', precision);
	const isCarried = per?.kind === 'word' && per.text === 'carried';
	return words('points', `${precision},`, 'rounded', print(rounding), isCarried ? 'carried' : after('per', per));
}

// ---------------------------------------------------------------- formulas

type Operand = Plain<ast.Expression | ast.Missing>;

/** How strongly an expression holds together: sums 1, products 2, signs 3, everything else 4. */
function strength(node: Operand): number {
	if (node.kind === 'binary') return node.operator.text === '+' || node.operator.text === '-' ? 1 : 2;
	return node.kind === 'negation' ? 3 : 4;
}

/** An operand, in parentheses where the formula would otherwise be read differently. */
function printOperand(node: Operand, least: number): string {
	return strength(node) < least ? `(${print(node)})` : print(node);
}

function printBinary(node: Plain<ast.Binary>): string {
	const own = strength(node);
	return words(printOperand(node.left, own), node.operator.text, printOperand(node.right, own + 1));
}

// ---------------------------------------------------------------- layout

function words(...parts: readonly (string | undefined)[]): string {
	return parts.filter((part) => part !== undefined && part !== '').join(' ');
}

function list(nodes: readonly PlainNode[]): string {
	return nodes.map((node) => print(node)).join(', ');
}

function listAfter(word: string, nodes: readonly PlainNode[]): string {
	return nodes.length === 0 ? '' : words(word, list(nodes));
}

function after(word: string, node: PlainNode | undefined): string {
	return node ? words(word, print(node)) : '';
}

function isOrNot({ negated }: { readonly negated: boolean }): string {
	return negated ? 'is not' : 'is';
}

/** A head and its parts in braces, each part on a line of its own. */
function block(head: string, parts: readonly PlainNode[], indent: string): string {
	if (parts.length === 0) return `${head} {}`;
	const inner = `${indent}  `;
	return `${head} {\n${parts.map((part) => `${inner}${print(part, inner)}\n`).join('')}${indent}}`;
}

/** A head and its parts on one line, unless a part is raw: its text may have comments and line breaks. */
function line(head: string, parts: readonly PlainNode[], indent: string): string {
	if (parts.length === 0 || parts.some(({ kind }) => kind === 'raw')) return block(head, parts, indent);
	return `${head} { ${parts.map((part) => print(part)).join('  ')} }`;
}
