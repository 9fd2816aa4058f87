import { readdirSync, readFileSync } from 'node:fs';
import { covers } from '#grammar';
import { describe, expect, it } from 'vitest';
import { compile } from '../compile.ts';
import { formatFraction, formatPoints, unreachable } from '../domain/index.ts';
import type { Plan, PlanCondition } from '../plan/plan.ts';
import { actOf, sceneOf } from '../prove/scene.ts';
import { ruleInText, withPlaces } from './fixtures/places.ts';
import { Random } from './fixtures/random.ts';
import { randomPlan } from './fixtures/random-plan.ts';
import { Edges } from './fixtures/random-sale.ts';
import { type ChangesOfCondition, describeChange, smallestChanges } from './nearest/index.ts';
import type { Explanation } from './outcome.ts';
import { evaluateReference } from './reference.ts';
import { describeSeenBy } from './seen-words.ts';
import { type LitSpan, traceSpans } from './spans.ts';
import { describeWhyNot } from './words.ts';

const folder = new URL('./fixtures/lights/', import.meta.url);
const pages = readdirSync(folder).filter((name) => name.endsWith('.earn'));
const MARKS = { holds: '●', fails: '○', unknown: '?' } as const;

/** A program's first test, evaluated. */
function evaluated(text: string) {
	const { document, plan, problems } = compile(text);
	const errors = problems.filter(({ severity }) => severity === 'error').map(({ message }) => message);
	const test = document.declarations.find((declaration) => declaration.kind === 'test');
	if (!plan || !test) throw new Error(`The page cannot be evaluated: ${errors.join(' ')}`);
	const scene = sceneOf(test, plan, null);
	if ('kind' in scene) throw new Error(scene.reason);
	const [first] = scene.transactions;
	if (!first) throw new Error('Nothing happens in the test');
	const { transaction, state } = actOf(plan, scene.before, scene, first);
	const explanation = evaluateReference(plan, transaction, state);
	return { plan, explanation, changes: smallestChanges(plan, transaction, state, explanation) };
}

function conditionsOf(conditions: readonly PlanCondition[]): PlanCondition[] {
	return conditions.flatMap((each) => ('conditions' in each ? [each, ...conditionsOf(each.conditions)] : [each]));
}

function changesOf(changes: readonly ChangesOfCondition[]): ChangesOfCondition[] {
	return changes.flatMap((each) => [each, ...changesOf(each.inner ?? [])]);
}

/** A stretch and what stands inside it, a line each: its first words, its value, and the nearest change. */
function drawn(lit: LitSpan, text: string, plan: Plan, said: ReadonlyMap<number, string>, depth = 0): string[] {
	const [words = ''] = text.slice(lit.span.start, lit.span.end).split('\n');
	const value = valueOf(lit, plan);
	const line = `${'  '.repeat(depth)}${MARKS[lit.verdict]} ${lit.what}: ${words.trimEnd()}${value === '' ? '' : ` → ${value}`}`;
	const more = said.get(lit.span.start * 100_000 + lit.span.end);
	return [
		line,
		...(more ? [`${'  '.repeat(depth + 1)}${more}`] : []),
		...lit.inner.flatMap((inner) => drawn(inner, text, plan, said, depth + 1)),
	];
}

function valueOf({ value, span, inner }: LitSpan, plan: Plan): string {
	switch (value.kind) {
		case 'seen': {
			const condition = plan.rules
				.flatMap((rule) => conditionsOf(ruleInText(rule).conditions))
				.find((each) => each.span.start === span.start && each.span.end === span.end);
			const traces = inner.map(({ verdict }, index) => ({ index, verdict, seen: { kind: 'nothing' } as const }));
			const trace = { index: 0, verdict: 'holds', seen: value.seen, ...(inner.length > 0 && { inner: traces }) } as const;
			return condition ? describeSeenBy(plan, condition, trace) : '';
		}
		case 'points':
			return value.points ? formatFraction(value.points) : 'divides by zero';
		case 'given':
			return `${formatPoints(value.units, plan.program.pointDecimals)} points`;
		case 'factor':
			return `× ${formatFraction(value.factor)}`;
		case 'cut':
			return value.units.numerator === '0' ? '' : `cuts ${formatFraction(value.units)} units`;
		case 'times':
			return value.times === null ? '' : `used ${value.times} times`;
		default:
			return unreachable(value);
	}
}

function awardsOf(plan: Plan, { awards }: Explanation): string[] {
	return awards.map(({ source, base, exact, rounded, cuts, givenUnits }) => {
		const { mode, place, exactUnits, units } = rounded;
		const cut = cuts.map((each) => `, less ${formatFraction(each.units)} by the ${each.by}`).join('');
		return `${source.name}: ${formatFraction(base)}, multiplied ${formatFraction(exact)}; ${formatFraction(exactUnits)} units rounded ${mode} per ${place} ${formatFraction(units)}${cut}; given ${formatPoints(givenUnits, plan.program.pointDecimals)}`;
	});
}

describe('a page for each way in which a text is lit', () => {
	it.each(pages)('%s', async (name) => {
		const text = readFileSync(new URL(name, folder), 'utf8');
		const { plan, explanation, changes } = evaluated(text);
		const said = new Map<number, string>();
		for (const { index, whyNot } of explanation.rules) {
			const rule = plan.rules[index];
			const own = conditionsOf(rule ? ruleInText(rule).conditions : []);
			for (const [position, { change }] of changesOf(changes[index]?.conditions ?? []).entries()) {
				const span = own[position]?.span;
				if (change && span) said.set(span.start * 100_000 + span.end, describeChange(plan, change));
			}
			const trace = explanation.rules[index];
			const why = trace && whyNot ? describeWhyNot(plan, trace, changes[index]?.change) : null;
			if (rule && why) said.set(rule.span.start * 100_000 + rule.span.end, why);
		}
		const lines = traceSpans(plan, explanation).flatMap((lit) => drawn(lit, text, plan, said));
		const page = [text.trimEnd(), '─'.repeat(60), ...lines, '', ...awardsOf(plan, explanation)].join('\n');
		await expect(`${page.trimEnd()}\n`).toMatchFileSnapshot(new URL(name.replace('.earn', '.page'), folder).pathname);
	});
});

const SEED = Number(process.env['SEED'] ?? Date.now() % 1_000_000_007);

/** Every stretch with the one around it. */
function withAround(lit: LitSpan, around: LitSpan | null = null): { lit: LitSpan; around: LitSpan | null }[] {
	return [{ lit, around }, ...lit.inner.flatMap((inner) => withAround(inner, lit))];
}

function spansOf(plan: Plan, tierName: string | null): number[] {
	const parts = [
		...plan.rules
			.map(ruleInText)
			.flatMap((rule) => [rule, ...conditionsOf(rule.conditions), ...rule.earns, ...rule.multipliers, ...rule.limits]),
		...plan.tiers.steps.flatMap((step) => (step.name === tierName ? [step, ...step.earns, ...step.multipliers] : [])),
		...plan.campaigns.flatMap((campaign) => [campaign, ...campaign.multipliers, ...campaign.limits]),
		...plan.program.limits,
	];
	return parts.map(({ span }) => span.start).sort((a, b) => a - b);
}

describe('lit stretches of random plans', () => {
	it('are all that were asked, each once and within what is around it, and add up', () => {
		const random = new Random(SEED);
		let cut = 0;
		for (let i = 0; i < 600; i++) {
			const plan = withPlaces(randomPlan(random, random.chance(50)));
			const edges = new Edges(plan);
			const transaction = edges.transaction(random);
			const explanation = evaluateReference(plan, transaction, edges.state(random, transaction));
			const all = traceSpans(plan, explanation).flatMap((lit) => withAround(lit));
			const starts = all.map(({ lit }) => lit.span.start);
			const seed = `SEED=${SEED}`;
			expect([seed, ...[...starts].sort((a, b) => a - b)]).toEqual([seed, ...spansOf(plan, explanation.tier)]);
			for (const { lit, around } of all) expect(around === null || covers(around.span, lit.span) || seed).toBe(true);
			const given = all.filter(({ lit }) => lit.what === 'rule' || lit.what === 'tier');
			const units = given.reduce((sum, { lit }) => sum + (lit.value.kind === 'given' ? lit.value.units : 0), 0);
			expect([seed, units]).toEqual([seed, explanation.awards.reduce((sum, { givenUnits }) => sum + givenUnits, 0)]);
			const rules = all.filter(({ lit }) => lit.what === 'rule').map(({ lit }) => lit.verdict === 'holds');
			expect([seed, ...rules]).toEqual([seed, ...explanation.rules.map(({ awarded }) => awarded)]);
			cut += all.filter(({ lit }) => lit.value.kind === 'cut' && lit.verdict === 'fails').length;
		}
		expect(cut).toBeGreaterThan(10);
	});
});
