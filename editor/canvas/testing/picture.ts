/** What a rule's picture says, without where anything stands: for telling what a gesture should lead to. */
import { type Condition, type Plain, type PlainNode, print } from '#grammar';
import { type ConditionElement, isGroup, type RuleView } from '../view.ts';

/** A condition as it is printed, or a group of such by its kind. */
export interface Tree {
	readonly text: string;
	/** Null for what is no group. */
	readonly inner: readonly Tree[] | null;
}

/** The clauses that a rule may have once, as they are printed; null for what is not written. */
type Single = 'about' | 'event' | 'active' | 'status' | 'priority' | 'exclusive';
/** Those that it may have several of. */
export type Several = 'earn' | 'multiply' | 'limit';

/** What a picture says. */
export interface Picture extends Readonly<Record<Single, string | null>>, Readonly<Record<Several, readonly string[]>> {
	readonly conditions: readonly Tree[];
	/** What is shown as text. */
	readonly texts: readonly string[];
}

/** What the picture of a rule says. */
export function pictureOf(view: RuleView): Picture {
	const { active, status, priority, exclusive } = view.schedule;
	return {
		about: said(view.note.clause),
		event: said(view.transaction.on),
		active: said(active),
		status: said(status),
		priority: said(priority),
		exclusive: said(exclusive),
		conditions: view.conditions.map(treeOfElement),
		earn: view.points.map(({ clause }) => printed(clause)),
		multiply: view.multipliers.map(({ clause }) => printed(clause)),
		limit: view.limits.map(({ clause }) => printed(clause)),
		texts: view.texts.map(({ clause }) => printed(clause)),
	};
}

function said(node: PlainNode | null): string | null {
	return node && printed(node);
}

function treeOfElement(element: ConditionElement): Tree {
	if (!isGroup(element)) return { text: printed(element.condition), inner: null };
	return { text: element.condition.kind, inner: element.inner.map(treeOfElement) };
}

/** What the picture of a condition says. */
export function treeOf(condition: Plain<Condition>): Tree {
	if (!('conditions' in condition)) return { text: printed(condition), inner: null };
	return { text: condition.kind, inner: condition.conditions.map(treeOf) };
}

/** A node as it is printed; blanks do not count. */
export function printed(node: PlainNode): string {
	return squeezed(print(node));
}

function squeezed(text: string): string {
	return text.replace(/\s+/g, ' ').trim();
}

/** The trees with another list in the place of the one that a path of groups leads to. */
export function within(
	trees: readonly Tree[],
	path: readonly number[],
	change: (list: readonly Tree[]) => readonly Tree[],
): readonly Tree[] {
	const [first, ...rest] = path;
	if (first === undefined) return change(trees);
	const group = trees[first] as Tree;
	return trees.with(first, { ...group, inner: within(group.inner ?? [], rest, change) });
}

/** The tree at a path. */
export function treeAt(trees: readonly Tree[], path: readonly number[]): Tree {
	const [first = 0, ...rest] = path;
	const found = trees[first] as Tree;
	return rest.length === 0 ? found : treeAt(found.inner ?? [], rest);
}

/** The trees with others in the place of one; a group that is left with nothing goes too. */
export function instead(trees: readonly Tree[], path: readonly number[], by: readonly Tree[]): readonly Tree[] {
	const outer = path.slice(0, -1);
	const own = path.at(-1) as number;
	if (outer.length > 0 && by.length === 0 && treeAt(trees, outer).inner?.length === 1) return instead(trees, outer, []);
	return within(trees, outer, (list) => list.toSpliced(own, 1, ...by));
}

/** The trees with one of them elsewhere: before the one with the index `to` of the group at `into`, both as they are now. */
export function carried(
	trees: readonly Tree[],
	path: readonly number[],
	into: readonly number[],
	to: number,
): readonly Tree[] {
	const going = treeAt(trees, path);
	const mark: Tree = { text: 'going', inner: null };
	const marked = within(trees, path.slice(0, -1), (list) => list.with(path.at(-1) as number, mark));
	const put = within(marked, into, (list) => list.toSpliced(to, 0, going));
	const at = pathOf(put, mark) ?? [];
	const outer = at.slice(0, -1);
	const group = outer.length > 0 ? treeAt(put, outer) : null;
	const [left] = group?.inner?.length === 2 ? group.inner.filter((tree) => tree !== mark) : [];
	// A group of alternatives that is left with one gives way to that one.
	return left && group?.text !== 'not' ? instead(put, outer, [left]) : instead(put, at, []);
}

function pathOf(trees: readonly Tree[], wanted: Tree): readonly number[] | null {
	for (const [index, tree] of trees.entries()) {
		if (tree === wanted) return [index];
		const inner = pathOf(tree.inner ?? [], wanted);
		if (inner) return [index, ...inner];
	}
	return null;
}

/** What the opposite of a condition says. */
export function opposite(condition: Plain<Condition>): Tree {
	const own = treeOf(condition);
	if (condition.kind === 'not' && condition.conditions.length === 1) return own.inner?.[0] as Tree;
	if (condition.kind === 'not') return { ...own, text: 'any' };
	if (condition.kind === 'any') return { ...own, text: 'not' };
	if ('negated' in condition) return treeOf({ ...condition, negated: !condition.negated });
	if (condition.kind === 'attribute' && condition.test?.kind === 'attribute-is') {
		return treeOf({ ...condition, test: { ...condition.test, negated: !condition.test.negated } });
	}
	return { text: 'not', inner: [own] };
}
