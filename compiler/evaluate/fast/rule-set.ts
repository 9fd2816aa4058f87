/** The rules of a plan made ready, each in a slot of its own: slots are in the order in which awards are taken. */
import type { EvaluationState } from '../../domain/member.ts';
import type { Transaction } from '../../domain/transaction.ts';
import type { Plan, PlanCondition, PlanDates, PlanRule } from '../../plan/plan.ts';
import { answersTo } from '../matching.ts';
import type { Backend, BackendOptions } from './backend.ts';
import type { Indexable } from './dimensions.ts';
import { intervalOf } from './interval.ts';
import { type Performer, rulePerformer } from './performer.ts';
import { Rows } from './rows.ts';
import { RuleIndex } from './rule-index.ts';
import { type Base, type Guard, Scene } from './scene.ts';
import { SharedConditions } from './sharing.ts';
import { usesOf } from './uses.ts';

/** What a rule asks for besides what its index has settled. */
interface Residue {
	readonly dates: readonly PlanDates[];
	readonly conditions: readonly PlanCondition[];
}

/** Rules and tiers by slot, and what finds those that match. */
export class RuleSet {
	readonly scene: Scene;
	/** Of the rules that may award, by slot; then those of the tiers. */
	readonly performers: readonly Performer[];
	readonly rows: Rows;
	/** By slot; null where {@link rows} say it all, or doubles are never exact. */
	readonly bases: readonly (Base | null)[];
	readonly #guards: readonly (Guard | null)[];
	readonly #indexes: ReadonlyMap<string, RuleIndex>;
	/** For events that no rule names. */
	readonly #others: RuleIndex;
	readonly #found: Int32Array;

	constructor(plan: Plan, tiers: readonly Performer[], backendOf: (options: BackendOptions) => Backend) {
		const { dayStartsMinute } = plan.program;
		const rules = inOrder(plan).map(({ rule, index }, slot) => ({ slot, rule, index, campaign: campaignOf(rule, plan) }));
		const answering = (event: Transaction['event']) =>
			new RuleIndex(
				rules.filter(({ rule }) => answersTo(rule, { transaction: { event } })),
				dayStartsMinute,
			);
		const purchases = answering('purchase');
		this.#indexes = new Map<string, RuleIndex>([
			['purchase', purchases],
			...plan.rules.flatMap(({ event }): [string, RuleIndex][] =>
				event === 'purchase' || event === 'any' ? [] : [[keyOf(event), answering(event)]],
			),
		]);
		this.#others = answering({ custom: '' });
		const residues = rules.map((rule) => residueOf(rule, purchases));
		const shared = new SharedConditions(residues.flatMap(({ conditions }) => conditions));
		const backend = backendOf({ dayStartsMinute, sharedIndex: (condition) => shared.indexOf(condition) });
		this.scene = new Scene(
			plan,
			usesOf(plan),
			shared.all.map((condition) => backend.condition(condition)),
		);
		this.performers = [...rules.map(({ rule, index }) => rulePerformer(rule, index, plan)), ...tiers];
		this.rows = new Rows(this.performers.length);
		this.#guards = residues.map((residue, slot) => this.#guardOf(residue, slot, backend));
		this.bases = this.performers.map(({ quotient }, slot) => {
			this.rows.setLine(slot, quotient);
			return quotient === null || this.rows.isLine[slot] === 1 ? null : onFirstCall(() => backend.base(quotient));
		});
		this.#found = new Int32Array(rules.length);
	}

	/** One comparison goes into the rows; what is left of the residue becomes a function. */
	#guardOf({ dates, conditions }: Residue, slot: number, backend: Backend): Guard | null {
		const row = conditions.findIndex((condition) => condition.kind === 'spend' && !intervalOf(condition.test).negated);
		const inRow = conditions[row];
		if (inRow?.kind === 'spend') this.rows.setTest(slot, inRow.filter, intervalOf(inRow.test));
		const others = conditions.filter((condition, index) => index !== row && condition.kind !== 'always');
		if (dates.length === 0 && others.length === 0) return null;
		return onFirstCall(() => backend.guard(dates, others));
	}

	/** Writes the slots of the rules that match what the scene tells of to `matching`, in their order; answers with how many. */
	match(matching: Int32Array): number {
		const { scene, rows } = this;
		const { transaction, state } = scene;
		const { event } = transaction;
		const found = this.#found;
		const index = this.#indexes.get(typeof event === 'string' ? event : keyOf(event)) ?? this.#others;
		const count = index.collect(scene, found, 0);
		let kept = 0;
		for (let at = 0; at < count; at++) {
			const slot = found[at] as number;
			const filter = rows.testFilter[slot] as number;
			if (filter >= 0) {
				const amount = scene.amount(filter);
				if (amount < (rows.low[slot] as number) || amount > (rows.high[slot] as number)) continue;
			}
			const guard = this.#guards[slot] as Guard | null;
			if (guard !== null && !guard(transaction, scene)) continue;
			if (isUsedUp(this.performers[slot] as Performer, state)) continue;
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
function inOrder({ rules, campaigns }: Plan) {
	return rules
		.map((rule, index) => ({ rule, index }))
		.filter(({ rule: { enabled, earns, multipliers, campaign } }) => {
			return (
				enabled && earns.length + multipliers.length > 0 && (campaign === null || campaigns[campaign]?.enabled === true)
			);
		})
		.sort((a, b) => b.rule.priority - a.rule.priority);
}

function campaignOf({ campaign }: PlanRule, { campaigns }: Plan): Indexable['campaign'] {
	return campaign === null ? null : (campaigns[campaign] ?? null);
}

function keyOf(event: Exclude<PlanRule['event'], 'any'>): string {
	return typeof event === 'string' ? event : `custom ${event.custom}`;
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

/** A limit of times is all or nothing; without a member nobody counts. */
function isUsedUp({ times }: Performer, { member }: EvaluationState): boolean {
	if (times.length === 0 || member === null) return false;
	return times.some((limit) => (member.usages[limit.usage]?.times ?? 0) >= limit.times);
}

/** A function that is made when it is first called: of many rules most are never asked. */
function onFirstCall<R>(
	make: () => (transaction: Transaction, scene: Scene) => R,
): (transaction: Transaction, scene: Scene) => R {
	let made: ((transaction: Transaction, scene: Scene) => R) | null = null;
	return (transaction, scene) => (made ??= make())(transaction, scene);
}
