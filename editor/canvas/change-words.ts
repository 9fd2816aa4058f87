/** The nearest change by which a rule would have given something, in another language than the compiler's. */
import {
	ATTRIBUTE_DECIMALS,
	type ChangeOfRule,
	type ConditionChange,
	currencyDecimals,
	dateOfEpochDay,
	type Distance,
	isOfRule,
	localClock,
	measureDecimals,
	type NearMoment,
	type Plan,
	type RuleChange,
	unreachable,
} from '#compiler';
import { countDays, countPoints } from '../messages/counted.ts';
import { formatMessage } from '../messages/message.ts';
import type { ChangeWords } from '../messages/reason-words.ts';
import { amountWords, unitOf } from './amounts.ts';
import { rationalWords } from './rational-words.ts';
import { dateWords, listed, money, pointDigits, pointsShown, timeShown, words } from './words.ts';

type OfKind<K extends RuleChange['kind']> = Extract<RuleChange, { readonly kind: K }>;

/** A change as a sentence. */
export function changeSentence(said: ChangeWords, plan: Plan, change: RuleChange): string {
	const phrase = changePhrase(said, plan, change);
	return formatMessage(isHopeless(change) ? said.hopeless : said.smallest, { change: phrase, why: phrase });
}

function isHopeless(change: RuleChange): boolean {
	return change.kind === 'unreachable' || (change.kind === 'renewal' && change.renews.kind === 'never');
}

function changePhrase(said: ChangeWords, plan: Plan, change: RuleChange): string {
	return isOfRule(change) ? ofRule(said, plan, change) : ofCondition(said, plan, change);
}

// ---------------------------------------------------------------- of a rule

function ofRule(said: ChangeWords, plan: Plan, change: ChangeOfRule): string {
	switch (change.kind) {
		case 'enable':
			return said.enable[change.what];
		case 'event': {
			const { event } = change;
			const named = typeof event === 'string' ? words.events[event] : words.events.custom({ name: event.custom });
			return formatMessage(said.event, { event: named });
		}
		case 'date':
			return ofDate(said, plan, change);
		case 'renewal':
			return ofRenewal(said, plan, change);
		case 'set':
			return ofSet(said, plan, change);
		case 'divisor': {
			const filter = plan.filters[change.filter ?? -1];
			if (!filter) return said.divisor.formula;
			const amount = amountWords(change.amount, unitOf(filter), plan.program.currency);
			return formatMessage(said.divisor.amount, { filter: filter.name, amount });
		}
		default:
			return unreachable(change);
	}
}

function ofDate({ date: said }: ChangeWords, { attributes }: Plan, { attribute, from, until }: OfKind<'date'>): string {
	const day = (epochDay: number) => dateWords(dateOfEpochDay(epochDay));
	// A date is the first minute of its day, so within a day it is too early or already over.
	const first = from && day(from.minute === 0 ? from.day : from.day + 1);
	const last = until && day(until.minute === 0 ? until.day - 1 : until.day);
	const say = first && last ? said.both : first ? said.from : last ? said.until : said.some;
	return formatMessage(say, { name: attributes[attribute]?.name ?? '', from: first ?? '', until: last ?? '' });
}

function ofRenewal(said: ChangeWords, plan: Plan, { renews }: OfKind<'renewal'>): string {
	switch (renews.kind) {
		case 'at':
			return ofMoment(said, plan, renews.moment, 'later');
		case 'within':
			return formatMessage(said.renewal.within, { days: countDays(String(renews.days)) });
		case 'transaction':
			return said.renewal.transaction;
		case 'never':
			return said.because['never anew'];
		default:
			return unreachable(renews);
	}
}

function ofSet({ set: said }: ChangeWords, { rules, program }: Plan, { to, by }: OfKind<'set'>): string {
	if (by === null) return formatMessage(said.priority, { rule: rules[to]?.name ?? '' });
	if (by.numerator === '0') return said.any;
	const denominator = String(BigInt(by.denominator) * 10n ** BigInt(program.pointDecimals));
	return formatMessage(said.points, { points: words.somePoints({ points: rationalWords({ ...by, denominator }) }) });
}

// ---------------------------------------------------------------- of a condition

function ofCondition(said: ChangeWords, plan: Plan, change: ConditionChange): string {
	switch (change.kind) {
		case 'amount':
			return ofAmount(said, plan, change);
		case 'moment':
			return nearerFirst(said, change.later?.minutes ?? null, change.earlier?.minutes ?? null, (_, side) => {
				const moment = change[side];
				return moment ? ofMoment(said, plan, moment, side) : '';
			});
		case 'day':
			return nearerFirst(said, change.later, change.earlier, (days, side) => daysAway(said, days, side));
		case 'name':
			return formatMessage(said.name[change.fact], { names: listed(change.accepted, 'or') });
		case 'tier':
			return ofTier(said, plan, change);
		case 'store': {
			const chains = change.chains.map((name) => formatMessage(said.store.chain, { name }));
			const say = change.isOther ? said.store.other : change.stores.length === 0 ? said.store.of : said.store.one;
			return formatMessage(say, { names: listed([...change.stores, ...chains], 'or') });
		}
		case 'segment': {
			const say = said.segment[change.isLeaving ? 'leaving' : 'joining'];
			return formatMessage(say, { names: listed(change.names, 'or') });
		}
		case 'purchases':
			return formatMessage(said.purchases, { count: change.more });
		case 'fact':
			return ofFact(said, plan, change);
		case 'number':
		case 'flag':
		case 'text':
			return ofAttribute(said, plan, change);
		case 'missing':
			return said.missing[change.fact];
		case 'together':
			return change.changes
				.map((each) => ofCondition(said, plan, each))
				.reduce((first, second) => formatMessage(said.and, { first, second }));
		case 'unreachable':
			return said.because[change.because];
		default:
			return unreachable(change);
	}
}

type Side = 'later' | 'earlier';

/** Both sides of a distance, the nearer one first. */
function nearerFirst(
	said: ChangeWords,
	later: number | null,
	earlier: number | null,
	say: (distance: number, side: Side) => string,
): string {
	const sides = [
		...(later === null ? [] : [{ distance: later, side: 'later' as const }]),
		...(earlier === null ? [] : [{ distance: earlier, side: 'earlier' as const }]),
	].sort((a, b) => a.distance - b.distance);
	const [first = '', second] = sides.map(({ distance, side }) => say(distance, side));
	return second === undefined ? first : formatMessage(said.or, { first, second });
}

function howMuch(said: ChangeWords, { more, less }: Distance, say: (by: number) => string): string {
	if (more !== null && more === less) return formatMessage(said.much.either, { by: say(more) });
	return nearerFirst(said, more, less, (by, side) =>
		formatMessage(said.much[side === 'later' ? 'more' : 'less'], { by: say(by) }),
	);
}

function daysAway(said: ChangeWords, days: number, side: Side): string {
	return formatMessage(said.days[side], { days: countDays(String(days)) });
}

function ofAmount(said: ChangeWords, { filters, program }: Plan, change: OfKind<'amount'>): string {
	const { measure, filter } = change;
	const unit = { measure, decimals: measureDecimals(measure, program.currencyDecimals) };
	const much = howMuch(said, change, (by) => amountWords(by, unit, program.currency));
	return formatMessage(said.muchOf, { much, of: filters[filter]?.name ?? '' });
}

const MINUTES_A_DAY = 1_440;
const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;

/** A window opens with its first minute and closes after its last. */
function ofMoment({ moment: said }: ChangeWords, { program }: Plan, near: NearMoment, side: Side): string {
	const { atMs, minutes, local } = near;
	const isLater = side === 'later';
	const transactionMs = atMs + minutes * 60_000 * (isLater ? -1 : 1);
	const today = localClock(program.timezone)?.(transactionMs).day ?? local.day;
	const time = isLater
		? formatMessage(said.after, { time: timeShown(local.minute) })
		: formatMessage(said.before, { time: timeShown(local.minute + 1) });
	if (local.day === today) return time;
	const isNear = Math.abs(local.day - today) < 7;
	const named = DAYS[local.weekday - 1];
	const day = formatMessage(isNear ? (isLater ? said.on : said.last) : said.dated, {
		day: named === undefined ? '' : words.fullDays[named],
		date: dateWords(dateOfEpochDay(local.day)),
	});
	const isWhole = local.minute === (isLater ? 0 : MINUTES_A_DAY - 1);
	return isWhole ? day : formatMessage(said.dayAndTime, { day, time });
}

function ofTier({ tier: said }: ChangeWords, { program }: Plan, { accepted, climb }: OfKind<'tier'>): string {
	const names = listed(accepted, 'or');
	if (!climb) return formatMessage(said.named, { names });
	const points = countPoints(pointDigits(climb.missingUnits, program.pointDecimals));
	return formatMessage(said.climbed, { names, points, tier: climb.tier });
}

function ofFact(said: ChangeWords, { program }: Plan, change: OfKind<'fact'>): string {
	const muchOf = (say: (by: number) => string) =>
		formatMessage(said.muchOf, { much: howMuch(said, change, say), of: words.facts[change.fact] });
	switch (change.fact) {
		case 'lifetime points':
		case 'balance':
			return muchOf((by) => countPoints(pointDigits(by, program.pointDecimals)));
		case 'lifetime spend':
			return muchOf((by) => money(by, program.currency, currencyDecimals(program.currency) ?? 2));
		case 'days since joining':
		case 'days since last purchase':
			return nearerFirst(said, change.more, change.less, (days, side) => daysAway(said, days, side));
		default:
			return unreachable(change.fact);
	}
}

function ofAttribute(said: ChangeWords, { attributes }: Plan, change: OfKind<'number' | 'flag' | 'text'>): string {
	const name = attributes[change.attribute]?.name ?? '';
	switch (change.kind) {
		case 'number': {
			const say = (by: number) => pointsShown(by, ATTRIBUTE_DECIMALS);
			if (change.isSaid) return formatMessage(said.muchOf, { much: howMuch(said, change, say), of: name });
			return formatMessage(said.attribute.number, { name, value: say(change.more ?? -(change.less ?? 0)) });
		}
		case 'flag':
			return formatMessage(said.attribute[change.isSet ? 'on' : 'off'], { name });
		case 'text': {
			const value = listed(change.values, 'or');
			return formatMessage(said.attribute[change.isOther ? 'other' : 'text'], { name, value });
		}
		default:
			return unreachable(change);
	}
}
