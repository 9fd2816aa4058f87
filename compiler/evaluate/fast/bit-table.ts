/** Some rules against all dimensions at once: for each code a bit for every rule that may match there, and-ed 32 rules at a time. */
import type { Dimension, Indexable, RuleReach } from './dimensions.ts';

/** A rule with what it leaves of each dimension, by the dimension's index; null: everything. */
export interface Placed {
	readonly rule: Indexable;
	readonly reaches: readonly (RuleReach | null)[];
}

/** A table of bits over some rules. */
export class BitTable {
	readonly #words: number;
	/** By bit, in the order given. */
	readonly #slots: Int32Array;
	/** Dimensions along which some rule does not match everywhere, the most selective first; and where their rows begin. */
	readonly #dimensions: Int32Array;
	readonly #begins: Int32Array;
	/** Where the rows of the transaction in hand begin. */
	readonly #rows: Int32Array;
	/** Bits of rules, then row after row. */
	readonly #bits: Int32Array;

	constructor(placed: readonly Placed[], dimensions: readonly Dimension[]) {
		this.#words = (placed.length + 31) >>> 5;
		this.#slots = Int32Array.from(placed, ({ rule }) => rule.slot);
		const used = [...dimensions.keys()]
			.filter((dimension) => placed.some(({ reaches }) => reaches[dimension] !== null))
			.map((dimension) => ({ dimension, share: sumOfShares(placed, dimension) }))
			.sort((a, b) => a.share - b.share)
			.map(({ dimension }) => dimension);
		this.#dimensions = Int32Array.from(used);
		let length = this.#words;
		this.#begins = Int32Array.from(used, (dimension) => {
			const begin = length;
			length += (dimensions[dimension]?.size ?? 0) * this.#words;
			return begin;
		});
		this.#rows = new Int32Array(used.length);
		this.#bits = new Int32Array(length);
		for (const [bit, { reaches }] of placed.entries()) this.#fill(bit, reaches, dimensions);
	}

	#fill(bit: number, reaches: Placed['reaches'], dimensions: readonly Dimension[]): void {
		const bits = this.#bits;
		const words = this.#words;
		const word = bit >>> 5;
		const mask = 1 << (bit & 31);
		bits[word] = (bits[word] as number) | mask;
		for (let position = 0; position < this.#dimensions.length; position++) {
			const dimension = this.#dimensions[position] as number;
			const codes = reaches[dimension]?.codes;
			const size = dimensions[dimension]?.size ?? 0;
			let at = (this.#begins[position] as number) + word;
			for (let code = 0; code < size; code++, at += words) {
				if (codes === undefined || codes[code] === 1) bits[at] = (bits[at] as number) | mask;
			}
		}
	}

	/** Writes the slots of the rules that may match at some codes to `hits` from `count` on; answers with the new count. */
	collect(codes: Int32Array, hits: Int32Array, count: number): number {
		const words = this.#words;
		const bits = this.#bits;
		const rows = this.#rows;
		const depth = rows.length;
		for (let position = 0; position < depth; position++) {
			const code = codes[this.#dimensions[position] as number] as number;
			rows[position] = (this.#begins[position] as number) + code * words;
		}
		// The two most selective dimensions leave nothing of most words; where there are fewer, the row of all rules stands in.
		const first = depth > 0 ? (rows[0] as number) : 0;
		const second = depth > 1 ? (rows[1] as number) : 0;
		let found = count;
		for (let word = 0; word < words; word++) {
			let left = (bits[first + word] as number) & (bits[second + word] as number);
			if (left === 0) continue;
			for (let position = 2; position < depth; position++) left &= bits[(rows[position] as number) + word] as number;
			while (left !== 0) {
				const bit = 31 - Math.clz32(left & -left);
				left &= left - 1;
				hits[found++] = this.#slots[(word << 5) + bit] as number;
			}
		}
		return found;
	}
}

function sumOfShares(placed: readonly Placed[], dimension: number): number {
	let sum = 0;
	for (const { reaches } of placed) sum += reaches[dimension]?.share ?? 1;
	return sum;
}
