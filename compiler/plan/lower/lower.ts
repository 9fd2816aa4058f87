import {
	type AttributeDeclaration,
	type CampaignDeclaration,
	type ProgramDeclaration,
	type ProgramSetting,
	type RedemptionDeclaration,
	shiftSpans,
	type Tier,
	type TiersDeclaration,
} from '#grammar';
import { currencyCode, pointDecimals, pointRounding, programCurrencyDecimals } from '../../check/points.ts';
import type { Symbols } from '../../check/symbols.ts';
import {
	PLAN_VERSION,
	type Plan,
	type PlanAttribute,
	type PlanCampaign,
	type PlanProgram,
	type PlanRule,
	type PlanTier,
	type PlanTiers,
} from '../plan.ts';
import { datesOf, isEnabled, limitsOf } from './clauses.ts';
import { lowerEarn, lowerLimits, lowerMultiplier, Usages } from './effects.ts';
import { lowerFilter } from './filters.ts';
import { nameOf, Names, whole } from './names.ts';
import { lowerRedemption } from './redemption.ts';
import type { RuleBase } from './rules.ts';

/** A campaign as its piece of the text has it, and the offset of that piece. */
export interface PlacedCampaign {
	readonly campaign: CampaignDeclaration;
	readonly offset: number;
}

/** What of a program is lowered besides what it declares by name. */
export interface LoweredParts {
	/** All that the rules stand in, and all that multiply. */
	readonly campaigns: readonly PlacedCampaign[];
	readonly redemption: RedemptionDeclaration | null;
}

/**
 * The plan of a program. Only declarations without errors may be given: a hole in one of them is our own bug and throws. What
 * the parts use must be among the symbols. `rulesOn` lowers the rules.
 */
export function lower(
	symbols: Symbols,
	{ campaigns, redemption }: LoweredParts,
	rulesOn: (base: RuleBase) => readonly PlanRule[],
): Plan {
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
		rules: rulesOn({ names, usages, campaigns: indexes }),
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
