/** Items that line up with their neighbours: which of their words stand below one another. */
import type { Tier } from '../ast.ts';
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
	points: { table: 'settings', before: 1 },
	channels: { table: 'settings', before: 1 },
	'order-types': { table: 'settings', before: 2 },
	about: { table: 'clauses', before: 1 },
	status: { table: 'clauses', before: 1 },
	active: { table: 'clauses', before: 1 },
	priority: { table: 'clauses', before: 1 },
	filter: { table: 'filters', before: 2 },
	rule: { table: 'rules', before: 2 },
};

/** The row of an item whose first word is given; undefined where it lines up with nothing. `wordAt` finds words by offset. */
export function rowOf(item: Item, first: number, isOnOneLine: boolean, wordAt: (offset: number) => number): Row | undefined {
	if (!isOnOneLine) return undefined;
	if (item.kind === 'tier-declaration') return tierRow(item, first, wordAt);
	const found = simple[item.kind];
	return found && { table: found.table, cells: [{ word: first + found.before, column: 0, space: 1 }] };
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
