/** Which lanes met which ids. */

/** What is said of an id that no lane has met, and of one that several may have: neither is a lane's number. */
export const NOBODY = -1;
export const SEVERAL = -2;

/**
 * Remembers by numbers alone: a map of millions of texts would take most of the dealing, and their memory. Two ids may have the
 * same numbers, though hardly ever, so what is said of an id is who may have met it, never who did not.
 */
export class IdLanes {
	/** Of each slot both numbers of the id, and beside them its lane; a slot without an id is {@link NOBODY}'s. */
	#numbers = new Int32Array(2 * FIRST_SLOTS);
	#lanes = new Int32Array(FIRST_SLOTS).fill(NOBODY);
	#taken = 0;

	/** The lane that met an id, as far as is known. */
	get(id: string): number {
		const [first, second] = numbersOf(id);
		return this.#lanes[this.#slotOf(first, second)] ?? NOBODY;
	}

	/** Notes who met an id. */
	set(id: string, lane: number): void {
		const [first, second] = numbersOf(id);
		this.#put(first, second, lane);
		// Half of them free, the next free one is near.
		if (this.#taken * 2 > this.#lanes.length) this.#grow();
	}

	#put(first: number, second: number, lane: number): void {
		const slot = this.#slotOf(first, second);
		if (this.#lanes[slot] === NOBODY) this.#taken += 1;
		this.#lanes[slot] = lane;
		this.#numbers[2 * slot] = first;
		this.#numbers[2 * slot + 1] = second;
	}

	/** The slot of an id, or the free one that is to be its. */
	#slotOf(first: number, second: number): number {
		const last = this.#lanes.length - 1;
		let slot = first & last;
		while (this.#lanes[slot] !== NOBODY && !this.#isAt(slot, first, second)) slot = (slot + 1) & last;
		return slot;
	}

	#isAt(slot: number, first: number, second: number): boolean {
		return this.#numbers[2 * slot] === first && this.#numbers[2 * slot + 1] === second;
	}

	#grow(): void {
		const numbers = this.#numbers;
		const lanes = this.#lanes;
		this.#numbers = new Int32Array(2 * numbers.length);
		this.#lanes = new Int32Array(2 * lanes.length).fill(NOBODY);
		this.#taken = 0;
		for (const [slot, lane] of lanes.entries()) {
			if (lane !== NOBODY) this.#put(numbers[2 * slot] ?? 0, numbers[2 * slot + 1] ?? 0, lane);
		}
	}
}

/** A power of two, as all numbers of slots are. */
const FIRST_SLOTS = 1_024;

/** Two numbers made of the whole of a text in different ways. */
function numbersOf(id: string): readonly [number, number] {
	let first = 0;
	let second = id.length;
	for (let at = 0; at < id.length; at++) {
		const sign = id.charCodeAt(at);
		first = Math.imul(first ^ sign, 0x01_00_01_93);
		second = Math.imul(second, 31) + sign;
	}
	return [first ^ (first >>> 15), second | 0];
}
