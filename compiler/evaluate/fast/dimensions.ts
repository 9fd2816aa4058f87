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

/** One way to sort transactions. Each kind has a `codeOf` of its own: a code of 0 up to, but not, `size`. */
export interface Dimension {
	readonly size: number;
	/** Where a rule may match; null: everywhere. */
	reachOf(rule: Indexable): RuleReach | null;
}

/** The codes at which a rule may match, and what an index along this dimension settles of it for good. */
export interface RuleReach {
	readonly codes: Uint8Array;
	/** The share of transactions that meet them, roughly. */
	readonly share: number;
	readonly settled: readonly (PlanCondition | PlanDates)[];
}

/** The dimensions of some rules. */
export class Dimensions {
	/** In the order of {@link codesOf}. */
	readonly all: readonly Dimension[];
	readonly #stores: NameDimension;
	readonly #tiers: NameDimension;
	readonly #channels: NameDimension;
	readonly #orderTypes: NameDimension;
	readonly #week: WeekDimension;
	readonly #days: DayDimension;
	readonly #birthdays: BirthdayDimension;
	readonly #codes: Int32Array;

	constructor(rules: readonly Indexable[], dayStartsMinute: number) {
		this.#stores = new NameDimension(rules, 'store');
		this.#tiers = new NameDimension(rules, 'tier');
		this.#channels = new NameDimension(rules, 'channel');
		this.#orderTypes = new NameDimension(rules, 'order-type');
		this.#week = new WeekDimension(dayStartsMinute);
		this.#days = new DayDimension(rules);
		this.#birthdays = new BirthdayDimension(rules);
		const names = [this.#stores, this.#tiers, this.#channels, this.#orderTypes];
		this.all = [...names, this.#week, this.#days, this.#birthdays];
		this.#codes = new Int32Array(this.all.length);
	}

	/** The codes of the transaction that a scene tells of, until it tells of the next. */
	codesOf(scene: Scene): Int32Array {
		const codes = this.#codes;
		const { store, channel, orderType } = scene.transaction;
		codes[0] = this.#stores.codeOf(store);
		codes[1] = this.#tiers.codeOf(scene.tier);
		codes[2] = this.#channels.codeOf(channel);
		codes[3] = this.#orderTypes.codeOf(orderType);
		codes[4] = this.#week.codeOf(scene);
		codes[5] = this.#days.codeOf(scene.day);
		codes[6] = this.#birthdays.codeOf(scene);
		return codes;
	}
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

class NameDimension implements Dimension {
	readonly size: number;
	readonly #kind: NameKind;
	readonly #codes = new Map<string, number>();

	constructor(rules: readonly Indexable[], kind: NameKind) {
		this.#kind = kind;
		for (const { rule } of rules) {
			for (const name of rule.conditions.flatMap((condition) => namesIn(condition, kind))) {
				if (!this.#codes.has(name)) this.#codes.set(name, this.#codes.size + 2);
			}
		}
		this.size = this.#codes.size + 2;
	}

	codeOf(name: string | null): number {
		return name === null ? UNKNOWN : (this.#codes.get(name) ?? UNLISTED);
	}

	reachOf({ rule }: Indexable): RuleReach | null {
		return alongConditions(
			rule,
			(condition) => nameReach(condition, this.#kind, this.#codes, this.size),
			(reach) => countOf(reach) / this.size,
		);
	}
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
class WeekDimension implements Dimension {
	readonly size = 7 * SLOTS_A_DAY;
	readonly #dayStartsMinute: number;

	constructor(dayStartsMinute: number) {
		this.#dayStartsMinute = dayStartsMinute;
	}

	codeOf({ weekday, minute }: Scene): number {
		return (weekday - 1) * SLOTS_A_DAY + Math.floor(minute / SLOT_MINUTES);
	}

	reachOf({ rule }: Indexable): RuleReach | null {
		return alongConditions(
			rule,
			(condition) => this.#reachOfWindows(condition),
			(reach) => countOf(reach) / this.size,
		);
	}

	#reachOfWindows(condition: PlanCondition): Reach | null {
		if (condition.kind !== 'day-time') return null;
		const codes = new Uint8Array(this.size);
		let isExact = true;
		for (const { from, until } of condition.alternatives.flatMap((each) => stretchesOf(each, this.#dayStartsMinute))) {
			codes.fill(1, Math.floor(from / SLOT_MINUTES), Math.ceil(until / SLOT_MINUTES));
			isExact &&= from % SLOT_MINUTES === 0 && until % SLOT_MINUTES === 0;
		}
		return { codes, isExact };
	}
}

// ---------------------------------------------------------------- days

/** More stretches of days than this are put together. */
const MOST_STRETCHES = 512;

/** Stretches between the days on which some rule or campaign begins or ends. */
class DayDimension implements Dimension {
	readonly size: number;
	/** The first day of each stretch but the first, which has none. */
	readonly #starts: readonly number[];
	/** Codes from the first of these days on, day by day; empty where there are too many. */
	readonly #listed: Uint16Array;
	readonly #isWhole: boolean;

	constructor(rules: readonly Indexable[]) {
		const ends = new Set<number>();
		for (const { from, until } of rules.flatMap(datesOf)) {
			if (from !== null) ends.add(from.day);
			if (until !== null) ends.add(lastDay(until) + 1);
		}
		const sorted = [...ends].sort((a, b) => a - b);
		const step = Math.ceil(sorted.length / MOST_STRETCHES) || 1;
		const starts = sorted.filter((_, index) => index % step === 0);
		this.#isWhole = step === 1;
		this.#starts = starts;
		this.#listed = listedCodes(starts);
		this.size = starts.length + 1;
	}

	codeOf(day: number): number {
		const starts = this.#starts;
		const first = starts[0];
		if (first === undefined || day < first) return 0;
		const listed = this.#listed;
		if (day - first < listed.length) return listed[day - first] as number;
		return listed.length > 0 ? starts.length : countUpTo(starts, day);
	}

	reachOf(rule: Indexable): RuleReach | null {
		const dates = datesOf(rule).filter(({ from, until }) => from !== null || until !== null);
		if (dates.length === 0) return null;
		const codes = new Uint8Array(this.size).fill(1);
		for (const { from, until } of dates) {
			if (from !== null) codes.fill(0, 0, this.codeOf(from.day));
			if (until !== null) codes.fill(0, this.codeOf(lastDay(until)) + 1);
		}
		return { codes, share: countOf(codes) / this.size, settled: this.#isWhole ? dates.filter(isWholeDays) : [] };
	}
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

/** How many of some sorted days are at most a day, for each from the first to the last of them. */
function listedCodes(starts: readonly number[]): Uint16Array {
	const first = starts[0] ?? 0;
	const days = (starts.at(-1) ?? 0) - first + 1;
	return Uint16Array.from({ length: days > MOST_LISTED_DAYS ? 0 : days }, (_, day) => countUpTo(starts, first + day));
}

// ---------------------------------------------------------------- birthdays

/** Code 0: no birthday is known; else twice the first window that it is in, plus 1 in the birthday's month, plus 1. */
class BirthdayDimension implements Dimension {
	readonly size: number;
	/** Days around the birthday, from the narrowest window. */
	readonly #radii: readonly number[];
	readonly #isAsked: boolean;

	constructor(rules: readonly Indexable[]) {
		const windows = new Set(rules.flatMap(({ rule }) => rule.conditions.flatMap(windowsIn)));
		this.#radii = [...windows].sort((a, b) => a - b);
		this.#isAsked = rules.some(({ rule }) => rule.conditions.some(asksForBirthday));
		this.size = 2 * (this.#radii.length + 1) + 1;
	}

	codeOf(scene: Scene): number {
		if (!this.#isAsked || scene.birthMonth === 0) return 0;
		const radii = this.#radii;
		const distance = Math.abs(scene.birthday());
		let ring = 0;
		while (ring < radii.length && distance > (radii[ring] as number)) ring++;
		return 2 * ring + 1 + (scene.birthMonth === scene.month() ? 1 : 0);
	}

	reachOf({ rule }: Indexable): RuleReach | null {
		return alongConditions(
			rule,
			(condition) => this.#reachOfWindow(condition),
			(codes) => this.#shareOf(codes),
		);
	}

	#reachOfWindow(condition: PlanCondition): Reach | null {
		if (condition.kind !== 'birthday') return null;
		const { window } = condition;
		const codes = new Uint8Array(this.size);
		const widest = window === 'this month' ? this.#radii.length : this.#radii.indexOf(radiusOf(window) ?? 0);
		for (let ring = 0; ring <= widest; ring++) {
			codes[2 * ring + 2] = 1;
			if (window !== 'this month') codes[2 * ring + 1] = 1;
		}
		return { codes, isExact: true };
	}

	/** Beyond the widest window lies the rest of the year; half of a narrow one is in the birthday's month. */
	#shareOf(codes: Uint8Array): number {
		const radius = this.#radii[Math.floor((codes.lastIndexOf(1) - 1) / 2)];
		return radius === undefined ? 1 / 12 : (2 * radius + 1) / 365;
	}
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
