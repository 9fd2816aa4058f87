/** Items that line up with their neighbours: which of their words stand below one another. */
import type { RuleDeclaration, TestLine, Tier } from '../ast.ts';
import type { Span } from '../text.ts';
import type { Item } from './plan.ts';

/** A word that begins a column. */
export interface Cell {
	/** Its index among the words of the text. */
	readonly word: number;
	/** The number of its column. */
	readonly column: number;
	/** The least columns between it and what stands before. */
	readonly space: number;
}

/** The columns of one item, in their order. Before the first stands what every row begins with. */
export interface Row {
	/** Rows of the same table line up. */
	readonly table: string;
	readonly cells: readonly Cell[];
	/** The word behind the last cell, where something follows that is in no column. */
	readonly end?: number;
}

/** Items with one column: their table, and how many words stand before it. */
const simple: { readonly [K in Item['kind']]?: { readonly table: string; readonly before: number } } = {
	currency: { table: 'settings', before: 1 },
	timezone: { table: 'settings', before: 1 },
	week: { table: 'settings', before: 1 },
	day: { table: 'settings', before: 1 },
	points: { table: 'settings', before: 1 },
	channels: { table: 'settings', before: 1 },
	'order-types': { table: 'settings', before: 2 },
	returns: { table: 'settings', before: 1 },
	about: { table: 'clauses', before: 1 },
	status: { table: 'clauses', before: 1 },
	active: { table: 'clauses', before: 1 },
	priority: { table: 'clauses', before: 1 },
	exclusive: { table: 'clauses', before: 1 },
	budget: { table: 'clauses', before: 1 },
	filter: { table: 'filters', before: 2 },
};

/** The row of an item whose first word is given; undefined where it lines up with nothing. `wordAt` finds words by offset. */
export function rowOf(item: Item, first: number, isOnOneLine: boolean, wordAt: (offset: number) => number): Row | undefined {
	if (!isOnOneLine) return undefined;
	if (item.kind === 'tier-declaration') return tierRow(item, first, wordAt);
	if (item.kind === 'rule') return ruleRow(item, wordAt);
	if (item.kind === 'test-line') return partsRow('test lines', testLineParts(item), 2, wordAt);
	if (item.kind === 'attribute-declaration') {
		return partsRow('attributes', [item.owner, item.name, item.type], 1, wordAt);
	}
	const found = simple[item.kind];
	return found && { table: found.table, cells: [{ word: first + found.before, column: 0, space: 1 }] };
}

/** The event and the braces of a rule that stands on one line. */
function ruleRow({ on, body }: RuleDeclaration, wordAt: (offset: number) => number): Row | undefined {
	if (!body) return undefined;
	// The event's own span begins after `on`.
	const event: Cell[] = on ? [{ word: wordAt(on.span.start) - 1, column: 0, space: 1 }] : [];
	return { table: 'rules', cells: [...event, { word: wordAt(body.start), column: 1, space: 1 }] };
}

/** The labels of a line, each behind its kind word, and what it costs. */
function testLineParts({ category, subcategory, combo, quantity }: TestLine): (Placed | undefined)[] {
	return [labelled(category), labelled(subcategory), labelled(combo), quantity];
}

/** Something with a place; `lead` words before it belong to it. */
interface Placed {
	readonly span: Span;
	readonly lead?: number;
}

function labelled(name: Placed | undefined): Placed | undefined {
	return name && { span: name.span, lead: 1 };
}

/** A row whose cells are the parts that are there; `last` columns stand before the last one. */
function partsRow(
	table: string,
	parts: readonly (Placed | undefined)[],
	last: number,
	wordAt: (offset: number) => number,
): Row {
	const cells = parts.flatMap((part, column) =>
		part
			? [{ word: wordAt(part.span.start) - (part.lead ?? 0), column, space: column === parts.length - 1 ? last : 1 }]
			: [],
	);
	return { table, cells };
}

/** The clauses of a tier line up where they stand in this order. */
const tierColumns = ['from', 'body', 'color-clause', 'earn', 'multiply'] as const satisfies readonly string[];

function tierRow({ from, body, clauses }: Tier, first: number, wordAt: (offset: number) => number): Row | undefined {
	if (!body) return undefined;
	const cells: Cell[] = from ? [{ word: first + 2, column: tierColumns.indexOf('from'), space: 1 }] : [];
	cells.push({ word: wordAt(body.start), column: tierColumns.indexOf('body'), space: 1 });
	const columns = clauses.map(({ kind }) => (kind === 'raw' ? -1 : tierColumns.indexOf(kind)));
	const inOrder = columns.every((column, index) => column > (columns[index - 1] ?? 0));
	for (const [index, { span }] of (inOrder ? clauses : []).entries()) {
		cells.push({ word: wordAt(span.start), column: columns[index] ?? 0, space: index === 0 ? 1 : 2 });
	}
	return { table: 'tiers', cells, end: inOrder ? wordAt(body.end - 1) : wordAt(body.start) + 1 };
}
