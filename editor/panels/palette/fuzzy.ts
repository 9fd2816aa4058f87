/**
 * How well a text answers to what was typed: 0 and more, the smaller the better; null where it does not. Each typed word must
 * stand in the text, whole or with letters between its own; beginnings of words and letters side by side count for more.
 */
export function distanceTo(typed: string, text: string): number | null {
	const words = typed.toLocaleLowerCase().split(/\s+/).filter(Boolean);
	const plain = text.toLocaleLowerCase();
	let sum = 0;
	for (const word of words) {
		const distance = distanceOfWord(word, plain);
		if (distance === null) return null;
		sum += distance;
	}
	return sum;
}

const NOT_AT_WORD = 2;
const FAR = 40;

function distanceOfWord(word: string, text: string): number | null {
	const first = word.charAt(0);
	let best: number | null = null;
	for (let at = text.indexOf(first); at >= 0; at = text.indexOf(first, at + 1)) {
		const gaps = gapsFrom(word, text, at);
		// Nothing later can hold what is not here.
		if (gaps === null) break;
		const distance = gaps + (isWordStart(text, at) ? 0 : NOT_AT_WORD) + Math.min(at, FAR) / FAR;
		if (best === null || distance < best) best = distance;
	}
	return best;
}

/** How much stands between the letters of a word that begins at a place; a letter that begins a word is near. */
function gapsFrom(word: string, text: string, start: number): number | null {
	let gaps = 0;
	let at = start;
	for (const letter of word.slice(1)) {
		const next = text.indexOf(letter, at + 1);
		if (next < 0) return null;
		if (next > at + 1) gaps += isWordStart(text, next) ? 1 : 3;
		at = next;
	}
	return gaps;
}

function isWordStart(text: string, at: number): boolean {
	return at === 0 || /[^\p{L}\p{N}]/u.test(text.charAt(at - 1));
}

/** The things whose texts answer to what was typed, the best first; those that answer alike stay in their order. */
export function ranked<T>(typed: string, things: readonly T[], textOf: (thing: T) => string): T[] {
	return things
		.flatMap((thing, order) => {
			const distance = distanceTo(typed, textOf(thing));
			return distance === null ? [] : [{ thing, distance, order }];
		})
		.sort((a, b) => a.distance - b.distance || a.order - b.order)
		.map(({ thing }) => thing);
}
