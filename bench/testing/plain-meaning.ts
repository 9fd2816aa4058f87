/** What a workload means, as plainly as it can be written: fractions of big integers, and the host's own clock of a timezone. */
import { unreachable } from '#compiler';
import type {
	Expected,
	NameSet,
	RawTransaction,
	TimeWindow,
	Workload,
	WorkloadCondition,
	WorkloadFilter,
	WorkloadFormula,
	WorkloadRule,
} from '../workload.ts';

/** What a transaction must earn. */
export function meaningOf({ program, cartFilters, rules }: Workload, raw: RawTransaction): Expected {
	const local = localTime(raw.occurredAt, program.timezone);
	const cents = (id: string) => filterCents(cartFilters.find((filter) => filter.id === id) as WorkloadFilter, raw);
	const scene: Scene = { raw, local, cents };
	const hits = rules.flatMap((rule, index) => (matches(rule, scene) ? [[index, pointsOf(rule, scene)] as const] : []));
	const total = hits.reduce((sum, [, points]) => sum + points, 0);
	return { id: raw.id, points: Math.min(total, program.maxPointsPerTransaction), rules: hits };
}

interface Scene {
	readonly raw: RawTransaction;
	readonly local: Local;
	readonly cents: (filter: string) => bigint;
}

interface Local {
	/** `YYYY-MM-DD` */
	readonly date: string;
	/** `mon` */
	readonly weekday: string;
	readonly minute: number;
}

const DAY_MS = 86_400_000;
const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

function localTime(instant: string, timeZone: string): Local {
	// This locale writes dates as ISO does.
	const text = new Date(instant).toLocaleString('sv-SE', { timeZone });
	const [date = '', time = ''] = text.split(' ');
	return { date, weekday: weekdayOf(date, 0), minute: minuteOf(time) };
}

function weekdayOf(date: string, daysBefore: number): string {
	return WEEKDAYS[new Date(Date.parse(date) - daysBefore * DAY_MS).getUTCDay()] ?? '';
}

function minuteOf(time: string): number {
	return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

function matches({ enabled, start, end, conditions }: WorkloadRule, scene: Scene): boolean {
	const { date } = scene.local;
	if (!enabled || (start !== null && date < start) || (end !== null && date > end)) return false;
	return conditions.every((condition) => holds(condition, scene));
}

function holds(condition: WorkloadCondition, { raw, local, cents }: Scene): boolean {
	switch (condition.type) {
		case 'time':
			return condition.anyOf.some((window) => isWithin(window, local));
		case 'store':
		case 'channel':
		case 'orderType': {
			const value = raw[condition.type];
			return condition.anyOf.some((set) => isIn(set, value));
		}
		case 'tier':
			return condition.anyOf.some((set) => isIn(set, raw.member.tier));
		case 'birthday':
			return condition.anyOf.some(({ when }) => isBirthday(when, raw.member.birthday, local.date));
		case 'cartSpend':
			return condition.anyOf.some(({ filter, op, value }) => {
				const difference = cents(filter) * 100n - fraction(value).numerator * (10_000n / fraction(value).denominator);
				return { '>=': difference >= 0n, '>': difference > 0n, '<=': difference <= 0n, '<': difference < 0n }[op];
			});
		default:
			return unreachable(condition);
	}
}

function isIn({ op, values }: NameSet, value: string): boolean {
	return values.includes(value) === (op === 'in');
}

function isWithin({ days, from, to }: TimeWindow, { date, weekday, minute }: Local): boolean {
	const named: readonly string[] = days;
	const [start, end] = [minuteOf(from), minuteOf(to)];
	const isToday = named.includes(weekday);
	if (start < end) return isToday && start <= minute && minute < end;
	return (isToday && start <= minute) || (named.includes(weekdayOf(date, 1)) && minute < end);
}

function isBirthday(when: 'sameDay' | 'within3Days' | 'sameMonth', birthday: string | null, date: string): boolean {
	if (birthday === null) return false;
	if (when === 'sameMonth') return birthday.slice(5, 7) === date.slice(5, 7);
	const year = Number(date.slice(0, 4));
	const distances = [year - 1, year, year + 1].map((around) => {
		const isCommon = Number.isNaN(Date.parse(`${around}-02-29`)) || new Date(`${around}-02-29`).getUTCDate() !== 29;
		const day = birthday.endsWith('02-29') && isCommon ? '02-28' : birthday.slice(5);
		return Math.abs(Date.parse(`${around}-${day}`) - Date.parse(date)) / DAY_MS;
	});
	return Math.min(...distances) <= (when === 'sameDay' ? 0 : 3);
}

function filterCents(filter: WorkloadFilter, { lines, total, taxes, fees, tip }: RawTransaction): bigint {
	if (filter.kind === 'total') return BigInt(total - taxes - fees - tip);
	const { categories, subcategories, items, op } = filter;
	const chosen = lines.filter(({ category, subcategory, item }) => {
		const isListed = categories.includes(category) || subcategories.includes(subcategory) || items.includes(item);
		return isListed === (op === 'in');
	});
	return BigInt(chosen.reduce((sum, { amount }) => sum + amount, 0));
}

interface Fraction {
	readonly numerator: bigint;
	readonly denominator: bigint;
}

function fraction(decimal: string): Fraction {
	const [integer = '', decimals = ''] = decimal.split('.');
	return { numerator: BigInt(integer + decimals), denominator: 10n ** BigInt(decimals.length) };
}

/** Null where something is divided by zero. */
function valueOf(formula: WorkloadFormula, cents: bigint): Fraction | null {
	if ('filter' in formula) return { numerator: cents, denominator: 100n };
	if ('num' in formula) return fraction(formula.num);
	const [left, right] = [valueOf(formula.left, cents), valueOf(formula.right, cents)];
	if (!left || !right) return null;
	const [a, b, c, d] = [left.numerator, left.denominator, right.numerator, right.denominator];
	switch (formula.op) {
		case '+':
			return { numerator: a * d + c * b, denominator: b * d };
		case '-':
			return { numerator: a * d - c * b, denominator: b * d };
		case '*':
			return { numerator: a * c, denominator: b * d };
		case '/':
			return c === 0n ? null : { numerator: a * d, denominator: b * c };
		default:
			return unreachable(formula.op);
	}
}

function pointsOf({ effect, maxPointsPerTransaction }: WorkloadRule, { cents }: Scene): number {
	const points = effect.type === 'fixed' ? effect.points : wholePoints(valueOf(effect.expr, cents(effect.filter)));
	return Math.min(points, maxPointsPerTransaction ?? points);
}

/** Rounded down, and never below 0. */
function wholePoints(value: Fraction | null): number {
	if (!value || value.numerator * value.denominator <= 0n) return 0;
	return Number(value.numerator / value.denominator);
}
