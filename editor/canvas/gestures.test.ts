import { describe, expect, it } from 'vitest';
import { applyEdits, parse, print } from '#grammar';
import { compile, type Compilation } from '#compiler';
import { planOperation, planOperations } from '#compiler/edits';
import type { Wish } from '../document/perform.ts';
import { actionsOf } from './card-actions.ts';
import { addAlternative, conditionAt } from './condition-actions.ts';
import { draftOf, emptyDraft, filterNode, whyNotYet } from './filters/filter-draft.ts';
import { draftOnSample } from './filters/filter-on-sample.ts';
import { usersOfFilter } from './filters/filter-uses.ts';
import { heatOf, heatWords, overlaps } from './heat.ts';
import { outlineOf, visibleItems } from './outline/outline-items.ts';
import { ALONE, storeRows } from './pickers/store-rows.ts';
import { withFilterOf } from './pickers/with-filter.ts';
import { projectRule } from './project.ts';
import { head, readRule } from './testing/random-rules.ts';
import { conditionsOf, type RuleView } from './view.ts';

/** What a text is after a wish; it must not be refused. */
function after(text: string, wish: Wish): string {
	const { document } = parse(text);
	const planned = 'kind' in wish ? planOperation(text, document, wish) : planOperations(text, document, wish, 'All');
	if (!planned.ok) throw new Error(planned.reason);
	return applyEdits(text, planned.edits);
}

/** A rule's picture, and the conditions of the picture that a wish leads to, each by its text. */
function drawn(when: string): { view: RuleView; declaration: number; leads: (wish: Wish | null | undefined) => string[] } {
	const read = readRule(`rule "R" {\n\twhen {\n${when}\n\t}\n\tearn 1\n}`);
	const view = projectRule(read.rule, read.compilation);
	const leads = (wish: Wish | null | undefined) => {
		if (!wish) throw new Error('Nothing is offered');
		const next = readRule(after(read.compilation.source, wish).slice(head.length));
		const all = conditionsOf(projectRule(next.rule, next.compilation));
		return all.map(({ source, path }) => `${path.join('.')} ${source.replace(/\s+/g, ' ')}`);
	};
	return { view, declaration: read.declaration, leads };
}

const first = (view: RuleView, ...path: number[]) => {
	const found = conditionAt(view, path);
	if (!found) throw new Error(`Nothing stands at ${path.join('.')}`);
	return found;
};

describe('alternatives', () => {
	it('wrap a condition and stand beside it, as one step', () => {
		const { view, declaration, leads } = drawn('tier is Gold // kept\nchannel is app');
		expect(leads(addAlternative(view, first(view, 0), declaration, 'on Sat'))).toEqual([
			'0 any { tier is Gold // kept on Sat }',
			'0.0 tier is Gold',
			'0.1 on Sat',
			'1 channel is app',
		]);
	});

	it('join the group of alternatives that there is', () => {
		const { view, declaration, leads } = drawn('any { tier is Gold channel is app }');
		expect(leads(addAlternative(view, first(view, 0, 0), declaration, 'on Sat')).slice(1)).toEqual([
			'0.0 tier is Gold',
			'0.1 on Sat',
			'0.2 channel is app',
		]);
	});

	it('give way to the one that is left', () => {
		const { view, declaration, leads } = drawn('any { tier is Gold channel is app }');
		expect(leads(actionsOf(view, first(view, 0, 1), declaration).remove)).toEqual(['0 tier is Gold']);
	});

	it('of none keep their group: one that must not hold is not one that must', () => {
		const { view, declaration, leads } = drawn('not { tier is Gold channel is app }');
		expect(leads(actionsOf(view, first(view, 0, 1), declaration).remove)).toEqual([
			'0 not { tier is Gold }',
			'0.0 tier is Gold',
		]);
	});
});

describe('the menu of a condition', () => {
	const offers = (when: string, ...path: number[]) => {
		const { view, declaration, leads } = drawn(when);
		const actions = actionsOf(view, first(view, ...path), declaration);
		return { actions, leads, wish: (key: string) => actions.more.find((action) => action.key === key)?.wish };
	};

	it('duplicates with the comments', () => {
		const { view, declaration, leads } = drawn('\t\t// the best\n\t\ttier is Gold // all of them\n\t\tchannel is app');
		const copy = actionsOf(view, first(view, 0), declaration).more.find(({ key }) => key === 'duplicate');
		expect(leads(copy?.wish)).toEqual(['0 tier is Gold', '1 tier is Gold', '2 channel is app']);
		expect(copy?.wish).toMatchObject({ text: '// the best\ntier is Gold // all of them' });
	});

	it('duplicates, negates and groups', () => {
		const { wish, leads } = offers('tier is Gold\nchannel is app', 0);
		expect(leads(wish('duplicate')).slice(0, 2)).toEqual(['0 tier is Gold', '1 tier is Gold']);
		expect(leads(wish('negate'))[0]).toBe('0 tier is not Gold');
		expect(leads(wish('wrap-not')).slice(0, 2)).toEqual(['0 not { tier is Gold }', '0.0 tier is Gold']);
	});

	it('turns a group into another kind with everything in it, or takes it away', () => {
		const { wish, leads } = offers('any {\n// why\ntier is Gold\nchannel is app }', 0);
		expect(leads(wish('turn-all'))[0]).toBe('0 all { // why tier is Gold channel is app }');
		expect(leads(wish('ungroup'))).toEqual(['0 tier is Gold', '1 channel is app']);
		expect(wish('turn-any')).toBeUndefined();
	});

	it('moves into the next group and out of one', () => {
		const outer = offers('tier is Gold\nany { channel is app on Sat }', 0);
		expect(outer.leads(outer.wish('Move into the group below')).map((each) => each.slice(0, 3))).toEqual([
			'0 a',
			'0.0',
			'0.1',
			'0.2',
		]);
		const inner = offers('tier is Gold\nany { channel is app on Sat }', 1, 0);
		expect(inner.leads(inner.actions.moveUp)).toEqual(['0 tier is Gold', '1 channel is app', '2 on Sat']);
		const several = offers('tier is Gold\nany { channel is app on Sat on Sun }', 1, 0);
		expect(several.leads(several.actions.moveUp)).toContain('2 any { on Sat on Sun }');
	});
});

describe('cart filters in place', () => {
	const compiled = (text: string): Compilation => compile(head + text);
	const declared = (text: string) => {
		const found = [...compiled(text).symbols.filters.values()].at(-1);
		if (!found) throw new Error('No filter was read');
		return found;
	};

	it.each([
		'filter "F" = items in category "Food", "Drinks", item "X" except subcategory "Y"',
		'filter "F" = items not in category "Food" excluding points',
		'filter "F" = quantity of items in category "Food" above 2 up to 30',
		'filter "F" = items except category "Gift cards"',
		'filter "F" = total excluding taxes, tip before discounts up to 100',
		'filter "F" = total',
	])('come through the form as they were: %s', (text) => {
		const draft = draftOf(declared(text));
		expect(draft && print(filterNode(draft))).toBe(text);
		expect(draft && whyNotYet(draft, [])).toBeNull();
	});

	it.each(['filter "F" = paid with points', 'filter "F" = items in category'])('are left to the text: %s', (text) => {
		expect(draftOf(declared(text))).toBeNull();
	});

	it('say what is still missing', () => {
		expect(whyNotYet(emptyDraft(''), [])).toBe('A filter needs a name.');
		expect(whyNotYet(emptyDraft('Food'), ['Food'])).toBe('Another filter is called Food.');
		expect(whyNotYet(emptyDraft('New'), ['Food'])).toBe('Choose what it counts.');
	});

	it('are tried on the sample by the evaluator itself', () => {
		const line = { sku: 'S', subcategory: null, combo: null, quantityThousandths: 2000, amountMinor: 1050 };
		const lines = [
			{ ...line, category: 'Food' },
			{ ...line, category: 'Drinks' },
		];
		const none = { discountMinor: 100, taxesMinor: 0, feesMinor: 0, tipMinor: 0, paidWithPointsMinor: 0 };
		const place = { store: null, chain: null, channel: null, orderType: null };
		const sale = { id: 's', member: null, event: 'purchase', attributes: {}, atMs: 0, lines, ...none, ...place } as const;
		const food = { ...emptyDraft('F'), include: [{ by: 'category', names: ['Food'] }] } as const;
		expect(draftOnSample(food, compiled(''), sale)).toMatchObject({ amount: 1000, chosen: [true, false] });
		expect(draftOnSample({ ...food, counts: 'units' }, compiled(''), sale)).toMatchObject({ amount: 2000 });
		expect(draftOnSample({ ...food, counts: 'total', without: [] }, compiled(''), sale)).toMatchObject({
			amount: 2000,
			chosen: [true, true],
		});
	});

	it('know who uses them', () => {
		const text =
			'rule "A" { earn "Food" }\ncampaign "C" { rule "B" { when { spend "Food" > 1 } earn 1 } }\nrule "D" { earn 1 }';
		expect(usersOfFilter(compiled(text), 'Food')).toEqual(['A', 'B']);
	});

	it('are connected wherever a clause reads one', () => {
		const { rule, compilation } = readRule(
			'rule "R" { earn "Food" * 2 + "Food" earn 1 for every 10 of "Food" earn 2 + 3 multiply points by 2 limit points to "Food" per transaction }',
		);
		const { points, multipliers, limits } = projectRule(rule, compilation);
		expect([...points, ...multipliers, ...limits].map((element) => withFilterOf(element, 'Coffee'))).toEqual([
			'earn "Coffee" * 2 + "Coffee"',
			'earn 1 for every 10 of "Coffee"',
			'earn "Coffee" * (2 + 3)',
			'multiply points on "Coffee" by 2',
			'limit points to "Coffee" per transaction',
		]);
	});
});

describe('the grid of hours', () => {
	const alternativesOf = (text: string) => {
		const { rule } = readRule(`rule "R" { when { ${text} } earn 1 }`);
		const when = rule.clauses.find(({ kind }) => kind === 'when');
		const condition = when?.kind === 'when' ? when.conditions[0] : undefined;
		return condition?.kind === 'day-time' ? condition.alternatives : [];
	};
	const heat = (text: string) => heatOf(alternativesOf(text));

	it('covers stretches of an hour, and those past midnight on the next day', () => {
		const grid = heat('on Fri between 22:30 and 02:00');
		expect(grid[4]?.slice(21)).toEqual([0, 30, 60]);
		expect(grid[5]?.slice(0, 3)).toEqual([60, 60, 0]);
		expect(heat('on Sun between 22:00 and 01:00')[0]?.[0]).toBe(60);
	});

	it('counts what alternatives share once', () => {
		expect(heatWords(heat('on Mon between 10:00 and 12:00 or on Mon between 11:00 and 13:30'))).toBe(
			'3 h 30 min of the week’s 168 h',
		);
		expect(heatWords(heat('on any day'))).toBe('The whole week');
		expect(overlaps(alternativesOf('on Mon between 10:00 and 12:00 or on Mon between 11:00 and 13:00'))).toBe(true);
		expect(overlaps(alternativesOf('on Mon between 10:00 and 12:00 or on Tue'))).toBe(false);
	});
});

describe('the tree of stores', () => {
	const stores = Array.from({ length: 5_000 }, (_, at) => ({
		id: `s-${at}`,
		name: `Store ${at}`,
		chain: at % 10 === 0 ? null : `Chain ${at % 10}`,
		city: at === 4_321 ? 'Al Ain' : 'Dubai',
	}));

	it('shows chains, and the stores of those that are open', () => {
		const closed = storeRows({ stores, items: [] }, '', new Set(), []);
		expect(closed.map(({ kind }) => kind)).toEqual([...Array<string>(9).fill('chain'), 'heading']);
		expect(storeRows({ stores, items: [] }, '', new Set(['Chain 1']), [])).toHaveLength(10 + 500);
		expect(storeRows({ stores, items: [] }, '', new Set([ALONE]), [])).toHaveLength(10 + 500);
	});

	it('finds a store by its city, its name or its id, and a chain by its name', () => {
		const found = (search: string) => storeRows({ stores, items: [] }, search, new Set(), []);
		expect(found('al ain')).toMatchObject([{ kind: 'chain', chain: 'Chain 1', open: true }, { store: { id: 's-4321' } }]);
		expect(found('chain 7')).toMatchObject([{ kind: 'chain', count: 500, open: false }]);
		expect(found('nowhere')).toEqual([]);
	});
});

describe('the outline', () => {
	const { rule, compilation } = readRule('rule "R" { when { tier is Gold any { on Sat channel is app } } earn "Food" }');
	const view = projectRule(rule, compilation);
	const items = outlineOf(view, false);

	it('has every card once, and a place to add in every stage and group', () => {
		const shown = items.flatMap((item) => (item.kind === 'element' ? [item.element.id] : []));
		expect(new Set(shown).size).toBe(shown.length);
		expect(shown).toEqual(expect.arrayContaining(conditionsOf(view).map(({ id }) => id)));
		expect(items.filter(({ kind }) => kind === 'add')).toHaveLength(4);
		expect(outlineOf(view, true).filter(({ kind }) => kind === 'add')).toEqual([]);
	});

	it('knows levels and places', () => {
		const group = items.findIndex((item) => item.kind === 'element' && item.isBranch);
		expect(items[group]).toMatchObject({ level: 2, place: 2, count: 3 });
		expect(items[group + 1]).toMatchObject({ level: 3, place: 1, count: 3, parent: items[group]?.id });
	});

	it('hides what is inside of a closed line, however deep', () => {
		const seen = visibleItems(items, new Set(['stage-conditions']));
		expect(items.length - seen.length).toBe(6);
	});
});
