/**
 * The law of reasons: a rule awards exactly when its reasons say so. Taking away what stood in its way first, again and again,
 * leads through later reasons to an award; and each of them, put in its way, is named and keeps it from awarding.
 */
import { describe, expect, it } from 'vitest';
import { unreachable } from '../domain/index.ts';
import type { Plan, PlanCondition, PlanRule } from '../plan/plan.ts';
import { ANY_TIME, atMost, condition, nowhere, points } from './fixtures/plans.ts';
import { Random } from './fixtures/random.ts';
import { randomPlan } from './fixtures/random-plan.ts';
import { Edges } from './fixtures/random-sale.ts';
import type { Scene } from './nearest/fixtures/trials.ts';
import type { ConditionTrace, RuleTrace, Verdict, WhyNot } from './outcome.ts';
import { evaluateReference } from './reference.ts';

const CASES = Number(process.env['CASES'] ?? 1_500);
const SEED = Number(process.env['SEED'] ?? Date.now() % 1_000_000_007);
const CASES_PER_PLAN = 5;
const MOST_STEPS = 60;

/** What stands in a rule's way is found in this order; what stands together here, in any. */
const STAGES: readonly (readonly WhyNot['kind'][])[] = [
	['disabled'],
	['campaign-disabled'],
	['other-event'],
	['no-date', 'not-started', 'ended'],
	['condition'],
	['no-effect'],
	['used-up'],
	// What a limit leaves may decide a set.
	['set-lost', 'divided-by-zero', 'nothing-to-multiply', 'nobody-referred', 'nothing-left', 'zero-points', 'too-large'],
];
const stageOf = (kind: WhyNot['kind']) => STAGES.findIndex((kinds) => kinds.includes(kind));

const counts = new Map<string, number>();
const met = (name: string): void => {
	counts.set(name, (counts.get(name) ?? 0) + 1);
};

function fail(scene: Scene, what: string, about: unknown): never {
	return expect.fail(`SEED=${SEED}: ${what}\n${JSON.stringify({ about, ...scene }, null, 1)}`);
}

function traceOf({ plan, transaction, state }: Scene, rule: number): RuleTrace {
	const trace = evaluateReference(plan, transaction, state).rules[rule];
	if (!trace) throw new Error('A rule has no trace');
	return trace;
}

/** What the traces of the parts say of a group, worked out here by itself. */
function verdictOf(part: PlanCondition, { verdict, inner }: ConditionTrace): Verdict {
	if (!('conditions' in part)) return verdict;
	const verdicts = part.conditions.map((each, index) => verdictOf(each, inner?.[index] as ConditionTrace));
	const [decisive, decided, otherwise]: readonly Verdict[] =
		part.kind === 'any' ? ['holds', 'holds', 'fails'] : ['fails', 'fails', 'holds'];
	const asked = part.kind === 'not' ? verdicts.map(opposite) : verdicts;
	if (asked.some((each) => each === decisive)) return decided as Verdict;
	return asked.includes('unknown') ? 'unknown' : (otherwise as Verdict);
}

function opposite(verdict: Verdict): Verdict {
	return verdict === 'unknown' ? verdict : verdict === 'holds' ? 'fails' : 'holds';
}

function withRule(plan: Plan, rule: number, change: (rule: PlanRule) => Partial<PlanRule>): Plan {
	return { ...plan, rules: plan.rules.map((each, index) => (index === rule ? { ...each, ...change(each) } : each)) };
}

function withCampaigns(plan: Plan, parts: Partial<Plan['campaigns'][number]>): Plan {
	return { ...plan, campaigns: plan.campaigns.map((each) => ({ ...each, ...parts })) };
}

/** A plan in which nothing is multiplied, so that ten points are ten points. */
function withoutMultipliers(plan: Plan): Plan {
	const bare = withCampaigns(plan, { multipliers: [] });
	const steps = plan.tiers.steps.map((step) => ({ ...step, multipliers: [] }));
	return { ...bare, tiers: { ...plan.tiers, steps }, rules: bare.rules.map((rule) => ({ ...rule, multipliers: [] })) };
}

const MANY_POINTS = points(1_000);

/** The plan without a reason. */
function without(plan: Plan, rule: number, whyNot: WhyNot): Plan {
	const change = (parts: (rule: PlanRule) => Partial<PlanRule>) => withRule(plan, rule, parts);
	switch (whyNot.kind) {
		case 'disabled':
			return change(() => ({ enabled: true }));
		case 'campaign-disabled':
			return withCampaigns(plan, { enabled: true });
		case 'other-event':
			return change(() => ({ event: 'any' }));
		case 'no-date':
			return withCampaigns(
				change(() => ({ dates: ANY_TIME })),
				{ dates: ANY_TIME },
			);
		case 'not-started':
		case 'ended':
			return whyNot.of === 'rule' ? change(() => ({ dates: ANY_TIME })) : withCampaigns(plan, { dates: ANY_TIME });
		case 'condition':
			return change(({ conditions }) => ({ conditions: conditions.filter((_, index) => index !== whyNot.index) }));
		case 'used-up':
			return change(({ limits }) => ({ limits: limits.filter((_, index) => index !== whyNot.limit) }));
		case 'set-lost':
			return change(() => ({ exclusive: null }));
		case 'nothing-left': {
			if (whyNot.by === 'rule limit') return change(() => ({ limits: [] }));
			if (whyNot.by === 'campaign limit') return withCampaigns(plan, { limits: [] });
			if (whyNot.by === 'campaign budget') return withCampaigns(plan, { budgetUnits: null });
			return { ...plan, program: { ...plan.program, limits: [] } };
		}
		case 'no-effect':
		case 'nothing-to-multiply':
		case 'nobody-referred':
			return change(({ earns }) => ({ earns: [...earns, MANY_POINTS] }));
		case 'divided-by-zero':
		case 'zero-points':
			return withRule(withoutMultipliers(plan), rule, () => ({ earns: [MANY_POINTS] }));
		case 'too-large': {
			const bare = withoutMultipliers(plan);
			const rules = bare.rules.map((each) => ({ ...each, earns: [MANY_POINTS] }));
			return { ...bare, rules, tiers: { ...bare.tiers, steps: bare.tiers.steps.map((step) => ({ ...step, earns: [] })) } };
		}
		default:
			return unreachable(whyNot);
	}
}

function withPlan({ transaction, state }: Scene, plan: Plan): Scene {
	return { plan, transaction, state };
}

/** Takes away reason after reason; the scene in which the rule awards. */
function freed(scene: Scene, rule: number): Scene {
	let current = scene;
	let stage = 0;
	for (let step = 0; step < MOST_STEPS; step++) {
		const { whyNot, awarded } = traceOf(current, rule);
		if (awarded !== (whyNot === null)) fail(current, 'a rule awards against its reason', whyNot);
		if (whyNot === null) return current;
		met(`without ${whyNot.kind}`);
		if (stageOf(whyNot.kind) < stage) fail(current, 'an earlier reason comes up late', whyNot);
		stage = whyNot.kind === 'too-large' ? 0 : stageOf(whyNot.kind);
		current = withPlan(current, without(current.plan, rule, whyNot));
	}
	return fail(scene, 'a rule without any reason against it does not award', traceOf(current, rule).whyNot);
}

/** Every reason that can be put in the way of a rule that awards, with what it must be called. */
function hindrances(scene: Scene, index: number): readonly (readonly [Plan, Partial<WhyNot>])[] {
	const { plan, state } = scene;
	const rule = plan.rules[index] as PlanRule;
	const hindered = (parts: Partial<PlanRule>) => withRule(plan, index, () => parts);
	const never = condition({ kind: 'not', conditions: [condition({ kind: 'always' })] });
	const { length } = rule.conditions;
	const usages = [...plan.usages, { scope: { kind: 'rule', index }, period: 'day' } as const];
	const noTimes = { kind: 'times', span: nowhere, times: 0, usage: plan.usages.length } as const;
	const day = 1_000_000;
	const isPlain = rule.multipliers.length === 0 && plan.program.roundingPlace !== 'carried';
	// Out of its set it may want nothing: another rule of the set gives too, and shares what rounding leaves.
	// Where it gives to two, what is said is why the first of them gets nothing, who may have wanted nothing.
	const isOfOne = new Set(rule.earns.map(({ recipient }) => recipient === 'referred')).size < 2;
	const isFree = isPlain && isOfOne && traceOf({ ...scene, plan: hindered({ exclusive: null, limits: [] }) }, index).awarded;
	return [
		[hindered({ enabled: false }), { kind: 'disabled' }],
		[hindered({ event: { custom: 'never' } }), { kind: 'other-event' }],
		[hindered({ dates: { ...ANY_TIME, from: { day, minute: 0 } } }), { kind: 'not-started', of: 'rule' }],
		[hindered({ dates: { ...ANY_TIME, until: { day: 0, minute: 0 } } }), { kind: 'ended', of: 'rule' }],
		[hindered({ conditions: [...rule.conditions, never] }), { kind: 'condition', index: length }],
		[hindered({ conditions: [never, ...rule.conditions] }), { kind: 'condition', index: 0 }],
		[hindered({ earns: [], multipliers: [] }), { kind: 'no-effect' }],
		[
			{ ...hindered({ limits: [...rule.limits, noTimes] }), usages },
			{ kind: 'used-up', limit: rule.limits.length, times: 0 },
		],
		...(isFree
			? [[hindered({ exclusive: null, limits: [atMost(0)] }), { kind: 'nothing-left', by: 'rule limit' }] as const]
			: []),
		...(isPlain ? [[hindered({ exclusive: null, earns: [points(0)] }), { kind: 'zero-points' }] as const] : []),
		...(state.referred === null && isPlain
			? [
					[
						hindered({ exclusive: null, earns: [points(5, { recipient: 'referred' })] }),
						{ kind: 'nobody-referred' },
					] as const,
				]
			: []),
	];
}

function sceneOf(plan: Plan, edges: Edges, random: Random): Scene {
	const transaction = edges.transaction(random);
	return { plan, transaction, state: edges.state(random, transaction) };
}

/** The rule's dates go by an attribute that nobody says. */
function undated(scene: Scene, rule: number): Scene {
	const by = scene.plan.attributes.findIndex(({ type }) => type === 'date');
	if (by < 0) return scene;
	const plan = withRule(scene.plan, rule, () => ({ dates: { ...ANY_TIME, by } }));
	return { ...scene, plan, transaction: { ...scene.transaction, attributes: {} } };
}

describe('a rule', () => {
	it(`awards exactly when its reasons say so, with and without each of them, in ${CASES} random cases`, {
		timeout: 600_000,
	}, () => {
		const random = new Random(SEED);
		for (let done = 0; done < CASES; ) {
			const plan = randomPlan(random, random.chance(60));
			const edges = new Edges(plan);
			for (let i = 0; i < CASES_PER_PLAN && done < CASES; i++, done++) {
				const index = random.below(plan.rules.length);
				const scene = random.chance(90) ? sceneOf(plan, edges, random) : undated(sceneOf(plan, edges, random), index);
				const trace = traceOf(scene, index);
				for (const [position, part] of (scene.plan.rules[index]?.conditions ?? []).entries()) {
					const own = trace.conditions[position] as ConditionTrace;
					if (own.verdict !== verdictOf(part, own)) fail(scene, 'a group is not what its parts make it', { part, own });
				}
				met(trace.awarded ? 'awarded at once' : 'not awarded');
				const free = freed(scene, index);
				const [hindered, named] = random.pick(hindrances(free, index));
				const { whyNot, awarded } = traceOf({ ...free, plan: hindered }, index);
				met(`with ${named.kind}`);
				if (awarded) fail({ ...free, plan: hindered }, 'a rule awards against a reason', named);
				// Out of its set, it leaves another rule to give whatever that gives.
				const expected = whyNot?.kind === 'too-large' ? {} : named;
				expect({ SEED, whyNot }).toMatchObject({ SEED, whyNot: expected });
			}
		}
		const tally = [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, count]) => `${name} ${count}`);
		console.log(`SEED=${SEED}: ${tally.join(', ')}`);
	});

	it('met every reason', () => {
		const taken = STAGES.flat().map((kind) => `without ${kind}`);
		expect(taken.filter((name) => (counts.get(name) ?? 0) < 2)).toEqual([]);
	});
});
