import {
	type ActiveClause,
	type AttributeDeclaration,
	type CampaignDeclaration,
	type LimitClause,
	type Moment,
	type ProgramDeclaration,
	type ProgramSetting,
	type RedemptionDeclaration,
	type RuleDeclaration,
	type Tier,
	type TiersDeclaration,
	shiftSpan,
	shiftSpans,
} from '#grammar';
import { currencyCode, pointDecimals, pointRounding, programCurrencyDecimals } from '../../check/points.ts';
import type { Symbols } from '../../check/symbols.ts';
import { epochDay } from '../../domain/calendar.ts';
import {
	type LocalMoment,
	PLAN_VERSION,
	type Plan,
	type PlanAttribute,
	type PlanCampaign,
	type PlanDates,
	type PlanEvent,
	type PlanProgram,
	type PlanRule,
	type PlanTier,
	type PlanTiers,
} from '../plan.ts';
import { lowerCondition } from './conditions.ts';
import { lowerEarn, lowerLimits, lowerMultiplier, Usages, usedFrom } from './effects.ts';
import { lowerFilter } from './filters.ts';
import { comesFrom } from '../origins.ts';
import { integer, nameOf, Names, whole } from './names.ts';
import { lowerRedemption } from './redemption.ts';

/** A rule as its piece of the text has it, the campaign that it stands in, and the offset of that piece. */
export interface PlacedRule {
	readonly rule: RuleDeclaration;
	readonly campaign: CampaignDeclaration | null;
	readonly offset: number;
}

/** A campaign as its piece of the text has it, and the offset of that piece. */
export interface PlacedCampaign {
	readonly campaign: CampaignDeclaration;
	readonly offset: number;
}

/** What of a program is lowered besides what it declares by name. */
export interface LoweredParts {
	/** In the order of the text. */
	readonly rules: readonly PlacedRule[];
	/** All that the rules stand in, and all that multiply. */
	readonly campaigns: readonly PlacedCampaign[];
	readonly redemption: RedemptionDeclaration | null;
}

/**
 * The plan of a program. Only declarations without errors may be given: a hole in one of them is our own bug and throws. What
 * the parts use must be among the symbols.
 */
export function lower(symbols: Symbols, { rules, campaigns, redemption }: LoweredParts): Plan {
	const declaration = whole(symbols.program ?? undefined);
	const decimals = { points: pointDecimals(declaration), currency: programCurrencyDecimals(declaration) };
	const names = new Names(symbols, decimals);
	const usages = new Usages();
	const program = lowerProgram(declaration, names, usages);
	const indexes = new Map(campaigns.map(({ campaign }, index) => [campaign, index]));
	return {
		version: PLAN_VERSION,
		program,
		tiers: lowerTiers(symbols.tiers, names),
		attributes: [...symbols.attributes].map(([name, attribute]) => lowerAttribute(name, attribute)),
		filters: symbols.filterNames.map((name) => lowerFilter(name, names)),
		exclusives: [...symbols.exclusives].map(([name, { picks }]) => ({ name, picks: whole(picks).text })),
		campaigns: campaigns.map(({ campaign, offset }, index) =>
			shiftSpans(lowerCampaign(campaign, index, names, usages), offset),
		),
		rules: rules.map(({ rule, campaign, offset }, index) => {
			const kept = lowerOnce(rule, names);
			const firstUsage = usages.take(kept.own, { kind: 'rule', index });
			return placeOnce(kept, { offset, firstUsage, campaign: campaign && (indexes.get(campaign) ?? null) });
		}),
		usages: usages.all,
		redemption: redemption && lowerRedemption(redemption, names),
	};
}

function lowerProgram(program: ProgramDeclaration, names: Names, usages: Usages): PlanProgram {
	const { symbols } = names;
	const timezone = settingOf(program, 'timezone');
	const week = settingOf(program, 'week');
	const day = settingOf(program, 'day');
	const points = settingOf(program, 'points');
	const returns = settingOf(program, 'returns');
	return {
		name: nameOf(program.name),
		currency: currencyCode(program) ?? '',
		currencyDecimals: names.currencyDecimals,
		timezone: timezone ? whole(timezone.zone).text : 'UTC',
		weekStarts: week ? longDays.indexOf(whole(week.first).text) + 1 : 1,
		dayStartsMinute: day ? whole(day.starts).minute : 0,
		pointDecimals: names.pointDecimals,
		rounding: pointRounding(program),
		roundingPlace: points?.per ? whole(points.per).text : 'award',
		returns: returns ? whole(returns.policy).text : 'may go negative',
		channels: symbols.channels,
		orderTypes: symbols.orderTypes,
		limits: lowerLimits(limitsOf(program.settings), { kind: 'program' }, names, usages),
	};
}

function settingOf<K extends ProgramSetting['kind']>(
	program: ProgramDeclaration,
	kind: K,
): Extract<ProgramSetting, { kind: K }> | undefined {
	return program.settings.find((setting): setting is Extract<ProgramSetting, { kind: K }> => setting.kind === kind);
}

function limitsOf(clauses: readonly { readonly kind: string }[]): LimitClause[] {
	return clauses.filter((clause): clause is LimitClause => clause.kind === 'limit');
}

const longDays: readonly string[] = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

function lowerTiers(declaration: TiersDeclaration | null, names: Names): PlanTiers {
	if (!declaration) return { by: 'none', filter: null, keptThroughNextYear: false, movedByHand: false, steps: [] };
	const { keptThroughNextYear, movedByHand } = declaration;
	const { measure, filter } = whole(declaration.by);
	const isSpend = measure === 'lifetime spend' || measure === 'spend per year';
	const steps = declaration.tiers.filter((tier) => tier.kind === 'tier-declaration');
	return {
		by: measure,
		filter: isSpend ? names.filter(filter) : null,
		keptThroughNextYear,
		movedByHand,
		steps: steps.map((tier) => lowerTier(tier, isSpend, names)),
	};
}

function lowerTier(tier: Tier, isSpend: boolean, names: Names): PlanTier {
	const color = tier.clauses.find((clause) => clause.kind === 'color-clause');
	const decimals = isSpend ? names.currencyDecimals : names.pointDecimals;
	return {
		name: nameOf(tier.name),
		span: tier.span,
		from: tier.from ? Number(names.scaled(tier.from, decimals).numerator) : 0,
		color: color ? whole(color.color).text : null,
		earns: tier.clauses.flatMap((clause) => (clause.kind === 'earn' ? [lowerEarn(clause, names)] : [])),
		multipliers: tier.clauses.flatMap((clause) => (clause.kind === 'multiply' ? [lowerMultiplier(clause, names)] : [])),
	};
}

function lowerAttribute(name: string, { owner, type }: AttributeDeclaration): PlanAttribute {
	const written = whole(type);
	const isList = written.kind === 'one-of';
	const values = isList ? written.values.map(nameOf) : [];
	return { name, owner: whole(owner).text, type: isList ? 'one of' : written.text, values };
}

function lowerCampaign(campaign: CampaignDeclaration, index: number, names: Names, usages: Usages): PlanCampaign {
	const { clauses } = campaign;
	const budget = clauses.find((clause) => clause.kind === 'budget');
	return {
		name: nameOf(campaign.name),
		span: campaign.span,
		enabled: isEnabled(clauses),
		dates: datesOf(clauses, names),
		multipliers: clauses.flatMap((clause) => (clause.kind === 'multiply' ? [lowerMultiplier(clause, names)] : [])),
		limits: lowerLimits(limitsOf(clauses), { kind: 'campaign', index }, names, usages),
		budgetUnits: budget ? names.points(budget.points) : null,
	};
}

/** A rule by itself, in its piece of the text: outside any campaign, its limits with indexes into usages of its own. */
interface Lowered {
	readonly key: string;
	readonly lowered: PlanRule;
	readonly own: Usages;
	/** Where it stood last, and the rule as it was there. */
	last?: RulePlace & { readonly rule: PlanRule };
}

/** What a rule is in its program: the offset of its piece, the first of its usages, and its campaign. */
interface RulePlace {
	readonly offset: number;
	readonly firstUsage: number;
	readonly campaign: number | null;
}

// A plan is asked for at each keystroke, of whose rules one has changed.
const kept = new WeakMap<RuleDeclaration, Lowered>();

function lowerOnce(rule: RuleDeclaration, names: Names): Lowered {
	const before = kept.get(rule);
	if (before?.key === names.key) return before;
	const own = new Usages();
	const inPiece = lowerRule(rule, names, own);
	const fromItsBeginning = { ...shiftSpans(inPiece, -rule.span.start), span: rule.span };
	const lowered = { key: names.key, lowered: fromItsBeginning, own };
	kept.set(rule, lowered);
	return lowered;
}

/** A rule in its place. While that stays the same, so does the object: whoever works from a plan keeps what he made of it. */
function placeOnce(kept: Lowered, place: RulePlace): PlanRule {
	const { last, lowered } = kept;
	const { offset, firstUsage, campaign } = place;
	if (last && last.offset === offset && last.firstUsage === firstUsage && last.campaign === campaign) return last.rule;
	// Field by field, which is faster than a spread: this is done for every rule behind an edit.
	const rule: PlanRule = {
		name: lowered.name,
		span: shiftSpan(lowered.span, offset),
		event: lowered.event,
		campaign,
		exclusive: lowered.exclusive,
		enabled: lowered.enabled,
		dates: lowered.dates,
		priority: lowered.priority,
		conditions: lowered.conditions,
		earns: lowered.earns,
		multipliers: lowered.multipliers,
		limits: usedFrom(lowered.limits, firstUsage),
	};
	kept.last = { ...place, rule };
	comesFrom(rule, lowered);
	return rule;
}

function lowerRule(rule: RuleDeclaration, names: Names, own: Usages): PlanRule {
	const { clauses } = rule;
	const priority = clauses.find((clause) => clause.kind === 'priority');
	const exclusive = clauses.find((clause) => clause.kind === 'exclusive');
	const when = clauses.find((clause) => clause.kind === 'when');
	const sign = priority?.negative ? -1 : 1;
	return {
		name: nameOf(rule.name),
		span: rule.span,
		event: eventOf(rule),
		campaign: null,
		exclusive: exclusive ? names.exclusive(exclusive.set) : null,
		enabled: isEnabled(clauses),
		dates: datesOf(clauses, names),
		// `|| 0` keeps "-0" out of the plan's JSON.
		priority: priority ? sign * integer(priority.value) || 0 : 0,
		conditions: (when?.conditions ?? []).map((condition) => lowerCondition(condition, names)),
		earns: clauses.flatMap((clause) => (clause.kind === 'earn' ? [lowerEarn(clause, names)] : [])),
		multipliers: clauses.flatMap((clause) => (clause.kind === 'multiply' ? [lowerMultiplier(clause, names)] : [])),
		limits: lowerLimits(limitsOf(clauses), { kind: 'rule', index: 0 }, names, own),
	};
}

function eventOf({ on }: RuleDeclaration): PlanEvent {
	if (!on) return 'purchase';
	const { event, name } = whole(on);
	return event === 'custom' ? { custom: nameOf(name) } : event;
}

type DatedClauses = RuleDeclaration['clauses'] | CampaignDeclaration['clauses'];

function isEnabled(clauses: DatedClauses): boolean {
	for (const clause of clauses) if (clause.kind === 'status') return whole(clause.status).text === 'enabled';
	return true;
}

function datesOf(clauses: DatedClauses, names: Names): PlanDates {
	for (const clause of clauses) {
		if (clause.kind !== 'active') continue;
		return {
			by: clause.by ? names.attribute(clause.by) : null,
			from: clause.from ? startOf(clause) : null,
			until: clause.until ? endOf(clause) : null,
		};
	}
	return { by: null, from: null, until: null };
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
