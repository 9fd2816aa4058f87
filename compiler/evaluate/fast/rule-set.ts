/** The rules of a plan made ready, each in a slot of its own: slots are in the order in which awards are taken. */
import type { EvaluationState } from '../../domain/member.ts';
import { originOf } from '../../plan/origins.ts';
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

/** Rules and tiers by slot, and what finds those that match. */
export class RuleSet {
	readonly scene: Scene;
	/** Of the rules that may award, by slot; then those of the tiers. */
	readonly performers: readonly Performer[];
	readonly rows: Rows;
	/** By slot; null where {@link rows} say it all, or doubles are never exact. */
	readonly bases: (Base | null)[] = [];
	/** What is rare of the rules that matched last, as bits of {@link TRAITS}. */
	traits = 0;
	/** How many rules were made ready for it; the others were taken over. */
	readonly made: number;
	readonly #guards: (Guard | null)[] = [];
	/** The layer of most rules, and one of those that came or changed since. */
	readonly #first: Layer;
	readonly #added: Layer | null;
	/** Where the rules of each layer are now: -1 where they are no more. */
	readonly #firstSlots: Int32Array;
	readonly #addedSlots: Int32Array;
	readonly #shared: SharedConditions;
	readonly #backend: Backend;
	readonly #found: Int32Array;

	/** With `before`, a set of the same program but for its rules, what did not change is taken over. */
	constructor(plan: Plan, tiers: readonly Performer[], options: EvaluatorOptions, before: RuleSet | null) {
		const { mostAskedAlways = MOST_ASKED_ALWAYS } = options;
		const rules = inOrder(plan);
		const kept = before === null ? null : before.#addedTo(rules);
		if (before !== null && kept !== null) {
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
		const added = kept ?? rules.filter((rule) => this.#first.readyOf(rule) === null);
		this.#added = added.length === 0 ? null : this.#layer(added, plan, mostAskedAlways);
		this.made = kept ? added.length : rules.length;
		this.#firstSlots = new Int32Array(this.#first.size).fill(-1);
		this.#addedSlots = new Int32Array(added.length).fill(-1);
		this.rows = new Rows(rules.length + tiers.length);
		const performers: Performer[] = [];
		for (const rule of rules) performers.push(this.#place(rule, plan));
		for (const [position, { quotient }] of tiers.entries()) {
			const slot = rules.length + position;
			this.rows.setLine(slot, quotient);
			this.bases.push(quotient === null || this.rows.isLine[slot] === 1 ? null : this.#backend.base(quotient));
		}
		this.performers = [...performers, ...tiers];
		this.#found = new Int32Array(this.#first.size + added.length);
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

	/** Puts a rule into its slot; answers with its performer, the one before where nothing of it changed. */
	#place(placed: Slotted, plan: Plan): Performer {
		const { rule, index, slot } = placed;
		const inFirst = this.#first.readyOf(placed);
		const ready = inFirst ?? (this.#added?.readyOf(placed) as ReadyRule);
		(inFirst ? this.#firstSlots : this.#addedSlots)[ready.layerSlot] = slot;
		this.#guards.push(ready.guard);
		if (ready.test) this.rows.setTest(slot, ready.test.filter, ready.test.interval);
		this.rows.setLine(slot, ready.quotient);
		this.bases.push(this.rows.isLine[slot] === 1 ? null : ready.base);
		const known = ready.performer;
		const performer =
			known !== null && isSame(known, rule, index) ? known : rulePerformer(rule, index, plan, ready.quotient);
		ready.performer = performer;
		this.rows.setTraits(slot, performer);
		return performer;
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
function inOrder({ rules, campaigns }: Plan): Slotted[] {
	const met = new Set<object>();
	const slotted: { -readonly [Key in keyof Slotted]: Slotted[Key] }[] = [];
	let isSorted = true;
	for (let index = 0; index < rules.length; index++) {
		const rule = rules[index] as PlanRule;
		const known = originOf(rule);
		// The same rule twice is two rules.
		const origin = met.has(known) ? {} : known;
		met.add(known);
		const campaign = rule.campaign === null ? null : (campaigns[rule.campaign] ?? null);
		if (!rule.enabled || rule.earns.length + rule.multipliers.length === 0 || campaign?.enabled === false) continue;
		const last = slotted.at(-1);
		isSorted &&= last === undefined || last.rule.priority >= rule.priority;
		slotted.push({ rule, index, origin, campaign, slot: slotted.length });
	}
	if (isSorted) return slotted;
	slotted.sort((a, b) => b.rule.priority - a.rule.priority);
	for (const [slot, each] of slotted.entries()) each.slot = slot;
	return slotted;
}

/** Says whether a performer does what it would do if it were made anew. */
function isSame({ source, campaign, firstUsage }: Performer, rule: PlanRule, index: number): boolean {
	return source.index === index && campaign === rule.campaign && firstUsage === firstUsageOf(rule);
}

/** A limit of times is all or nothing; without a member nobody counts. */
function isUsedUp({ times }: Performer, { member }: EvaluationState): boolean {
	return member !== null && times.some((limit) => (member.usages[limit.usage]?.times ?? 0) >= limit.times);
}
