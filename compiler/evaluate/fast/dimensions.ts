/**
 * The dimensions by which rules are indexed. Of each, a transaction has one code and a rule may match at some of them. What names
 * and days there are is read off the rules themselves, so codes are few: a name that no rule lists has the code of all such names.
 */
import type { PlanCampaign, PlanCondition, PlanDates, PlanRule } from '../../plan/plan.ts';
import { stretchesOf } from '../closures/conditions.ts';
import { countOf, intersection, type Reach, reachOf } from './reach.ts';
import type { Scene } from './scene.ts';

/** A rule as an index sees it. */
export interface Indexable {
	/** What the index answers with. */
	readonly slot: number;
	readonly rule: PlanRule;
	/** The same for the same rule at another place of the text. */
	readonly origin: object;
	readonly campaign: PlanCampaign | null;
}

/** One way to sort transactions. */
export interface Dimension {
	/** Codes are 0 up to, but not, `size`. */
	readonly size: number;
	/** The code of the transaction that a scene tells of. */
	readonly codeOf: (scene: Scene) => number;
	/** Where a rule may match; null: everywhere. */
	readonly reachOf: (rule: Indexable) => RuleReach | null;
}

/** The codes at which a rule may match, and what an index along this dimension settles of it for good. */
export interface RuleReach {
	readonly codes: Uint8Array;
	/** The share of transactions that meet them, roughly. */
	readonly share: number;
	readonly settled: readonly (PlanCondition | PlanDates)[];
}

/** The dimensions of some rules. */
export function dimensionsOf(rules: readonly Indexable[], dayStartsMinute: number): Dimension[] {
	return [
		nameDimension(rules, 'store', ({ transaction }) => transaction.store),
		nameDimension(rules, 'tier', ({ tier }) => tier),
		nameDimension(rules, 'channel', ({ transaction }) => transaction.channel),
		nameDimension(rules, 'order-type', ({ transaction }) => transaction.orderType),
		weekDimension(dayStartsMinute),
		dayDimension(rules),
		birthdayDimension(rules),
	];
}

/** The reach that all conditions of a rule leave together. */
function alongConditions(
	rule: PlanRule,
	leaf: (condition: PlanCondition) => Reach | null,
	shareOf: (codes: Uint8Array) => number,
): RuleReach | null {
	let left: Reach | null = null;
	const settled: PlanCondition[] = [];
	for (const condition of rule.conditions) {
		const reach = reachOf(condition, leaf);
		if (reach === null) continue;
		if (reach.isExact) settled.push(condition);
		left = left === null ? reach : intersection(left, reach);
	}
	return left && { codes: left.codes, share: shareOf(left.codes), settled };
}

// ---------------------------------------------------------------- names

type NameKind = 'store' | 'tier' | 'channel' | 'order-type';

/** Code 0: no name is known; 1: one that no rule lists; from 2 the listed ones. */
const UNKNOWN = 0;
const UNLISTED = 1;

function nameDimension(rules: readonly Indexable[], kind: NameKind, nameOf: (scene: Scene) => string | null): Dimension {
	const codes = new Map<string, number>();
	for (const { rule } of rules) {
		for (const name of rule.conditions.flatMap((condition) => namesIn(condition, kind))) {
			if (!codes.has(name)) codes.set(name, codes.size + 2);
		}
	}
	const size = codes.size + 2;
	return {
		size,
		codeOf: (scene) => {
			const name = nameOf(scene);
			return name === null ? UNKNOWN : (codes.get(name) ?? UNLISTED);
		},
		reachOf: ({ rule }) =>
			alongConditions(
				rule,
				(condition) => nameReach(condition, kind, codes, size),
				(reach) => countOf(reach) / size,
			),
	};
}

function namesIn(condition: PlanCondition, kind: NameKind): readonly string[] {
	if ('conditions' in condition) return condition.conditions.flatMap((part) => namesIn(part, kind));
	if (condition.kind !== kind) return [];
	return condition.kind === 'store' ? condition.stores : condition.names;
}

/** An unknown name neither holds nor fails, so that it is in no reach. */
function nameReach(
	condition: PlanCondition,
	kind: NameKind,
	codes: ReadonlyMap<string, number>,
	size: number,
): Reach | null {
	if (condition.kind !== kind) return null;
	// Whether a store is of a chain is for the transaction to say.
	if (condition.kind === 'store' && condition.chains.length > 0) return null;
	const names = condition.kind === 'store' ? condition.stores : condition.names;
	const reach = new Uint8Array(size).fill(condition.negated ? 1 : 0);
	for (const name of names) reach[codes.get(name) ?? UNLISTED] = condition.negated ? 0 : 1;
	reach[UNKNOWN] = 0;
	return { codes: reach, isExact: true };
}

// ---------------------------------------------------------------- the week

const SLOT_MINUTES = 30;
const SLOTS_A_DAY = 48;

/** Half hours of the business week. */
function weekDimension(dayStartsMinute: number): Dimension {
	const size = 7 * SLOTS_A_DAY;
	return {
		size,
		codeOf: ({ weekday, minute }) => (weekday - 1) * SLOTS_A_DAY + Math.floor(minute / SLOT_MINUTES),
		reachOf: ({ rule }) =>
			alongConditions(
				rule,
				(condition) => {
					if (condition.kind !== 'day-time') return null;
					const codes = new Uint8Array(size);
					let isExact = true;
					for (const { from, until } of condition.alternatives.flatMap((each) => stretchesOf(each, dayStartsMinute))) {
						codes.fill(1, Math.floor(from / SLOT_MINUTES), Math.ceil(until / SLOT_MINUTES));
						isExact &&= from % SLOT_MINUTES === 0 && until % SLOT_MINUTES === 0;
					}
					return { codes, isExact };
				},
				(reach) => countOf(reach) / size,
			),
	};
}

// ---------------------------------------------------------------- days

/** More stretches of days than this are put together. */
const MOST_STRETCHES = 512;

/** Stretches between the days on which some rule or campaign begins or ends. */
function dayDimension(rules: readonly Indexable[]): Dimension {
	const ends = new Set<number>();
	for (const { from, until } of rules.flatMap(datesOf)) {
		if (from !== null) ends.add(from.day);
		if (until !== null) ends.add(lastDay(until) + 1);
	}
	const sorted = [...ends].sort((a, b) => a - b);
	const step = Math.ceil(sorted.length / MOST_STRETCHES) || 1;
	/** The first day of each stretch but the first, which has none. */
	const starts = sorted.filter((_, index) => index % step === 0);
	const size = starts.length + 1;
	const codeOfDay = codesOfDays(starts);
	return {
		size,
		codeOf: (scene) => codeOfDay(scene.day),
		reachOf: (rule) => {
			const dates = datesOf(rule).filter(({ from, until }) => from !== null || until !== null);
			if (dates.length === 0) return null;
			const codes = new Uint8Array(size).fill(1);
			for (const { from, until } of dates) {
				if (from !== null) codes.fill(0, 0, codeOfDay(from.day));
				if (until !== null) codes.fill(0, codeOfDay(lastDay(until)) + 1);
			}
			return { codes, share: countOf(codes) / size, settled: step > 1 ? [] : dates.filter(isWholeDays) };
		},
	};
}

/** Dates by an attribute are no dates of the moment. */
function datesOf({ rule, campaign }: Pick<Indexable, 'rule' | 'campaign'>): PlanDates[] {
	return [rule.dates, ...(campaign ? [campaign.dates] : [])].filter(({ by }) => by === null);
}

/** The last day on which something that ends at a moment can be active. */
function lastDay({ day, minute }: { readonly day: number; readonly minute: number }): number {
	return minute === 0 ? day - 1 : day;
}

function isWholeDays({ from, until }: PlanDates): boolean {
	return (from === null || from.minute === 0) && (until === null || until.minute === 0);
}

/** How many of some sorted numbers are at most a number. */
function countUpTo(sorted: readonly number[], most: number): number {
	let low = 0;
	let high = sorted.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((sorted[middle] as number) <= most) low = middle + 1;
		else high = middle;
	}
	return low;
}

/** Stretches over more days than this, some 90 years, are searched instead of listed day by day. */
const MOST_LISTED_DAYS = 32_768;

/** How many of some sorted days are at most a day. */
function codesOfDays(starts: readonly number[]): (day: number) => number {
	const first = starts[0] ?? 0;
	const days = (starts.at(-1) ?? 0) - first + 1;
	if (days > MOST_LISTED_DAYS) return (day) => countUpTo(starts, day);
	const codes = Uint16Array.from({ length: days }, (_, day) => countUpTo(starts, first + day));
	return (day) => (day < first ? 0 : day - first < days ? (codes[day - first] as number) : starts.length);
}

// ---------------------------------------------------------------- birthdays

/** Code 0: no birthday is known; else twice the first window that it is in, plus 1 in the birthday's month, plus 1. */
function birthdayDimension(rules: readonly Indexable[]): Dimension {
	const windows = new Set<number>();
	for (const { rule } of rules) for (const days of rule.conditions.flatMap(windowsIn)) windows.add(days);
	/** Days around the birthday, from the narrowest window. */
	const radii = [...windows].sort((a, b) => a - b);
	const size = 2 * (radii.length + 1) + 1;
	const isAsked = rules.some(({ rule }) => rule.conditions.some(asksForBirthday));
	/** Beyond the widest window lies the rest of the year; half of a narrow one is in the birthday's month. */
	const shareOf = (reach: Uint8Array) => {
		const radius = radii[Math.floor((reach.lastIndexOf(1) - 1) / 2)];
		return radius === undefined ? 1 / 12 : (2 * radius + 1) / 365;
	};
	return {
		size,
		codeOf: isAsked ? birthdayCode(radii) : () => 0,
		reachOf: ({ rule }) =>
			alongConditions(
				rule,
				(condition) => {
					if (condition.kind !== 'birthday') return null;
					const { window } = condition;
					const codes = new Uint8Array(size);
					const widest = window === 'this month' ? radii.length : radii.indexOf(radiusOf(window) ?? 0);
					for (let ring = 0; ring <= widest; ring++) {
						codes[2 * ring + 2] = 1;
						if (window !== 'this month') codes[2 * ring + 1] = 1;
					}
					return { codes, isExact: true };
				},
				shareOf,
			),
	};
}

function radiusOf(window: 'today' | 'this month' | { readonly withinDays: number }): number | null {
	if (window === 'this month') return null;
	return window === 'today' ? 0 : window.withinDays;
}

function windowsIn(condition: PlanCondition): number[] {
	if ('conditions' in condition) return condition.conditions.flatMap(windowsIn);
	const radius = condition.kind === 'birthday' ? radiusOf(condition.window) : null;
	return radius === null ? [] : [radius];
}

function asksForBirthday(condition: PlanCondition): boolean {
	return 'conditions' in condition ? condition.conditions.some(asksForBirthday) : condition.kind === 'birthday';
}

function birthdayCode(radii: readonly number[]): (scene: Scene) => number {
	return (scene) => {
		if (scene.birthMonth === 0) return 0;
		const distance = Math.abs(scene.birthday());
		let ring = 0;
		while (ring < radii.length && distance > (radii[ring] as number)) ring++;
		return 2 * ring + 1 + (scene.birthMonth === scene.month() ? 1 : 0);
	};
}
