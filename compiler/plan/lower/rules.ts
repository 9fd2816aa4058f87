/** The rules of a plan: each is lowered once, and after an edit only those that changed are put in their places anew. */
import { type CampaignDeclaration, type RuleDeclaration, shiftSpan, shiftSpans } from '#grammar';
import { comeFrom } from '../origins.ts';
import type { PlanEvent, PlanRule, PlanUsage } from '../plan.ts';
import { datesOf, isEnabled, limitsOf } from './clauses.ts';
import { lowerCondition } from './conditions.ts';
import { lowerEarn, lowerLimits, lowerMultiplier, Usages, usedFrom } from './effects.ts';
import { integer, nameOf, type Names, whole } from './names.ts';

/** A rule as its piece of the text has it, the campaign that it stands in, and the offset of that piece. */
export interface PlacedRule {
	readonly rule: RuleDeclaration;
	readonly campaign: CampaignDeclaration | null;
	readonly offset: number;
}

/** What the rules of a plan lean on. */
export interface RuleBase {
	readonly names: Names;
	/** Those of the rules come behind the others. */
	readonly usages: Usages;
	/** Indexes of campaigns. */
	readonly campaigns: ReadonlyMap<CampaignDeclaration, number>;
}

/** Rules in their places, with what the next ones need. */
export interface LoweredRules {
	readonly key: string;
	readonly rules: readonly PlanRule[];
	/** By rule: it by itself, and the first of its usages. */
	readonly lowered: readonly Lowered[];
	readonly firsts: readonly number[];
	/** How many usages come before those of the rules, and those. */
	readonly usagesBefore: number;
	readonly usages: readonly PlanUsage[];
}

/** Some rules instead of as many others, outside of campaigns; what stands behind them has moved by so many characters. */
export interface RuleChange {
	/** The index of the first. */
	readonly from: number;
	readonly rules: readonly PlacedRule[];
	readonly moved: number;
}

/** Lowers all rules. */
export function lowerRules(placed: readonly PlacedRule[], { names, usages, campaigns }: RuleBase): LoweredRules {
	const usagesBefore = usages.all.length;
	const [rules, all, firsts]: [PlanRule[], Lowered[], number[]] = [[], [], []];
	for (const [index, { rule, campaign, offset }] of placed.entries()) {
		const lowered = lowerOnce(rule, names);
		const firstUsage = usages.take(lowered.own, { kind: 'rule', index });
		rules.push(placeOnce(lowered, { offset, firstUsage, campaign: campaign && (campaigns.get(campaign) ?? null) }));
		all.push(lowered);
		firsts.push(firstUsage);
	}
	comeFrom(rules, all);
	return { key: names.key, rules, lowered: all, firsts, usagesBefore, usages: usages.all.slice(usagesBefore) };
}

/** The rules after a change of some; null where all have to be lowered, because others lean on what the change is about. */
export function lowerRulesAgain(before: LoweredRules, change: RuleChange, { names, usages }: RuleBase): LoweredRules | null {
	if (before.key !== names.key || before.usagesBefore !== usages.all.length) return null;
	const { from, moved } = change;
	const to = from + change.rules.length;
	const changed = change.rules.map(({ rule }) => lowerOnce(rule, names));
	if (!countTheSame(before.lowered.slice(from, to), changed)) return null;
	const { firsts } = before;
	const placed = changed.map((lowered, index) => {
		const offset = change.rules[index]?.offset ?? 0;
		return placeOnce(lowered, { offset, firstUsage: firsts[from + index] ?? 0, campaign: null });
	});
	const behind = before.rules.slice(to);
	const rules = before.rules
		.slice(0, from)
		.concat(placed, moved === 0 ? behind : behind.map((rule) => movedBy(rule, moved)));
	const lowered = before.lowered.slice(0, from).concat(changed, before.lowered.slice(to));
	for (const usage of before.usages) usages.all.push(usage);
	comeFrom(rules, lowered);
	return { ...before, rules, lowered };
}

/** Says whether rules have usages of the same periods. */
function countTheSame(before: readonly Lowered[], now: readonly Lowered[]): boolean {
	const periods = (some: readonly Lowered[]) => JSON.stringify(some.map(({ own }) => own.all.map(({ period }) => period)));
	return periods(before) === periods(now);
}

/** The same rule further on in the text. Field by field, which is faster than a spread: this is done for every rule behind an edit. */
function movedBy(rule: PlanRule, by: number): PlanRule {
	return {
		name: rule.name,
		span: shiftSpan(rule.span, by),
		event: rule.event,
		campaign: rule.campaign,
		exclusive: rule.exclusive,
		enabled: rule.enabled,
		dates: rule.dates,
		priority: rule.priority,
		conditions: rule.conditions,
		earns: rule.earns,
		multipliers: rule.multipliers,
		limits: rule.limits,
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
	const rule = { ...movedBy(lowered, offset), campaign, limits: usedFrom(lowered.limits, firstUsage) };
	kept.last = { ...place, rule };
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
