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
	day: ({ starts }) => words('day starts', print(starts)),
	points: printPoints,
	channels: ({ names }) => words('channels', list(names)),
	'order-types': ({ names }) => words('order types', list(names)),
	returns: ({ policy }) => words('returns', print(policy)),

	// ------------------------------------------------------------ tiers
	tiers: ({ by, tiers, keptThroughNextYear, movedByHand }, indent) => {
		const kept = keptThroughNextYear ? 'kept through the next year' : '';
		return block(words('tiers by', print(by), kept, movedByHand ? 'moved by hand' : ''), tiers, indent);
	},
	'tier-basis': printTierBasis,
	'tier-declaration': ({ name, from, clauses }, indent) =>
		line(words('tier', print(name), after('from', from)), clauses, indent),
	'color-clause': ({ color }) => words('color', print(color)),
	'segment-declaration': ({ name }) => words('segment', print(name)),

	// ------------------------------------------------------------ attributes
	'attribute-declaration': ({ owner, name, type }) => words('attribute', print(owner), print(name), print(type)),
	'one-of': ({ values }) => words('one of', list(values)),

	// ------------------------------------------------------------ filters
	filter: ({ name, source, above, upTo }) =>
		words('filter', print(name), '=', print(source), after('above', above), after('up to', upTo)),
	'total-source': ({ excluding, beforeDiscounts }) =>
		words('total', listAfter('excluding', excluding), beforeDiscounts ? 'before discounts' : ''),
	'items-source': ({ isQuantity, mode, selectors, except, excludingPoints }) =>
		words(
			isQuantity ? 'quantity of items' : 'items',
			mode === 'all' ? '' : words(mode, list(selectors)),
			listAfter('except', except),
			excludingPoints ? 'excluding points' : '',
		),
	'attribute-source': ({ name }) => words('attribute', print(name)),
	'paid-source': () => 'paid with points',
	selector: ({ by, names }) => words(print(by), list(names)),

	// ------------------------------------------------------------ rules
	'exclusive-declaration': ({ name, picks }) => words('exclusive', print(name), 'picks', print(picks)),
	campaign: ({ name, clauses }, indent) => block(words('campaign', print(name)), clauses, indent),
	budget: ({ points }) => words('budget', print(points), 'points'),
	rule: ({ name, on, clauses }, indent) => block(words('rule', print(name), after('on', on)), clauses, indent),
	event: printEvent,
	about: ({ text }) => words('about', print(text)),
	status: ({ status }) => words('status', print(status)),
	active: ({ by, from, until }) => words('active', after('by', by), after('from', from), after('until', until)),
	moment: ({ date, time }) => words(printDate(date), time && printTime(time)),
	priority: ({ value, negative }) => words('priority', (negative ? '-' : '') + print(value)),
	exclusive: ({ set }) => words('exclusive', print(set)),
	when: ({ conditions }, indent) =>
		conditions.length === 1 && conditions[0]?.kind === 'always' ? 'when always' : block('when', conditions, indent),
	earn: ({ formula, every, atLeast, exempt, recipient }) =>
		words(
			words('earn', print(formula), every && print(every)),
			atLeast && words('at least', print(atLeast), 'points'),
			exempt && print(exempt),
			after('for', recipient),
		),
	'every-step': ({ step, filter }) => words('for every', print(step), 'of', print(filter)),
	multiply: ({ what, on, factor }) => words('multiply', print(what), after('on', on), 'by', print(factor)),
	limit: ({ most, per, orNothing }) => words('limit', print(most), after('per', per), orNothing && print(orNothing)),
	'limit-points': ({ points }) => words(print(points), 'points'),
	'limit-times': ({ times }) => (times ? words(print(times), 'times') : 'once'),
	'limit-formula': ({ formula }) => words('points to', print(formula)),
	rolling: ({ days }) => words('rolling', print(days), 'days'),

	// ------------------------------------------------------------ conditions
	always: () => 'always',
	any: ({ conditions }, indent) => block('any', conditions, indent),
	all: ({ conditions }, indent) => block('all', conditions, indent),
	not: ({ conditions }, indent) => block('not', conditions, indent),
	'day-time': ({ alternatives }) => alternatives.map((alternative) => print(alternative)).join(' or '),
	'day-time-alternative': ({ days, between }) =>
		words('on', days === 'any' ? 'any day' : list(days), between && print(between)),
	'day-range': ({ first, last }) => words(print(first), after('to', last)),
	'time-range': ({ from, until }) => words('between', print(from), 'and', print(until)),
	'order-type': (node) => words('order type', isOrNot(node), list(node.names)),
	channel: (node) => words('channel', isOrNot(node), list(node.names)),
	segment: (node) => words('segment', isOrNot(node), list(node.names)),
	tier: (node) => words('tier', isOrNot(node), list(node.names)),
	store: (node) => words('store', isOrNot(node), list(node.places)),
	'store-ref': ({ by, name }) => words(by === 'chain' ? 'chain' : '', print(name)),
	spend: ({ filter, test }) => words('spend', print(filter), print(test)),
	quantity: ({ filter, test }) => words('quantity', print(filter), print(test)),
	comparison: ({ operator, value }) => words(print(operator), print(value)),
	between: ({ low, high }) => words('between', print(low), 'and', print(high)),
	birthday: ({ window }) => words('birthday', print(window)),
	anniversary: ({ window }) => words('anniversary', print(window)),
	within: ({ days }) => words('within', print(days), 'days'),
	'purchase-number': ({ isEvery, number }) => words('purchase number is', isEvery ? 'every' : '', print(number)),
	'member-fact': ({ fact, test }) => words(print(fact), print(test)),
	attribute: ({ name, test }) => words(print(name), test && print(test)),
	'attribute-is': (node) => words(isOrNot(node), list(node.values)),

	// ------------------------------------------------------------ spending and lapsing
	redemption: ({ clauses }, indent) => block('redemption', clauses, indent),
	worth: ({ points, amount, currency }) => words(print(points), 'points =', print(amount), print(currency)),
	'at-most': ({ share, filter }) => words('at most', print(share), 'of', print(filter)),
	'at-least': ({ points, steps }) => words('at least', print(points), 'points', after('in steps of', steps)),
	expiry: ({ clauses }, indent) => block('expiry', clauses, indent),
	available: ({ moment }) => words('available', print(moment)),
	expires: ({ moment, withoutActivity }) => words('expires', print(moment), withoutActivity ? 'without activity' : ''),
	duration: printDuration,
	'period-end': ({ period }) => words('at', print(period), 'end'),

	// ------------------------------------------------------------ tests
	test: ({ name, clauses }, indent) => block(words('test', print(name)), clauses, indent),
	'test-member': ({ facts }, indent) => {
		// On one line a flag would take the name after it for its value.
		const hasFlag = facts.some((fact) => fact.kind === 'test-attribute' && !fact.value);
		return hasFlag ? block('member', facts, indent) : line('member', facts, indent);
	},
	'test-event': ({ event, at, facts }, indent) => block(words(print(event), after('at', at)), facts, indent),
	'test-fact': ({ fact, value }) => words(print(fact), print(value)),
	'test-attribute': ({ name, value }) => words(print(name), value && print(value)),
	'test-line': printTestLine,
	'test-return': ({ item, amount }) => words('returns', after('item', item), print(amount)),
	'test-spend': () => 'spend points',
	expect: ({ what, points, recipient }) => {
		const earns = what.kind !== 'word' || what.text === 'tier' ? 'earns' : '';
		return words('expect', print(what), earns, print(points), after('for', recipient));
	},

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

function printTierBasis({ measure, filter }: Plain<ast.TierBasis>): string {
	if (measure === 'lifetime spend') return words(measure, after('of', filter));
	return measure === 'spend per year' ? words('spend', after('of', filter), 'per year') : measure;
}

function printEvent({ event, name }: Plain<ast.EventRef>): string {
	if (event === 'custom') return words('event', name && print(name));
	return event === 'any' ? 'any event' : event;
}

function printDuration({ count, unit }: Plain<ast.Duration>): string {
	const isOne = count.kind === 'number' && count.digits === '1';
	return words('after', print(count), unit.kind === 'word' && !isOne ? `${unit.text}s` : print(unit));
}

function printTestLine({ item, quantity, unit, price, ...labels }: Plain<ast.TestLine>): string {
	const { category, subcategory, combo } = labels;
	const kinds = words(after('category', category), after('subcategory', subcategory), after('combo', combo));
	const amount = unit ? words(print(unit), 'for', print(price)) : print(price);
	return words('item', print(item), kinds, print(quantity), 'x', amount);
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
