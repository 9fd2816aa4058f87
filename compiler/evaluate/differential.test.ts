/** The law of the evaluators: on random plans, sales and members the emitted function gives what the reference gives. */
import { describe, expect, it } from 'vitest';
import { type LocalClock, localClock, type MemberState, type Transaction } from '../domain/index.ts';
import type { Plan, PlanCondition } from '../plan/plan.ts';
import { emit } from './emit/emit.ts';
import { Random } from './fixtures/random.ts';
import { randomPlan } from './fixtures/random-plan.ts';
import { Edges } from './fixtures/random-sale.ts';
import type { Explanation, Outcome } from './outcome.ts';
import { evaluateReference } from './reference.ts';

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

function sameOutcome(a: Outcome, b: Outcome): boolean {
	if (a.kind === 'too-large' || b.kind === 'too-large') return JSON.stringify(a) === JSON.stringify(b);
	return (
		a.totalUnits === b.totalUnits &&
		a.awards.length === b.awards.length &&
		a.awards.every((award, i) => {
			const other = b.awards[i];
			return (
				award.wantedUnits === other?.wantedUnits &&
				award.givenUnits === other.givenUnits &&
				award.source.kind === other.source.kind &&
				award.source.index === other.source.index &&
				award.source.name === other.source.name
			);
		})
	);
}

/** What an explanation owes to its outcome; an answer names the breach. */
function incoherence(plan: Plan, { outcome, awards, rules }: Explanation): string | null {
	const given = outcome.kind === 'awarded' ? outcome.awards : [];
	if (awards.length !== given.length) return 'not one reason for each award';
	const awarding = new Set(given.filter(({ source }) => source.kind === 'rule').map(({ source }) => source.index));
	for (const trace of rules) {
		const firstRefusal = trace.conditions.find(({ verdict }) => verdict !== 'holds');
		if (trace.awarded !== awarding.has(trace.index)) return `rule ${trace.index} awards otherwise than its trace says`;
		if (trace.awarded !== (trace.whyNot === null)) return `rule ${trace.index} has a reason against its award`;
		if (trace.awarded && (firstRefusal || !plan.rules[trace.index]?.enabled))
			return `rule ${trace.index} awards against its conditions`;
		if (trace.whyNot?.kind === 'condition' && trace.whyNot.index !== firstRefusal?.index)
			return `rule ${trace.index} blames another condition`;
	}
	const total = given.reduce((sum, { givenUnits }) => sum + givenUnits, 0);
	if (outcome.kind === 'awarded' && outcome.totalUnits !== total) return 'the total is not the sum';
	return awards.every(
		({ wantedUnits, givenUnits, cutBy }) =>
			givenUnits > 0 && givenUnits <= wantedUnits && (givenUnits === wantedUnits) === (cutBy === null),
	)
		? null
		: 'an award and its cut do not fit';
}

function count(tally: Tally, plan: Plan, { outcome, awards, rules, local }: Explanation): void {
	if (local.date.endsWith('02-29')) tally.add('a leap day');
	tally.add(`outcome ${outcome.kind}`);
	for (const trace of rules) {
		tally.add('rules');
		tally.add(trace.whyNot === null ? 'rule awarded' : `not ${trace.whyNot.kind}`);
		for (const { index, verdict } of trace.conditions) {
			const kind: PlanCondition['kind'] | undefined = plan.rules[trace.index]?.conditions[index]?.kind;
			tally.add(`${kind} ${verdict}`);
		}
	}
	for (const award of awards) {
		if (award.source.kind === 'tier') tally.add('tier awarded');
		if (award.cutBy !== null) tally.add(`cut by ${award.cutBy}`);
		if (award.dividedByZero.length > 0) tally.add('awarded beside a division by zero');
		if (award.exact.denominator !== '1') tally.add('award rounded');
		if (award.exact.numerator.length > 16) tally.add('award of digits beyond doubles');
	}
}

/** Says whether the wall clock does not simply run on for the hour after a moment. */
function clocksChange(clock: LocalClock, atMs: number): boolean {
	const [now, later] = [clock(atMs), clock(atMs + 3_600_000)];
	return (later.day - now.day) * 1_440 + later.minute - now.minute !== 60;
}

function report(plan: Plan, transaction: Transaction, member: MemberState | null, what: string): never {
	return expect.fail(`SEED=${SEED}: ${what}\n${JSON.stringify({ plan, transaction, member }, null, 1)}`);
}

function compareAll(tally: Tally): void {
	const random = new Random(SEED);
	for (let done = 0; done < CASES; ) {
		const plan = randomPlan(random);
		const evaluate = emit(plan);
		const edges = new Edges(plan);
		const clock = localClock(plan.program.timezone);
		for (let i = 0; i < CASES_PER_PLAN && done < CASES; i++, done++) {
			const transaction = edges.sale(random);
			const member = edges.member(random, transaction);
			const explanation = evaluateReference(plan, transaction, member);
			const emitted = evaluate(transaction, member);
			if (!sameOutcome(emitted, explanation.outcome))
				report(plan, transaction, member, `${JSON.stringify(emitted)} for ${JSON.stringify(explanation.outcome)}`);
			const breach = incoherence(plan, explanation);
			if (breach !== null) report(plan, transaction, member, breach);
			count(tally, plan, explanation);
			if (clock && clocksChange(clock, transaction.atMs)) tally.add('an hour beside a change of clocks');
		}
	}
}

/** What random plans and sales have to meet for their agreement to mean something. */
const MUST_BE_MET: readonly string[] = [
	'always holds',
	...['day-time', 'spend', 'order-type', 'channel', 'tier', 'store', 'birthday'].flatMap((kind) => [
		`${kind} holds`,
		`${kind} fails`,
	]),
	...['order-type', 'channel', 'tier', 'store', 'birthday'].map((kind) => `${kind} unknown`),
	...[
		'disabled',
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
	'cut by rule limit',
	'cut by program limit',
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
		expect(share).toBeGreaterThan(25);
		expect(share).toBeLessThan(75);
	});

	it('met every construct and every reason', () => {
		expect(MUST_BE_MET.filter((name) => tally.of(name) < CASES / 2_000)).toEqual([]);
	});
});
