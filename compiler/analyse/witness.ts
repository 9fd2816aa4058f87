/**
 * Whether a box surely has a transaction in it. Boxes know little of how facts hang together; here only such are vouched for
 * in which nothing can stand against anything.
 */
import type { FilterDeclaration, Selector } from '#grammar';
import type { Symbols } from '../check/symbols.ts';
import type { Fact } from './axes.ts';
import { ON_THE_DAY } from './birthday-codes.ts';
import { type Box, type Constraint, isEmpty } from './boxes.ts';
import { intersectStretches } from './stretches.ts';
import { MINUTES_A_WEEK } from './week.ts';

/** Of these a member's history decides several at once. */
const HISTORY: ReadonlySet<Fact> = new Set(['tier', 'member-fact', 'purchase-number']);

/** Says whether some transaction is in a box. True only where that is certain. */
export function isSurelyPossible(box: Box, symbols: Symbols): boolean {
	if (isEmpty(box)) return false;
	const constraints = [...box.values()];
	const of = (...facts: Fact[]) => constraints.filter(({ axis }) => facts.includes(axis.fact));
	if (of('opaque').length > 0 || of('anniversary').length > 0) return false;
	if (of('store').length > 0 && of('chain').some(({ set }) => set.kind === 'names' && set.names.size > 0)) return false;
	if (constraints.filter(({ axis }) => HISTORY.has(axis.fact)).length > 1) return false;
	return isPossibleTime(box) && arePossibleAmounts(of('spend', 'quantity'), symbols);
}

/** Any weekday and any birthday occur in the long run; within dates only what surely falls into them. */
function isPossibleTime(box: Box): boolean {
	const date = box.get('date')?.set;
	if (date?.kind !== 'ordered') return true;
	const [from, until] = [Number(date.stretches[0]), Number(date.stretches[1])];
	// An hour that the clocks skip never comes, so a short time is no promise.
	if (box.has('week') && until - from < 2 * MINUTES_A_WEEK) return false;
	const birthday = box.get('birthday')?.set;
	return birthday?.kind !== 'ordered' || intersectStretches(birthday.stretches, ON_THE_DAY).length > 0;
}

/**
 * One amount alone can be anything that its filter can; several can all be 0 in an empty cart, and all be at their most in one
 * with enough of everything.
 */
function arePossibleAmounts(constraints: readonly Constraint[], symbols: Symbols): boolean {
	if (constraints.every(allowsNothing)) return true;
	if (!constraints.every((constraint) => canRise(constraint, symbols))) return false;
	return constraints.length === 1 || constraints.every(allowsMost);
}

function allowsNothing({ set }: Constraint): boolean {
	return set.kind === 'ordered' && typeof set.stretches[0] === 'bigint' && set.stretches[0] <= 0n;
}

function allowsMost({ axis, set }: Constraint): boolean {
	if (axis.domain.kind !== 'ordered' || set.kind !== 'ordered') return false;
	const [end, most] = [set.stretches.at(-1), axis.domain.stretches.at(-1)];
	return end !== undefined && most !== undefined && end >= most;
}

/** Says whether a filter can have any amount: there is a line that it counts, or it takes the whole cart. */
function canRise({ axis }: Constraint, { filters }: Symbols): boolean {
	const filter = filters.get(axis.key.slice(axis.fact.length + 1));
	return !filter || (filter.health === 'ok' && choosesSomething(filter));
}

function choosesSomething({ source }: FilterDeclaration): boolean {
	if (source.kind === 'total-source') return true;
	if (source.kind !== 'items-source') return false;
	if (source.mode !== 'in') return true;
	const excepted = new Set(namesOf(source.except));
	return namesOf(source.selectors).some((name) => !excepted.has(name));
}

function namesOf(selectors: readonly (Selector | { readonly kind: 'missing' })[]): string[] {
	return selectors.flatMap((selector) =>
		selector.kind === 'selector'
			? selector.names.flatMap((name) => (name.kind === 'name' ? [`${selector.by.text} ${name.text}`] : []))
			: [],
	);
}
