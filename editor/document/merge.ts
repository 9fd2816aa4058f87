/** How many lines two texts may differ in to be brought together; beyond that nobody would read the outcome. */
const MOST_CHANGES = 1_500;

/** Lines of the older text, from `start` to before `end`, and what stands there in the newer one. */
interface Hunk {
	readonly start: number;
	readonly end: number;
	readonly lines: readonly string[];
}

/**
 * What two people made of one text, with the changes of both. Null where they changed the same lines, or lines next to each
 * other: somebody must choose.
 */
export function mergeTexts(base: string, mine: string, theirs: string): string | null {
	const lines = linesOf(base);
	const own = hunksOf(lines, linesOf(mine));
	const other = hunksOf(lines, linesOf(theirs));
	if (!own || !other) return null;
	const added = other.filter((hunk) => !own.some((each) => sameHunk(each, hunk)));
	if (added.some((hunk) => own.some((each) => meet(each, hunk)))) return null;
	const all = [...own, ...added].toSorted((a, b) => b.start - a.start);
	return all.reduce((merged, { start, end, lines: put }) => merged.toSpliced(start, end - start, ...put), lines).join('');
}

/** Lines with their breaks. */
function linesOf(text: string): string[] {
	return text.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? [];
}

function meet(a: Hunk, b: Hunk): boolean {
	return a.start <= b.end && b.start <= a.end;
}

function sameHunk(a: Hunk, b: Hunk): boolean {
	return a.start === b.start && a.end === b.end && a.lines.join('') === b.lines.join('');
}

/** What turns a list of lines into another, with the fewest lines taken out and put in; null where that is too many. */
function hunksOf(from: readonly string[], to: readonly string[]): Hunk[] | null {
	const traces = tracesOf(from, to);
	if (!traces) return null;
	const hunks: Hunk[] = [];
	let [x, y] = [from.length, to.length];
	for (let depth = traces.length - 1; depth >= 0; depth--) {
		const trace = traces[depth] as ReadonlyMap<number, number>;
		const diagonal = x - y;
		const isPut = diagonal === -depth || (diagonal !== depth && reach(trace, diagonal - 1) < reach(trace, diagonal + 1));
		const before = isPut ? diagonal + 1 : diagonal - 1;
		const fromX = depth === 0 ? 0 : reach(trace, before);
		const fromY = depth === 0 ? 0 : fromX - before;
		if (depth > 0)
			addTo(
				hunks,
				isPut ? { start: fromX, end: fromX, lines: [to[fromY] as string] } : { start: fromX, end: fromX + 1, lines: [] },
			);
		[x, y] = [fromX, fromY];
	}
	return hunks.reverse();
}

/** Steps come from the end to the start; those that touch are one hunk. */
function addTo(hunks: Hunk[], step: Hunk): void {
	const last = hunks.at(-1);
	if (last && step.end >= last.start)
		hunks[hunks.length - 1] = { start: step.start, end: last.end, lines: [...step.lines, ...last.lines] };
	else hunks.push(step);
}

function reach(trace: ReadonlyMap<number, number>, diagonal: number): number {
	return trace.get(diagonal) ?? -1;
}

/** For each number of changes how far each diagonal got with one less: Myers' greedy search. */
function tracesOf(from: readonly string[], to: readonly string[]): ReadonlyMap<number, number>[] | null {
	const traces: ReadonlyMap<number, number>[] = [];
	let furthest = new Map<number, number>([[1, 0]]);
	for (let depth = 0; depth <= MOST_CHANGES; depth++) {
		traces.push(furthest);
		const next = new Map(furthest);
		for (let diagonal = -depth; diagonal <= depth; diagonal += 2) {
			const isPut =
				diagonal === -depth || (diagonal !== depth && reach(furthest, diagonal - 1) < reach(furthest, diagonal + 1));
			let x = isPut ? reach(furthest, diagonal + 1) : reach(furthest, diagonal - 1) + 1;
			while (x < from.length && x - diagonal < to.length && from[x] === to[x - diagonal]) x++;
			next.set(diagonal, x);
			if (x >= from.length && x - diagonal >= to.length) return traces;
		}
		furthest = next;
	}
	return null;
}
