/** The law of the evaluators: on random plans, transactions and members the emitted function gives what the reference gives. */
import { describe, expect, it } from 'vitest';
import { type EvaluationState, type LocalClock, localClock, type Transaction } from '../domain/index.ts';
import type { Plan, PlanCondition } from '../plan/plan.ts';
import { closureBackend } from './closures/closures.ts';
import { codeBackend } from './emit/code.ts';
import { Evaluator } from './fast/evaluator.ts';
import { Random } from './fixtures/random.ts';
import { randomPlan } from './fixtures/random-plan.ts';
import { Edges } from './fixtures/random-sale.ts';
import type { AwardReason, ConditionTrace, Explanation, Outcome } from './outcome.ts';
import { evaluateReference } from './reference.ts';
import { describeSeen, describeWhyNot } from './words.ts';

const CASES = Number(process.env['CASES'] ?? 300_000);
const SEED = Number(process.env['SEED'] ?? Date.now() % 1_000_000_007);
const CASES_PER_PLAN = 200;

/** How often something was met, by name. */
class Tally {
	readonly #counts = new Map<string, number>();

	add(name: string): void {
		this.#counts.set(name, this.of(name) + 1);
	}

	of(name: string): number {
		return this.#counts.get(name) ?? 0;
	}

	toString(): string {
		return [...this.#counts.entries()]
			.sort(([a], [b]) => (a < b ? -1 : 1))
			.map(([name, count]) => `${name} ${count}`)
			.join(', ');
	}
}

/** What an explanation owes to its outcome; an answer names the breach. */
function incoherence(plan: Plan, { outcome, awards, rules }: Explanation): string | null {
	const given = outcome.kind === 'awarded' ? outcome.awards : [];
	const used = outcome.kind === 'awarded' ? outcome.change.usedRules : [];
	if (awards.length !== given.length) return 'not one reason for each award';
	for (const trace of rules) {
		const firstRefusal = trace.conditions.find(({ verdict }) => verdict !== 'holds');
		const gives = given.some(({ source }) => source.kind === 'rule' && source.index === trace.index);
		if (trace.awarded !== used.includes(trace.index)) return `rule ${trace.index} awards otherwise than its trace says`;
		if (gives && !trace.awarded) return `rule ${trace.index} gives and is said not to`;
		if (trace.awarded !== (trace.whyNot === null)) return `rule ${trace.index} has a reason against its award`;
		if (trace.awarded && (firstRefusal || !plan.rules[trace.index]?.enabled))
			return `rule ${trace.index} awards against its conditions`;
		if (trace.whyNot?.kind === 'condition' && trace.whyNot.index !== firstRefusal?.index)
			return `rule ${trace.index} blames another condition`;
	}
	return incoherentSums(plan, outcome) ?? incoherentCuts(plan, awards);
}

/** Every reason has its words; an answer names the one that has none. */
function wordless(plan: Plan, { rules }: Explanation): string | null {
	for (const trace of rules) {
		if ((describeWhyNot(plan, trace) === null) !== trace.awarded) return `rule ${trace.index} says why it did not award`;
		const seen = trace.conditions.map((condition) => describeSeen(plan, trace.index, condition));
		if (seen.includes('')) return `rule ${trace.index} does not say what it saw`;
	}
	return null;
}

function incoherentSums({ campaigns, program }: Plan, outcome: Outcome): string | null {
	if (outcome.kind !== 'awarded') return null;
	const sum = (recipient: 'member' | 'referred') =>
		outcome.awards.reduce((total, award) => total + (award.recipient === recipient ? award.givenUnits : 0), 0);
	if (outcome.totalUnits !== sum('member') || outcome.referredUnits !== sum('referred')) return 'the total is not the sum';
	const { budgetUnits, remainder } = outcome.change;
	if (budgetUnits.some(({ campaign, units }) => units > (campaigns[campaign]?.budgetUnits ?? 0)))
		return 'a campaign gives more than its budget';
	if (remainder !== null && program.roundingPlace !== 'carried') return 'a remainder is carried';
	const most = program.limits.filter((limit) => limit.kind === 'points').map(({ units }) => units);
	// What was carried comes after limits, so it may bring one unit more.
	const more = program.roundingPlace === 'carried' ? 1 : 0;
	return outcome.totalUnits > Math.min(...most) + more ? 'more than a limit of the program' : null;
}

function incoherentCuts({ program }: Plan, awards: Explanation['awards']): string | null {
	// What was carried may add to an award that no limit cut.
	const isCarried = program.roundingPlace === 'carried';
	const fits = awards.every(
		({ wantedUnits, givenUnits, cutBy }) =>
			givenUnits > 0 && (isCarried || (givenUnits <= wantedUnits && (givenUnits === wantedUnits) === (cutBy === null))),
	);
	return fits ? null : 'an award and its cut do not fit';
}

function count(tally: Tally, plan: Plan, { outcome, awards, rules, local }: Explanation): void {
	if (local.date.endsWith('02-29')) tally.add('a leap day');
	tally.add(`outcome ${outcome.kind}`);
	for (const trace of rules) {
		tally.add('rules');
		tally.add(trace.whyNot === null ? 'rule awarded' : `not ${trace.whyNot.kind}`);
		countConditions(tally, plan.rules[trace.index]?.conditions ?? [], trace.conditions);
	}
	for (const award of awards) {
		if (award.source.kind === 'tier') tally.add('tier awarded');
		if (award.cutBy !== null) tally.add(`cut by ${award.cutBy}`);
		if (award.dividedByZero.length > 0) tally.add('awarded beside a division by zero');
		if (award.exact.denominator !== '1') tally.add('award rounded');
		if (award.exact.numerator.length > 16) tally.add('award of digits beyond doubles');
		countEarns(tally, plan, award);
	}
	if (outcome.kind !== 'awarded') return;
	if (awards.length > 0) tally.add(`awarded with rounding per ${plan.program.roundingPlace}`);
	if (outcome.change.budgetUnits.length > 0) tally.add('charged a budget');
	if (outcome.change.remainder && outcome.change.remainder.numerator !== '0') tally.add('carried a remainder');
}

function countConditions(tally: Tally, conditions: readonly PlanCondition[], traces: readonly ConditionTrace[]): void {
	for (const { index, verdict, inner } of traces) {
		const condition = conditions[index];
		if (!condition) continue;
		tally.add(`${condition.kind} ${verdict}`);
		if ('conditions' in condition) countConditions(tally, condition.conditions, inner ?? []);
	}
}

function countEarns(tally: Tally, plan: Plan, award: AwardReason): void {
	const { source, multipliers } = award;
	const earns = (source.kind === 'rule' ? plan.rules[source.index] : plan.tiers.steps[source.index])?.earns ?? [];
	for (const { amount, atLeast, exempt, recipient } of earns) {
		tally.add(`awarded by ${amount.kind}`);
		if (atLeast !== null) tally.add('awarded with a floor');
		if (exempt) tally.add('awarded without multipliers');
		if (recipient !== null && (recipient === 'referred') === (award.recipient === 'referred'))
			tally.add(`awarded for ${recipient}`);
		const filter = amount.filter === null ? undefined : plan.filters[amount.filter];
		if (filter) tally.add(`awarded by a filter of ${filter.kind}`);
		if (filter?.above != null || filter?.upTo != null) tally.add('awarded by a bounded filter');
		if (filter?.kind === 'items' && filter.isQuantity) tally.add('awarded by quantity');
		if (filter?.kind === 'items' && filter.excludingPoints) tally.add('awarded excluding points');
	}
	for (const { source: of, what, on } of multipliers) {
		tally.add(`multiplied ${what} by ${of.kind}`);
		if (on !== null) tally.add('multiplied narrowly');
	}
}

/** Says whether the wall clock does not simply run on for the hour after a moment. */
function clocksChange(clock: LocalClock, atMs: number): boolean {
	const [now, later] = [clock(atMs), clock(atMs + 3_600_000)];
	return (later.day - now.day) * 1_440 + later.minute - now.minute !== 60;
}

function report(plan: Plan, transaction: Transaction, state: EvaluationState, what: string): never {
	return expect.fail(`SEED=${SEED}: ${what}\n${JSON.stringify({ plan, transaction, state }, null, 1)}`);
}

/** Of every plan, so many explanations are put into words. */
const WORDED_PER_PLAN = 20;

function compareAll(tally: Tally): void {
	const random = new Random(SEED);
	for (let done = 0; done < CASES; ) {
		const plan = randomPlan(random, random.chance(40));
		const fast = [codeBackend, closureBackend].map((backend) => new Evaluator(plan, backend));
		const edges = new Edges(plan);
		const clock = localClock(plan.program.timezone);
		for (let i = 0; i < CASES_PER_PLAN && done < CASES; i++, done++) {
			const transaction = edges.transaction(random);
			const state = edges.state(random, transaction);
			const explanation = evaluateReference(plan, transaction, state);
			const expected = JSON.stringify(explanation.outcome);
			for (const evaluator of fast) {
				const before = evaluator.delegated;
				const outcome = JSON.stringify(evaluator.evaluate(transaction, state));
				tally.add(evaluator.delegated > before ? 'left to the readable evaluator' : 'worked out in plain numbers');
				if (outcome !== expected) report(plan, transaction, state, `${outcome} for ${expected}`);
			}
			const breach = incoherence(plan, explanation) ?? (i < WORDED_PER_PLAN ? wordless(plan, explanation) : null);
			if (breach !== null) report(plan, transaction, state, breach);
			count(tally, plan, explanation);
			if (clock && clocksChange(clock, transaction.atMs)) tally.add('an hour beside a change of clocks');
		}
	}
}

/** Kinds of conditions that are always known, and those of which the fact may be missing. */
const CERTAIN: readonly PlanCondition['kind'][] = ['day-time', 'spend', 'quantity'];
const UNCERTAIN: readonly PlanCondition['kind'][] = [
	'any',
	'all',
	'not',
	'order-type',
	'channel',
	'tier',
	'segment',
	'store',
	'birthday',
	'anniversary',
	'purchase-number',
	'member-fact',
	'attribute',
];

/** What random plans and sales have to meet for their agreement to mean something. */
const MUST_BE_MET: readonly string[] = [
	'always holds',
	...CERTAIN.flatMap((kind) => [`${kind} holds`, `${kind} fails`]),
	...UNCERTAIN.flatMap((kind) => [`${kind} holds`, `${kind} fails`, `${kind} unknown`]),
	...[
		'disabled',
		'campaign-disabled',
		'other-event',
		'no-date',
		'used-up',
		'set-lost',
		'nothing-to-multiply',
		'not-started',
		'ended',
		'condition',
		'no-effect',
		'divided-by-zero',
		'nothing-left',
		'zero-points',
		'too-large',
	].map((reason) => `not ${reason}`),
	'outcome awarded',
	'outcome too-large',
	'tier awarded',
	...['rule limit', 'campaign limit', 'campaign budget', 'program limit'].map((limit) => `cut by ${limit}`),
	...['formula', 'steps', 'quantity', 'a bounded filter'].map((what) => `awarded by ${what}`),
	...['total', 'items', 'attribute', 'paid'].map((kind) => `awarded by a filter of ${kind}`),
	...['award', 'item', 'transaction', 'carried'].map((place) => `awarded with rounding per ${place}`),
	...['tier', 'campaign', 'rule'].flatMap((of) => [`multiplied base by ${of}`, `multiplied points by ${of}`]),
	'multiplied this by rule',
	'multiplied narrowly',
	'awarded excluding points',
	'awarded with a floor',
	'awarded without multipliers',
	'awarded for referrer',
	'awarded for referred',
	'not nobody-referred',
	'charged a budget',
	'carried a remainder',
	'left to the readable evaluator',
	'worked out in plain numbers',
	'award rounded',
	'awarded beside a division by zero',
	'award of digits beyond doubles',
	'a leap day',
	'an hour beside a change of clocks',
];

describe('reference and emitted function', () => {
	const tally = new Tally();

	it(`agree on ${CASES} random cases, and explanations fit their outcomes`, { timeout: 600_000 }, () => {
		const started = performance.now();
		compareAll(tally);
		const seconds = (performance.now() - started) / 1_000;
		const share = (100 * tally.of('rule awarded')) / tally.of('rules');
		console.log(
			`SEED=${SEED}: ${CASES} cases in ${seconds.toFixed(1)} s, ${share.toFixed(1)} % of rules awarded; ${tally.toString()}`,
		);
		expect(share).toBeGreaterThan(15);
		expect(share).toBeLessThan(60);
	});

	it('met every construct and every reason', () => {
		expect(MUST_BE_MET.filter((name) => tally.of(name) < CASES / 2_000)).toEqual([]);
	});
});
