import { ADD_CONDITION_ID, ADD_LIMIT_ID, ADD_POINTS_ID, addIntoId } from '../card-actions.ts';
import { type ConditionElement, isGroup, type RuleElement, type RuleView } from '../view.ts';
import { says } from '../says.ts';

/** A line of the outline. */
export type OutlineItem = {
	readonly id: string;
	/** 1 for the outermost. */
	readonly level: number;
	/** Its place among those of its parent, from 1, and how many they are. */
	readonly place: number;
	readonly count: number;
	/** The id of the line above it in the tree; null for the outermost. */
	readonly parent: string | null;
	/** It has lines below it. */
	readonly isBranch: boolean;
} & (
	| { readonly kind: 'stage'; readonly title: string }
	| { readonly kind: 'element'; readonly element: RuleElement }
	/** Adds to the stage or the group above it. */
	| { readonly kind: 'add'; readonly to: 'conditions' | 'points' | 'limits' | ConditionElement }
);

/** A line before its place is known. */
interface Branch {
	readonly id: string;
	readonly own:
		| { readonly kind: 'stage'; readonly title: string }
		| { readonly kind: 'element'; readonly element: RuleElement }
		| { readonly kind: 'add'; readonly to: 'conditions' | 'points' | 'limits' | ConditionElement };
	readonly inner: readonly Branch[];
}

/** Every line of a rule's outline in its order, also those inside of closed ones. */
export function outlineOf(view: RuleView, isReadOnly: boolean): OutlineItem[] {
	return flat(branchesOf(view, isReadOnly), 1, null);
}

/** The lines that are seen while some are closed. */
export function visibleItems(items: readonly OutlineItem[], closed: ReadonlySet<string>): OutlineItem[] {
	const hidden = new Set<string>();
	return items.filter(({ id, parent }) => {
		const isHidden = parent !== null && (closed.has(parent) || hidden.has(parent));
		if (isHidden) hidden.add(id);
		return !isHidden;
	});
}

function flat(branches: readonly Branch[], level: number, parent: string | null): OutlineItem[] {
	return branches.flatMap(({ id, own, inner }, at) => [
		{ id, level, place: at + 1, count: branches.length, parent, isBranch: inner.length > 0, ...own },
		...flat(inner, level + 1, id),
	]);
}

function branchesOf(view: RuleView, isReadOnly: boolean): Branch[] {
	const texts = (stage: string) => view.texts.filter((text) => text.stage === stage).map((text) => leaf(text));
	const add = (id: string, to: 'conditions' | 'points' | 'limits'): Branch[] =>
		isReadOnly ? [] : [{ id, own: { kind: 'add', to }, inner: [] }];
	const stage = (id: string, title: string, inner: readonly Branch[]): Branch => ({
		id,
		own: { kind: 'stage', title },
		inner,
	});
	const filters = view.filters.map((filter) => leaf(filter));
	return [
		...(view.campaign ? [{ ...leaf(view.campaign), inner: view.campaign.limits.map((limit) => leaf(limit)) }] : []),
		leaf(view.note),
		leaf(view.transaction),
		leaf(view.schedule),
		...texts('schedule'),
		stage('stage-conditions', says.allOfThese, [
			...view.conditions.map((condition) => conditionBranch(condition, isReadOnly)),
			...add(ADD_CONDITION_ID, 'conditions'),
		]),
		stage('stage-points', says.points, [
			...[...view.points, ...view.multipliers].map((effect) => leaf(effect)),
			...texts('points'),
			...add(ADD_POINTS_ID, 'points'),
		]),
		stage('stage-limits', says.limits, [
			...view.limits.map((limit) => leaf(limit)),
			...texts('limits'),
			...add(ADD_LIMIT_ID, 'limits'),
		]),
		...(filters.length > 0 ? [stage('stage-filters', says.cartFilters, filters)] : []),
		leaf(view.result),
	];
}

function leaf(element: RuleElement): Branch {
	return { id: element.id, own: { kind: 'element', element }, inner: [] };
}

function conditionBranch(element: ConditionElement, isReadOnly: boolean): Branch {
	if (!isGroup(element)) return leaf(element);
	const inner = element.inner.map((each) => conditionBranch(each, isReadOnly));
	const add: Branch = { id: addIntoId(element.id), own: { kind: 'add', to: element }, inner: [] };
	return { ...leaf(element), inner: isReadOnly ? inner : [...inner, add] };
}
