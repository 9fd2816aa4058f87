/** The nearest change by which a condition holds, or stops holding: worked out from what it compares, and tested by the evaluator. */
import type { MemberState } from '../../domain/member.ts';
import { type LocalClock, localClock } from '../../domain/timezone.ts';
import { unreachable } from '../../domain/unreachable.ts';
import type { PlanCondition, PlanFilter, PlanItemsFilter, PlanSelector } from '../../plan/plan.ts';
import { attributeValue, testCondition } from '../conditions.ts';
import { businessTime, type Facts } from '../facts.ts';
import { filterAmounts, itemUnits, measureOf, ownValue } from '../filters.ts';
import { distanceTo, isNowhere, passingRanges, unboundedRanges } from './amounts.ts';
import type { ConditionChange, Unreachable, Wanted } from './change.ts';
import { easiest, flatten } from './effort.ts';
import { firstFrom, lastUpTo, momentAt, type Search } from './moments.ts';

type OfKind<K extends PlanCondition['kind']> = Extract<PlanCondition, { readonly kind: K }>;

/** The nearest change after which a condition that is not as wanted is so. */
export function nearestChange(condition: PlanCondition, wanted: Wanted, facts: Facts): ConditionChange {
	const { span } = condition;
	switch (condition.kind) {
		case 'always':
			return nothing(condition, 'always');
		case 'any':
		case 'all':
		case 'not':
			return ofGroup(condition, wanted, facts);
		case 'day-time':
			return ofMoment(condition, wanted, facts);
		case 'order-type':
		case 'channel':
			return ofName(condition, wanted, facts);
		case 'tier':
			return ofTier(condition, wanted, facts);
		case 'store': {
			const { stores, chains } = condition;
			const isOther = condition.negated === (wanted === 'holds');
			const isNone = !isOther && stores.length + chains.length === 0;
			return isNone ? nothing(condition, 'no name') : { kind: 'store', span, isOther, stores, chains };
		}
		case 'segment': {
			if (!facts.state.member) return { kind: 'missing', span, fact: 'member' };
			const isLeaving = condition.negated === (wanted === 'holds');
			const names = isLeaving
				? condition.names.filter((name) => facts.state.member?.segments.includes(name))
				: condition.names;
			return { kind: 'segment', span, isLeaving, names };
		}
		case 'spend':
		case 'quantity':
			return ofAmount(condition, wanted, facts);
		case 'birthday':
		case 'anniversary':
			return ofYearly(condition, wanted, facts);
		case 'purchase-number':
			return ofPurchases(condition, wanted, facts);
		case 'member-fact':
			return ofFact(condition, wanted, facts);
		case 'attribute':
			return ofAttribute(condition, wanted, facts);
		default:
			return unreachable(condition);
	}
}

function nothing({ span }: PlanCondition, because: Unreachable): ConditionChange {
	return { kind: 'unreachable', span, because };
}

/** What a group's parts are to come to for it to be as wanted, and whether one of them is enough. */
export function partsWanted(
	kind: 'any' | 'all' | 'not',
	wanted: Wanted,
): { readonly each: Wanted; readonly isOne: boolean } {
	const isHeld = wanted === 'holds';
	// `not` holds where none of its parts does.
	const each = kind === 'not' ? (isHeld ? 'fails' : 'holds') : wanted;
	return { each, isOne: kind === 'any' ? isHeld : !isHeld };
}

/** The easiest part where one is enough, else all that are not as they must be. */
function ofGroup(group: OfKind<'any' | 'all' | 'not'>, wanted: Wanted, facts: Facts): ConditionChange {
	const { each, isOne } = partsWanted(group.kind, wanted);
	const others = group.conditions.filter((part) => testCondition(part, facts).verdict !== each);
	const changes = others.map((part) => nearestChange(part, each, facts));
	if (isOne) return easiest(changes) ?? nothing(group, 'always');
	const hopeless = changes.find(({ kind }) => kind === 'unreachable');
	const [only, ...more] = changes;
	if (hopeless || !only) return hopeless ?? nothing(group, 'always');
	return more.length === 0 ? only : { kind: 'together', span: group.span, changes: changes.flatMap(flatten) };
}

/** Windows come every week, and a change of clocks swallows one at most. */
const WINDOW_DAYS = 22;

function ofMoment(condition: OfKind<'day-time'>, wanted: Wanted, facts: Facts): ConditionChange {
	const { atMs } = facts.transaction;
	const starts = facts.plan.program.dayStartsMinute;
	const clock = clockOf(facts);
	const edges = condition.alternatives.flatMap(({ fromMinute, untilMinute }) => [fromMinute, untilMinute % 1_440]);
	const search: Search = {
		clock,
		edges: [0, starts, ...edges],
		isWanted: (local) =>
			testCondition(condition, { ...facts, local, business: businessTime(local, starts) }).verdict === wanted,
		days: WINDOW_DAYS,
	};
	const [first, last] = [firstFrom(atMs, search), lastUpTo(atMs, search)];
	if (first === null && last === null) return nothing(condition, 'every moment');
	const later = first === null ? null : momentAt(first, atMs, clock);
	return { kind: 'moment', span: condition.span, later, earlier: last === null ? null : momentAt(last, atMs, clock) };
}

/** The clock of the program. */
export function clockOf({ plan }: Pick<Facts, 'plan'>): LocalClock {
	const clock = localClock(plan.program.timezone);
	if (!clock) throw new Error(`The plan's timezone ${plan.program.timezone} is unknown to this machine`);
	return clock;
}

function ofName(
	condition: OfKind<'order-type' | 'channel' | 'tier' | 'segment'>,
	wanted: Wanted,
	facts: Facts,
): ConditionChange {
	const { channels, orderTypes } = facts.plan.program;
	const [fact, known] =
		condition.kind === 'channel' ? (['channel', channels] as const) : (['order type', orderTypes] as const);
	const accepted = acceptedOf(condition, wanted, known);
	return accepted.length === 0 ? nothing(condition, 'no name') : { kind: 'name', span: condition.span, fact, accepted };
}

function acceptedOf(
	{ names, negated }: { readonly names: readonly string[]; readonly negated: boolean },
	wanted: Wanted,
	known: readonly string[],
): readonly string[] {
	return negated === (wanted === 'holds') ? known.filter((name) => !names.includes(name)) : names;
}

function ofTier(
	condition: OfKind<'order-type' | 'channel' | 'tier' | 'segment'>,
	wanted: Wanted,
	facts: Facts,
): ConditionChange {
	const { span } = condition;
	const { plan, state } = facts;
	const { steps } = plan.tiers;
	if (!state.member) return { kind: 'missing', span, fact: 'member' };
	const accepted = acceptedOf(
		condition,
		wanted,
		steps.map(({ name }) => name),
	);
	if (accepted.length === 0) return nothing(condition, 'no name');
	return { kind: 'tier', span, accepted, climb: climbTo(accepted, state.member, facts) };
}

/** The lowest of some tiers that a lifetime's points would bring; points move nobody down. */
function climbTo(accepted: readonly string[], { tier, lifetimeUnits }: MemberState, { plan }: Facts) {
	const { by, movedByHand, steps } = plan.tiers;
	if (by !== 'lifetime points' || movedByHand) return null;
	const current = steps.findIndex(({ name }) => name === tier);
	// Whoever is below what the points bring is there for another reason.
	if (steps.findLastIndex(({ from }) => from <= lifetimeUnits) > current) return null;
	const next = steps.find(({ name, from }, index) => index > current && accepted.includes(name) && from > lifetimeUnits);
	return next ? { tier: next.name, missingUnits: next.from - lifetimeUnits } : null;
}

function ofAmount(condition: OfKind<'spend' | 'quantity'>, wanted: Wanted, facts: Facts): ConditionChange {
	const { kind, span, filter: index, test } = condition;
	const filter = facts.plan.filters[index];
	if (!filter) throw new Error('A condition asks for a filter that the plan does not have');
	const measure = kind === 'quantity' ? 'quantity' : measureOf(filter);
	// A filter of money counts its units without its bounds, which are of money.
	const isBare = kind === 'quantity' && filter.kind === 'items' && !filter.isQuantity;
	const passing = passingRanges(test, wanted);
	const ranges = isBare ? passing : unboundedRanges(filter, passing);
	const value = measure === 'quantity' && filter.kind === 'items' ? itemUnits(filter, facts.cart) : unreduced(filter, facts);
	const found = distanceTo(ranges, value, measure === 'attribute' ? null : 0);
	const isEmpty = filter.kind === 'items' && !canChoose(filter);
	const distance = isEmpty ? { ...found, more: null } : found;
	if (!isNowhere(distance)) return { kind: 'amount', span, filter: index, measure, ...distance };
	if (isEmpty && found.more !== null) return nothing(condition, 'no item');
	const isBounded = !isBare && (filter.above !== null || filter.upTo !== null);
	return nothing(condition, passing.some(({ high }) => high === null || high >= 0n) && isBounded ? 'bounds' : 'no value');
}

/** Says whether there can be an item that a filter counts: of a name that is chosen and not left out. */
function canChoose({ mode, selectors, except }: PlanItemsFilter): boolean {
	// An item that nothing names is left out by nothing.
	if (mode !== 'in') return true;
	const isLeftOut = (by: PlanSelector['by'], name: string) =>
		except.some((selector) => selector.by === by && selector.names.includes(name));
	return selectors.some(({ by, names }) => names.some((name) => !isLeftOut(by, name)));
}

/** What a filter comes to before its bounds, below 0 too where more is taken off than there is. */
export function unreduced(filter: PlanFilter, { plan, cart, transaction }: Facts): number {
	const amountOf = (bare: PlanFilter) =>
		filterAmounts({ ...plan, filters: [{ ...bare, above: null, upTo: null }] }, cart)[0] ?? 0;
	if (filter.kind === 'total' && filter.without.points) {
		const gross = amountOf({ ...filter, without: { ...filter.without, points: false } });
		return gross - transaction.paidWithPointsMinor;
	}
	if (filter.kind !== 'attribute') return amountOf(filter);
	const value = ownValue(transaction.attributes, plan.attributes[filter.attribute]?.name ?? '');
	return value?.kind === 'number' ? value.millionths : 0;
}

/** Between two leap days there may be eight years, and some windows differ by a leap day only. */
const YEARLY_DAYS = 9 * 366;

function ofYearly(condition: OfKind<'birthday' | 'anniversary'>, wanted: Wanted, facts: Facts): ConditionChange {
	const { kind, span } = condition;
	const { member } = facts.state;
	if (!member) return { kind: 'missing', span, fact: 'member' };
	if ((kind === 'birthday' ? member.birthDate : member.joinedDate) === null) return { kind: 'missing', span, fact: kind };
	const isWanted = (days: number) => {
		const local = { ...facts.local, day: facts.local.day + days };
		return testCondition(condition, { ...facts, local }).verdict === wanted;
	};
	const nearest = (direction: 1 | -1) => {
		for (let days = 1; days <= YEARLY_DAYS; days++) if (isWanted(days * direction)) return days;
		return null;
	};
	const [later, earlier] = [nearest(1), nearest(-1)];
	const isNever = later === null && earlier === null;
	return isNever ? nothing(condition, 'every moment') : { kind: 'day', span, of: kind, later, earlier };
}

function ofPurchases(condition: OfKind<'purchase-number'>, wanted: Wanted, { state }: Facts): ConditionChange {
	const { span, isEvery, number } = condition;
	if (!state.member) return { kind: 'missing', span, fact: 'member' };
	const current = state.member.purchases + 1;
	if (wanted === 'fails') {
		return isEvery && number === 1 ? nothing(condition, 'always') : { kind: 'purchases', span, more: 1 };
	}
	if (!isEvery && current > number) return nothing(condition, 'past');
	return { kind: 'purchases', span, more: number - (isEvery ? current % number : current) };
}

function ofFact(condition: OfKind<'member-fact'>, wanted: Wanted, facts: Facts): ConditionChange {
	const { span, fact, test } = condition;
	if (!facts.state.member) return { kind: 'missing', span, fact: 'member' };
	const { seen } = testCondition(condition, facts);
	if (seen.kind !== 'fact') return { kind: 'missing', span, fact };
	const isSum = fact === 'lifetime points' || fact === 'lifetime spend';
	// A balance may be overdrawn, and a day may be before another.
	const distance = distanceTo(passingRanges(test, wanted), seen.value, isSum ? 0 : null);
	return isNowhere(distance) ? nothing(condition, 'no value') : { kind: 'fact', span, fact, ...distance };
}

function ofAttribute(condition: OfKind<'attribute'>, wanted: Wanted, facts: Facts): ConditionChange {
	const { span, attribute, test } = condition;
	const declared = facts.plan.attributes[attribute];
	if (declared?.owner === 'member' && !facts.state.member) return { kind: 'missing', span, fact: 'member' };
	switch (test.kind) {
		case 'flag':
			return { kind: 'flag', span, attribute, isSet: wanted === 'holds' };
		case 'is': {
			const isOther = test.negated === (wanted === 'holds');
			if (!isOther || declared?.type !== 'one of') return { kind: 'text', span, attribute, isOther, values: test.values };
			const values = declared.values.filter((value) => !test.values.includes(value));
			return values.length === 0 ? nothing(condition, 'no name') : { kind: 'text', span, attribute, isOther: false, values };
		}
		case 'number': {
			const value = attributeValue(attribute, facts);
			const ranges = passingRanges(test.test, wanted);
			const distance = distanceTo(ranges, value?.kind === 'number' ? value.millionths : 0, null);
			const isSaid = value !== null;
			if (!isSaid && passesAtZero(ranges)) return { kind: 'number', span, attribute, isSaid, more: 0, less: 0 };
			return isNowhere(distance) ? nothing(condition, 'no value') : { kind: 'number', span, attribute, isSaid, ...distance };
		}
		default:
			return unreachable(test);
	}
}

function passesAtZero(ranges: ReturnType<typeof passingRanges>): boolean {
	return ranges.some(({ low, high }) => (low === null || low <= 0n) && (high === null || high >= 0n));
}
