/** Results as numbers: between threads those are handed over as they are, where objects would be written and read again. */
import type { ReplayResult } from '#runtime';

/** Results of one message, in their order. */
export interface PackedResults {
	readonly numbers: Float64Array<ArrayBuffer>;
	/** The tiers of members, by their place. */
	readonly tiers: readonly (string | null)[];
	/** The refusals, in their order: there are few, and they are words. */
	readonly refused: readonly ReplayResult[];
}

type Evaluated = ReplayResult & { readonly kind: 'evaluated' };

/** What a result begins with; an evaluated one with this and more, the place of its tier. */
const WITHOUT_MEMBER = 0;
const REFUSED = 1;
const EVALUATED = 2;

/** Packs results. Totals and units are whole numbers that doubles hold exactly. */
export function packResults(results: readonly ReplayResult[]): PackedResults {
	const tiers = new Map<string | null, number>();
	const refused: ReplayResult[] = [];
	const numbers: number[] = [];
	for (const result of results) {
		if (result.kind === 'without-member') numbers.push(WITHOUT_MEMBER);
		else if (result.kind === 'refused') {
			numbers.push(REFUSED);
			refused.push(result);
		} else {
			const { tier, totalUnits, awards, isFirstEarning } = result;
			const place = tiers.get(tier) ?? tiers.size;
			tiers.set(tier, place);
			numbers.push(EVALUATED + place, totalUnits, Number(isFirstEarning), awards.length);
			for (const [source, units] of awards) numbers.push(source, units);
		}
	}
	return { numbers: Float64Array.from(numbers), tiers: [...tiers.keys()], refused };
}

/** The results that were packed. */
export function unpackResults({ numbers, tiers, refused }: PackedResults): ReplayResult[] {
	const results: ReplayResult[] = [];
	let at = 0;
	let refusals = 0;
	const next = () => numbers[at++] ?? 0;
	const evaluated = (place: number): Evaluated => {
		const totalUnits = next();
		const isFirstEarning = next() === 1;
		const awards = Array.from({ length: next() }, () => [next(), next()] as const);
		return { kind: 'evaluated', tier: tiers[place] ?? null, totalUnits, awards, isFirstEarning };
	};
	while (at < numbers.length) {
		const head = next();
		const refusal = head === REFUSED ? refused[refusals++] : undefined;
		results.push(refusal ?? (head === WITHOUT_MEMBER ? { kind: 'without-member' } : evaluated(head - EVALUATED)));
	}
	return results;
}
