/** Why a rule gave nothing, and what its conditions saw: the compiler says it in English, and gives it as data for others. */
import {
	type ConditionTrace,
	currencyDecimals,
	dateOfEpochDay,
	describeSeenBy,
	describeWhyNot,
	type LocalMoment,
	type Plan,
	type PlanCondition,
	type RuleChange,
	type RuleTrace,
	tellsChange,
	unreachable,
	type WhyNot,
} from '#compiler';
import { countDays, countOf } from '../messages/counted.ts';
import { spoken } from '../messages/language.ts';
import { formatMessage } from '../messages/message.ts';
import type { ReasonWords } from '../messages/reason-words.ts';
import { amountWords, unitOf } from './amounts.ts';
import { changeSentence } from './change-words.ts';
import { dateWords, listed, money, pointsShown, shownDigits, timeShown, words } from './words.ts';

type Seen = ConditionTrace['seen'];
type SeenOf<K extends Seen['kind']> = Extract<Seen, { readonly kind: K }>;

/** What a condition saw, in few words. */
export function seenWords(plan: Plan, condition: PlanCondition, trace: ConditionTrace): string {
	const said = spoken().translation?.reasons;
	return said ? seenIn(said, plan, condition, trace) : describeSeenBy(plan, condition, trace);
}

/**
 * Why a rule gave nothing; empty where it awarded. `sentences` are its conditions as its cards say them. Where the nearest change is
 * given, it is told too unless the reason names it already.
 */
export function whyNotWords(
	plan: Plan,
	trace: RuleTrace,
	sentences: readonly string[],
	change: RuleChange | null = null,
): string {
	const said = spoken().translation?.reasons;
	if (!said || trace.whyNot === null) return describeWhyNot(plan, trace, change) ?? '';
	const reason = whyNotIn(said, plan, trace, trace.whyNot, sentences);
	return change && !tellsChange(plan, trace, change) ? `${reason} ${changeSentence(said.change, plan, change)}` : reason;
}

// ---------------------------------------------------------------- what was seen

function seenIn({ seen: said }: ReasonWords, plan: Plan, condition: PlanCondition, trace: ConditionTrace): string {
	const { seen, inner } = trace;
	switch (seen.kind) {
		case 'nothing':
			return inner ? groupIn(said, inner) : said.always;
		case 'missing':
			return formatMessage(said.missing[seen.fact], 'name' in seen ? { name: seen.name } : {});
		case 'name':
			return seen.chain === undefined ? seen.name : formatMessage(said.nameOf, { name: seen.name, chain: seen.chain });
		case 'names':
			return seen.names.length === 0 ? said.noSegment : listed(seen.names, 'and');
		case 'amount':
			return amountIn(said, plan, condition, seen);
		case 'local-time': {
			const day = dayNames.find((name) => name === seen.day);
			return formatMessage(said.time, { day: day ? words.days[day] : seen.day, time: timeShown(seen.minute) });
		}
		case 'days-from': {
			const say = said.daysFrom[seen.of];
			const days = countDays(String(Math.abs(seen.days)));
			return formatMessage(seen.days === 0 ? say.today : seen.days < 0 ? say.before : say.after, { days });
		}
		case 'number':
			return formatMessage(said.number, { number: seen.value });
		case 'fact':
			return formatMessage(said.fact, { fact: words.facts[seen.fact], value: factValue(plan, seen) });
		case 'attribute':
			return formatMessage(said.attribute, { name: seen.name, value: attributeValue(said, seen) });
		default:
			return unreachable(seen);
	}
}

const dayNames = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;

function groupIn(said: ReasonWords['seen'], inner: readonly ConditionTrace[]): string {
	const count = (verdict: ConditionTrace['verdict']) => inner.filter((each) => each.verdict === verdict).length;
	return formatMessage(said.group, { holding: count('holds'), all: inner.length, unknown: count('unknown') });
}

function amountIn(said: ReasonWords['seen'], plan: Plan, condition: PlanCondition, seen: SeenOf<'amount'>): string {
	const digits = pointsShown(seen.amount, seen.decimals);
	if (condition.kind !== 'spend' && condition.kind !== 'quantity') return digits;
	const filter = plan.filters[condition.filter];
	const name = filter?.name ?? '';
	if (condition.kind === 'quantity') return formatMessage(said.quantity, { filter: name, amount: digits });
	const amount = filter ? amountWords(seen.amount, unitOf(filter), plan.program.currency) : digits;
	return formatMessage(said.amount, { filter: name, amount });
}

function factValue({ program }: Plan, { fact, value }: SeenOf<'fact'>): string {
	if (fact === 'lifetime spend') return money(value, program.currency, currencyDecimals(program.currency) ?? 2);
	if (fact === 'lifetime points' || fact === 'balance') return pointsShown(value, program.pointDecimals);
	return countDays(String(value));
}

function attributeValue({ flag }: ReasonWords['seen'], { value }: SeenOf<'attribute'>): string {
	switch (value.kind) {
		case 'text':
			return value.text;
		case 'number':
			return pointsShown(value.millionths, 6);
		case 'flag':
			return flag[value.isSet ? 'on' : 'off'];
		case 'date':
			return dateWords(value.date);
		default:
			return unreachable(value);
	}
}

// ---------------------------------------------------------------- why not

function whyNotIn(said: ReasonWords, plan: Plan, trace: RuleTrace, whyNot: WhyNot, sentences: readonly string[]): string {
	const rule = plan.rules[trace.index];
	const campaign = rule?.campaign == null ? undefined : plan.campaigns[rule.campaign];
	const say = (values: Readonly<Record<string, string>> = {}) =>
		whyNot.kind === 'not-started' || whyNot.kind === 'ended' || whyNot.kind === 'nothing-left'
			? ''
			: formatMessage(said.whyNot[whyNot.kind], values);
	switch (whyNot.kind) {
		case 'campaign-disabled':
			return say({ name: campaign?.name ?? '' });
		case 'other-event':
			return say({ event: eventName(rule?.event ?? 'any') });
		case 'no-date':
			return say({ name: plan.attributes[whyNot.attribute]?.name ?? '' });
		case 'not-started':
		case 'ended': {
			const dates = whyNot.of === 'rule' ? rule?.dates : campaign?.dates;
			const date = whyNot.kind === 'ended' ? endWords(dates?.until ?? null) : startWords(dates?.from ?? null);
			return formatMessage(said.dates[whyNot.kind][whyNot.of], { date, name: campaign?.name ?? '' });
		}
		case 'condition': {
			const condition = rule?.conditions[whyNot.index];
			const seen = trace.conditions[whyNot.index];
			const sentence = sentences[whyNot.index] ?? '…';
			return say({ condition: sentence, seen: condition && seen ? seenIn(said, plan, condition, seen) : '…' });
		}
		case 'used-up': {
			const limit = rule?.limits[whyNot.limit];
			const most = limit?.kind === 'times' ? `${timesWords(limit.times)} ${periodWords(plan, limit.usage)}` : '…';
			return say({ limit: most, used: timesWords(whyNot.times) });
		}
		case 'set-lost':
			return say({ rule: plan.rules[whyNot.to]?.name ?? '', set: plan.exclusives[whyNot.exclusive]?.name ?? '' });
		case 'nothing-left':
			return said.cut[whyNot.by];
		case 'disabled':
		case 'no-effect':
		case 'divided-by-zero':
		case 'nothing-to-multiply':
		case 'nobody-referred':
		case 'zero-points':
		case 'too-large':
			return say();
		default:
			return unreachable(whyNot);
	}
}

function eventName(event: Plan['rules'][number]['event']): string {
	return typeof event === 'string' ? words.events[event] : words.events.custom({ name: event.custom });
}

/** A whole day is named alone. */
function startWords(moment: LocalMoment | null): string {
	return moment ? momentWords(moment) : '…';
}

/** An end is excluded, so one at midnight means the whole day before. */
function endWords(moment: LocalMoment | null): string {
	if (!moment) return '…';
	return momentWords(moment.minute === 0 ? { day: moment.day - 1, minute: 0 } : moment);
}

function momentWords({ day, minute }: LocalMoment): string {
	const date = dateWords(dateOfEpochDay(day));
	return minute === 0 ? date : words.dateAndTime({ date, time: timeShown(minute) });
}

function timesWords(times: number): string {
	return words.timesCounted({ count: countOf(String(times)), shown: shownDigits(String(times)) });
}

function periodWords({ usages }: Plan, usage: number | null): string {
	const period = usage === null ? undefined : usages[usage]?.period;
	if (period === undefined) return words.per.transaction;
	return typeof period === 'string' ? words.per[period] : words.inAny({ days: countDays(String(period.rollingDays)) });
}
