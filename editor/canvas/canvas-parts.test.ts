import { describe, expect, it } from 'vitest';
import { evaluateReference, newcomer, type Plan, stateOf, type Transaction } from '#compiler';
import { multiplierWords } from './award-words.ts';
import { actionsOf, ADD_CONDITION_ID, neighbour, walkOrder } from './card-actions.ts';
import { projectRule } from './project.ts';
import { plainSentence } from './sentences.ts';
import { readRule } from './testing/random-rules.ts';
import { timelineOf } from './timeline.ts';
import { conditionLamp, sampleAmount, sampleValue, scheduleLamp, traceOf } from './trace.ts';
import type { RuleView } from './view.ts';
import { moveIntoView, openingViewport } from './viewport.ts';
import { gutterPath, roundedPath } from './wire-path.ts';
import { groupDigits, listed, minorDigits, pointDigits } from './words.ts';

function view(text: string): RuleView {
	const { rule, compilation } = readRule(text);
	return projectRule(rule, compilation);
}

describe('sentences', () => {
	it.each([
		['on Mon to Fri between 11:00 and 14:00 or on Sat', 'On Mon to Fri, 11:00–14:00 or Sat'],
		['on any day between 22:00 and 02:00', 'On any day, 22:00–02:00'],
		['order type is dine_in, pickup', 'Order type is dine_in or pickup'],
		['channel is not web', 'Channel is not web'],
		['store is "dxb", chain "Bluebird"', 'Store is dxb or any Bluebird'],
		['spend "Food" >= 1_050.5', 'Food spend is at least AED\u00a01,050.5'],
		['spend "Food" between 5 and 10', 'Food spend is between AED\u00a05 and AED\u00a010'],
		['birthday within 1 days', 'Birthday is within 1 day'],
		['always', 'Every transaction qualifies'],
	])('say %s', (text, words) => {
		const [condition] = view(`rule "R" { when { ${text} } earn 1 }`).conditions;
		expect(plainSentence(condition?.parts ?? [])).toBe(words);
	});

	it.each([
		['active from 2026-01-01 until 2026-03-31', '1 Jan – 31 Mar 2026'],
		['active from 2025-12-01 until 2026-03-31 18:00', '1 Dec 2025 – 31 Mar 2026, 18:00'],
		['active until 2026-03-31', 'Until 31 Mar 2026'],
		['', 'Any date'],
	])('say the dates of %s', (text, words) => {
		expect(plainSentence(view(`rule "R" { ${text} earn 1 }`).schedule.parts)).toBe(words);
	});
});

describe('words', () => {
	it('never go through floating point numbers', () => {
		expect(groupDigits('999999999999999.5')).toBe('999,999,999,999,999.5');
		expect(minorDigits(5, 2)).toBe('0.05');
		expect(minorDigits(-123456n, 3)).toBe('−123.456');
		expect(pointDigits(2070, 1)).toBe('207');
		expect(pointDigits(2075, 1)).toBe('207.5');
	});

	it('list with a last word', () => {
		expect(listed(['a'], 'or')).toBe('a');
		expect(listed(['a', 'b', 'c'], 'and')).toBe('a, b and c');
	});
});

describe('timelineOf', () => {
	const { rule } = readRule('rule "R" { active from 2026-02-01 until 2026-02-28 earn 1 }');
	const active = rule.clauses.find((clause) => clause.kind === 'active');
	const from = active?.kind === 'active' && active.from?.kind === 'moment' ? active.from : null;
	const until = active?.kind === 'active' && active.until?.kind === 'moment' ? active.until : null;

	it.each([
		[{ year: 2026, month: 1, day: 31 }, 'scheduled'],
		[{ year: 2026, month: 2, day: 1 }, 'current'],
		[{ year: 2026, month: 2, day: 28 }, 'current'],
		[{ year: 2026, month: 3, day: 1 }, 'ended'],
	] as const)('on %o the rule is %s, and everything lies on the bar', (today, state) => {
		const line = timelineOf(from, until, today);
		expect(line.state).toBe(state);
		for (const place of [line.start, line.end, line.today]) {
			expect(place).toBeGreaterThanOrEqual(0);
			expect(place).toBeLessThanOrEqual(1);
		}
		expect(line.start).toBeLessThan(line.end);
	});

	it('fades out at an open end', () => {
		expect(timelineOf(null, null, { year: 2026, month: 2, day: 1 })).toMatchObject({
			openStart: true,
			openEnd: true,
			state: 'current',
		});
	});
});

describe('traceOf', () => {
	const transaction: Transaction = {
		id: 't',
		member: 'm',
		event: 'purchase',
		attributes: {},
		atMs: Date.UTC(2026, 1, 7, 8, 30),
		store: null,
		chain: null,
		channel: 'app',
		orderType: null,
		lines: [{ sku: 'S', category: 'Food', subcategory: null, combo: null, quantityThousandths: 1000, amountMinor: 6400 }],
		discountMinor: 0,
		taxesMinor: 0,
		feesMinor: 0,
		tipMinor: 0,
		paidWithPointsMinor: 0,
	};
	const explain = (plan: Plan) =>
		evaluateReference(plan, transaction, stateOf(plan, newcomer(plan, { id: 'm', tier: 'Gold' })));
	const text = 'rule "R" { when { channel is app spend "Food" < 60 birthday today } earn "Food" * 2 + 10 }';
	const { compilation, rule } = readRule(text);
	const explanation = compilation.healthyPlan && explain(compilation.healthyPlan);
	const trace = traceOf(compilation, rule.span, explanation);

	it('lights the lamp of every condition', () => {
		expect(trace && [0, 1, 2].map((index) => conditionLamp(trace, [index]))).toEqual(['holds', 'fails', 'unknown']);
		expect(trace && scheduleLamp(trace)).toBe('holds');
	});

	it('knows what filters and earns come to', () => {
		expect(trace && sampleAmount(trace, 'Food')).toBe('AED\u00a064.00');
		expect(trace && sampleValue(trace, 0)).toEqual({ words: '= 138', ok: true });
	});

	it('says what is no money without a currency', () => {
		const plan = trace?.plan;
		const quantities = plan?.filters.map((filter) =>
			filter.name === 'Food' && filter.kind === 'items' ? { ...filter, isQuantity: true, decimals: 3 } : filter,
		);
		const counted = trace && plan && quantities && { ...trace, plan: { ...plan, filters: quantities } };
		expect(counted && sampleAmount(counted, 'Food')).toBe('6.4');
	});

	it('knows floors and steps', () => {
		const [rule] = trace?.plan.rules ?? [];
		const [earn] = rule?.earns ?? [];
		if (!trace || !rule || !earn || earn.amount.kind !== 'formula' || earn.amount.filter === null)
			throw new Error('The rule of this test earns nothing by a filter');
		const value = (change: Partial<typeof earn>) =>
			sampleValue({ ...trace, plan: { ...trace.plan, rules: [{ ...rule, earns: [{ ...earn, ...change }] }] } }, 0)?.words;
		const number = (numerator: string) => ({ numerator, denominator: '1' });
		const { span, filter } = earn.amount;
		expect(value({ atLeast: number('200') })).toBe('= 200');
		expect(value({ amount: { kind: 'steps', span, filter, step: number('1000'), points: number('5') } })).toBe('= 30');
	});

	it('does not test a rule with an error', () => {
		const broken = readRule('rule "R" { when { channel is fax } earn 1 }');
		const other = broken.compilation.healthyPlan && explain(broken.compilation.healthyPlan);
		const dark = traceOf(broken.compilation, broken.rule.span, other);
		expect(dark && conditionLamp(dark, [0])).toBe('not-tested');
	});

	it('refuses an explanation of another text', () => {
		const renamed = readRule(text.replace('"R"', '"S"'));
		expect(traceOf(renamed.compilation, renamed.rule.span, explanation)).toBeNull();
	});
});

describe('words of an award', () => {
	const plan = readRule('rule "R" { earn "Food" }').compilation.healthyPlan;
	const factor = { numerator: '3', denominator: '2' };
	const gold = { source: { kind: 'tier', index: 0, name: 'Gold' }, what: 'points', on: null, factor } as const;

	it.each([
		[{}, 'Gold × 1.5'],
		[{ what: 'base' }, 'Gold × 1.5 of the base'],
		[{ on: 0 }, 'Gold × 1.5 on Total with fees, taxes and tip'],
	] as const)('say a multiplier by its source: %o', (change, words) => {
		expect(plan && multiplierWords({ ...gold, ...change }, plan)).toBe(words);
	});
});

describe('card actions', () => {
	const drawn = view('rule "R" { when { tier is Gold channel is app } earn 1 limit 5 points per transaction }');

	it('move a condition within the lane only', () => {
		const [first, second] = drawn.conditions;
		expect(first && actionsOf(drawn, first, 3)).toMatchObject({ moveUp: null, moveDown: { kind: 'move-condition', to: 1 } });
		expect(second && actionsOf(drawn, second, 3)).toMatchObject({ moveUp: { condition: [1], to: 0 }, moveDown: null });
	});

	it('walk along the flow and down a column, and stop at the ends', () => {
		const order = walkOrder(drawn, 'wide', false);
		const [first, second] = drawn.conditions.map(({ id }) => id);
		expect(neighbour(order, 'schedule', { stage: 1 })).toBe(first);
		expect(neighbour(order, first ?? '', { place: 1 })).toBe(second);
		expect(neighbour(order, second ?? '', { place: 1 })).toBe(ADD_CONDITION_ID);
		expect(neighbour(order, 'schedule', { stage: -1 })).toBe('transaction');
		expect(neighbour(order, 'result', { stage: 1 })).toBeNull();
		expect(neighbour(walkOrder(drawn, 'compact', true), first ?? '', { stage: -1 })).toBe('schedule');
	});
});

describe('views', () => {
	const layout = new Map([['a', { x: 0, y: -100, width: 1000, height: 400 }]]);

	it('show the whole width at most at its own size', () => {
		expect(openingViewport(layout, { width: 2000, height: 800 }, false).zoom).toBe(1);
		expect(openingViewport(layout, { width: 900, height: 800 }, false).zoom).toBeCloseTo(0.836);
	});

	it('never become too small to read, and then show the beginning', () => {
		const { x, zoom } = openingViewport(layout, { width: 400, height: 800 }, false);
		expect([x, zoom]).toEqual([32, 0.72]);
		expect(openingViewport(layout, { width: 400, height: 800 }, true).x).toBe(400 - 32 - 720);
	});

	it('move only as far as a card needs', () => {
		const box = (left: number, top: number, width: number, height: number) =>
			({ left, top, right: left + width, bottom: top + height }) as DOMRect;
		const room = box(0, 0, 500, 300);
		expect(moveIntoView(box(100, 100, 100, 50), room)).toEqual({ x: 0, y: 0 });
		expect(moveIntoView(box(450, -20, 100, 50), room)).toEqual({ x: -82, y: 52 });
	});
});

describe('wires', () => {
	it('are straight between ports on one line', () => {
		expect(
			roundedPath([
				{ x: 0, y: 5 },
				{ x: 90, y: 5 },
			]),
		).toBe('M0,5L90,5');
	});

	it('turn round corners and end at the port', () => {
		const path = gutterPath({ x: 0, y: 0 }, { x: 100, y: 50 }, 40);
		expect(path).toBe('M0,0L30,0Q40,0 40,10L40,40Q40,50 50,50L100,50');
	});
});
