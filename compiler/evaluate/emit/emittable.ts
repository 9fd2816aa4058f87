/**
 * Which plans are compiled: those whose every construct generated code supports. Each table below has a line for every property
 * that its part of a plan has, so that a construct which is new to the language is a type error here before it is left out.
 */
import { unreachable } from '../../domain/unreachable.ts';
import { MAX_SAFE } from '../../formula/exactness.ts';
import type {
	Plan,
	PlanCampaign,
	PlanDates,
	PlanEarn,
	PlanLimit,
	PlanMultiplier,
	PlanProgram,
	PlanRule,
	PlanSteps,
	PlanTier,
	PlanTiers,
} from '../../plan/plan.ts';

/** For every property of a part of a plan, whether generated code does what a value of it says. */
type Table<T> = { readonly [K in keyof T]-?: (value: T[K]) => boolean };

/** Says whether a plan is compiled. For any other one {@link emit} answers with the reference. */
export function isEmittable(plan: Plan): boolean {
	return all(plan, PLAN);
}

function all<T extends object>(part: T, table: Table<T>): boolean {
	return (Object.keys(table) as (keyof T)[]).every((key) => table[key](part[key]));
}

/** Says nothing of what a transaction earns, or is supported in all its forms. */
const always = () => true;

const PLAN: Table<Plan> = {
	version: always,
	program: (program) => all(program, PROGRAM),
	tiers: (tiers) => all(tiers, TIERS),
	attributes: always,
	// Numbers of attributes may be larger than any amount that code in doubles is proven for.
	filters: (filters) => filters.every(({ kind }) => kind !== 'attribute'),
	exclusives: always,
	campaigns: (campaigns) => campaigns.every((campaign) => all(campaign, CAMPAIGN)),
	rules: (rules) => rules.every((rule) => !rule.enabled || all(rule, RULE)),
	usages: always,
};

const PROGRAM: Table<PlanProgram> = {
	name: always,
	currency: always,
	currencyDecimals: always,
	timezone: always,
	weekStarts: always,
	dayStartsMinute: always,
	pointDecimals: always,
	rounding: always,
	roundingPlace: (place) => place === 'award',
	returns: always,
	channels: always,
	orderTypes: always,
	limits: (limits) => limits.every((limit) => limit.kind === 'points' && !limit.orNothing),
};

const TIERS: Table<PlanTiers> = {
	by: always,
	filter: always,
	keptThroughNextYear: always,
	movedByHand: always,
	steps: (steps) => steps.every((step) => all(step, TIER)),
};

const TIER: Table<PlanTier> = {
	name: always,
	span: always,
	from: always,
	color: always,
	earns: (earns) => earns.every((earn) => all(earn, EARN)),
	multipliers: (multipliers) => multipliers.every((multiplier) => all(multiplier, TIER_MULTIPLIER)),
};

const TIER_MULTIPLIER: Table<PlanMultiplier> = {
	span: always,
	what: (what) => what !== 'this',
	on: (on) => on === null,
	factor: always,
};

const CAMPAIGN: Table<PlanCampaign> = {
	name: always,
	span: always,
	enabled: always,
	dates: (dates) => all(dates, DATES),
	multipliers: (multipliers) => multipliers.length === 0,
	limits: (limits) => limits.length === 0,
	budgetUnits: (budget) => budget === null,
};

const DATES: Table<PlanDates> = { by: (by) => by === null, from: always, until: always };

const RULE: Table<PlanRule> = {
	name: always,
	span: always,
	event: always,
	campaign: always,
	exclusive: (exclusive) => exclusive === null,
	enabled: always,
	dates: (dates) => all(dates, DATES),
	priority: always,
	conditions: always,
	earns: (earns) => earns.every((earn) => all(earn, EARN)),
	multipliers: (multipliers) => multipliers.length === 0,
	limits: (limits) => limits.every(isPlainLimit),
};

function isPlainLimit(limit: PlanLimit): boolean {
	switch (limit.kind) {
		case 'points':
		case 'times':
			return true;
		case 'formula':
			return false;
		default:
			return unreachable(limit);
	}
}

const EARN: Table<PlanEarn> = {
	span: always,
	amount: (amount) => amount.kind === 'formula' || areSafeSteps(amount),
	atLeast: (atLeast) => atLeast === null,
	exempt: (exempt) => !exempt,
	recipient: (recipient) => recipient !== 'referred',
};

/** The largest denominator by which every amount can be multiplied in doubles. */
const MOST_STEP_PARTS = 8n;

/** Steps of one whole amount or more, whose count doubles hold exactly. */
function areSafeSteps({ step }: PlanSteps): boolean {
	const [numerator, denominator] = [BigInt(step.numerator), BigInt(step.denominator)];
	return denominator <= MOST_STEP_PARTS && numerator >= denominator && numerator <= MAX_SAFE;
}
