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
	const reaches = reachesOf(from, to);
	if (!reaches) return null;
	const hunks: Hunk[] = [];
	let diagonal = from.length - to.length;
	for (let count = reaches.length - 1; count > 0; count--) {
		const before = reaches[count - 1] as Int32Array;
		const isPut = isPutOn(diagonal, before);
		diagonal += isPut ? 1 : -1;
		const start = reachOn(diagonal, before);
		const step = isPut ? { end: start, lines: [to[start - diagonal] as string] } : { end: start + 1, lines: [] };
		addTo(hunks, { start, ...step });
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

/**
 * Myers' greedy search: for each number of changes how many lines of `from` are behind us at the most, on each diagonal that so
 * many changes lead to. A diagonal is how many lines more of `from` than of `to` are behind us. Plain numbers, because between
 * two wholly different texts there are a million of them.
 */
function reachesOf(from: readonly string[], to: readonly string[]): Int32Array[] | null {
	const reaches: Int32Array[] = [];
	for (let count = 0; count <= MOST_CHANGES; count++) {
		const reached = new Int32Array(count + 1);
		const before = reaches.at(-1) ?? null;
		reaches.push(reached);
		for (let diagonal = -count; diagonal <= count; diagonal += 2) {
			let at = before ? nextOn(diagonal, before) : 0;
			while (at < from.length && at - diagonal < to.length && from[at] === to[at - diagonal]) at++;
			reached[(diagonal + count) / 2] = at;
			if (at >= from.length && at - diagonal >= to.length) return reaches;
		}
	}
	return null;
}

/** How far one change more leads on a diagonal. */
function nextOn(diagonal: number, before: Int32Array): number {
	return isPutOn(diagonal, before) ? reachOn(diagonal + 1, before) : reachOn(diagonal - 1, before) + 1;
}

/** Says whether that change puts a line in; else it takes one out. */
function isPutOn(diagonal: number, before: Int32Array): boolean {
	return reachOn(diagonal - 1, before) < reachOn(diagonal + 1, before);
}

/** Nothing leads to the diagonals outside. */
function reachOn(diagonal: number, reached: Int32Array): number {
	return reached[(diagonal + reached.length - 1) / 2] ?? -1;
}
