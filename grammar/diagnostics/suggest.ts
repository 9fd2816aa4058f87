/**
 * The candidate that is written most like a name, for «did you mean»; `undefined` where none is near.
 * Near: at most a third of its letters differ, where exchanging two neighbours counts once and capitals count half.
 */
export function nearest(name: string, candidates: Iterable<string>): string | undefined {
	let best: string | undefined;
	let bestDistance = Number.POSITIVE_INFINITY;
	for (const candidate of candidates) {
		// Counted in halves, so that a difference of capitals is less than a difference of letters.
		const most = Math.max(2, Math.floor((Math.max(name.length, candidate.length) * 2) / 3));
		if (Math.abs(name.length - candidate.length) * 2 > most || candidate === name || name.length > 64) continue;
		const found = distance(name, candidate);
		if (found <= most && found < bestDistance && found < Math.min(name.length, candidate.length) * 2) {
			best = candidate;
			bestDistance = found;
		}
	}
	return best;
}

/** Twice the Damerau-Levenshtein distance (neighbours exchanged count once), differences of capitals counting half. */
function distance(a: string, b: string): number {
	let beforeLast: number[] = [];
	let last = Array.from({ length: b.length + 1 }, (_, j) => j * 2);
	for (let i = 1; i <= a.length; i++) {
		const row = [i * 2];
		for (let j = 1; j <= b.length; j++) {
			let least = Math.min(at(last, j) + 2, at(row, j - 1) + 2, at(last, j - 1) + difference(a[i - 1], b[j - 1]));
			if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
				least = Math.min(least, at(beforeLast, j - 2) + 2);
			row.push(least);
		}
		beforeLast = last;
		last = row;
	}
	return at(last, b.length);
}

function at(row: readonly number[], index: number): number {
	return row[index] ?? Number.POSITIVE_INFINITY;
}

function difference(a: string | undefined, b: string | undefined): number {
	if (a === b) return 0;
	return a?.toLowerCase() === b?.toLowerCase() ? 1 : 2;
}
