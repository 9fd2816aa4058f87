import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits } from '#grammar';
import { compile } from '#compiler';
import { nameOf, placesOfRules } from '../../document/rule-tracking.ts';
import { planOperation, planOperations } from '#compiler/edits';
import { projectRule } from '../project.ts';
import { pictureOf, type Picture, type Tree } from '../testing/picture.ts';
import { head, readRule, ruleText, seed } from '../testing/random-rules.ts';
import { type ConditionElement, conditionsOf, elementsOf, isGroup, type RuleView } from '../view.ts';
import { canMove, dropOf, type Movable, peersOf } from './drop.ts';

function drawn(rule: string) {
	const read = readRule(rule);
	const view = projectRule(read.rule, read.compilation);
	/** The rule's text and picture after a card is dropped; null where it stays. */
	const drop = (element: Movable, group: string | null, before: number) => {
		const line = { left: 0, top: 0, width: 0, height: 0 };
		const found = dropOf(view, element, read.declaration, { group, before, line });
		if (!found) return null;
		const { source, document } = read.compilation;
		const { wish } = found;
		const planned = 'kind' in wish ? planOperation(source, document, wish) : planOperations(source, document, wish);
		if (!planned.ok) return { refused: planned.reason, picture: null };
		const text = applyEdits(source, planned.edits).slice(head.length);
		const next = readRule(text);
		return { said: found.said, text, picture: pictureOf(projectRule(next.rule, next.compilation)) };
	};
	return { view, picture: pictureOf(view), drop };
}

const conditionOf = (view: RuleView, text: string): ConditionElement => {
	const found = conditionsOf(view).find(({ source }) => source === text);
	if (!found) throw new Error(`There is no ${text}`);
	return found;
};

const groupOf = (view: RuleView): string => conditionsOf(view).find(isGroup)?.id ?? '';

const lunch = `rule "R" {
	when {
		// first
		tier is Gold
		channel is app // second
		any {
			on Sat
			on Sun
		}
	}
	earn 1
	earn 2 // two
	earn 3
}`;

describe('a dropped condition', () => {
	it('changes places with its comments, and nothing else changes', () => {
		const { view, drop } = drawn(lunch);
		expect(drop(conditionOf(view, 'tier is Gold'), null, 2)).toMatchObject({
			said: 'Moved to position 2',
			text: lunch.replace(
				'\t\t// first\n\t\ttier is Gold\n\t\tchannel is app // second\n',
				'\t\tchannel is app // second\n\t\t// first\n\t\ttier is Gold\n',
			),
		});
	});

	it('goes into a group and out of it', () => {
		const { view, drop } = drawn(lunch);
		expect(drop(conditionOf(view, 'channel is app'), groupOf(view), 1)).toMatchObject({
			said: 'Moved to position 2 of the group Any of these (3)',
			text: lunch
				.replace('\t\tchannel is app // second\n', '')
				.replace('on Sat\n', 'on Sat\n\t\t\tchannel is app // second\n'),
		});
		const three = drawn(lunch.replace('on Sun\n', 'on Sun\n\t\t\ton Mon\n'));
		expect(three.drop(conditionOf(three.view, 'on Sat'), null, 0)).toMatchObject({
			said: 'Moved out of the group to position 1',
			text: lunch
				.replace('\t\t\ton Sat\n', '')
				.replace('on Sun\n', 'on Sun\n\t\t\ton Mon\n')
				.replace('\t\t// first', '\t\ton Sat\n\t\t// first'),
		});
	});

	it.each([0, 2, 3])('takes a group away that it leaves with one, comments stay: to %i', (before) => {
		const noted = lunch
			.replace('any {', '// weekend\n\t\tany { // of these')
			.replace('on Sat\n', '// rests\n\t\t\ton Sat // late\n');
		const { view, drop } = drawn(noted);
		const after = drop(conditionOf(view, 'on Sat'), null, before);
		expect(after?.picture?.conditions.map(({ text }) => text).toSorted()).toEqual([
			'channel is app',
			'on Sat',
			'on Sun',
			'tier is Gold',
		]);
		expect(after?.picture?.conditions[Math.min(before, 3)]?.text).toBe('on Sat');
		for (const comment of ['first', 'second', 'weekend', 'of these', 'rests', 'late']) {
			expect(after?.text?.split(`// ${comment}`)).toHaveLength(2);
		}
	});

	it('stays where it is dropped on its own place', () => {
		const { view, drop } = drawn(lunch);
		expect(drop(conditionOf(view, 'channel is app'), null, 1)).toBeNull();
		expect(drop(conditionOf(view, 'channel is app'), null, 2)).toBeNull();
		expect(drop(conditionOf(view, 'on Sat'), groupOf(view), 0)).toBeNull();
	});
});

describe('a dropped earn', () => {
	it('changes places with others of its kind', () => {
		const { view, drop } = drawn(lunch);
		const second = view.points[1] as Movable;
		expect(drop(second, null, 0)).toMatchObject({ picture: { earn: ['earn 2', 'earn 1', 'earn 3'] } });
		expect(drop(second, null, 3)).toMatchObject({ picture: { earn: ['earn 1', 'earn 3', 'earn 2'] } });
		expect(drop(second, null, 1)).toBeNull();
		expect(drop(second, null, 2)).toBeNull();
	});
});

it('a dropped limit of a campaign changes places among those of the campaign', () => {
	const text =
		'campaign "C" {\n\tlimit 5 points per day // low\n\tlimit 9 points per week\n\trule "R" { earn 1 limit 1 points per day }\n}';
	const compilation = compile(head + text);
	const at = compilation.document.declarations.findIndex(({ kind }) => kind === 'campaign');
	const place = placesOfRules(compilation.document).find(({ rule }) => nameOf(rule) === 'R');
	if (!place) throw new Error('There is no rule');
	const view = projectRule(place.rule, compilation);
	const [day, week] = (view.campaign?.limits ?? []) as [Movable, Movable];
	expect([...elementsOf(view)].filter((element) => canMove(view, element))).toEqual([day, week]);
	const line = { left: 0, top: 0, width: 0, height: 0 };
	const found = dropOf(view, day, place.declaration, { group: null, before: 2, line });
	expect(found).toMatchObject({
		said: 'Moved to position 2',
		wish: { declaration: [at], clause: 'limit', index: 0, to: 1 },
	});
	const planned = found && 'kind' in found.wish && planOperation(compilation.source, compilation.document, found.wish);
	expect(planned && planned.ok && applyEdits(compilation.source, planned.edits).slice(head.length)).toBe(
		text.replace(
			'\tlimit 5 points per day // low\n\tlimit 9 points per week\n',
			'\tlimit 9 points per week\n\tlimit 5 points per day // low\n',
		),
	);
	expect(dropOf(view, day, place.declaration, { group: null, before: 1, line })).toBeNull();
});

it('only what has another place to go to can be dragged', () => {
	const { view } = drawn('rule "R" { when { any { on Sat } } earn 1 limit once per week limit 5 points per day }');
	const kinds = elementsOf(view).filter((element) => canMove(view, element));
	expect(kinds.map(({ source }) => source)).toEqual(['on Sat', 'limit once per week', 'limit 5 points per day']);
});

/** A list with one of its members at another place. */
function moved<T>(list: readonly T[], from: number, before: number): T[] {
	const rest = list.toSpliced(from, 1);
	rest.splice(before > from ? before - 1 : before, 0, list[from] as T);
	return rest;
}

const several = { points: 'earn', multiply: 'multiply', limit: 'limit' } as const;

/** The picture that a drop among its own should lead to, where that is told simply. */
function wished(picture: Picture, element: Movable, before: number): Partial<Picture> {
	if (element.kind !== 'condition') {
		const kind = several[element.kind];
		return { [kind]: moved(picture[kind], element.index, before) };
	}
	const inside = (trees: readonly Tree[], [at = 0, ...further]: readonly number[]): Tree[] =>
		further.length === 0
			? moved(trees, at, before)
			: trees.map((tree, index) => (index === at ? { ...tree, inner: inside(tree.inner ?? [], further) } : tree));
	return { conditions: inside(picture.conditions, element.path) };
}

it('every place among its own is where a dropped card then stands', () => {
	fc.assert(
		fc.property(ruleText, fc.nat(), fc.nat(), (rule, which, where) => {
			const { view, picture, drop } = drawn(rule);
			const cards = elementsOf(view).filter((element): element is Movable => canMove(view, element));
			const element = cards[which % cards.length];
			// Clauses that are shown as text elsewhere are counted among the cards, and so tell nothing here.
			if (!element || (element.kind !== 'condition' && view.texts.length > 0)) return;
			const outer = element.kind === 'condition' ? element.path.slice(0, -1).join() : '';
			const group = conditionsOf(view).find(({ path }) => path.join() === outer)?.id ?? null;
			const count = element.kind === 'condition' ? element.siblings : peersOf(view, element).length;
			const before = where % (count + 1);
			const after = drop(element, group, before);
			const wish = { ...picture, ...wished(picture, element, before) };
			// Beside what cannot be read an edit may be refused, and then the card stays.
			const seen = after === null ? picture : (after.picture ?? after.refused);
			expect([wish, 'This change could not be made safely']).toContainEqual(
				typeof seen === 'string' ? seen.slice(0, 36) : seen,
			);
		}),
		{ seed, numRuns: 100 },
	);
}, 60_000);
