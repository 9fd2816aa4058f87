import { describe, expect, it } from 'vitest';
import { applyEdits, print } from '#grammar';
import { compile, evaluateReference, newcomer, stateOf } from '#compiler';
import { planOperation, planOperations } from '#compiler/edits';
import type { Wish } from '../document/perform.ts';
import { actionsOf } from './card-actions.ts';
import type { CanvasValue } from './canvas-context.ts';
import { commentedBy } from './commented.ts';
import { CAMPAIGN_ID, CAMPAIGN_LIMITS_ID, layoutRule } from './layout.ts';
import { holderOf } from './limit-holder.ts';
import { limitMeter } from './limit-meter.ts';
import { projectRule } from './project.ts';
import { head } from './testing/random-rules.ts';
import { traceOf } from './trace.ts';
import { elementsOf, type LimitElement } from './view.ts';

const text = `${head}campaign "Sale" {
  // all of it
  limit 20 points per day // low
  limit 1_000 points per week
  rule "One" { earn 12 limit 10 points per transaction }
  rule "Two" { earn 15 }
}`;

function read(source: string) {
	const compilation = compile(source);
	const at = compilation.document.declarations.findIndex(({ kind }) => kind === 'campaign');
	const campaign = compilation.document.declarations[at];
	if (campaign?.kind !== 'campaign') throw new Error('No campaign was read');
	const inner = campaign.clauses.findIndex(({ kind }) => kind === 'rule');
	const rule = campaign.clauses[inner];
	if (rule?.kind !== 'rule') throw new Error('No rule was read');
	const view = projectRule(rule, compilation);
	return { compilation, rule, view, declaration: [at, inner], limits: view.campaign?.limits ?? [] };
}

function after(wish: Wish | null): string {
	if (!wish) throw new Error('Nothing is offered');
	const { document } = compile(text);
	const planned = 'kind' in wish ? planOperation(text, document, wish) : planOperations(text, document, wish, 'All');
	if (!planned.ok) throw new Error(planned.reason);
	return applyEdits(text, planned.edits);
}

const labels = (source: string) => read(source).limits.map(({ label }) => label);

describe('the limits of a campaign', () => {
	const { compilation, rule, view, declaration, limits } = read(text);
	const [day, week] = limits as [LimitElement, LimitElement];

	it('are cards of their own beside those of the rule, each with its comments', () => {
		expect(limits.map(({ of, label, remarks }) => [of, label, remarks])).toEqual([
			['campaign', 'At most 20 points per day, over the whole campaign', ['all of it', 'low']],
			['campaign', 'At most 1,000 points per week, over the whole campaign', []],
		]);
		expect(view.limits.map(({ of }) => of)).toEqual(['rule']);
		const ids = elementsOf(view).map(({ id }) => id);
		expect(new Set(ids).size).toBe(ids.length);
		expect(ids).toEqual(expect.arrayContaining([day.id, week.id]));
	});

	it('are changed, moved and removed in the campaign', () => {
		const write = {
			kind: 'set-clause',
			declaration: holderOf(declaration, day),
			clause: 'limit',
			index: day.index,
			text: print(week.clause),
		} as const;
		expect(labels(after(write))[0]).toBe(week.label);
		expect(labels(after(actionsOf(view, day, declaration).moveDown))).toEqual([week.label, day.label]);
		expect(labels(after(actionsOf(view, day, declaration).remove))).toEqual([week.label]);
		expect(actionsOf(view, week, declaration).moveDown).toBeNull();
		const [copy] = actionsOf(view, week, declaration).more;
		expect(labels(after(copy?.wish ?? null))).toEqual([day.label, week.label, week.label]);
	});

	it.each(['wide', 'compact', 'column'] as const)('stand in the frame above the rule, under its heading: %s', (shape) => {
		const places = layoutRule(view, new Map([[CAMPAIGN_LIMITS_ID, { width: 1, height: 333 }]]), { shape, mirrored: false });
		const [frame, row] = [places.get(CAMPAIGN_ID), places.get(CAMPAIGN_LIMITS_ID)];
		if (!frame || !row) throw new Error('Something has no place');
		const others = [...places].filter(([id]) => id !== CAMPAIGN_ID && id !== CAMPAIGN_LIMITS_ID);
		expect(row.height).toBe(333);
		expect(row.y - frame.y).toBeGreaterThanOrEqual(72);
		expect(Math.min(...others.map(([, { y }]) => y))).toBeGreaterThan(row.y + row.height);
	});

	it('take comments of their own', () => {
		const canvas = { view, declaration, compilation } as unknown as CanvasValue;
		const [part] = commentedBy(canvas, week);
		if (!part) throw new Error('Nothing takes the comment');
		const { span } = part;
		const wish = { kind: 'set-comments', declaration: part.declaration, span, above: ['why'], behind: null } as const;
		expect(after(wish)).toContain('// low\n  // why\n  limit 1_000');
	});

	it('show what all rules of the campaign want of them, less what was cut before', () => {
		const plan = compilation.healthyPlan;
		if (!plan) throw new Error('The program has errors');
		const none = { discountMinor: 0, taxesMinor: 0, feesMinor: 0, tipMinor: 0, paidWithPointsMinor: 0 };
		const place = { store: null, chain: null, channel: null, orderType: null };
		const sale = { id: 's', member: 'm', event: 'purchase', attributes: {}, atMs: 0, lines: [], ...none, ...place } as const;
		const state = stateOf(plan, newcomer(plan, { id: 'm', tier: 'Bronze' }));
		const trace = traceOf(compilation, rule.span, evaluateReference(plan, sale, state));
		expect(trace && limits.map((limit) => limitMeter(trace, limit))).toEqual([
			{ share: 1.25, cut: true, words: 'Cut: 25 wanted' },
			{ share: 0.02, cut: false, words: '20 of 1,000' },
		]);
		expect(trace && view.limits.map((limit) => limitMeter(trace, limit)?.words)).toEqual(['Cut: 12 wanted']);
	});
});
