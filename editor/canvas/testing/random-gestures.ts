/** Gestures at random: what menus, keys, buttons and the clipboard do with the cards of a rule. */
import { parseCondition, parseRuleClause } from '#grammar';
import type { Operation } from '#compiler/edits';
import { type Chance, randomBroken, randomCondition } from '#compiler/edits/testing';
import { type Construct, conditionPalette, effectPalette, limitPalette, multiplierPalette } from '#compiler/service';
import type { Wish } from '../../document/perform.ts';
import { placesOfRules } from '../../document/rule-tracking.ts';
import { actionsOf } from '../card-actions.ts';
import type { CanvasValue } from '../canvas-context.ts';
import { commentedBy } from '../commented.ts';
import { addAlternative } from '../condition-actions.ts';
import { pasteOf } from '../paste.ts';
import { type ConditionElement, conditionsOf, elementsOf, isGroup, type RuleElement } from '../view.ts';
import {
	carried,
	instead,
	opposite,
	type Picture,
	printed,
	type Several,
	treeAt,
	treeOf,
	type Tree,
	within,
} from './picture.ts';

/** What a gesture needs of the canvas. */
export type Canvas = Pick<CanvasValue, 'view' | 'compilation' | 'declaration' | 'scope'>;

/** What somebody does with a card. */
export interface Gesture {
	/** The kind of the card: `tier`, `earn`. */
	readonly about: string;
	readonly wish: Wish;
	/** The picture that it leads to; null where that is not told a second time. */
	readonly leads: ((before: Picture) => Picture) | null;
}

/** Draws a gesture of one kind; null where the rule has nothing for it. */
export type Draw = (chance: Chance, canvas: Canvas) => Gesture | null;

const conditionDraw =
	(
		fits: (element: ConditionElement) => boolean,
		make: (canvas: Canvas, element: ConditionElement, chance: Chance) => Gesture | null,
	): Draw =>
	(chance, canvas) => {
		const element = anyOf(chance, conditionsOf(canvas.view).filter(fits));
		return element && make(canvas, element, chance);
	};

/** One of several; null of none. */
export function anyOf<T>(chance: Chance, list: readonly T[]): T | null {
	return list.length === 0 ? null : chance.pick(list);
}

/** A gesture of a condition's menu, by its key, and what the conditions are after it. */
function ofMenu(key: string, change: (trees: readonly Tree[], element: ConditionElement) => readonly Tree[]): Draw {
	return (chance, canvas) => {
		const offers = conditionsOf(canvas.view).flatMap((element) =>
			actionsOf(canvas.view, element, canvas.declaration).more.flatMap((action) =>
				action.key === key ? [{ element, action }] : [],
			),
		);
		const one = anyOf(chance, offers);
		return one && onTrees(one.element, one.action.wish, (trees) => change(trees, one.element));
	};
}

function onTrees(element: ConditionElement, wish: Wish, change: (trees: readonly Tree[]) => readonly Tree[]): Gesture {
	const leads = (before: Picture) => ({ ...before, conditions: change(before.conditions) });
	return { about: element.condition.kind, wish, leads };
}

const wrapIn = (kind: string) =>
	ofMenu(`wrap-${kind}`, (trees, { path }) => instead(trees, path, [{ text: kind, inner: [treeAt(trees, path)] }]));
const turnInto = (kind: string) =>
	ofMenu(`turn-${kind}`, (trees, { path }) => instead(trees, path, [{ ...treeAt(trees, path), text: kind }]));
const last = (path: readonly number[]) => path.at(-1) as number;

function step(by: -1 | 1): Draw {
	return (chance, canvas) => {
		const offers = conditionsOf(canvas.view).flatMap((element) => {
			const actions = actionsOf(canvas.view, element, canvas.declaration);
			const wish = by < 0 ? actions.moveUp : actions.moveDown;
			return wish ? [{ element, wish }] : [];
		});
		const one = anyOf(chance, offers);
		if (!one) return null;
		const { path, siblings } = one.element;
		const outer = path.slice(0, -1);
		const to = last(path) + by;
		return onTrees(one.element, one.wish, (trees) =>
			to >= 0 && to < siblings
				? within(trees, outer, (list) => list.with(to, list[to - by] as Tree).with(to - by, list[to] as Tree))
				: carried(trees, path, outer.slice(0, -1), last(outer) + (by < 0 ? 0 : 1)),
		);
	};
}

/** The rule has no condition but `when always`, which gives way to a first one. */
function isBareAlways({ view, compilation }: Canvas): boolean {
	const [first, second] = view.conditions;
	if (first?.condition.kind !== 'always' || second) return false;
	const place = placesOfRules(compilation.document).find(({ rule }) => rule.span.start === view.span.start);
	return !place?.rule.clauses.some((clause) => clause.kind === 'when' && clause.body);
}

function put(canvas: Canvas, text: string, at: readonly number[] | null): (before: Picture) => Picture {
	const read = parseCondition(text).node;
	return (before) => {
		const tree = treeOf(read);
		if (at === null && isBareAlways(canvas)) return { ...before, conditions: [tree] };
		const place = at ?? [before.conditions.length];
		return {
			...before,
			conditions: within(before.conditions, place.slice(0, -1), (list) => list.toSpliced(last(place), 0, tree)),
		};
	};
}

/** Something of a palette that the program has the names for. */
function fragmentOf(chance: Chance, canvas: Canvas, palette: readonly Construct[]): string | null {
	const texts = palette.flatMap((row) => (row.isEvaluated ? (row.fragment(canvas.scope) ?? []) : []));
	return anyOf(chance, texts);
}

const addCondition: Draw = (chance, canvas) => {
	const text = fragmentOf(
		chance,
		canvas,
		conditionPalette.filter(({ kind }) => kind !== 'always'),
	);
	if (text === null) return null;
	const wish: Operation = { kind: 'add-condition', declaration: canvas.declaration, text };
	return { about: 'lane', wish, leads: put(canvas, text, null) };
};

const addIntoGroup = conditionDraw(isGroup, (canvas, element, chance) => {
	const text = fragmentOf(chance, canvas, conditionPalette) ?? 'always';
	const wish: Operation = { kind: 'add-condition', declaration: canvas.declaration, text, into: element.path };
	return { about: element.condition.kind, wish, leads: put(canvas, text, [...element.path, element.inner.length]) };
});

const alternative = conditionDraw(
	({ condition }) => condition.kind !== 'always',
	(canvas, element, chance) => {
		const text = randomCondition(chance);
		const wish = addAlternative(canvas.view, element, canvas.declaration, text);
		const { path } = element;
		return onTrees(element, wish, (trees) => {
			const tree = treeOf(parseCondition(text).node);
			const own = treeAt(trees, path);
			const outer = path.slice(0, -1);
			if (own.text === 'any' && own.inner) return instead(trees, path, [{ ...own, inner: [...own.inner, tree] }]);
			if (outer.length > 0 && treeAt(trees, outer).text === 'any')
				return within(trees, outer, (list) => list.toSpliced(last(path) + 1, 0, tree));
			return instead(trees, path, [{ text: 'any', inner: [own, tree] }]);
		});
	},
);

const remove = conditionDraw(
	() => true,
	(canvas, element) => {
		const wish = actionsOf(canvas.view, element, canvas.declaration).remove;
		const { path, siblings } = element;
		const outer = path.slice(0, -1);
		return (
			wish &&
			onTrees(element, wish, (trees) => {
				const rest = instead(trees, path, []);
				if (outer.length === 0 || siblings !== 2 || treeAt(trees, outer).text === 'not') return rest;
				return instead(rest, outer, treeAt(rest, outer).inner ?? []);
			})
		);
	},
);

/** What is written above what a card stands for, and behind it. */
const comment: Draw = (chance, canvas) => {
	const element = chance.pick(elementsOf(canvas.view));
	const part = anyOf(chance, commentedBy(canvas, element));
	if (!part) return null;
	const above = chance.pick([['for staff only'], ['ملاحظة', 'and below it'], []]);
	const behind = chance.happens(30) ? 'behind it' : null;
	const wish: Operation = { kind: 'set-comments', declaration: part.declaration, span: part.span, above, behind };
	return { about: kindOf(element), wish, leads: (before) => before };
};

/** The kind of what a card shows. */
export function kindOf(element: RuleElement): string {
	if (element.kind === 'condition') return element.condition.kind;
	return element.kind === 'points' ? 'earn' : element.kind;
}

const PASTED = [
	'earn "Food" * 3 // pasted',
	'// above\nlimit 9 points per day',
	'multiply base by 2',
	'tier is Gold channel is app',
];

const paste: Draw = (chance, canvas) => {
	const at = chance.pick(elementsOf(canvas.view));
	const found = pasteOf(chance.happens(60) ? randomCondition(chance) : chance.pick(PASTED), at, canvas);
	return found.ok ? { about: kindOf(at), wish: found.wish, leads: null } : null;
};

/** Somebody types into a card that shows its text: what could be read takes its place, anything else stays text. */
const typeText: Draw = (chance, canvas) => {
	const raw = anyOf(chance, [...conditionsOf(canvas.view).filter(({ health }) => health === 'raw'), ...canvas.view.texts]);
	if (!raw) return null;
	const isCondition = raw.kind === 'condition';
	const isClean = chance.happens(60);
	const text = isCondition
		? isClean
			? randomCondition(chance)
			: randomBroken(chance, 'when')
		: isClean
			? 'limit once per day'
			: randomBroken(chance, 'rule');
	const wish: Operation = { kind: 'set-text', declaration: canvas.declaration, span: raw.span, text };
	const tree = treeOf(parseCondition(text).node);
	return isCondition && isClean
		? onTrees(raw, wish, (trees) => instead(trees, raw.path, [tree]))
		: { about: kindOf(raw), wish, leads: null };
};

const removeText: Draw = (chance, canvas) => {
	const found = anyOf(
		chance,
		canvas.view.texts.filter(({ clause }) => clause.kind === 'raw'),
	);
	if (!found) return null;
	const at = canvas.view.texts.indexOf(found);
	const wish = actionsOf(canvas.view, found, canvas.declaration).remove as Wish;
	return { about: 'text', wish, leads: (before) => ({ ...before, texts: before.texts.toSpliced(at, 1) }) };
};

const severals = { points: 'earn', multiply: 'multiply', limit: 'limit' } as const;
type SeveralElement = Extract<RuleElement, { kind: keyof typeof severals }>;

/** A gesture on one of the clauses that a rule may have several of, and what their list is after it. */
export function onSeveral(
	make: (
		canvas: Canvas,
		element: SeveralElement,
		chance: Chance,
	) => { readonly wish: Wish | null | undefined; readonly list: ((list: readonly string[]) => readonly string[]) | null },
	fits: (element: SeveralElement) => boolean = () => true,
): Draw {
	return (chance, canvas) => {
		const { points, multipliers, limits } = canvas.view;
		const element = anyOf(chance, [...points, ...multipliers, ...limits].filter(fits));
		if (!element) return null;
		const kind = severals[element.kind];
		const { wish, list } = make(canvas, element, chance);
		return wish ? { about: kind, wish, leads: list && ((before) => ({ ...before, [kind]: list(before[kind]) })) } : null;
	};
}

const swap = (by: -1 | 1) =>
	onSeveral(({ view, declaration }, element) => {
		const actions = actionsOf(view, element, declaration);
		const { index } = element;
		const list = (all: readonly string[]) =>
			all.with(index, all[index + by] as string).with(index + by, all[index] as string);
		return { wish: by < 0 ? actions.moveUp : actions.moveDown, list };
	});

/** A further clause of a palette. */
function addSeveral(kind: Several, palette: readonly Construct[]): Draw {
	return (chance, canvas) => {
		const text = fragmentOf(chance, canvas, palette);
		if (text === null) return null;
		const wish: Operation = {
			kind: 'set-clause',
			declaration: canvas.declaration,
			clause: kind,
			index: canvas.view.counts[kind],
			text,
		};
		const clause = printed(parseRuleClause(text).node);
		return { about: kind, wish, leads: (before) => ({ ...before, [kind]: [...before[kind], clause] }) };
	};
}

/** What menus, keys and buttons do, by name. */
export const cardGestures: Readonly<Record<string, Draw>> = {
	'add a condition': addCondition,
	'add to a group': addIntoGroup,
	'add an alternative': alternative,
	'remove a condition': remove,
	'duplicate a condition': ofMenu('duplicate', (trees, { path }) =>
		within(trees, path.slice(0, -1), (list) => list.toSpliced(last(path) + 1, 0, treeAt(trees, path))),
	),
	negate: ofMenu('negate', (trees, { path, condition }) => instead(trees, path, [opposite(condition)])),
	'put into any': wrapIn('any'),
	'put into all': wrapIn('all'),
	'put into none': wrapIn('not'),
	'make it any': turnInto('any'),
	'make it all': turnInto('all'),
	'make it none': turnInto('not'),
	ungroup: ofMenu('ungroup', (trees, { path }) => instead(trees, path, treeAt(trees, path).inner ?? [])),
	'move up': step(-1),
	'move down': step(1),
	'move out': ofMenu('out', (trees, { path }) => carried(trees, path, path.slice(0, -2), (path.at(-2) as number) + 1)),
	'move into the group above': ofMenu('Move into the group above', (trees, { path }) => {
		const into = [...path.slice(0, -1), last(path) - 1];
		return carried(trees, path, into, treeAt(trees, into).inner?.length ?? 0);
	}),
	'move into the group below': ofMenu('Move into the group below', (trees, { path }) =>
		carried(trees, path, [...path.slice(0, -1), last(path) + 1], 0),
	),
	comment,
	paste,
	'type into a text': typeText,
	'remove a text': removeText,
	'add points': addSeveral('earn', effectPalette),
	'add a multiplier': addSeveral('multiply', multiplierPalette),
	'add a limit': addSeveral('limit', limitPalette),
	'remove a clause': onSeveral(({ view, declaration }, element) => ({
		wish: actionsOf(view, element, declaration).remove,
		list: (list) => list.toSpliced(element.index, 1),
	})),
	'duplicate a clause': onSeveral(({ view, declaration }, element) => ({
		wish: actionsOf(view, element, declaration).more[0]?.wish,
		list: (list) => [...list, list[element.index] as string],
	})),
	'move a clause up': swap(-1),
	'move a clause down': swap(1),
};
