import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Span } from '#grammar';
import { projectRule } from './project.ts';
import { clausesOf, shownSpans } from './testing/shown-spans.ts';
import { readRule, ruleText, seed } from './testing/random-rules.ts';
import { conditionsOf, elementsOf, type RuleView } from './view.ts';

function project(text: string, previous: RuleView | null = null): RuleView {
	const { rule, compilation } = readRule(text);
	return projectRule(rule, compilation, { previous });
}

const byStart = (a: Span, b: Span) => a.start - b.start || a.end - b.end;

describe('projectRule', () => {
	it('shows every clause exactly once', () => {
		fc.assert(
			fc.property(ruleText, (text) => {
				const { rule, compilation } = readRule(text);
				const view = projectRule(rule, compilation);
				expect(shownSpans(view).sort(byStart)).toEqual(clausesOf(rule).sort(byStart));
			}),
			{ seed, numRuns: 250 },
		);
	});

	it('gives every element an id of its own', () => {
		fc.assert(
			fc.property(ruleText, (text) => {
				const ids = elementsOf(project(text)).map(({ id }) => id);
				expect(new Set(ids).size).toBe(ids.length);
			}),
			{ seed, numRuns: 200 },
		);
	});

	it('shows every problem of the rule exactly once', () => {
		fc.assert(
			fc.property(ruleText, (text) => {
				const { rule, compilation } = readRule(text);
				const view = projectRule(rule, compilation);
				const own = elementsOf(view).filter(({ kind }) => kind !== 'filter' && kind !== 'campaign');
				const shown = [...own.flatMap(({ problems }) => problems), ...view.emptyProblems, ...view.problems];
				const wanted = compilation.problems.filter(
					({ span }) => rule.span.start <= span.start && span.start <= rule.span.end,
				);
				expect(shown.toSorted((a, b) => byStart(a.span, b.span))).toHaveLength(wanted.length);
				expect(new Set(shown)).toEqual(new Set(wanted));
			}),
			{ seed, numRuns: 250 },
		);
	});

	it('keeps a condition raw without changing its neighbours', () => {
		const view = project('rule "R" { when { tier is Gold 42 is app spend "Food" >= 50 } earn 10 }');
		expect(view.conditions.map(({ health }) => health)).toEqual(['ok', 'raw', 'ok']);
	});

	it('says what is missing in an incomplete condition', () => {
		const view = project('rule "R" { when { spend "Food" >= } earn 10 }');
		expect(view.conditions[0]).toMatchObject({ health: 'incomplete' });
		expect(view.conditions[0]?.parts.at(-1)).toMatchObject({ kind: 'value', missing: expect.any(String) });
	});

	it('draws a second status as text, with its problem', () => {
		const view = project('rule "R" { status enabled status disabled earn 10 }');
		expect(view.schedule.enabled).toBe(true);
		expect(view.texts).toMatchObject([
			{ source: 'status disabled', stage: 'schedule', problems: [{ code: 'repeated-clause' }] },
		]);
	});

	it('puts broken text where the clause before it stands', () => {
		const view = project('rule "R" {\n limit once per week\n prioritty 3\n earn 10 }');
		expect(view.texts.map(({ source, stage }) => [source, stage])).toEqual([['prioritty 3', 'limits']]);
		expect(view.limits).toHaveLength(1);
	});

	it('draws groups as boxes with their conditions in them, each with its path', () => {
		const view = project('rule "R" { when { tier is Gold any { channel is app all { on Sat not { on Sun } } } } earn 1 }');
		expect(conditionsOf(view).map(({ condition, path }) => [condition.kind, path])).toEqual([
			['tier', [0]],
			['any', [1]],
			['channel', [1, 0]],
			['all', [1, 1]],
			['day-time', [1, 1, 0]],
			['not', [1, 1, 1]],
			['day-time', [1, 1, 1, 0]],
		]);
	});

	it('keeps a broken condition of a group apart from the others in it', () => {
		const view = project('rule "R" { when { any { tier is Gold 42 is app spend "Food" >= } } earn 1 }');
		expect(view.conditions[0]?.inner.map(({ health }) => health)).toEqual(['ok', 'raw', 'incomplete']);
	});

	it('draws multipliers, steps and every kind of limit, with wires to the filters they read', () => {
		const view = project(`rule "R" {
			earn 1 for every 10 of "Food" at least 5 points
			multiply points on "Coffee" by 2
			limit points to "Food" * 10 per transaction
			limit 3 times per rolling 7 days
		}`);
		expect(view.texts).toEqual([]);
		expect(view.points[0]?.filter).toBe('Food');
		expect(view.multipliers.map(({ label }) => label)).toEqual(['All points on Coffee × 2']);
		expect(view.limits.map(({ label }) => label)).toEqual([
			'At most 10 × Food points per transaction',
			'At most 3 times in any 7 days',
		]);
		expect(view.wires).toHaveLength(3);
	});

	it('frames a rule of a campaign with what that says', () => {
		const { compilation } = readRule(
			'rule "R" { earn 1 }\ncampaign "Sale" { active until 2026-11-29 budget 500 points rule "In" { earn 2 } }',
		);
		const campaign = compilation.document.declarations.find(({ kind }) => kind === 'campaign');
		const inner = campaign?.kind === 'campaign' ? campaign.clauses.find(({ kind }) => kind === 'rule') : undefined;
		if (inner?.kind !== 'rule') throw new Error('The rule of the campaign was not read');
		const view = projectRule(inner, compilation);
		expect(view.campaign).toMatchObject({ name: 'Sale', facts: ['Until 29 Nov 2026', 'Budget 500 points'], enabled: true });
		expect(project('rule "R" { earn 1 }').campaign).toBeNull();
	});

	it('wires a filter to every clause that reads it, and shows it once', () => {
		const view = project('rule "R" { when { spend "Food" >= 50 spend "Food" < 90 } earn "Food" * 2 }');
		expect(view.filters.map(({ name }) => name)).toEqual(['Food']);
		expect(view.wires).toHaveLength(3);
		expect(view.filters[0]?.summary).toBe('Items in category Food');
	});

	it('draws no wire from a filter that does not exist', () => {
		const view = project('rule "R" { when { spend "Unknown" >= 50 } earn 1 }');
		expect(view.filters).toEqual([]);
		expect(view.wires).toEqual([]);
		expect(view.conditions[0]?.problems).toMatchObject([{ code: 'unknown-name' }]);
	});

	it('draws the built-in filters in words', () => {
		const view = project('rule "R" { earn "Total without fees, taxes and tip" }');
		expect(view.filters[0]).toMatchObject({ declaration: null, summary: 'The whole receipt without fees, taxes and tip' });
	});

	it('puts what a rule without an earn is told where its points would be', () => {
		const view = project('rule "R" { }');
		expect(view.emptyProblems).toMatchObject([{ code: 'no-effect' }]);
		expect(view.transaction.problems).toEqual([]);
	});

	it('says that a rule without braces has a broken head', () => {
		expect(project('rule "R"').headBroken).toBe(true);
	});
});

describe('identities', () => {
	const ids = (view: RuleView) => view.conditions.map(({ id }) => id);
	const when = (...conditions: string[]) => `rule "R" { when { ${conditions.join(' ')} } earn 10 }`;

	it('stay with a clause whose text stays, wherever it moves', () => {
		const before = project(when('tier is Gold', 'channel is app', 'spend "Food" >= 50'));
		const after = project(when('spend "Food" >= 50', 'tier is Gold', 'channel is app'), before);
		const [tier, channel, spend] = ids(before);
		expect(ids(after)).toEqual([spend, tier, channel]);
	});

	it('stay with the one clause that changes', () => {
		const before = project(when('tier is Gold', 'channel is app'));
		const after = project(when('tier is Gold', 'channel is'), before);
		expect(ids(after)).toEqual(ids(before));
	});

	it('are new for a new clause, never one that was used before', () => {
		const first = project(when('tier is Gold', 'channel is app'));
		const second = project(when('tier is Gold'), first);
		const third = project(when('tier is Gold', 'channel is web'), second);
		expect(ids(third)[0]).toBe(ids(first)[0]);
		expect(ids(first)).not.toContain(ids(third)[1]);
	});

	it('of a first condition are new where nothing but `always` stood before', () => {
		const before = project(when('always'));
		const after = project(when('tier is Gold'), before);
		expect(ids(before)).not.toContain(ids(after)[0]);
	});

	it('of groups and of the conditions in them are never exchanged', () => {
		const before = project(when('any { tier is Gold on Mon }', 'channel is app'));
		const after = project(when('any { tier is Gold on Mon or on Sat }', 'channel is app'), before);
		const all = (view: RuleView) => conditionsOf(view).map(({ id }) => id);
		expect(all(after)).toEqual(all(before));
	});
});
