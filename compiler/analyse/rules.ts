/** What has to come together for a rule to match, each part as boxes. */
import type { ActiveClause, CampaignDeclaration, Condition, Moment, RuleDeclaration, Span, WhenClause } from '#grammar';
import { epochDay } from '../domain/calendar.ts';
import { listedNames, ordered } from './axes.ts';
import { type Boxes, boxOf, EVERY_TRANSACTION, intersectAll } from './boxes.ts';
import { allHold, conditionBoxes } from './conditions.ts';
import { DATE, EVENT, KeptPerProgram, type ProgramAxes } from './program-axes.ts';
import { type Stretches, stretch } from './stretches.ts';
import { MINUTES_A_DAY } from './week.ts';

/** One of the things that must hold together for a rule to match. */
export interface Term {
	readonly what: 'campaign dates' | 'dates' | 'condition';
	/** Of the clause or the condition. */
	readonly span: Span;
	readonly boxes: Boxes;
	/** Of a condition. */
	readonly condition?: Condition;
}

/** A rule and the campaign that it stands in, if any. */
export interface PlacedRule {
	readonly rule: RuleDeclaration;
	readonly campaign: CampaignDeclaration | null;
}

/** The one `when` of a rule; null where there is none, or several, which is an error. */
export function whenOf({ clauses }: RuleDeclaration): WhenClause | null {
	const [when, ...others] = clauses.filter((clause) => clause.kind === 'when');
	return when && others.length === 0 ? when : null;
}

/** The dates and conditions of a rule, groups of `all` taken apart. Those with too many boxes are left out: they are terms of nothing. */
export function termsOf({ rule, campaign }: PlacedRule, axes: ProgramAxes): Term[] {
	const terms: Term[] = [];
	for (const active of activeClauses(campaign)) addDates(terms, 'campaign dates', active, axes);
	for (const active of activeClauses(rule)) addDates(terms, 'dates', active, axes);
	for (const condition of whenOf(rule)?.conditions ?? []) addCondition(terms, condition, axes);
	return terms;
}

function activeClauses(declaration: RuleDeclaration | CampaignDeclaration | null): ActiveClause[] {
	const clauses = declaration?.clauses.filter((clause) => clause.kind === 'active') ?? [];
	// Of several only one can be meant, which is an error of its own.
	return clauses.length === 1 ? clauses : [];
}

function addDates(terms: Term[], what: Term['what'], active: ActiveClause, axes: ProgramAxes): void {
	const boxes = activeBoxes(active, axes);
	if (boxes) terms.push({ what, span: active.span, boxes });
}

function addCondition(terms: Term[], condition: Condition, axes: ProgramAxes): void {
	if (condition.kind === 'all') {
		for (const inner of condition.conditions) addCondition(terms, inner, axes);
		return;
	}
	const boxes = conditionBoxes(condition, axes);
	if (boxes) terms.push({ what: 'condition', span: condition.span, boxes, condition });
}

/** The transactions within some dates; null where the dates are not whole or the wrong way round. */
function activeBoxes({ by, from, until }: ActiveClause, axes: ProgramAxes): Boxes | null {
	if (from?.kind === 'missing' || until?.kind === 'missing' || by?.kind === 'missing') return null;
	const minutes = activeMinutes(from, until);
	const axis = by ? axes.dateAttribute(by.text) : DATE;
	return axis && minutes.length > 0 ? boxOf(axis, ordered(minutes)) : null;
}

/** Start included; of a last day without a time all of it. */
function activeMinutes(from: Moment | undefined, until: Moment | undefined): Stretches {
	const start = from ? epochDay(from.date) * MINUTES_A_DAY + (from.time?.minute ?? 0) : Number.NEGATIVE_INFINITY;
	const end = until
		? epochDay(until.date) * MINUTES_A_DAY + (until.time?.minute ?? MINUTES_A_DAY)
		: Number.POSITIVE_INFINITY;
	return stretch(start, end);
}

const kept = new KeptPerProgram<RuleDeclaration, Boxes | null>();

/** The transactions that a rule matches, frequency limits aside; null where there are too many boxes to tell. */
export function ruleBoxes(placed: PlacedRule, axes: ProgramAxes): Boxes | null {
	return kept.get(placed.rule, axes, () => boxesOfRule(placed, axes));
}

function boxesOfRule({ rule, campaign }: PlacedRule, axes: ProgramAxes): Boxes | null {
	const dates: Boxes[] = [];
	const repeats = (['when', 'active'] as const).some(
		(kind) => rule.clauses.filter((clause) => clause.kind === kind).length > 1,
	);
	if (repeats) return null;
	for (const active of [...activeClauses(campaign), ...activeClauses(rule)]) {
		const boxes = activeBoxes(active, axes);
		if (!boxes) return null;
		dates.push(boxes);
	}
	const conditions = allHold(whenOf(rule)?.conditions ?? [], axes);
	const events = eventBoxes(rule);
	return conditions && events && intersectAll([events, ...dates, conditions]);
}

/** The event that a rule answers to; null where it cannot be read. */
function eventBoxes({ on }: RuleDeclaration): Boxes | null {
	if (!on) return boxOf(EVENT, listedNames(['purchase']));
	if (on.kind === 'missing') return null;
	if (on.event === 'any') return [EVERY_TRANSACTION];
	if (on.event !== 'custom') return boxOf(EVENT, listedNames([on.event]));
	return on.name?.kind === 'name' ? boxOf(EVENT, listedNames([JSON.stringify(on.name.text)])) : null;
}
