/** Conditions as closures: nothing is made from strings, so that a strict page and a hardened server may run them. */
import { WEEKDAYS } from '../../domain/calendar.ts';
import { unreachable } from '../../domain/unreachable.ts';
import type { PlanCondition, PlanDayTime, PlanTest } from '../../plan/plan.ts';
import type { KnownCondition } from '../conditions.ts';
import { intervalOf } from '../fast/interval.ts';
import type { BackendOptions } from '../fast/backend.ts';
import type { Guard, Scene } from '../fast/scene.ts';

type OfKind<K extends PlanCondition['kind']> = Extract<PlanCondition, { readonly kind: K }>;
type Verdict = 'holds' | 'fails';

/** A condition of a rule, kept for the next rule that has it too where it is shared. */
export function sharedClosure(condition: PlanCondition, options: BackendOptions): Guard {
	const index = options.sharedIndex(condition);
	return index === null ? conditionClosure(condition, options) : (_, scene) => scene.holds(index);
}

/**
 * Says whether a condition holds, or with `verdict` "fails" whether it fails; an unknown one does neither, so that `not` needs
 * no third value: it holds where every part fails.
 */
export function conditionClosure(condition: PlanCondition, options: BackendOptions, verdict: Verdict = 'holds'): Guard {
	const holds = verdict === 'holds';
	switch (condition.kind) {
		case 'always':
			return () => holds;
		case 'any':
		case 'all':
		case 'not':
			return groupClosure(condition, options, verdict);
		case 'day-time':
			return dayTimeClosure(condition, options, holds);
		case 'order-type':
			return nameClosure(condition, holds, ({ transaction }) => transaction.orderType);
		case 'channel':
			return nameClosure(condition, holds, ({ transaction }) => transaction.channel);
		case 'tier':
			return nameClosure(condition, holds, ({ tier }) => tier);
		case 'store':
			return storeClosure(condition, holds);
		case 'spend': {
			const { filter } = condition;
			return amountClosure(condition.test, holds, (scene) => scene.amount(filter));
		}
		case 'quantity': {
			const { filter } = condition;
			return amountClosure(condition.test, holds, (scene) => scene.units(filter));
		}
		case 'birthday':
			return birthdayClosure(condition, holds);
		case 'segment':
		case 'anniversary':
		case 'purchase-number':
		case 'member-fact':
		case 'attribute':
			return askClosure(condition, holds);
		default:
			return unreachable(condition);
	}
}

/** What is asked rarely and costs little is left to the reference's own test. */
function askClosure(condition: KnownCondition, holds: boolean): Guard {
	const wanted = holds ? 1 : 0;
	return (_, scene) => scene.asks(condition) === wanted;
}

function groupClosure(
	{ kind, conditions }: OfKind<'any' | 'all' | 'not'>,
	options: BackendOptions,
	verdict: Verdict,
): Guard {
	// The verdict of the parts that is asked for, and whether one part with it is enough.
	const of = (kind === 'not') === (verdict === 'holds') ? 'fails' : 'holds';
	const parts = conditions.map((part) => conditionClosure(part, options, of));
	const isOneEnough = of === (kind === 'all' ? 'fails' : 'holds');
	return isOneEnough
		? (transaction, scene) => parts.some((part) => part(transaction, scene))
		: (transaction, scene) => parts.every((part) => part(transaction, scene));
}

const MINUTES_A_DAY = 1_440;
const MINUTES_A_WEEK = 7 * MINUTES_A_DAY;

/** Windows as stretches of the minutes of a business week; one that passes its end goes on at its beginning. */
function dayTimeClosure({ alternatives }: OfKind<'day-time'>, { dayStartsMinute }: BackendOptions, holds: boolean): Guard {
	const stretches = alternatives.flatMap((alternative) => stretchesOf(alternative, dayStartsMinute));
	return (_, { weekday, minute }) => {
		const at = (weekday - 1) * MINUTES_A_DAY + minute;
		const isWithin = stretches.some(({ from, until }) => from <= at && at < until);
		return isWithin === holds;
	};
}

/** The stretches of the minutes of a business week that a window covers, 0 being the beginning of Monday. */
export function stretchesOf(
	{ days, fromMinute, untilMinute }: PlanDayTime,
	dayStartsMinute: number,
): { readonly from: number; readonly until: number }[] {
	const isWhole = fromMinute === 0 && untilMinute === MINUTES_A_DAY;
	const start = isWhole ? 0 : (fromMinute - dayStartsMinute + MINUTES_A_DAY) % MINUTES_A_DAY;
	const length = ((untilMinute - fromMinute + MINUTES_A_DAY - 1) % MINUTES_A_DAY) + 1;
	return days.flatMap((day) => {
		const from = WEEKDAYS.indexOf(day) * MINUTES_A_DAY + start;
		const until = from + length;
		if (until <= MINUTES_A_WEEK) return [{ from, until }];
		return [
			{ from, until: MINUTES_A_WEEK },
			{ from: 0, until: until - MINUTES_A_WEEK },
		];
	});
}

/** A name that is missing neither holds nor fails. */
function nameClosure(
	{ names, negated }: { readonly names: readonly string[]; readonly negated: boolean },
	holds: boolean,
	nameOf: (scene: Scene) => string | null,
): Guard {
	const listed = new Set(names);
	const wanted = negated !== holds;
	return (_, scene) => {
		const name = nameOf(scene);
		return name !== null && listed.has(name) === wanted;
	};
}

function storeClosure({ stores, chains, negated }: OfKind<'store'>, holds: boolean): Guard {
	const [listedStores, listedChains] = [new Set(stores), new Set(chains)];
	const wanted = negated !== holds;
	return ({ store, chain }) => {
		if (store === null) return false;
		return (listedStores.has(store) || (chain !== null && listedChains.has(chain))) === wanted;
	};
}

function amountClosure(test: PlanTest, holds: boolean, amountOf: (scene: Scene) => number): Guard {
	const { low, high, negated } = intervalOf(test);
	const wanted = negated !== holds;
	return (_, scene) => {
		const amount = amountOf(scene);
		return (low <= amount && amount <= high) === wanted;
	};
}

function birthdayClosure({ window }: OfKind<'birthday' | 'anniversary'>, holds: boolean): Guard {
	const isWithin = birthdayTest(window);
	return (_, scene) => scene.birthMonth !== 0 && isWithin(scene) === holds;
}

function birthdayTest(window: OfKind<'birthday' | 'anniversary'>['window']): (scene: Scene) => boolean {
	if (window === 'today') return (scene) => scene.birthday() === 0;
	if (window === 'this month') return (scene) => scene.birthMonth === scene.month();
	const { withinDays } = window;
	return (scene) => Math.abs(scene.birthday()) <= withinDays;
}
