import type {
	ActiveClause,
	Condition,
	DayRange,
	DayTime,
	Day,
	EarnClause,
	FilterDeclaration,
	Missing,
	Moment,
	Name,
	NumberLiteral,
	RuleClause,
	RuleDeclaration,
	Selector,
	StoreCondition,
	Tier,
} from '#grammar';
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
	const program = lowerProgram(symbols);
	const units = new Units(program.pointDecimals, program.currencyDecimals, symbols.filterNames);
	return {
		version: PLAN_VERSION,
		program,
		tiers: lowerTiers(symbols, units),
		filters: symbols.filterNames.map((name) => lowerFilter(name, symbols.filters.get(name))),
		rules: rules.map((rule) => lowerRule(rule, units)),
	};
}

/** How the numbers of this program become whole units, and its names indexes. */
class Units {
	readonly #pointDecimals: number;
	readonly #currencyDecimals: number;
	readonly #filterIndex: ReadonlyMap<string, number>;

	constructor(pointDecimals: number, currencyDecimals: number, filterNames: readonly string[]) {
		this.#pointDecimals = pointDecimals;
		this.#currencyDecimals = currencyDecimals;
		this.#filterIndex = new Map(filterNames.map((name, index) => [name, index]));
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

	formula(earn: EarnClause): PlanFormula {
		const result = normalise(whole(earn.formula), {
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

function lowerProgram(symbols: Symbols): PlanProgram {
	const program = whole(symbols.program ?? undefined);
	const timezone = program.settings.find((setting) => setting.kind === 'timezone');
	const week = program.settings.find((setting) => setting.kind === 'week');
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

const longDays: readonly string[] = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

function lowerTiers(symbols: Symbols, units: Units): PlanTiers {
	const declaration = symbols.tiers;
	if (!declaration) return { by: 'none', steps: [] };
	const tiers = declaration.tiers.filter((tier) => tier.kind === 'tier-declaration');
	return { by: whole(declaration.by).text, steps: tiers.map((tier) => lowerTier(tier, units)) };
}

function lowerTier(tier: Tier, units: Units) {
	const color = tier.clauses.find((clause) => clause.kind === 'color-clause');
	const factor = tier.clauses.find((clause) => clause.kind === 'multiply');
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
	if (source.kind === 'total-source') {
		const leaves = (part: string) => source.excluding.some((word) => word.kind === 'word' && word.text === part);
		const without = { taxes: leaves('taxes'), fees: leaves('fees'), tip: leaves('tip'), points: leaves('points') };
		return { kind: 'total', name, without, beforeDiscounts: source.beforeDiscounts };
	}
	const selectors = (list: readonly (Selector | Missing)[]) => list.map((selector) => lowerSelector(whole(selector)));
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
		clause.kind === 'limit'
			? [units.points((clause as { readonly points: NumberLiteral | Missing } & typeof clause).points)]
			: [],
	);
	return limits.length === 0 ? null : Math.min(...limits);
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
		case 'raw':
			throw new Error('A condition that could not be read was lowered');
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
