/** A point of the canvas. */
export interface Point {
	readonly x: number;
	readonly y: number;
}

/** How round the corners of wires are, at most. */
const RADIUS = 10;

/** An SVG path through points that lie on horizontal and vertical lines, with round corners. */
export function roundedPath(points: readonly Point[]): string {
	const corners = points.filter((point, at) => at === 0 || !same(point, points[at - 1] as Point));
	const [first, ...rest] = corners;
	if (!first) return '';
	let path = `M${first.x},${first.y}`;
	for (const [at, corner] of rest.entries()) {
		const before = corners[at] as Point;
		const after = corners[at + 2];
		if (!after) return `${path}L${corner.x},${corner.y}`;
		const radius = Math.min(RADIUS, distance(before, corner) / 2, distance(corner, after) / 2);
		const start = towards(corner, before, radius);
		const end = towards(corner, after, radius);
		path += `L${start.x},${start.y}Q${corner.x},${corner.y} ${end.x},${end.y}`;
	}
	return path;
}

/** From a port to another one by way of a gutter: across, along the gutter, across. */
export function gutterPath(from: Point, to: Point, gutterX: number): string {
	return roundedPath([from, { x: gutterX, y: from.y }, { x: gutterX, y: to.y }, to]);
}

function same(a: Point, b: Point): boolean {
	return a.x === b.x && a.y === b.y;
}

function distance(a: Point, b: Point): number {
	return Math.abs(a.x - b.x) + Math.abs(a.y - b.y);
}

function towards(from: Point, to: Point, by: number): Point {
	return { x: from.x + Math.sign(to.x - from.x) * by, y: from.y + Math.sign(to.y - from.y) * by };
}
