/** The rules of a plan made ready, each in a slot of its own: slots are in the order in which awards are taken. */
import type { EvaluationState } from '../../domain/member.ts';
import { originsOf } from '../../plan/origins.ts';
import type { Plan, PlanRule } from '../../plan/plan.ts';
import type { Backend, BackendOptions } from './backend.ts';
import type { Indexable } from './dimensions.ts';
import { Layer, type LayerOptions, type ReadyRule } from './layer.ts';
import { firstUsageOf, type Performer, rulePerformer } from './performer.ts';
import { Rows, TRAITS } from './rows.ts';
import { MOST_ASKED_ALWAYS } from './rule-index.ts';
import { type Base, type Guard, Scene } from './scene.ts';
import { SharedConditions } from './sharing.ts';

/** How an evaluator is made. */
export interface EvaluatorOptions {
	readonly backendOf: (options: BackendOptions) => Backend;
	/** The index asks so many rules always, and keeps more by their most selective condition. */
	readonly mostAskedAlways?: number;
}

/** A rule that may award, and its slot. */
interface Slotted extends Indexable {
	readonly index: number;
}

/** More rules than these are not added to an index beside the one there is: all are indexed anew. */
const MOST_ADDED = 64;

/** What stands in each slot while a set is being made; and the slots of the first layer's rules. */
interface Places {
	readonly rows: Rows;
	readonly bases: (Base | null)[];
	readonly guards: (Guard | null)[];
	readonly ready: ReadyRule[];
	readonly performers: Performer[];
	readonly firstSlots: Int32Array;
}

/** Rules and tiers by slot, and what finds those that match. */
export class RuleSet {
	readonly scene: Scene;
	/** Of the rules that may award, by slot; then those of the tiers. */
	readonly performers: readonly Performer[];
	readonly rows: Rows;
	/** By slot; null where {@link rows} say it all, or doubles are never exact. */
	readonly bases: readonly (Base | null)[];
	/** What is rare of the rules that matched last, as bits of {@link TRAITS}. */
	traits = 0;
	/** How many rules were made ready for it; the others were taken over. */
	readonly made: number;
	readonly #plan: Plan;
	readonly #guards: readonly (Guard | null)[];
	/** By slot, what each rule comes to. */
	readonly #ready: readonly ReadyRule[];
	/** The layer of most rules, and one of those that came or changed since, which are these. */
	readonly #first: Layer;
	readonly #added: Layer | null;
	readonly #addedRules: readonly Slotted[];
	/** Where the rules of each layer are now: -1 where they are no more. */
	readonly #firstSlots: Int32Array;
	readonly #addedSlots: Int32Array;
	readonly #shared: SharedConditions;
	readonly #backend: Backend;
	readonly #found: Int32Array;

	/** With `before`, a set of the same program but for its rules, what did not change is taken over. */
	constructor(plan: Plan, tiers: readonly Performer[], options: EvaluatorOptions, before: RuleSet | null) {
		const { mostAskedAlways = MOST_ASKED_ALWAYS } = options;
		const inPlace = before === null ? null : before.#changedInPlace(plan);
		const rules = inPlace === null ? inOrder(plan) : [];
		const added = inPlace ?? (before === null ? null : before.#addedTo(rules));
		this.#plan = plan;
		if (before !== null && added !== null) {
			this.#first = before.#first;
			this.#shared = before.#shared;
			this.#backend = before.#backend;
			this.scene = before.scene;
		} else {
			this.#shared = new SharedConditions(rules.flatMap(({ rule }) => rule.conditions));
			this.#backend = options.backendOf({
				dayStartsMinute: plan.program.dayStartsMinute,
				sharedIndex: (condition) => this.#shared.indexOf(condition),
			});
			this.#first = this.#layer(rules, plan, mostAskedAlways);
			this.scene = new Scene(
				plan,
				this.#shared.all.map((condition) => this.#backend.condition(condition)),
			);
		}
		// The same rule twice is not of the first layer a second time.
		this.#addedRules = added ?? rules.filter((rule) => this.#first.readyOf(rule) === null);
		this.#added = this.#addedRules.length === 0 ? null : this.#layer(this.#addedRules, plan, mostAskedAlways);
		this.made = added === null ? rules.length : added.length;
		this.#addedSlots = new Int32Array(this.#addedRules.length).fill(-1);
		this.#found = new Int32Array(this.#first.size + this.#addedRules.length);
		const places = before !== null && inPlace !== null ? before.#placesFor(inPlace) : this.#newPlaces(rules.length, tiers);
		this.#firstSlots = places.firstSlots;
		this.rows = places.rows;
		this.bases = places.bases;
		this.#guards = places.guards;
		this.#ready = places.ready;
		for (const rule of inPlace ?? rules) this.#place(rule, plan, places);
		this.performers = inPlace === null ? places.performers.concat(tiers) : places.performers;
	}

	#newPlaces(rules: number, tiers: readonly Performer[]): Places {
		const rows = new Rows(rules + tiers.length);
		const bases: (Base | null)[] = Array.from({ length: rules }, () => null);
		for (const [position, { quotient }] of tiers.entries()) {
			rows.setLine(rules + position, quotient);
			bases.push(quotient === null || rows.isLine[rules + position] === 1 ? null : this.#backend.base(quotient));
		}
		return { rows, bases, performers: [], guards: [], ready: [], firstSlots: new Int32Array(this.#first.size).fill(-1) };
	}

	/** Copies, without the rules that are replaced. */
	#placesFor(replaced: readonly Slotted[]): Places {
		const firstSlots = this.#firstSlots.slice();
		const rows = this.rows.copy();
		for (const { slot } of replaced) {
			const { layerSlot } = this.#ready[slot] as ReadyRule;
			if (firstSlots[layerSlot] === slot) firstSlots[layerSlot] = -1;
			rows.clear(slot);
		}
		return {
			firstSlots,
			rows,
			bases: this.bases.slice(),
			guards: this.#guards.slice(),
			ready: this.#ready.slice(),
			performers: this.performers.slice(),
		};
	}

	/**
	 * The rules that are not of the first layer, where some rules were replaced by others that stand in the same slots, and nothing
	 * else changed; null where more did.
	 */
	#changedInPlace(plan: Plan): readonly Slotted[] | null {
		const [before, now] = [this.#plan.rules, plan.rules];
		const [origins, nowOrigins] = [originsOf(before), originsOf(now)];
		if (before.length !== now.length) return null;
		const changed = new Set<number>();
		for (let index = 0; index < now.length; index++) {
			const [old, young] = [before[index] as PlanRule, now[index] as PlanRule];
			if (old === young) continue;
			if (old.campaign !== young.campaign) return null;
			if (origins[index] === nowOrigins[index]) {
				if (old.limits !== young.limits && firstUsageOf(old) !== firstUsageOf(young)) return null;
			} else {
				if (old.priority !== young.priority || mayAward(old, plan) !== mayAward(young, plan)) return null;
				if (mayAward(young, plan)) changed.add(index);
				if (changed.size > MOST_ADDED) return null;
			}
		}
		const stayed = this.#addedRules.filter(({ index }) => !changed.has(index));
		const rules = changed.size === 0 ? [] : this.#slotsOf(changed);
		const all = [...stayed, ...rules].map((each): Slotted => ({ ...each, rule: now[each.index] as PlanRule }));
		return all.length > MOST_ADDED ? null : all;
	}

	/** Some rules by their indexes, in the slots where they stand. Each is another one than any that was there before. */
	#slotsOf(indexes: ReadonlySet<number>): Slotted[] {
		const found: Slotted[] = [];
		for (let slot = 0; found.length < indexes.size && slot < this.#ready.length; slot++) {
			const { source, campaign } = this.performers[slot] as Performer;
			const rule = this.#plan.rules[source.index];
			if (!rule || !indexes.has(source.index)) continue;
			const around = campaign === null ? null : (this.#plan.campaigns[campaign] ?? null);
			found.push({ slot, index: source.index, rule, origin: {}, campaign: around });
		}
		return found;
	}

	#layer(rules: readonly Slotted[], plan: Plan, mostAskedAlways: number): Layer {
		const options: LayerOptions = { plan, backend: this.#backend, mostAskedAlways };
		return new Layer(rules, options);
	}

	/** The rules that are not of the first layer; null where they are too many to stand beside it. */
	#addedTo(rules: readonly Slotted[]): readonly Slotted[] | null {
		const added: Slotted[] = [];
		for (const rule of rules) {
			if (this.#first.readyOf(rule) !== null) continue;
			if (added.length === MOST_ADDED) return null;
			added.push(rule);
		}
		return added;
	}

	/** Puts a rule into its slot, with the performer of before where nothing of it changed. */
	#place(placed: Slotted, plan: Plan, { rows, guards, bases, ready, performers, firstSlots }: Places): void {
		const { rule, index, slot } = placed;
		const inFirst = this.#first.readyOf(placed);
		const own = inFirst ?? (this.#added?.readyOf(placed) as ReadyRule);
		(inFirst ? firstSlots : this.#addedSlots)[own.layerSlot] = slot;
		ready[slot] = own;
		guards[slot] = own.guard;
		if (own.test) rows.setTest(slot, own.test.filter, own.test.interval);
		rows.setLine(slot, own.quotient);
		bases[slot] = rows.isLine[slot] === 1 ? null : own.base;
		const known = own.performer;
		const performer = known !== null && isSame(known, rule, index) ? known : rulePerformer(rule, index, plan, own.quotient);
		own.performer = performer;
		rows.setTraits(slot, performer);
		performers[slot] = performer;
	}

	/** Writes the slots of the rules that match what the scene tells of to `matching`, in their order; answers with how many. */
	match(matching: Int32Array): number {
		const found = this.#found;
		this.traits = 0;
		const count = this.#first.collect(this.scene, found, 0);
		const kept = this.#keep(this.#firstSlots, count, matching, 0);
		if (this.#added === null) return kept;
		return this.#keep(this.#addedSlots, this.#added.collect(this.scene, found, 0), matching, kept);
	}

	/** Of what an index found, those that match indeed. */
	#keep(slots: Int32Array, count: number, matching: Int32Array, already: number): number {
		const { scene, rows } = this;
		const { transaction, state } = scene;
		const found = this.#found;
		let kept = already;
		for (let at = 0; at < count; at++) {
			const slot = slots[found[at] as number] as number;
			if (slot < 0) continue;
			const filter = rows.testFilter[slot] as number;
			if (filter >= 0) {
				const amount = scene.amount(filter);
				if (amount < (rows.low[slot] as number) || amount > (rows.high[slot] as number)) continue;
			}
			const guard = this.#guards[slot] as Guard | null;
			if (guard !== null && !guard(transaction, scene)) continue;
			const traits = rows.traits[slot] as number;
			if ((traits & TRAITS.timed) !== 0 && isUsedUp(this.performers[slot] as Performer, state)) continue;
			this.traits |= traits;
			// There are few, and most come in their order.
			let place = kept++;
			for (; place > 0 && (matching[place - 1] as number) > slot; place--) {
				matching[place] = matching[place - 1] as number;
			}
			matching[place] = slot;
		}
		return kept;
	}
}

/** The rules that may ever award or multiply, in the order of taking. */
function inOrder(plan: Plan): Slotted[] {
	const { rules, campaigns } = plan;
	const origins = originsOf(rules);
	const met = new Set<object>();
	const slotted: { -readonly [Key in keyof Slotted]: Slotted[Key] }[] = [];
	let isSorted = true;
	for (let index = 0; index < rules.length; index++) {
		const rule = rules[index] as PlanRule;
		const known = origins[index] as object;
		// The same rule twice is two rules.
		const origin = met.has(known) ? {} : known;
		met.add(known);
		if (!mayAward(rule, plan)) continue;
		const campaign = rule.campaign === null ? null : (campaigns[rule.campaign] ?? null);
		const last = slotted.at(-1);
		isSorted &&= last === undefined || last.rule.priority >= rule.priority;
		slotted.push({ rule, index, origin, campaign, slot: slotted.length });
	}
	if (isSorted) return slotted;
	slotted.sort((a, b) => b.rule.priority - a.rule.priority);
	for (const [slot, each] of slotted.entries()) each.slot = slot;
	return slotted;
}

function mayAward({ enabled, earns, multipliers, campaign }: PlanRule, { campaigns }: Plan): boolean {
	if (!enabled || earns.length + multipliers.length === 0) return false;
	return campaign === null || campaigns[campaign]?.enabled !== false;
}

/** Says whether a performer does what it would do if it were made anew. */
function isSame({ source, campaign, firstUsage }: Performer, rule: PlanRule, index: number): boolean {
	return source.index === index && campaign === rule.campaign && firstUsage === firstUsageOf(rule);
}

/** A limit of times is all or nothing; without a member nobody counts. */
function isUsedUp({ times }: Performer, { member }: EvaluationState): boolean {
	return member !== null && times.some((limit) => (member.usages[limit.usage]?.times ?? 0) >= limit.times);
}
