import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits, type Condition, type Day, type Plain, print, type PlainNode } from '#grammar';
import { type Operation, planOperation } from '#compiler/edits';
import {
	aboutNode,
	activeNode,
	dayTimeNode,
	daysNode,
	daysOf,
	nameNode,
	priorityNode,
	statusNode,
	storeNode,
	testNode,
	timesNode,
	withNames,
	withWindow,
} from './fragments.ts';
import { projectRule } from './project.ts';
import { plainSentence } from './sentences.ts';
import { head, readRule, seed } from './testing/random-rules.ts';
import type { ConditionElement } from './view.ts';

const week: readonly Day[] = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** The only condition of a rule. */
function conditionOf(text: string): ConditionElement {
	const { rule, compilation } = readRule(`rule "R" { when { ${text} } earn 1 }`);
	const [element] = projectRule(rule, compilation).conditions;
	if (!element) throw new Error(`No condition was read from ${text}`);
	return element;
}

/** What a picker's choice says once it has gone through the text and come back as a picture. */
function afterwards(text: string, change: (condition: Condition) => Plain<Condition>): string {
	const before = `rule "R" { // kept\n when { ${text} } earn 1 }`;
	const { compilation, rule, declaration } = readRule(before);
	const [element] = projectRule(rule, compilation).conditions;
	if (!element) throw new Error('The condition is gone');
	const operation: Operation = { kind: 'set-condition', declaration, condition: 0, text: print(change(element.condition)) };
	const planned = planOperation(compilation.source, compilation.document, operation);
	if (!planned.ok) throw new Error(planned.reason);
	const next = applyEdits(compilation.source, planned.edits).slice(head.length);
	expect(next).toContain('// kept');
	const again = readRule(next);
	return plainSentence(projectRule(again.rule, again.compilation).conditions[0]?.parts ?? []);
}

describe('days', () => {
	it('come back as they were chosen, by whatever ranges they are written', () => {
		fc.assert(
			fc.property(fc.subarray([...week], { minLength: 1 }), (days) => {
				const printed = print(dayTimeNode(daysNode(days), null));
				const { condition } = conditionOf(printed);
				expect(condition.kind === 'day-time' && daysOf(condition.alternatives[0]?.days ?? [])).toEqual(days);
			}),
			{ seed, numRuns: 60 },
		);
	});

	it('are written shortest', () => {
		const written = (...days: Day[]) => print(dayTimeNode(daysNode(days), null));
		expect(written('Mon', 'Tue', 'Wed', 'Sat')).toBe('on Mon to Wed, Sat');
		expect(written('Sat', 'Sun')).toBe('on Sat, Sun');
		expect(written(...week)).toBe('on any day');
	});

	it('of a range that goes round the week’s end are all of them', () => {
		const { condition } = conditionOf('on Sat to Mon');
		expect(condition.kind === 'day-time' && daysOf(condition.alternatives[0]?.days ?? [])).toEqual(['Mon', 'Sat', 'Sun']);
	});
});

describe('choices of the pickers', () => {
	it('of days and times', () => {
		const words = afterwards('on Mon', (condition) => {
			if (condition.kind !== 'day-time') throw new Error('Another kind was read');
			return {
				...condition,
				alternatives: [dayTimeNode(daysNode(['Fri', 'Sat']), timesNode(1320, 1440)), ...condition.alternatives],
			};
		});
		expect(words).toBe('On Fri, Sat, 22:00–24:00 or Mon');
	});

	it('of names', () => {
		const words = afterwards('channel is app', (condition) => {
			if (condition.kind !== 'channel') throw new Error('Another kind was read');
			return withNames(condition, true, ['app', 'web'], []);
		});
		expect(words).toBe('Channel is not app or web');
	});

	it('of stores', () => {
		const words = afterwards('store is "dxb"', (condition) => {
			if (condition.kind !== 'store') throw new Error('Another kind was read');
			return { ...condition, places: [...condition.places, storeNode('chain', 'Blue "bird"')] };
		});
		expect(words).toBe('Store is dxb or any Blue "bird"');
	});

	it.each([
		[{ operator: '<', value: '12.50' } as const, 'Coffee spend is less than AED\u00a012.50'],
		[{ operator: 'between', low: '5', high: '1000' } as const, 'Coffee spend is between AED\u00a05 and AED\u00a01,000'],
	])('of a spend %o', (test, expected) => {
		const words = afterwards('spend "Food" >= 50', (condition) => {
			if (condition.kind !== 'spend') throw new Error('Another kind was read');
			return { ...condition, filter: nameNode('Coffee'), test: testNode(test) };
		});
		expect(words).toBe(expected);
	});

	it.each(['today', 'this month', { days: '7' }] as const)('of a birthday: %o', (window) => {
		const words = afterwards('birthday within 3 days', (condition) => {
			if (condition.kind !== 'birthday') throw new Error('Another kind was read');
			return withWindow(condition, window);
		});
		expect(words).toBe(`Birthday is ${typeof window === 'string' ? window : 'within 7 days'}`);
	});
});

describe('clauses of a rule', () => {
	const moment = { year: 2026, month: 2, day: 7, minute: null };

	it.each<[PlainNode, string]>([
		[aboutNode('Say "yes"'), 'about "Say \\"yes\\""'],
		[statusNode('disabled'), 'status disabled'],
		[priorityNode('3', true), 'priority -3'],
		[activeNode(moment, null), 'active from 2026-02-07'],
		[activeNode(null, { ...moment, minute: 1080 }), 'active until 2026-02-07 18:00'],
	])('are printed as they are written: %#', (node, text) => {
		expect(print(node)).toBe(text);
	});
});
