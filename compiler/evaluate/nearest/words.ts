/** Nearest changes in English: short, exact, and in the user's own names. */
import { ATTRIBUTE_DECIMALS } from '../../domain/attribute.ts';
import { dateOfEpochDay, formatIsoDate, formatTime } from '../../domain/calendar.ts';
import { formatMinor, formatPoints } from '../../domain/money.ts';
import { formatFraction, multiplyRationals, powerOfTen, rational, rationalFromFraction } from '../../domain/rational.ts';
import { localClock } from '../../domain/timezone.ts';
import { QUANTITY_DECIMALS } from '../../domain/transaction.ts';
import { unreachable } from '../../domain/unreachable.ts';
import type { Plan } from '../../plan/plan.ts';
import { capital, either, many, quote } from '../phrases.ts';
import { formatCount, formatFilterAmount } from '../spend-words.ts';
import type { ChangeOfRule, ConditionChange, Distance, NearMoment, Renewal, RuleChange, Unreachable } from './change.ts';

type OfKind<K extends RuleChange['kind']> = Extract<RuleChange, { readonly kind: K }>;

/** A change as a sentence: ``Smallest change: 2.10 AED more of `Food`.`` */
export function describeChange(plan: Plan, change: RuleChange): string {
	const phrase = phraseOfChange(plan, change);
	return isHopeless(change) ? `${capital(phrase)}.` : `Smallest change: ${phrase}.`;
}

function isHopeless(change: RuleChange): boolean {
	return change.kind === 'unreachable' || (change.kind === 'renewal' && change.renews.kind === 'never');
}

/** A change as a phrase: ``2.10 AED more of `Food` ``, `after 15:00`, `on Friday`. */
export function phraseOfChange(plan: Plan, change: RuleChange): string {
	return isOfRule(change) ? ofRule(plan, change) : ofCondition(plan, change);
}

const OF_RULE: Readonly<Record<ChangeOfRule['kind'], true>> = {
	enable: true,
	event: true,
	date: true,
	renewal: true,
	set: true,
	divisor: true,
};

/** Says whether a change is of a rule itself, and of none of its conditions. */
export function isOfRule(change: RuleChange): change is ChangeOfRule {
	return Object.hasOwn(OF_RULE, change.kind);
}

function ofRule(plan: Plan, change: ChangeOfRule): string {
	switch (change.kind) {
		case 'enable':
			return `enabling the ${change.what}`;
		case 'event':
			return `the event ${quote(typeof change.event === 'string' ? change.event : change.event.custom)}`;
		case 'date':
			return ofDate(plan, change);
		case 'renewal':
			return ofRenewal(plan, change.renews);
		case 'set':
			return ofSet(plan, change);
		case 'divisor': {
			const filter = plan.filters[change.filter ?? -1];
			return filter
				? `another amount of ${quote(filter.name)} than ${formatFilterAmount(filter, change.amount)}`
				: 'another formula';
		}
		default:
			return unreachable(change);
	}
}

function ofCondition(plan: Plan, change: ConditionChange): string {
	switch (change.kind) {
		case 'amount':
			return ofAmount(plan, change);
		case 'moment':
			return ofMoments(plan, change);
		case 'day':
			return nearerFirst(change.later, change.earlier, (days, side) => `${many(days, 'day')} ${side}`);
		case 'name':
			return `${change.fact} ${either(change.accepted.map(quote))}`;
		case 'tier':
			return ofTier(plan, change);
		case 'store': {
			const chains = change.chains.map((chain) => `the chain ${quote(chain)}`);
			const leading = change.isOther ? 'any store but' : change.stores.length === 0 ? 'a store of' : 'store';
			return `${leading} ${either([...change.stores.map(quote), ...chains])}`;
		}
		case 'segment':
			return `being in ${change.isLeaving ? 'no segment of' : 'the segment'} ${either(change.names.map(quote))}`;
		case 'purchases':
			return `${many(change.more, 'purchase')} later`;
		case 'fact':
			return ofFact(plan, change);
		case 'number':
		case 'flag':
		case 'text':
			return ofAttribute(plan, change);
		case 'missing':
			return MISSING[change.fact];
		case 'together':
			return change.changes.map((each) => ofCondition(plan, each)).join(', and ');
		case 'unreachable':
			return `no change helps: ${HOPELESS[change.because]}`;
		default:
			return unreachable(change);
	}
}

const HOPELESS: Readonly<Record<Unreachable, string>> = {
	bounds: 'the bounds of the filter keep it from that',
	'no item': 'the filter counts no item at all',
	'no value': 'no value passes',
	'every moment': 'it is the same at every moment',
	'no name': 'no other name is left',
	past: 'that purchase is past',
	always: 'it is always so',
};

const MISSING: Readonly<Record<OfKind<'missing'>['fact'], string>> = {
	member: 'a member',
	birthday: 'a birthday of the member',
	anniversary: 'a day on which the member joined',
	'days since joining': 'a day on which the member joined',
	'days since last purchase': 'an earlier purchase of the member',
	'lifetime points': 'a member',
	'lifetime spend': 'a member',
	balance: 'a member',
};

/** Both sides of a distance, the nearer one first. */
function nearerFirst(
	later: number | null,
	earlier: number | null,
	say: (distance: number, side: 'later' | 'earlier') => string,
): string {
	const sides = [
		...(later === null ? [] : [{ distance: later, words: say(later, 'later') }]),
		...(earlier === null ? [] : [{ distance: earlier, words: say(earlier, 'earlier') }]),
	];
	return sides
		.sort((a, b) => a.distance - b.distance)
		.map(({ words }) => words)
		.join(', or ');
}

/** `2.10 AED more`, `1 less`, `0.01 AED more or less`. */
function howMuch({ more, less }: Distance, say: (by: number) => string): string {
	if (more !== null && more === less) return `${say(more)} more or less`;
	return nearerFirst(more, less, (by, side) => `${say(by)} ${side === 'later' ? 'more' : 'less'}`);
}

function ofAmount({ filters, program }: Plan, change: OfKind<'amount'>): string {
	const filter = filters[change.filter];
	const decimals = change.measure === 'quantity' ? QUANTITY_DECIMALS : ATTRIBUTE_DECIMALS;
	const say = (by: number) =>
		change.measure === 'money'
			? `${formatMinor(by, program.currencyDecimals)} ${program.currency}`
			: formatCount(by, decimals);
	return `${howMuch(change, say)} of ${quote(filter?.name ?? '')}`;
}

function ofMoments(plan: Plan, { later, earlier }: OfKind<'moment'>): string {
	return nearerFirst(later?.minutes ?? null, earlier?.minutes ?? null, (_, side) => {
		const moment = side === 'later' ? later : earlier;
		return moment ? ofMoment(plan, moment, side) : '';
	});
}

const MINUTES_A_DAY = 1_440;
const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** A window opens with its first minute and closes after its last. */
function ofMoment({ program }: Plan, { atMs, minutes, local }: NearMoment, side: 'later' | 'earlier'): string {
	const transactionMs = atMs + minutes * 60_000 * (side === 'later' ? -1 : 1);
	const today = localClock(program.timezone)?.(transactionMs).day ?? local.day;
	const isLater = side === 'later';
	const isWhole = local.minute === (isLater ? 0 : MINUTES_A_DAY - 1);
	const time = isLater ? `after ${formatTime(local.minute)}` : `before ${formatTime(local.minute + 1)}`;
	if (local.day === today) return time;
	const isNear = Math.abs(local.day - today) < 7;
	const date = isNear ? '' : `, ${formatIsoDate(dateOfEpochDay(local.day))}`;
	const day = `${isNear && !isLater ? 'last' : 'on'} ${DAYS[local.weekday - 1] ?? ''}${date}`;
	return isWhole ? day : `${day} ${time}`;
}

function ofTier({ program }: Plan, { accepted, climb }: OfKind<'tier'>): string {
	const named = `tier ${either(accepted.map(quote))}`;
	if (!climb) return named;
	const missing = pointsOf(formatPoints(climb.missingUnits, program.pointDecimals));
	return `${named} (${missing} more for ${quote(climb.tier)})`;
}

function pointsOf(digits: string): string {
	return `${digits} ${digits === '1' ? 'point' : 'points'}`;
}

function ofFact({ program }: Plan, change: OfKind<'fact'>): string {
	const points = (by: number) => pointsOf(formatPoints(by, program.pointDecimals));
	switch (change.fact) {
		case 'lifetime points':
			return `${howMuch(change, points)} in a lifetime`;
		case 'lifetime spend':
			return `${howMuch(change, (by) => `${formatMinor(by, program.currencyDecimals)} ${program.currency}`)} in a lifetime`;
		case 'balance':
			return `${howMuch(change, points)} in the balance`;
		case 'days since joining':
		case 'days since last purchase':
			return nearerFirst(change.more, change.less, (days, side) => `${many(days, 'day')} ${side}`);
		default:
			return unreachable(change.fact);
	}
}

function ofAttribute({ attributes }: Plan, change: OfKind<'number' | 'flag' | 'text'>): string {
	const name = quote(attributes[change.attribute]?.name ?? '');
	switch (change.kind) {
		case 'number': {
			const say = (by: number) => formatCount(by, ATTRIBUTE_DECIMALS);
			if (change.isSaid) return `${howMuch(change, say)} of ${name}`;
			return `${name} of ${say(change.more ?? -(change.less ?? 0))}`;
		}
		case 'flag':
			return `${name} ${change.isSet ? 'on' : 'off'}`;
		case 'text':
			return `${name} as ${change.isOther ? 'anything but ' : ''}${either(change.values.map(quote))}`;
		default:
			return unreachable(change);
	}
}

function ofDate({ attributes }: Plan, { attribute, from, until }: OfKind<'date'>): string {
	const date = (day: number) => formatIsoDate(dateOfEpochDay(day));
	const name = quote(attributes[attribute]?.name ?? '');
	// A date is the first minute of its day, so within a day it is too early or already over.
	const first = from ? ` from ${date(from.minute === 0 ? from.day : from.day + 1)}` : '';
	const last = until ? ` until ${date(until.minute === 0 ? until.day - 1 : until.day)}` : '';
	return first + last === '' ? `some date as ${name}` : `${name}${first}${last}`;
}

function ofRenewal(plan: Plan, renews: Renewal): string {
	switch (renews.kind) {
		case 'at':
			return ofMoment(plan, renews.moment, 'later');
		case 'within':
			return `at most ${many(renews.days, 'day')} later`;
		case 'transaction':
			return 'another transaction';
		case 'never':
			return 'no change helps: what is counted never begins anew';
		default:
			return unreachable(renews);
	}
}

function ofSet({ rules, program }: Plan, { to, by }: OfKind<'set'>): string {
	if (by === null) return `a higher priority than that of ${quote(rules[to]?.name ?? '')}`;
	if (by.numerator === '0') return 'more points, or a higher priority';
	const points = multiplyRationals(rationalFromFraction(by), rational(1n, powerOfTen(program.pointDecimals)));
	return `more than ${pointsOf(formatFraction(points))} more`;
}
