/** Adds up what came of the transactions of a history. */
import type { Plan } from '#compiler';
import type { RefusalCode, ReplayFault, ReplayResult } from './lane.ts';

/** What came of a replay. Units are 10^-`pointDecimals` points. */
export interface ReplayReport {
	/** It was ended before the history was. */
	readonly partial: boolean;
	readonly transactions: number;
	readonly evaluated: number;
	/** Sales without a member: nobody could get points, so they are not evaluated. */
	readonly withoutMember: number;
	readonly refused: number;
	readonly pointDecimals: number;
	readonly totalUnits: bigint;
	readonly membersWithPoints: number;
	/** Every rule in the order of the text, then every tier that earns by itself. */
	readonly bySource: readonly { kind: 'rule' | 'tier'; name: string; awards: number; units: bigint }[];
	/** By the members' tiers at the moment of each transaction, from the lowest; null for members without one. */
	readonly byTier: readonly { tier: string | null; transactions: number; units: bigint }[];
	/** The most frequent first. A transaction with several faults is counted once for each kind of them. */
	readonly refusals: readonly ReplayRefusal[];
}

/** Transactions that were refused for one reason. */
export interface ReplayRefusal {
	readonly code: RefusalCode;
	readonly transactions: number;
	/** The first few. */
	readonly examples: readonly {
		readonly place: string;
		readonly id: string | null;
		readonly path: string;
		readonly message: string;
	}[];
}

const MOST_EXAMPLES = 3;

/** A report that grows with each result, in the order of the history. */
export class Tally {
	transactions = 0;
	#evaluated = 0;
	#withoutMember = 0;
	#refused = 0;
	#membersWithPoints = 0;
	#totalUnits = 0n;
	readonly #plan: Plan;
	readonly #sources: { kind: 'rule' | 'tier'; name: string; awards: number; units: bigint }[];
	readonly #tiers = new Map<string | null, { transactions: number; units: bigint }>();
	readonly #refusals = new Map<RefusalCode, { transactions: number; examples: ReplayRefusal['examples'][number][] }>();

	constructor(plan: Plan) {
		this.#plan = plan;
		this.#sources = [
			...plan.rules.map(({ name }) => ({ kind: 'rule' as const, name, awards: 0, units: 0n })),
			...plan.tiers.steps.map(({ name }) => ({ kind: 'tier' as const, name, awards: 0, units: 0n })),
		];
	}

	/** Counts what came of the next transaction. */
	add(result: ReplayResult): void {
		this.transactions += 1;
		if (result.kind === 'evaluated') this.#count(result);
		else if (result.kind === 'refused') this.#refuse(result.place, result.id, result.faults);
		else this.#withoutMember += 1;
	}

	#count({ tier: name, totalUnits, awards, isFirstEarning }: ReplayResult & { readonly kind: 'evaluated' }): void {
		this.#evaluated += 1;
		this.#totalUnits += BigInt(totalUnits);
		if (isFirstEarning) this.#membersWithPoints += 1;
		const tier = this.#tiers.get(name) ?? { transactions: 0, units: 0n };
		this.#tiers.set(name, tier);
		tier.transactions += 1;
		tier.units += BigInt(totalUnits);
		for (const [place, units] of awards) {
			const counted = this.#sources[place];
			if (!counted) continue;
			counted.awards += 1;
			counted.units += BigInt(units);
		}
	}

	#refuse(place: string, id: string | null, faults: readonly ReplayFault[]): void {
		this.#refused += 1;
		const counted = new Set<RefusalCode>();
		for (const { code, path, message } of faults) {
			if (counted.has(code)) continue;
			counted.add(code);
			const refusal = this.#refusals.get(code) ?? { transactions: 0, examples: [] };
			this.#refusals.set(code, refusal);
			refusal.transactions += 1;
			if (refusal.examples.length < MOST_EXAMPLES) refusal.examples.push({ place, id, path, message });
		}
	}

	/** What was counted so far; `partial` where the history goes on. */
	report(partial: boolean): ReplayReport {
		const { tiers, program } = this.#plan;
		const { steps } = tiers;
		const earning = new Set(steps.filter((step) => step.earns.length > 0).map((step) => step.name));
		const tierNames = [...steps.map((step) => step.name), null];
		return {
			partial,
			transactions: this.transactions,
			evaluated: this.#evaluated,
			withoutMember: this.#withoutMember,
			refused: this.#refused,
			pointDecimals: program.pointDecimals,
			totalUnits: this.#totalUnits,
			membersWithPoints: this.#membersWithPoints,
			bySource: this.#sources.filter(({ kind, name }) => kind === 'rule' || earning.has(name)),
			byTier: tierNames.flatMap((tier) => {
				const counted = this.#tiers.get(tier);
				return counted ? [{ tier, ...counted }] : [];
			}),
			refusals: [...this.#refusals]
				.map(([code, refusal]) => ({ code, ...refusal }))
				.sort((a, b) => b.transactions - a.transactions || (a.code < b.code ? -1 : 1)),
		};
	}
}
