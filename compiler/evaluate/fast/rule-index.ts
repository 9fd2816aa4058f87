/** Finds the few rules that may match: each is kept at the codes of its most selective dimension, or among those asked always. */
import type { PlanCondition, PlanDates } from '../../plan/plan.ts';
import { BitTable, type Placed } from './bit-table.ts';
import { Dimensions, type Indexable } from './dimensions.ts';
import type { Scene } from './scene.ts';

/** So many rules are asked always, where nothing else is said: fewer are not worth a look at where they stand. */
export const MOST_ASKED_ALWAYS = 1_024;
/** A dimension that lets more than this share of transactions through is not where a rule is kept. */
const LARGEST_SHARE = 0.4;

/** An index over some rules, all of which answer to the same event. */
export class RuleIndex {
	readonly #dimensions: Dimensions;
	readonly #always: BitTable;
	/** Dimensions at whose codes rules are kept, and by code those rules. */
	readonly #kept: readonly { readonly dimension: number; readonly tables: readonly (BitTable | null)[] }[];
	readonly #settled = new Map<number, ReadonlySet<PlanCondition | PlanDates>>();

	constructor(rules: readonly Indexable[], dayStartsMinute: number, mostAskedAlways: number) {
		this.#dimensions = new Dimensions(rules, dayStartsMinute);
		const dimensions = this.#dimensions.all;
		const lists = dimensions.map(({ size }) => Array.from({ length: size }, (): Placed[] => []));
		const always: Placed[] = [];
		for (const rule of rules) {
			const reaches = dimensions.map((dimension) => dimension.reachOf(rule));
			const placed = { rule, reaches };
			this.#settled.set(rule.slot, new Set(reaches.flatMap((reach) => reach?.settled ?? [])));
			const best = rules.length <= mostAskedAlways ? null : narrowest(placed);
			if (best === null) always.push(placed);
			else for (const [code, may] of best.codes.entries()) if (may === 1) lists[best.dimension]?.[code]?.push(placed);
		}
		this.#always = new BitTable(always, dimensions);
		this.#kept = lists.flatMap((byCode, dimension) => {
			if (byCode.every((list) => list.length === 0)) return [];
			return [{ dimension, tables: byCode.map((list) => (list.length === 0 ? null : new BitTable(list, dimensions))) }];
		});
	}

	/** Conditions and dates of a rule that hold wherever the index answers with it. */
	settledOf(slot: number): ReadonlySet<PlanCondition | PlanDates> {
		return this.#settled.get(slot) ?? new Set();
	}

	/** Writes the slots of the rules that may match to `hits` from `count` on, in no order; answers with the new count. */
	collect(scene: Scene, hits: Int32Array, count: number): number {
		const codes = this.#dimensions.codesOf(scene);
		let found = this.#always.collect(codes, hits, count);
		for (const { dimension, tables } of this.#kept) {
			const table = tables[codes[dimension] as number];
			if (table) found = table.collect(codes, hits, found);
		}
		return found;
	}
}

/** Where a rule is met by the fewest transactions; null where by too many everywhere. */
function narrowest({ reaches }: Placed): { readonly dimension: number; readonly codes: Uint8Array } | null {
	let best: { readonly dimension: number; readonly codes: Uint8Array } | null = null;
	let least = LARGEST_SHARE;
	for (const [dimension, reach] of reaches.entries()) {
		if (reach === null || reach.share > least) continue;
		least = reach.share;
		best = { dimension, codes: reach.codes };
	}
	return best;
}
