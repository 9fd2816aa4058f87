/** The shapes of railroad diagrams: each knows its size, and draws itself to the right of a point on the track. */

/** Something on the track. It begins at height 0 and ends `drop` below; `up` and `down` are its reach from the beginning. */
export interface Shape {
	readonly width: number;
	readonly up: number;
	readonly down: number;
	readonly drop: number;
	readonly draw: (pen: Pen, x: number, y: number) => void;
}

/** Collects what shapes draw. */
export interface Pen {
	/** A stretch of track, as commands of an SVG path. */
	track(commands: string): void;
	/** A box with a text in its middle; the point is the middle of its left side. */
	box(kind: BoxKind, text: string, x: number, y: number, width: number): void;
}

/** `word`: typed as it stands. `value`: of a class of words. `rule`: explained elsewhere. */
export type BoxKind = 'word' | 'value' | 'rule';

export const BOX_HEIGHT = 26;
const HALF = BOX_HEIGHT / 2;
/** Track between neighbours. */
const GAP = 10;
/** Air between what stands below one another. */
const AIR = 8;
/** Of the curves; an arm of a choice is two of them wide. */
const ARC = 8;
/** Of a fixed-width letter of 13 pixels. */
const LETTER = 7.8;

const down = `a${ARC} ${ARC} 0 0 1 ${ARC} ${ARC}`;
const outOfDown = `a${ARC} ${ARC} 0 0 0 ${ARC} ${ARC}`;
const up = `a${ARC} ${ARC} 0 0 0 ${ARC} ${-ARC}`;
const outOfUp = `a${ARC} ${ARC} 0 0 1 ${ARC} ${-ARC}`;

/** A box with a text. */
export function box(kind: BoxKind, text: string): Shape {
	const width = Math.ceil(text.length * LETTER) + 18;
	return { width, up: HALF, down: HALF, drop: 0, draw: (pen, x, y) => pen.box(kind, text, x, y, width) };
}

/** Whether some shapes have room in one row. */
export function fits(shapes: readonly Shape[], room: number): boolean {
	return line(shapes).width <= room;
}

/** One after another; what does not fit into `room` goes on in another row. */
export function sequence(shapes: readonly Shape[], room: number): Shape {
	if (fits(shapes, room)) return line(shapes);
	const rows: Shape[][] = [];
	for (const shape of shapes) {
		const row = rows.at(-1);
		// Every row ends or begins with a curve.
		if (row && fits([...row, shape], room - 4 * ARC)) row.push(shape);
		else rows.push([shape]);
	}
	const [only, ...others] = rows.map(line);
	return only && others.length === 0 ? only : stack(rows.map(line));
}

/** A row, all of it on one track as far as no part of it drops. */
function line(shapes: readonly Shape[]): Shape {
	let [width, drop, top, bottom] = [0, 0, HALF, HALF];
	for (const [index, shape] of shapes.entries()) {
		width += shape.width + (index === 0 ? 0 : GAP);
		top = Math.max(top, shape.up - drop);
		bottom = Math.max(bottom, drop + shape.down);
		drop += shape.drop;
	}
	const draw: Shape['draw'] = (pen, x, y) => {
		let [left, level] = [x, y];
		for (const [index, shape] of shapes.entries()) {
			if (index > 0) {
				pen.track(`M${left} ${level}h${GAP}`);
				left += GAP;
			}
			shape.draw(pen, left, level);
			left += shape.width;
			level += shape.drop;
		}
	};
	return { width, up: top, down: bottom, drop, draw };
}

/** Rows below one another, the end of each led back to the beginning of the next. */
function stack(rows: readonly Shape[]): Shape {
	const widest = Math.max(...rows.map((row) => row.width));
	const width = widest + 4 * ARC;
	const levels: number[] = [];
	let level = 0;
	for (const [index, row] of rows.entries()) {
		const before = rows[index - 1];
		if (before) level += before.down + AIR + 2 * ARC + row.up;
		levels.push(level);
	}
	const last = rows.at(-1);
	const draw: Shape['draw'] = (pen, x, y) => {
		for (const [index, row] of rows.entries()) {
			const [left, top] = [x + 2 * ARC, y + (levels[index] ?? 0)];
			if (index === 0) pen.track(`M${x} ${top}h${2 * ARC}`);
			row.draw(pen, left, top);
			const [right, end] = [left + row.width, top + row.drop];
			const next = levels[index + 1];
			if (next === undefined) {
				pen.track(`M${right} ${end}H${x + width}`);
				continue;
			}
			// Down on the right, back between the rows, and down again on the left.
			const between = top + row.down + AIR;
			pen.track(
				`M${right} ${end}H${x + width - 2 * ARC}${down}V${between}a${ARC} ${ARC} 0 0 1 ${-ARC} ${ARC}H${x + 2 * ARC}a${ARC} ${ARC} 0 0 0 ${-ARC} ${ARC}V${y + next - ARC}${outOfDown}`,
			);
		}
	};
	const end = (levels.at(-1) ?? 0) + (last?.drop ?? 0);
	return { width, up: rows[0]?.up ?? HALF, down: (levels.at(-1) ?? 0) + (last?.down ?? HALF), drop: end, draw };
}

/** One of several, the first on the track and the others below it. */
export function choice(shapes: readonly Shape[]): Shape {
	const inner = Math.max(...shapes.map((shape) => shape.width));
	const width = inner + 4 * ARC;
	const levels: number[] = [];
	for (const [index, shape] of shapes.entries()) {
		const before = shapes[index - 1];
		levels.push(before ? Math.max((levels[index - 1] ?? 0) + before.down + AIR + shape.up, 2 * ARC) : 0);
	}
	const draw: Shape['draw'] = (pen, x, y) => {
		for (const [index, shape] of shapes.entries()) {
			const level = levels[index] ?? 0;
			const left = x + 2 * ARC;
			pen.track(level === 0 ? `M${x} ${y}h${2 * ARC}` : `M${x} ${y}${down}V${y + level - ARC}${outOfDown}`);
			shape.draw(pen, left, y + level);
			const right = `M${left + shape.width} ${y + level + shape.drop}`;
			const end = x + width;
			pen.track(level + shape.drop === 0 ? `${right}H${end}` : `${right}H${end - 2 * ARC}${up}V${y + ARC}${outOfUp}`);
		}
	};
	const last = shapes.at(-1);
	return { width, up: shapes[0]?.up ?? HALF, down: (levels.at(-1) ?? 0) + (last?.down ?? HALF), drop: 0, draw };
}

/** Something that may be passed by, over its head. */
export function optional(shape: Shape): Shape {
	const width = shape.width + 4 * ARC;
	const over = Math.max(shape.up + AIR, 2 * ARC);
	const draw: Shape['draw'] = (pen, x, y) => {
		const [left, end] = [x + 2 * ARC, y + shape.drop];
		pen.track(
			`M${x} ${y}H${left}M${x} ${y}${up}V${y - over + ARC}${outOfUp}H${left + shape.width}${down}V${end - ARC}${outOfDown}`,
		);
		shape.draw(pen, left, y);
		pen.track(`M${left + shape.width} ${end}h${2 * ARC}`);
	};
	return { width, up: over + 1, down: shape.down, drop: shape.drop, draw };
}

/** Something that may come again, with `between` on the way back where that is needed. */
export function repeated(shape: Shape, between: Shape | null): Shape {
	const inner = Math.max(shape.width, between?.width ?? 0);
	const width = inner + 4 * ARC;
	const under = Math.max(shape.down + AIR + (between?.up ?? 0), shape.drop + 2 * ARC);
	const draw: Shape['draw'] = (pen, x, y) => {
		const [left, right] = [x + 2 * ARC, x + 2 * ARC + inner];
		const back = y + under;
		pen.track(`M${x} ${y}H${left}`);
		shape.draw(pen, left, y);
		const end = y + shape.drop;
		pen.track(
			`M${left + shape.width} ${end}H${x + width}M${right} ${end}${down}V${back - ARC}a${ARC} ${ARC} 0 0 1 ${-ARC} ${ARC}`,
		);
		const middle = left + (inner - (between?.width ?? 0)) / 2;
		between?.draw(pen, middle, back);
		pen.track(`M${right} ${back}H${middle + (between?.width ?? 0)}M${middle} ${back}H${left}`);
		pen.track(`M${left} ${back}a${ARC} ${ARC} 0 0 1 ${-ARC} ${-ARC}V${y + ARC}a${ARC} ${ARC} 0 0 1 ${ARC} ${-ARC}`);
	};
	return { width, up: shape.up, down: under + (between?.down ?? 1), drop: shape.drop, draw };
}
