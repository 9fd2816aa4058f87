/** What multipliers come to for one transaction: those of the base add up, those of points compound. */
import { multiplyRationals, ONE, type Rational, rationalFromFraction } from '../../domain/rational.ts';
import { MAX_SAFE } from '../../formula/exactness.ts';
import type { Plan, PlanMultiplier } from '../../plan/plan.ts';
import { scaleOf } from '../points.ts';
import type { Scene } from './scene.ts';

/** A factor as a quotient of safe integers; NaN over 1 where only big numbers hold it. */
export interface Scale {
	readonly over: number;
	readonly under: number;
	readonly exact: Rational;
}

/** No multiplier at all. */
export const SCALE_ONE: Scale = { over: 1, under: 1, exact: ONE };

function asScale(exact: Rational): Scale {
	const isSafe = exact.numerator <= MAX_SAFE && exact.denominator <= MAX_SAFE;
	return isSafe
		? { over: Number(exact.numerator), under: Number(exact.denominator), exact }
		: { over: Number.NaN, under: 1, exact };
}

/** The factor of some multipliers that act on all of an award. */
export function scaleOfAll(multipliers: readonly PlanMultiplier[]): Scale {
	return multipliers.length === 0 ? SCALE_ONE : asScale(scaleOf(multipliers));
}

/** Two factors, one after the other. */
export function product(a: Scale, b: Scale): Scale {
	if (b === SCALE_ONE) return a;
	return a === SCALE_ONE ? b : asScale(multiplyRationals(a.exact, b.exact));
}

/** Says whether multipliers do only what this file knows: raise or lower all of an award, and never turn a sum over. */
export function isPlain(multipliers: readonly PlanMultiplier[]): boolean {
	return multipliers.every(({ on, what, factor }) => {
		const value = rationalFromFraction(factor);
		return on === null && value.numerator > 0n && (what !== 'base' || value.numerator >= value.denominator);
	});
}

/** A campaign's multipliers, for those that have any. */
interface Multiplying {
	readonly index: number;
	readonly multipliers: readonly PlanMultiplier[];
	/** What they do, and what they add, has to be worked out readably. */
	readonly isDelegated: boolean;
}

/** What acts on every award of a transaction. */
export interface Acting {
	readonly scale: Scale;
	readonly isDelegated: boolean;
}

const NOTHING_ACTS: Acting = { scale: SCALE_ONE, isDelegated: false };

/** The multipliers of tiers, campaigns and rules that act on a transaction, worked out once for each combination of them. */
export class Scales {
	readonly #plan: Plan;
	readonly #campaigns: readonly Multiplying[];
	/** By tier; of a member without one nothing acts. */
	readonly #tiers: readonly Acting[];
	readonly #combined = new Map<string, Acting>();

	constructor(plan: Plan) {
		this.#plan = plan;
		this.#campaigns = [...plan.campaigns.entries()].flatMap(([index, { enabled, multipliers, budgetUnits }]) =>
			enabled && multipliers.length > 0
				? [{ index, multipliers, isDelegated: budgetUnits !== null || !isPlain(multipliers) }]
				: [],
		);
		this.#tiers = plan.tiers.steps.map(({ multipliers }) => ({
			scale: scaleOfAll(shared(multipliers)),
			isDelegated: !isPlain(multipliers),
		}));
	}

	/** What acts on the awards of a transaction; `tier` is -1 for none, `rules` are those that match and multiply. */
	acting(scene: Scene, tier: number, rules: readonly number[]): Acting {
		const isOfTier = tier >= 0 && scene.transaction.event === 'purchase';
		const ofTier = isOfTier ? (this.#tiers[tier] ?? NOTHING_ACTS) : NOTHING_ACTS;
		if (this.#campaigns.length === 0 && rules.length === 0) return ofTier;
		const campaigns = this.#campaigns.filter(({ index }) => {
			const dates = this.#plan.campaigns[index]?.dates;
			return dates !== undefined && scene.isWithin(dates);
		});
		if (campaigns.length === 0 && rules.length === 0) return ofTier;
		const key = `${ofTier === NOTHING_ACTS ? -1 : tier};${campaigns.map(({ index }) => index).join()};${rules.join()}`;
		const known = this.#combined.get(key);
		if (known) return known;
		const multipliers = [
			...(ofTier === NOTHING_ACTS ? [] : (this.#plan.tiers.steps[tier]?.multipliers ?? [])),
			...campaigns.flatMap((campaign) => campaign.multipliers),
			...rules.flatMap((rule) => this.#plan.rules[rule]?.multipliers ?? []),
		];
		const isDelegated = ofTier.isDelegated || campaigns.some((campaign) => campaign.isDelegated);
		const acting = { scale: scaleOfAll(shared(multipliers)), isDelegated };
		if (this.#combined.size >= MOST_COMBINED) this.#combined.clear();
		this.#combined.set(key, acting);
		return acting;
	}
}

const MOST_COMBINED = 4_096;

/** `this` acts on nobody else's award. */
function shared(multipliers: readonly PlanMultiplier[]): PlanMultiplier[] {
	return multipliers.filter(({ what }) => what !== 'this');
}
