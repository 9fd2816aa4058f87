/** The fast evaluator: an index finds the rules that may match, compiled functions decide, and plain numbers add up. */
import type { EvaluationState } from '../../domain/member.ts';
import { powerOfTen } from '../../domain/rational.ts';
import { roundSafeQuotient } from '../../domain/rounding.ts';
import type { Transaction } from '../../domain/transaction.ts';
import type { Plan } from '../../plan/plan.ts';
import { gatherFacts } from '../facts.ts';
import { type Award, MAX_POINT_UNITS, type Outcome } from '../outcome.ts';
import { evaluateMatching } from '../reference.ts';
import { cut } from './cuts.ts';
import { capOf, changes, type Performer, tierPerformer, wantedExactly } from './performer.ts';
import { type EvaluatorOptions, RuleSet } from './rule-set.ts';
import { product, type Scale, SCALE_ONE, Scales } from './scales.ts';
import type { Base, Scene } from './scene.ts';
import { TRAITS } from './rows.ts';
import { stayingIn } from './sets.ts';

/** What a transaction earns, without reasons. */
export type Evaluate = (transaction: Transaction, state: EvaluationState) => Outcome;

const NO_BUDGETS: readonly never[] = [];
const NOBODY_MULTIPLIES: readonly never[] = [];

/** An evaluator of one plan. It takes one transaction after the other, so what it computes with is made once. */
export class Evaluator {
	/** How many outcomes were left to the readable evaluator, because they share budgets, sets or parts of awards. */
	delegated = 0;
	readonly #plan: Plan;
	readonly #rules: RuleSet;
	readonly #scene: Scene;
	readonly #scales: Scales;
	/** Indexes of tiers that earn or multiply by their names, and the slots of those that earn. */
	readonly #tiers: ReadonlyMap<string, number>;
	readonly #tierSlots: ReadonlyMap<number, number>;
	/** No outcome of the program can be worked out in plain numbers. */
	readonly #isDelegated: boolean;
	readonly #pointScale: number;
	/** The most that a transaction gives; null where that is not a number alone. */
	readonly #cap: number | null;
	/** The slots that match, in the order of taking; the tier's own last. */
	readonly #matching: Int32Array;

	/** With `before`, an evaluator of the same program but for its rules, what did not change is taken over. */
	constructor(plan: Plan, options: EvaluatorOptions, before: Evaluator | null = null) {
		const { program, tiers } = plan;
		const performers = tiers.steps.flatMap((_, index) => tierPerformer(index, plan) ?? []);
		this.#plan = plan;
		this.#rules = new RuleSet(plan, performers, options, before && isSameFrame(before.#plan, plan) ? before.#rules : null);
		this.#scene = this.#rules.scene;
		this.#scales = new Scales(plan);
		this.#tiers = new Map(
			[...tiers.steps.entries()].flatMap(([index, { name, earns, multipliers }]) =>
				earns.length + multipliers.length > 0 ? [[name, index]] : [],
			),
		);
		const first = this.#rules.performers.length - performers.length;
		this.#tierSlots = new Map(performers.map(({ source }, position) => [source.index, first + position]));
		this.#isDelegated =
			program.roundingPlace !== 'award' || program.limits.some((limit) => limit.kind !== 'points' || limit.orNothing);
		this.#pointScale = Number(powerOfTen(program.pointDecimals));
		this.#cap = capOf(program.limits);
		this.#matching = new Int32Array(this.#rules.performers.length);
	}

	/** How many rules were made ready; the others were taken over from the evaluator before. */
	get made(): number {
		return this.#rules.made;
	}

	/** What a transaction earns. */
	evaluate(transaction: Transaction, state: EvaluationState): Outcome {
		const matching = this.#matching;
		this.#scene.open(transaction, state);
		const count = this.#rules.match(matching);
		const { traits } = this.#rules;
		if (this.#isDelegated || (traits & TRAITS.delegated) !== 0) return this.#delegate(count);
		if ((traits & (TRAITS.exclusive | TRAITS.multiplies)) === 0)
			return this.#award(count, NOBODY_MULTIPLIES) ?? this.#delegate(count);
		const staying = stayingIn(matching, count, this.#rules.performers, this.#plan);
		if (staying === null) return this.#delegate(count);
		const all = matching.slice(0, count);
		for (const [at, place] of staying.entries()) matching[at] = all[place] as number;
		const rules = staying.map((_, at) => this.#performer(matching[at] as number)).filter((rule) => rule.multiplies);
		const outcome = this.#award(
			staying.length,
			rules.map(({ source }) => source.index),
		);
		if (outcome !== null) return outcome;
		matching.set(all);
		return this.#delegate(count);
	}

	#performer(slot: number): Performer {
		return this.#rules.performers[slot] as Performer;
	}

	/** The readable evaluator, for the rules that match. */
	#delegate(count: number): Outcome {
		this.delegated += 1;
		const { transaction, state } = this.#scene;
		const indexes = Array.from(this.#matching.subarray(0, count), (slot) => this.#performer(slot).source.index);
		return evaluateMatching(
			indexes.sort((a, b) => a - b),
			gatherFacts(this.#plan, transaction, state),
		);
	}

	/** Takes the awards of the first `count` matching slots and of the tier; null where only the readable evaluator can. */
	#award(count: number, multiplying: readonly number[]): Outcome | null {
		const scene = this.#scene;
		const matching = this.#matching;
		const { transaction, state } = scene;
		const tier = scene.tier === null || this.#tiers.size === 0 ? -1 : (this.#tiers.get(scene.tier) ?? -1);
		const acting = this.#scales.acting(scene, tier, multiplying);
		if (acting.isDelegated) return null;
		let last = count;
		const tierSlot = tier >= 0 && transaction.event === 'purchase' ? this.#tierSlots.get(tier) : undefined;
		if (tierSlot !== undefined) {
			if (this.#performer(tierSlot).isDelegated) return null;
			matching[last++] = tierSlot;
		}
		const awards = ofLength<Award>(last);
		const usedRules = ofLength<number>(last);
		let [given, used] = [0, 0];
		let isMultiplied = false;
		let totalUnits = 0;
		for (let at = 0; at < last; at++) {
			const slot = matching[at] as number;
			const performer = this.#performer(slot);
			const { source } = performer;
			const wantedUnits = this.#wanted(slot, performer, acting.scale);
			if (wantedUnits > MAX_POINT_UNITS) return { kind: 'too-large', source };
			const givenUnits = wantedUnits > 0 ? this.#given(wantedUnits, performer, totalUnits, state) : 0;
			if (givenUnits <= 0) continue;
			totalUnits += givenUnits;
			if (totalUnits > MAX_POINT_UNITS) return { kind: 'too-large', source };
			isMultiplied ||= !performer.isExempt;
			if (source.kind === 'rule') usedRules[used++] = source.index;
			awards[given++] = { source, recipient: 'member', wantedUnits, givenUnits };
		}
		if (given < last) awards.length = given;
		if (used < last) usedRules.length = used;
		if (isMultiplied) this.#useMultipliers(multiplying, usedRules);
		sort(usedRules);
		const change = { usedRules, budgetUnits: NO_BUDGETS, remainder: null, referredRemainder: null };
		return { kind: 'awarded', awards, totalUnits, referredUnits: 0, change };
	}

	/** The units that an award wants; infinite where they are more than a transaction can give. */
	#wanted(slot: number, performer: Performer, all: Scale): number {
		const { rows, bases } = this.#rules;
		const scene = this.#scene;
		let over: number;
		let under: number;
		if (rows.isLine[slot] === 1) {
			const filter = rows.filter[slot] as number;
			const amount = filter < 0 ? 0 : scene.amount(filter);
			if (amount > (rows.most[slot] as number)) return wantedExactly(performer, scene, all, this.#plan);
			over = (rows.slope[slot] as number) * amount + (rows.base[slot] as number);
			under = rows.under[slot] as number;
		} else {
			if (performer.earns.length === 0) return 0;
			const base = bases[slot] as Base | null;
			over = base === null ? -1 : base(scene.transaction, scene);
			if (over < 0) return wantedExactly(performer, scene, all, this.#plan);
			under = scene.under;
		}
		if (over <= 0) return 0;
		const scale = performer.isExempt ? SCALE_ONE : performer.own === SCALE_ONE ? all : product(all, performer.own);
		over *= this.#pointScale * scale.over;
		under *= scale.under;
		// What is above is not exact any more; NaN is where the scale itself is too large for doubles.
		if (!(over <= Number.MAX_SAFE_INTEGER && under <= Number.MAX_SAFE_INTEGER))
			return wantedExactly(performer, scene, all, this.#plan);
		const { rounding } = this.#plan.program;
		if (under === 1) return over;
		return rounding === 'down' ? Math.floor(over / under) : roundSafeQuotient(over, under, rounding);
	}

	#given(wanted: number, { cap, limits }: Performer, taken: number, { member }: EvaluationState): number {
		const { program } = this.#plan;
		let given = wanted > cap ? cap : wanted;
		if (limits.length > 0) given = cut(given, limits, 0, member, this.#scene, program.pointDecimals);
		if (this.#cap === null) return cut(given, program.limits, taken, member, this.#scene, program.pointDecimals);
		const left = this.#cap - taken;
		return given <= left ? given : Math.max(left, 0);
	}

	/** Rules that only multiply are used as well where they changed what is given. */
	#useMultipliers(multiplying: readonly number[], usedRules: number[]): void {
		for (const rule of multiplying) {
			if (!usedRules.includes(rule) && changes(this.#plan.rules[rule]?.multipliers ?? [])) usedRules.push(rule);
		}
	}
}

/** An array with no more room than it needs: one that is pushed to takes room for many times what an outcome holds. */
function ofLength<T>(length: number): T[] {
	// oxlint-disable-next-line unicorn/no-new-array -- the length is meant, and Array.from would fill it.
	return new Array<T>(length);
}

/** Rules come by priority, and mostly all have the same. */
function sort(indexes: number[]): void {
	for (let at = 1; at < indexes.length; at++) {
		if ((indexes[at] as number) > (indexes[at - 1] as number)) continue;
		indexes.sort((a, b) => a - b);
		return;
	}
}

/** Says whether two plans are the same apart from their rules, and from where things stand in the text. */
function isSameFrame(a: Plan, b: Plan): boolean {
	return frameOf(a) === frameOf(b);
}

function frameOf({ program, tiers, attributes, filters, exclusives, campaigns }: Plan): string {
	const frame = { program, tiers, attributes, filters, exclusives, campaigns };
	return JSON.stringify(frame, (key, value: unknown) => (key === 'span' ? undefined : value));
}
