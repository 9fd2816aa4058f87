/** Rules that were made ready together, with the index that finds them. It does not know where they stand in the program. */
import type { Transaction } from '../../domain/transaction.ts';
import type { Plan, PlanCampaign, PlanCondition, PlanDates, PlanRule } from '../../plan/plan.ts';
import { answersTo } from '../matching.ts';
import type { Backend } from './backend.ts';
import type { Indexable } from './dimensions.ts';
import { type Interval, intervalOf } from './interval.ts';
import type { Performer } from './performer.ts';
import { type Quotient, quotientOf } from './quotient.ts';
import { RuleIndex } from './rule-index.ts';
import type { Base, Guard, Scene } from './scene.ts';

/** What a rule comes to, wherever it stands. */
export interface ReadyRule {
	readonly layerSlot: number;
	readonly campaign: PlanCampaign | null;
	/** One comparison, for the rows. */
	readonly test: { readonly filter: number; readonly interval: Interval } | null;
	/** What it asks for besides that and what the index has settled; null: nothing. */
	readonly guard: Guard | null;
	readonly quotient: Quotient | null;
	readonly base: Base | null;
	/** The performer that was made of it last; none yet: null. It is taken again while the rule stays where it is. */
	performer: Performer | null;
}

/** What the rules of a layer are made ready with. */
export interface LayerOptions {
	readonly plan: Plan;
	readonly backend: Backend;
	readonly mostAskedAlways: number;
}

/** Rules with an index of their own. */
export class Layer {
	readonly size: number;
	readonly #ready = new Map<object, ReadyRule>();
	readonly #purchases: RuleIndex;
	/** For other events that rules name. */
	readonly #indexes: ReadonlyMap<string, RuleIndex>;
	/** For events that no rule names. */
	readonly #others: RuleIndex;

	constructor(rules: readonly Indexable[], { plan, backend, mostAskedAlways }: LayerOptions) {
		this.size = rules.length;
		const own = rules.map((rule, layerSlot) => ({ ...rule, slot: layerSlot }));
		const answering = (event: Transaction['event']) =>
			new RuleIndex(
				own.filter(({ rule }) => answersTo(rule, { transaction: { event } })),
				plan.program.dayStartsMinute,
				mostAskedAlways,
			);
		this.#purchases = answering('purchase');
		this.#indexes = new Map(
			own.flatMap(({ rule: { event } }): [string, RuleIndex][] =>
				event === 'purchase' || event === 'any' ? [] : [[keyOf(event), answering(event)]],
			),
		);
		this.#others = answering({ custom: '' });
		for (const rule of own) this.#ready.set(rule.origin, readyRule(rule, this.#purchases, plan, backend));
	}

	/** A rule made ready; null where it is none of the layer's, or where a campaign with other dates is around it. */
	readyOf({ origin, campaign }: Pick<Indexable, 'origin' | 'campaign'>): ReadyRule | null {
		const ready = this.#ready.get(origin);
		return ready && hasDatesOf(ready.campaign, campaign) ? ready : null;
	}

	/** Writes the layer's slots of the rules that may match to `hits` from `count` on, in no order; answers with the new count. */
	collect(scene: Scene, hits: Int32Array, count: number): number {
		const { event } = scene.transaction;
		const index = event === 'purchase' ? this.#purchases : (this.#indexes.get(keyOf(event)) ?? this.#others);
		return index.collect(scene, hits, count);
	}
}

function hasDatesOf(before: PlanCampaign | null, now: PlanCampaign | null): boolean {
	return before === now || (before !== null && now !== null && JSON.stringify(before.dates) === JSON.stringify(now.dates));
}

function keyOf(event: Exclude<PlanRule['event'], 'any'>): string {
	return typeof event === 'string' ? event : `custom ${event.custom}`;
}

function readyRule(rule: Indexable, purchases: RuleIndex, { filters }: Plan, backend: Backend): ReadyRule {
	const { dates, conditions } = residueOf(rule, purchases);
	const row = conditions.findIndex((condition) => condition.kind === 'spend' && !intervalOf(condition.test).negated);
	const inRow = conditions[row];
	const others = conditions.filter((condition, index) => index !== row && condition.kind !== 'always');
	const quotient = rule.rule.earns.length === 0 ? null : quotientOf(rule.rule.earns, filters);
	return {
		layerSlot: rule.slot,
		campaign: rule.campaign,
		test: inRow?.kind === 'spend' ? { filter: inRow.filter, interval: intervalOf(inRow.test) } : null,
		guard: dates.length === 0 && others.length === 0 ? null : onFirstCall(() => backend.guard(dates, others)),
		quotient,
		base: quotient && onFirstCall(() => backend.base(quotient)),
		performer: null,
	};
}

/** What a rule asks for besides what its index has settled. */
interface Residue {
	readonly dates: readonly PlanDates[];
	readonly conditions: readonly PlanCondition[];
}

/** A rule that answers to several events is in several indexes, of which each settles something else. */
function residueOf({ slot, rule, campaign }: Indexable, purchases: RuleIndex): Residue {
	const settled = rule.event === 'purchase' ? purchases.settledOf(slot) : new Set();
	const dates = campaign ? [rule.dates, campaign.dates] : [rule.dates];
	return {
		dates: dates.filter((each) => (each.from !== null || each.until !== null || each.by !== null) && !settled.has(each)),
		conditions: rule.conditions.filter((condition) => !settled.has(condition)),
	};
}

/** A function that is made when it is first called: of many rules most are never asked. */
function onFirstCall<R>(
	make: () => (transaction: Transaction, scene: Scene) => R,
): (transaction: Transaction, scene: Scene) => R {
	let made: ((transaction: Transaction, scene: Scene) => R) | null = null;
	return (transaction, scene) => (made ??= make())(transaction, scene);
}
