/** The law of nearest changes: after one a condition is as wanted, and after one that is smaller by the least there is it is not. */
import { describe, expect, it } from 'vitest';
import type { Span } from '#grammar';
import type { Plan, PlanCondition, PlanFilter } from '../../plan/plan.ts';
import { testCondition } from '../conditions.ts';
import { gatherFacts } from '../facts.ts';
import { Random } from '../fixtures/random.ts';
import { randomPlan } from '../fixtures/random-plan.ts';
import { Edges } from '../fixtures/random-sale.ts';
import { ruleInText, withPlaces } from '../fixtures/places.ts';
import { evaluateReference } from '../reference.ts';
import type { ConditionChange, Wanted } from './change.ts';
import { partsWanted } from './conditions.ts';
import { flatten } from './effort.ts';
import { hopeTrials } from './fixtures/hopes.ts';
import { isTold, type Scene, trialsOf, withMissing } from './fixtures/trials.ts';
import { type ChangesOfCondition, smallestChange, smallestChanges } from './rules.ts';

const CASES = Number(process.env['CASES'] ?? 3_000);
const SEED = Number(process.env['SEED'] ?? Date.now() % 1_000_000_007);
const CASES_PER_PLAN = 8;
/** So many times the cases are drawn at most, until all that must be met is. */
const MOST_TIMES = 20;

/** A filter that has bounds more often, and now and then leaves out all that it chooses. */
function narrower(random: Random, filter: PlanFilter): PlanFilter {
	if (random.chance(50)) return filter;
	if (filter.kind === 'items' && filter.mode === 'in' && random.chance(40)) return { ...filter, except: filter.selectors };
	return { ...filter, above: random.pick([null, 100, 2_500]), upTo: random.pick([null, 5_000, 9_999]) };
}

/** A random plan whose conditions are as often negated as not, and some of whose tiers are reached by points. */
function planWith(random: Random): Plan {
	const made = randomPlan(random, random.chance(40));
	const negated = (condition: PlanCondition): PlanCondition =>
		random.chance(50) ? condition : { kind: 'not', span: condition.span, conditions: [condition] };
	const filters = made.filters.map((filter, index) => (index < 2 ? filter : narrower(random, filter)));
	const rules = made.rules.map((rule) => ({ ...rule, conditions: rule.conditions.map(negated) }));
	const steps = made.tiers.steps.map((step, index) => ({ ...step, from: index * 40 }));
	const tiers = random.chance(50) ? made.tiers : { ...made.tiers, by: 'lifetime points' as const, steps };
	return withPlaces({ ...made, filters, rules, tiers });
}

const counts = new Map<string, number>();
const met = (name: string): void => {
	counts.set(name, (counts.get(name) ?? 0) + 1);
};

function verdictOf(condition: PlanCondition, { plan, transaction, state }: Scene) {
	return testCondition(condition, gatherFacts(plan, transaction, state)).verdict;
}

function fail(scene: Scene, what: string, about: unknown): never {
	return expect.fail(`SEED=${SEED}: ${what}\n${JSON.stringify({ about, ...scene }, null, 1)}`);
}

function isSame(a: Span, b: Span): boolean {
	return a.start === b.start && a.end === b.end;
}

/** Holds one change of a condition that is no group to the law. */
function check(condition: PlanCondition, wanted: Wanted, change: ConditionChange, scene: Scene): void {
	met(`${condition.kind} ${wanted} by ${change.kind}`);
	if (change.kind === 'tier' && change.climb) met('tier by points');
	if (!isSame(change.span, condition.span)) fail(scene, 'a change is about something else', { condition, change });
	if (change.kind === 'missing') {
		const { seen } = testCondition(
			condition,
			gatherFacts(scene.plan, withMissing(change, scene).transaction, withMissing(change, scene).state),
		);
		if (seen.kind === 'missing') fail(scene, 'what was missing is known, and is missing', { condition, change });
		return;
	}
	if (change.kind === 'moment') {
		const { later, earlier } = change;
		const areTold = (!later || isTold(later, 1, scene)) && (!earlier || isTold(earlier, -1, scene));
		if (!areTold) fail(scene, 'a moment is not where it is told to be', change);
	}
	const trials = change.kind === 'unreachable' ? hopeTrials(condition, change.because, scene) : trialsOf(change, scene);
	if (trials.length === 0) fail(scene, 'a change says nothing', { condition, change });
	if (change.kind === 'unreachable') met(`unreachable for ${change.because}`);
	for (const trial of trials) {
		met(trial.isAsWanted ? 'as wanted' : 'short of it');
		if ((verdictOf(condition, trial.scene) === wanted) !== trial.isAsWanted) {
			fail(trial.scene, `${wanted} was ${trial.isAsWanted ? 'promised' : 'denied'}`, { condition, change, before: scene });
		}
	}
}

/** A group is as wanted once all that is to be changed together is so, whatever else it may alter. */
function checkGroup(condition: PlanCondition, wanted: Wanted, change: ConditionChange, scene: Scene): void {
	met(
		`${condition.kind} ${wanted} by ${change.kind === 'together' ? 'several' : change.kind === 'unreachable' ? 'nothing' : 'one'}`,
	);
	if (change.kind === 'unreachable') return;
	const parts = flatten(change);
	if (parts.some(({ kind }) => kind === 'missing')) return;
	const applied = parts.reduce((before, part) => trialsOf(part, before)[0]?.scene ?? before, scene);
	const leaves = parts.map((part) => leafAt(condition, part, wanted));
	if (!leaves.every((leaf) => verdictOf(leaf.condition, applied) === leaf.wanted))
		return met('changes that undo one another');
	// Of several at once one may have moved a part that was as it should be; one alone decides its group.
	const isAsWanted = verdictOf(condition, applied) === wanted;
	if (!isAsWanted && sidesHold(condition, wanted, scene, applied))
		fail(applied, 'a group is not as its parts are', { condition, change });
	met(isAsWanted ? 'group as wanted' : 'group that a change of another part undid');
}

/** Says whether every part that was as it should be still is. */
function sidesHold(condition: PlanCondition, wanted: Wanted, before: Scene, after: Scene): boolean {
	if (!('conditions' in condition)) return true;
	const { each } = partsWanted(condition.kind, wanted);
	return condition.conditions.every(
		(part) => (verdictOf(part, before) !== each || verdictOf(part, after) === each) && sidesHold(part, each, before, after),
	);
}

function leafAt(
	condition: PlanCondition,
	change: ConditionChange,
	wanted: Wanted,
): { condition: PlanCondition; wanted: Wanted } {
	if (!('conditions' in condition)) return { condition, wanted };
	const part = condition.conditions.find(({ span }) => span.start <= change.span.start && change.span.end <= span.end);
	if (!part) throw new Error('A change is about something outside its group');
	return leafAt(part, change, partsWanted(condition.kind, wanted).each);
}

function checkAll(
	conditions: readonly PlanCondition[],
	changes: readonly ChangesOfCondition[],
	wanted: Wanted,
	scene: Scene,
): void {
	for (const [index, condition] of conditions.entries()) {
		const { change, inner } = changes[index] as ChangesOfCondition;
		const isAsWanted = verdictOf(condition, scene) === wanted;
		if ((change === null) !== isAsWanted) fail(scene, 'not one change for each condition that fails', { condition, change });
		if (change === null) continue;
		if (!('conditions' in condition)) check(condition, wanted, change, scene);
		else {
			checkGroup(condition, wanted, change, scene);
			checkAll(condition.conditions, inner ?? [], partsWanted(condition.kind, wanted).each, scene);
		}
	}
}

const MUST_BE_MET: readonly string[] = [
	...(['holds', 'fails'] as const).flatMap((wanted) => [
		`day-time ${wanted} by moment`,
		`order-type ${wanted} by name`,
		`channel ${wanted} by name`,
		`tier ${wanted} by tier`,
		`store ${wanted} by store`,
		`segment ${wanted} by segment`,
		`spend ${wanted} by amount`,
		`quantity ${wanted} by amount`,
		`birthday ${wanted} by day`,
		`anniversary ${wanted} by day`,
		`purchase-number ${wanted} by purchases`,
		`member-fact ${wanted} by fact`,
		`attribute ${wanted} by number`,
		`attribute ${wanted} by flag`,
		`attribute ${wanted} by text`,
		`birthday ${wanted} by missing`,
		`member-fact ${wanted} by missing`,
		`spend ${wanted} by unreachable`,
	]),
	'tier by points',
	'any holds by one',
	'all holds by one',
	'all holds by several',
	'not holds by one',
	'not holds by several',
	...['bounds', 'no item', 'no value', 'every moment', 'no name', 'past', 'always'].map((why) => `unreachable for ${why}`),
	'as wanted',
	'short of it',
	'group as wanted',
];

function missing(): string[] {
	return MUST_BE_MET.filter((name) => (counts.get(name) ?? 0) < 1);
}

describe('nearest changes', () => {
	it(`keep their law in ${CASES} random cases`, { timeout: 600_000 }, () => {
		const random = new Random(SEED);
		// What is rare is waited for: chance must not decide whether everything was met.
		for (let done = 0; done < CASES || (done < CASES * MOST_TIMES && missing().length > 0); ) {
			const plan = planWith(random);
			const edges = new Edges(plan);
			for (let i = 0; i < CASES_PER_PLAN; i++, done++) {
				const transaction = edges.transaction(random);
				const state = edges.state(random, transaction);
				const scene = { plan, transaction, state };
				const explanation = evaluateReference(plan, transaction, state);
				const all = smallestChanges(plan, transaction, state, explanation);
				for (const trace of explanation.rules) {
					const changes = all[trace.index];
					const rule = plan.rules[trace.index];
					if (!changes || !rule) fail(scene, 'a rule has no changes', trace);
					checkAll(ruleInText(rule).conditions, changes.conditions, 'holds', scene);
					expect(i > 0 ? changes.change : smallestChange(plan, transaction, state, trace)).toEqual(changes.change);
				}
			}
		}
		const tally = [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, count]) => `${name} ${count}`);
		console.log(`SEED=${SEED}: ${tally.join(', ')}`);
	});

	it('met every kind of change', () => {
		expect(missing()).toEqual([]);
	});
});
