/** What can be done with a condition, as operations. */
import type { Operation, Path } from '#compiler/edits';
import type { Wish } from '../document/perform.ts';
import type { MenuAction } from './card-actions.ts';
import { type ConditionElement, isGroup, type RuleView } from './view.ts';
import { says } from './says.ts';

/** A condition with the lists around it. */
interface Standing {
	readonly declaration: Path;
	readonly element: ConditionElement;
	readonly index: number;
	/** The path of the group around it; empty for the `when` itself. */
	readonly outer: readonly number[];
	readonly group: ConditionElement | null;
}

function standingOf(view: RuleView, element: ConditionElement, declaration: Path): Standing {
	const outer = element.path.slice(0, -1);
	return { declaration, element, index: element.path.at(-1) as number, outer, group: conditionAt(view, outer) };
}

/** The condition at a path; null for an empty path, and where there is none. */
export function conditionAt({ conditions }: Pick<RuleView, 'conditions'>, path: readonly number[]): ConditionElement | null {
	let list = conditions;
	let found: ConditionElement | null = null;
	for (const index of path) {
		found = list[index] ?? null;
		list = found?.inner ?? [];
	}
	return found;
}

/** Up or down by one place; at the end of a group out of it. Null where there is no further place. */
export function moveCondition(view: RuleView, element: ConditionElement, declaration: Path, by: -1 | 1): Wish | null {
	const { index, outer } = standingOf(view, element, declaration);
	const to = index + by;
	const condition = element.path;
	if (to >= 0 && to < element.siblings) return { kind: 'move-condition', declaration, condition, to };
	if (outer.length === 0) return null;
	const place = outer.at(-1) as number;
	return carryCondition(view, element, declaration, { into: outer.slice(0, -1), to: by < 0 ? place : place + 1 });
}

/** Takes a condition away; a group of alternatives that is left with one gives way to that one. */
export function removeCondition(view: RuleView, element: ConditionElement, declaration: Path): readonly Operation[] {
	const standing = standingOf(view, element, declaration);
	const remove: Operation = { kind: 'remove-condition', declaration, condition: element.path };
	if (!leavesOne(standing)) return [remove];
	return [remove, { kind: 'unwrap-condition', declaration, condition: standing.outer }];
}

/** A place in another list of conditions: `into` leads to its group, and is empty for the `when` itself. */
interface OtherPlace {
	readonly into: readonly number[];
	readonly to: number;
}

/** Takes a condition into another list; a group of alternatives that it leaves with one gives way to that one. */
export function carryCondition(
	view: RuleView,
	element: ConditionElement,
	declaration: Path,
	{ into, to }: OtherPlace,
): Wish {
	const standing = standingOf(view, element, declaration);
	const move: Operation = { kind: 'move-condition', declaration, condition: element.path, to, into };
	if (!leavesOne(standing)) return move;
	const { outer } = standing;
	// What comes into the list around the group, before it, moves the group on by one.
	const at = into.length;
	const place = outer[at];
	const isPassed = place !== undefined && into.every((index, depth) => outer[depth] === index) && to <= place;
	const condition = isPassed ? outer.with(at, place + 1) : outer;
	return [move, { kind: 'unwrap-condition', declaration, condition }];
}

/** Says whether a group that is no opposite has one condition left when this one goes. */
function leavesOne({ group, element }: Standing): boolean {
	return group !== null && element.siblings === 2 && group.condition.kind !== 'not';
}

/** Puts another condition beside one as its alternative: into the group that it stands in, or into a new one around it. */
export function addAlternative(
	view: RuleView,
	element: ConditionElement,
	declaration: Path,
	text: string,
): readonly Operation[] {
	const { group, outer, index } = standingOf(view, element, declaration);
	if (isGroup(element) && element.condition.kind === 'any') {
		return [{ kind: 'add-condition', declaration, text, into: element.path }];
	}
	if (group?.condition.kind === 'any') {
		return [{ kind: 'add-condition', declaration, text, into: outer, before: index + 1 }];
	}
	return [
		{ kind: 'wrap-condition', declaration, condition: element.path, group: 'any' },
		{ kind: 'add-condition', declaration, text, into: element.path },
	];
}

/** Everything else that the menu of a condition offers. */
export function conditionMenu(view: RuleView, element: ConditionElement, declaration: Path): readonly MenuAction[] {
	const standing = standingOf(view, element, declaration);
	const { condition } = element;
	if (condition.kind === 'always') return [];
	const at = { declaration, condition: element.path };
	const negate: MenuAction[] =
		condition.kind === 'raw' ? [] : [{ key: 'negate', title: says.negate, wish: { kind: 'negate-condition', ...at } }];
	return [
		duplicate(standing),
		...negate,
		...(isGroup(element) ? groupMenu(element, standing) : wraps(standing)),
		...neighbours(view, standing),
	];
}

function duplicate({ declaration, element, index, outer }: Standing): MenuAction {
	const text = element.written;
	const into = outer.length > 0 ? { into: outer } : {};
	const wish: Operation = { kind: 'add-condition', declaration, text, before: index + 1, ...into };
	return { key: 'duplicate', title: says.duplicate, keys: 'Ctrl D', wish };
}

function wraps({ declaration, element }: Standing): MenuAction[] {
	return (['any', 'all', 'not'] as const).map((group) => ({
		key: `wrap-${group}`,
		title: says.wrap[group],
		wish: { kind: 'wrap-condition', declaration, condition: element.path, group },
	}));
}

function groupMenu(element: ConditionElement, { declaration }: Standing): MenuAction[] {
	const { path, inner } = element;
	const unwrap: Operation = { kind: 'unwrap-condition', declaration, condition: path };
	const others = (['any', 'all', 'not'] as const).filter((kind) => kind !== element.condition.kind && inner.length > 0);
	return [
		...others.map(
			(group): MenuAction => ({
				key: `turn-${group}`,
				title: says.turn[group],
				wish: [unwrap, { kind: 'wrap-condition', declaration, condition: path, group, count: inner.length }],
			}),
		),
		{ key: 'ungroup', title: says.ungroup, wish: unwrap },
	];
}

/** Into a group that stands next to it, and out of the one that it stands in. */
function neighbours(view: RuleView, { declaration, element, index, outer }: Standing): MenuAction[] {
	const list = outer.length === 0 ? view.conditions : (conditionAt(view, outer)?.inner ?? []);
	const into = (at: number, title: string): MenuAction[] => {
		const group = list[at];
		if (!group || !isGroup(group)) return [];
		const to = at < index ? group.inner.length : 0;
		return [{ key: title, title, wish: carryCondition(view, element, declaration, { into: group.path, to }) }];
	};
	const out: MenuAction[] =
		outer.length === 0
			? []
			: [
					{
						key: 'out',
						title: says.outOfGroup,
						wish: carryCondition(view, element, declaration, {
							into: outer.slice(0, -1),
							to: (outer.at(-1) as number) + 1,
						}),
					},
				];
	return [...into(index - 1, says.intoAbove), ...into(index + 1, says.intoBelow), ...out];
}
