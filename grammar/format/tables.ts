/** Lines up the parts of neighbouring items. A blank line, or an item that lines up with nothing, ends a table. */
import { type Line, widthOf } from './lines.ts';
import type { Row } from './rows.ts';

/** A row on its line. */
interface PlacedRow {
	readonly line: Line;
	/** The columns of what stands before its first cell. */
	readonly head: number;
	readonly cells: readonly PlacedCell[];
}

interface PlacedCell {
	readonly column: number;
	/** The index of its first piece on the line. */
	readonly piece: number;
	readonly width: number;
	/** The least columns before it. */
	readonly space: number;
}

/** Widens the spaces of lines so that the cells of each table stand below one another. `rows` are found by an item's first word. */
export function alignTables(text: string, lines: readonly Line[], rows: ReadonlyMap<number, Row>): void {
	let name: string | undefined;
	let table: PlacedRow[] = [];
	const begin = (next: string | undefined) => {
		alignRows(table);
		table = [];
		name = next;
	};
	for (const line of lines) {
		if (line.isBlankAbove) begin(undefined);
		if (line.role === 'comment' || line.role === 'rest') continue;
		const row = line.role === 'item' ? rows.get(line.pieces[0]?.word ?? -1) : undefined;
		if (row?.table !== name) begin(row?.table);
		const placed = row && placedRow(text, line, row);
		if (placed) table.push(placed);
	}
	begin(undefined);
}

/** A row that is on its line as a whole; one that a comment breaks lines up with nothing. */
function placedRow(text: string, line: Line, { cells, end }: Row): PlacedRow | undefined {
	const pieces = cells.map(({ word }) => line.pieces.findIndex((piece) => piece.word === word));
	const last = end === undefined ? line.pieces.length : line.pieces.findIndex((piece) => piece.word === end);
	if ([...pieces, last].some((piece) => piece < 0)) return undefined;
	const placed = cells.map(({ column, space }, index) => {
		const piece = pieces[index] ?? 0;
		return { column, space, piece, width: widthOf(text, line, piece, pieces[index + 1] ?? last) };
	});
	return { line, head: widthOf(text, line, 0, pieces[0] ?? last), cells: placed };
}

function alignRows(rows: readonly PlacedRow[]): void {
	const ends = new Map(rows.map((row) => [row, row.head]));
	let end = largest(rows.map(({ head }) => head));
	for (const column of columnsOf(rows)) {
		const start = end + largest(column.map(({ cell }) => cell.space));
		for (const { row, cell } of column) {
			row.line.spaces[cell.piece] = start - (ends.get(row) ?? 0);
			ends.set(row, start + cell.width);
		}
		end = start + largest(column.map(({ cell }) => cell.width));
	}
}

interface CellOfRow {
	readonly row: PlacedRow;
	readonly cell: PlacedCell;
}

/** The cells of a table by columns, from left to right. */
function columnsOf(rows: readonly PlacedRow[]): CellOfRow[][] {
	const columns: CellOfRow[][] = [];
	for (const row of rows) for (const cell of row.cells) (columns[cell.column] ??= []).push({ row, cell });
	return columns.filter((column) => column !== undefined);
}

function largest(numbers: readonly number[]): number {
	return numbers.reduce((most, number) => Math.max(most, number), 0);
}
