import type {
	ActiveClause,
	Condition,
	DayRange,
	DayTime,
	Day,
	EarnClause,
	FilterDeclaration,
	LimitClause,
	Missing,
	Moment,
	Name,
	NumberLiteral,
	ProgramSetting,
	RuleClause,
	RuleDeclaration,
	Selector,
	StoreCondition,
	Tier,
	TierBasis,
} from '#grammar';
import { shiftSpans } from '#grammar';
import { currencyCode, pointDecimals, pointRounding, programCurrencyDecimals } from '../check/points.ts';
import { isBuiltInFilter, type Symbols } from '../check/symbols.ts';
import { epochDay } from '../domain/calendar.ts';
import {
	floorRational,
	fractionOf,
	multiplyRationals,
	powerOfTen,
	type Rational,
	rational,
	rationalFromDecimal,
} from '../domain/rational.ts';
import { unreachable } from '../domain/unreachable.ts';
import { normalise } from '../formula/normalise.ts';
import {
	type Fraction,
	type LocalMoment,
	PLAN_VERSION,
	type Plan,
	type PlanCondition,
	type PlanDayTime,
	type PlanFilter,
	type PlanFormula,
	type PlanProgram,
	type PlanRule,
	type PlanSelector,
	type PlanTiers,
} from './plan.ts';

/**
 * The plan of a program. Only declarations without errors may be given: a hole in one of them is our own bug and throws.
 * `rules` are the rules to include, in the order of the text; the filters they use must be among the symbols.
 */
export function lower(symbols: Symbols, rules: readonly RuleDeclaration[]): Plan {
	const units = unitsOf(symbols);
	return planOf(
		symbols,
		units,
		rules.map((rule) => lowerRule(rule, units)),
	);
}

/** A rule whose spans count from an offset of the text. */
export interface PlacedRule {
	readonly rule: RuleDeclaration;
	readonly offset: number;
}

/** The same plan from rules that are the objects of before wherever their text is: each of them is lowered once. */
export function lowerPlaced(symbols: Symbols, rules: readonly PlacedRule[]): Plan {
	const units = unitsOf(symbols);
	return planOf(
		symbols,
		units,
		rules.map((placed) => lowerOnce(placed, units)),
	);
}

const lowered = new WeakMap<RuleDeclaration, { readonly unitsKey: string; readonly rule: PlanRule }>();

function lowerOnce({ rule, offset }: PlacedRule, units: Units): PlanRule {
	let kept = lowered.get(rule);
	if (kept?.unitsKey !== units.key) lowered.set(rule, (kept = { unitsKey: units.key, rule: lowerRule(rule, units) }));
	return shiftSpans(kept.rule, offset);
}

function planOf(symbols: Symbols, units: Units, rules: readonly PlanRule[]): Plan {
	return {
		version: PLAN_VERSION,
		program: lowerProgram(symbols),
		tiers: lowerTiers(symbols, units),
		filters: symbols.filterNames.map((name) => lowerFilter(name, symbols.filters.get(name))),
		rules,
	};
}

function unitsOf({ program, filterNames }: Symbols): Units {
	return new Units(pointDecimals(program), programCurrencyDecimals(program), filterNames);
}

/** How the numbers of this program become whole units, and its names indexes. */
class Units {
	readonly #pointDecimals: number;
	readonly #currencyDecimals: number;
	readonly #filterIndex: ReadonlyMap<string, number>;
	/** Equal where the same rule is lowered to the same. */
	readonly key: string;

	constructor(pointDecimals: number, currencyDecimals: number, filterNames: readonly string[]) {
		this.#pointDecimals = pointDecimals;
		this.#currencyDecimals = currencyDecimals;
		this.#filterIndex = new Map(filterNames.map((name, index) => [name, index]));
		this.key = JSON.stringify([pointDecimals, currencyDecimals, filterNames]);
	}

	points(literal: NumberLiteral | Missing): number {
		return Number(floorRational(multiplyRationals(exact(literal), rational(powerOfTen(this.#pointDecimals)))));
	}

	amount(literal: NumberLiteral | Missing): Fraction {
		return fractionOf(multiplyRationals(exact(literal), rational(powerOfTen(this.#currencyDecimals))));
	}

	filter(name: Name | Missing): number {
		const index = this.#filterIndex.get(whole(name).text);
		if (index === undefined) throw new Error('A filter was lowered that is not declared');
		return index;
	}

	formula({ formula, every, atLeast, exempt, recipient }: EarnClause): PlanFormula {
		refuse('a part of an earn', every, atLeast, exempt, recipient);
		const result = normalise(whole(formula), {
			currencyDecimals: this.#currencyDecimals,
			filterIndex: (name) => this.#filterIndex.get(name) ?? null,
		});
		if (!result.ok) throw new Error('A formula with an error was lowered');
		return result.formula;
	}
}

/** A part that must be there: what is lowered has been checked. */
function whole<T extends { readonly kind: string }>(part: T | Missing | undefined): Exclude<T, Missing> {
	if (!part || part.kind === 'missing') throw new Error('A part that is missing was lowered');
	return part as Exclude<T, Missing>;
}

function exact(literal: NumberLiteral | Missing): Rational {
	return rationalFromDecimal(whole(literal).digits);
}

/** Throws where something stands that the plan has no place for: the checker lets nothing through that is not evaluated yet. */
function refuse(construct: string, ...parts: readonly unknown[]): void {
	if (parts.some((part) => part !== undefined && part !== false)) {
		throw new Error(`Something was lowered that is not evaluated yet: ${construct}`);
	}
}

function lowerProgram(symbols: Symbols): PlanProgram {
	const program = whole(symbols.program ?? undefined);
	const timezone = program.settings.find((setting) => setting.kind === 'timezone');
	const week = program.settings.find((setting) => setting.kind === 'week');
	for (const setting of program.settings) refuseSetting(setting);
	const decimals = pointDecimals(program);
	const units = new Units(decimals, 0, []);
	return {
		name: whole(program.name).text,
		currency: currencyCode(program) ?? '',
		currencyDecimals: programCurrencyDecimals(program),
		timezone: timezone?.kind === 'timezone' ? whole(timezone.zone).text : 'UTC',
		weekStarts: week?.kind === 'week' ? longDays.indexOf(whole(week.first).text) + 1 : 1,
		pointDecimals: decimals,
		rounding: pointRounding(program),
		channels: symbols.channels,
		orderTypes: symbols.orderTypes,
		limitUnits: smallestLimit(program.settings, units),
	};
}

function refuseSetting(setting: ProgramSetting): void {
	refuse(setting.kind, setting.kind === 'raw', setting.kind === 'day', setting.kind === 'returns');
	if (setting.kind === 'points') refuse('a place of rounding', setting.per && whole(setting.per).text !== 'award');
}

const longDays: readonly string[] = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

function lowerTiers(symbols: Symbols, units: Units): PlanTiers {
	const declaration = symbols.tiers;
	if (!declaration) return { by: 'none', steps: [] };
	const { keptThroughNextYear, movedByHand } = declaration;
	refuse('what moves a member', keptThroughNextYear, movedByHand);
	const tiers = declaration.tiers.filter((tier) => tier.kind === 'tier-declaration');
	return { by: measureOf(whole(declaration.by)), steps: tiers.map((tier) => lowerTier(tier, units)) };
}

function measureOf({ measure }: TierBasis): 'lifetime points' | 'hand' {
	if (measure === 'lifetime points' || measure === 'hand') return measure;
	throw new Error('Tiers were lowered that are not evaluated yet');
}

function lowerTier(tier: Tier, units: Units) {
	const color = tier.clauses.find((clause) => clause.kind === 'color-clause');
	const factor = tier.clauses.find((clause) => clause.kind === 'multiply');
	for (const clause of tier.clauses) {
		refuse('a clause of a tier', clause.kind === 'raw');
		if (clause.kind === 'multiply') refuse('a multiplier', whole(clause.what).text !== 'points', clause.on);
	}
	return {
		name: whole(tier.name).text,
		span: tier.span,
		fromUnits: tier.from ? units.points(tier.from) : 0,
		color: color?.kind === 'color-clause' ? whole(color.color).text : null,
		earns: earnsOf(tier.clauses, units),
		multiplier: factor?.kind === 'multiply' ? fractionOf(exact(factor.factor)) : null,
	};
}

function lowerFilter(name: string, filter: FilterDeclaration | undefined): PlanFilter {
	if (isBuiltInFilter(name)) {
		const excluded = name.startsWith('Total without');
		const without = { taxes: excluded, fees: excluded, tip: excluded, points: false };
		return { kind: 'total', name, without, beforeDiscounts: false };
	}
	const source = whole(filter?.source);
	refuse('the band of a filter', filter?.above, filter?.upTo);
	if (source.kind === 'total-source') {
		const leaves = (part: string) => source.excluding.some((word) => word.kind === 'word' && word.text === part);
		const without = { taxes: leaves('taxes'), fees: leaves('fees'), tip: leaves('tip'), points: leaves('points') };
		return { kind: 'total', name, without, beforeDiscounts: source.beforeDiscounts };
	}
	const selectors = (list: readonly (Selector | Missing)[]) => list.map((selector) => lowerSelector(whole(selector)));
	if (source.kind !== 'items-source') throw new Error('A cart filter was lowered that is not evaluated yet');
	refuse('a filter of items', source.isQuantity, source.excludingPoints);
	return {
		kind: 'items',
		name,
		mode: source.mode,
		selectors: selectors(source.selectors),
		except: selectors(source.except),
	};
}

function lowerSelector(selector: Selector): PlanSelector {
	return { by: selector.by.text, names: selector.names.map((name) => whole(name).text) };
}

function lowerRule(rule: RuleDeclaration, units: Units): PlanRule {
	const active = find(rule, 'active');
	const priority = find(rule, 'priority');
	const status = find(rule, 'status');
	const sign = priority?.negative ? -1 : 1;
	refuse('an event', rule.on && whole(rule.on).event !== 'purchase');
	refuse('a clock', active?.by);
	refuse(
		'a clause of a rule',
		...['raw', 'exclusive', 'multiply'].map((kind) => rule.clauses.some((clause) => clause.kind === kind)),
	);
	return {
		name: whole(rule.name).text,
		span: rule.span,
		enabled: status === undefined || whole(status.status).text === 'enabled',
		from: active?.from ? startOf(active) : null,
		until: active?.until ? endOf(active) : null,
		// `|| 0` keeps "-0" out of the plan's JSON.
		priority: priority ? sign * Number(whole(priority.value).digits) || 0 : 0,
		conditions: (find(rule, 'when')?.conditions ?? []).map((condition) => lowerCondition(condition, units)),
		earns: earnsOf(rule.clauses, units),
		limitUnits: smallestLimit(rule.clauses, units),
	};
}

function find<K extends RuleClause['kind']>(rule: RuleDeclaration, kind: K): Extract<RuleClause, { kind: K }> | undefined {
	return rule.clauses.find((clause): clause is Extract<RuleClause, { kind: K }> => clause.kind === kind);
}

function earnsOf(clauses: readonly { readonly kind: string }[], units: Units): PlanFormula[] {
	return clauses.flatMap((clause) => (clause.kind === 'earn' ? [units.formula(clause as EarnClause)] : []));
}

function smallestLimit(clauses: readonly { readonly kind: string }[], units: Units): number | null {
	const limits = clauses.flatMap((clause) =>
		clause.kind === 'limit' ? [units.points(pointsOf(clause as LimitClause))] : [],
	);
	return limits.length === 0 ? null : Math.min(...limits);
}

function pointsOf({ most, per, orNothing }: LimitClause): NumberLiteral | Missing {
	refuse('a limit', orNothing, per.kind !== 'word' || per.text !== 'transaction');
	if (most.kind !== 'limit-points') throw new Error('A limit was lowered that is not evaluated yet');
	return most.points;
}

function startOf(active: ActiveClause): LocalMoment {
	const moment: Moment = whole(active.from);
	return { day: epochDay(moment.date), minute: moment.time?.minute ?? 0 };
}

/** The end is excluded: a whole last day ends with the next day's first minute. */
function endOf(active: ActiveClause): LocalMoment {
	const moment: Moment = whole(active.until);
	const day = epochDay(moment.date);
	if (!moment.time || moment.time.minute === MINUTES_A_DAY) return { day: day + 1, minute: 0 };
	return { day, minute: moment.time.minute };
}

const MINUTES_A_DAY = 1440;

function lowerCondition(condition: Condition, units: Units): PlanCondition {
	const { span } = condition;
	switch (condition.kind) {
		case 'always':
			return { kind: 'always', span };
		case 'day-time':
			return { kind: 'day-time', span, alternatives: condition.alternatives.map(lowerDayTime) };
		case 'order-type':
		case 'channel':
		case 'tier': {
			const names = condition.names.map((name) => whole(name).text);
			return { kind: condition.kind, span, negated: condition.negated, names };
		}
		case 'store':
			return lowerStore(condition);
		case 'spend': {
			const test = whole(condition.test);
			const filter = units.filter(condition.filter);
			if (test.kind === 'between') {
				const bounds = { lowMinor: units.amount(test.low), highMinor: units.amount(test.high) };
				return { kind: 'spend', span, filter, test: { operator: 'between', ...bounds } };
			}
			return { kind: 'spend', span, filter, test: { operator: test.operator.text, valueMinor: units.amount(test.value) } };
		}
		case 'birthday': {
			const window = whole(condition.window);
			if (window.kind === 'within')
				return { kind: 'birthday', span, window: { withinDays: Number(whole(window.days).digits) } };
			return { kind: 'birthday', span, window: window.text };
		}
		case 'any':
		case 'all':
		case 'not':
		case 'segment':
		case 'quantity':
		case 'anniversary':
		case 'purchase-number':
		case 'member-fact':
		case 'attribute':
		case 'raw':
			throw new Error(`A condition was lowered that is not evaluated yet: ${condition.kind}`);
		default:
			return unreachable(condition);
	}
}

function lowerStore(condition: StoreCondition): PlanCondition {
	const places = condition.places.map((place) => whole(place));
	const named = (by: 'store' | 'chain') => places.filter((place) => place.by === by).map((place) => whole(place.name).text);
	return { kind: 'store', span: condition.span, negated: condition.negated, stores: named('store'), chains: named('chain') };
}

const weekDays: readonly Day[] = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

function lowerDayTime({ days, between }: DayTime): PlanDayTime {
	const covered = days === 'any' ? new Set(weekDays) : new Set(days.flatMap((range) => daysOf(whole(range))));
	return {
		days: weekDays.filter((day) => covered.has(day)),
		fromMinute: between ? whole(between.from).minute : 0,
		untilMinute: between ? whole(between.until).minute : MINUTES_A_DAY,
	};
}

/** The days of a range, which may go round the week's end. */
function daysOf(range: DayRange): Day[] {
	const first = weekDays.indexOf(range.first.text);
	const last = range.last ? weekDays.indexOf(whole(range.last).text) : first;
	const length = ((last - first + 7) % 7) + 1;
	return Array.from({ length }, (_, step) => weekDays[(first + step) % 7] as Day);
}
