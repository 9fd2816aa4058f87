/** Nearest changes and lit stretches of text as they go over the wire. */
import {
	ATTRIBUTE_DECIMALS,
	type ChangeOfRule,
	type ConditionChange,
	dateOfEpochDay,
	type Distance,
	formatFraction,
	formatIsoDate,
	formatMinor,
	formatPoints,
	type Fraction,
	isOfRule,
	type LitSpan,
	type LitValue,
	multiplyRationals,
	type NearMoment,
	phraseOfChange,
	type Plan,
	pointsToNumber,
	powerOfTen,
	QUANTITY_DECIMALS,
	rational,
	rationalFromFraction,
	type RuleChange,
	unreachable,
} from '#compiler';
import type { ChangeParts, ChangeWire, LitSpanWire } from './contract.ts';

/** A change, in words and in data. */
export function changeWire(plan: Plan, change: RuleChange): ChangeWire {
	const parts = isOfRule(change) ? partsOfRule(plan, change) : partsOfCondition(plan, change);
	return { words: phraseOfChange(plan, change), ...parts };
}

function partsOfRule(plan: Plan, change: ChangeOfRule): ChangeParts {
	switch (change.kind) {
		case 'enable':
			return { kind: 'enable', what: change.what };
		case 'event':
			return { kind: 'event', event: typeof change.event === 'string' ? change.event : change.event.custom };
		case 'date': {
			const name = plan.attributes[change.attribute]?.name ?? '';
			// A date is the first minute of its day.
			const first = change.from && (change.from.minute === 0 ? change.from.day : change.from.day + 1);
			const last = change.until && (change.until.minute === 0 ? change.until.day - 1 : change.until.day);
			return { kind: 'date', attribute: name, from: dayWire(first), until: dayWire(last) };
		}
		case 'renewal': {
			const { by, renews } = change;
			const at = renews.kind === 'at' ? momentWire(renews.moment) : null;
			return { kind: 'renewal', by, at, withinDays: renews.kind === 'within' ? renews.days : null };
		}
		case 'set': {
			const points = change.by && pointsOf(change.by, plan.program.pointDecimals);
			const set = plan.exclusives[change.exclusive]?.name ?? '';
			return { kind: 'set', set, to: plan.rules[change.to]?.name ?? '', points };
		}
		case 'divisor': {
			const filter = plan.filters[change.filter ?? -1];
			const amount = filter ? formatMinor(change.amount, filter.decimals) : null;
			return { kind: 'divisor', filter: filter?.name ?? null, amount };
		}
		default:
			return unreachable(change);
	}
}

function partsOfCondition(plan: Plan, change: ConditionChange): ChangeParts {
	const { program, filters, attributes } = plan;
	switch (change.kind) {
		case 'amount': {
			const { measure, filter } = change;
			const decimals = { money: program.currencyDecimals, quantity: QUANTITY_DECIMALS, attribute: ATTRIBUTE_DECIMALS };
			const distance = distanceWire(change, decimals[measure]);
			return { kind: 'amount', filter: filters[filter]?.name ?? '', measure, ...distance };
		}
		case 'moment':
			return { kind: 'moment', later: momentWire(change.later), earlier: momentWire(change.earlier) };
		case 'day':
			return { kind: 'day', of: change.of, later: change.later, earlier: change.earlier };
		case 'name':
			return { kind: 'name', fact: change.fact === 'channel' ? 'channel' : 'orderType', accepted: change.accepted };
		case 'tier': {
			const { accepted, climb } = change;
			const points = climb && pointsToNumber(climb.missingUnits, program.pointDecimals);
			return { kind: 'tier', accepted, climb: climb && { tier: climb.tier, points: points ?? 0 } };
		}
		case 'store':
			return { kind: 'store', isOther: change.isOther, stores: change.stores, chains: change.chains };
		case 'segment':
			return { kind: 'segment', isLeaving: change.isLeaving, names: change.names };
		case 'purchases':
			return { kind: 'purchases', more: change.more };
		case 'fact': {
			const isPoints = change.fact === 'lifetime points' || change.fact === 'balance';
			const decimals = isPoints ? program.pointDecimals : change.fact === 'lifetime spend' ? program.currencyDecimals : 0;
			return { kind: 'fact', fact: change.fact, ...distanceWire(change, decimals) };
		}
		case 'number': {
			const distance = distanceWire(change, ATTRIBUTE_DECIMALS);
			return { kind: 'number', attribute: attributes[change.attribute]?.name ?? '', isSaid: change.isSaid, ...distance };
		}
		case 'flag':
			return { kind: 'flag', attribute: attributes[change.attribute]?.name ?? '', isSet: change.isSet };
		case 'text': {
			const { isOther, values } = change;
			return { kind: 'text', attribute: attributes[change.attribute]?.name ?? '', isOther, values };
		}
		case 'missing':
			return { kind: 'missing', fact: change.fact };
		case 'together':
			return { kind: 'together', changes: change.changes.map((each) => changeWire(plan, each)) };
		case 'unreachable':
			return { kind: 'unreachable', because: change.because };
		default:
			return unreachable(change);
	}
}

function distanceWire({ more, less }: Distance, decimals: number) {
	const text = (by: number | null) => (by === null ? null : formatMinor(by, decimals));
	return { more: text(more), less: text(less) };
}

function momentWire(moment: NearMoment | null): string | null {
	return moment && new Date(moment.atMs).toISOString();
}

function dayWire(day: number | null): string | null {
	return day === null ? null : formatIsoDate(dateOfEpochDay(day));
}

/** Exact point units as an exact fraction of points. */
export function pointsOf(units: Fraction, pointDecimals: number): string {
	return formatFraction(multiplyRationals(rationalFromFraction(units), rational(1n, powerOfTen(pointDecimals))));
}

/** A stretch of the text with what stands inside it. */
export function litSpanWire(plan: Plan, { span, what, verdict, value, inner }: LitSpan): LitSpanWire {
	return { span, what, verdict, value: valueWire(plan, value), inner: inner.map((each) => litSpanWire(plan, each)) };
}

function valueWire({ program }: Plan, value: LitValue): string | null {
	switch (value.kind) {
		case 'seen':
			return null;
		case 'points':
			return value.points && formatFraction(value.points);
		case 'given':
			return formatPoints(value.units, program.pointDecimals);
		case 'factor':
			return formatFraction(value.factor);
		case 'cut':
			return pointsOf(value.units, program.pointDecimals);
		case 'times':
			return value.times === null ? null : String(value.times);
		default:
			return unreachable(value);
	}
}
