/** Limits that can never cut anything: another one allows no more, or the rule never gives as much. */
import {
	type CampaignDeclaration,
	type EarnClause,
	type LimitClause,
	type MultiplyClause,
	phrase,
	type Phrase,
	print,
	printNumber,
	type ProgramDeclaration,
	relatedAt,
	type RuleDeclaration,
	type Span,
} from '#grammar';
import { earnsAtMost, type PlacedRule, type ProgramAxes, ruleBoxes } from '../../analyse/index.ts';
import { formatPoints } from '../../domain/money.ts';
import {
	addRationals,
	ceilRational,
	compareRationals,
	isZeroRational,
	multiplyRationals,
	powerOfTen,
	type Rational,
	rational,
	ZERO,
} from '../../domain/rational.ts';
import { roundRational } from '../../domain/rounding.ts';
import { exactly } from '../numbers.ts';
import { pointDecimals, pointRounding } from '../points.ts';
import type { Report } from '../report.ts';
import type { Symbols } from '../symbols.ts';
import { MOST_COMPARED_LIMITS } from './bounds.ts';
import { isCapIdle, roundingPlace } from './caps.ts';
import { isWithin, type Period, periodOf } from './periods.ts';

/** Something with limits, and where its spans lie in the whole text. */
export interface Limited {
	readonly of: RuleDeclaration | CampaignDeclaration | ProgramDeclaration;
	readonly shift: number;
}

/** What the limits of a rule are weighed against. */
export interface LimitContext {
	readonly symbols: Symbols;
	readonly axes: ProgramAxes;
	/** The most by which all multipliers together can scale an award, at least 1; null while one cannot be read. */
	readonly mostFactor: Rational | null;
	readonly report: Report;
}

interface Counted {
	readonly clause: LimitClause;
	readonly span: Span;
	readonly period: Period;
	/** Of times or of points, whichever is counted; both as exact numbers. */
	readonly counts: 'times' | 'points';
	readonly most: Rational;
}

/** Warns of limits that another one of the same thing, or of what is around it, makes idle. `outer` are around `inner`. */
export function checkLimitsAmong(
	inner: Limited,
	outer: readonly Limited[],
	{ report }: LimitContext,
): ReadonlySet<LimitClause> {
	const own = countedOf(inner);
	if (own.length > MOST_COMPARED_LIMITS) return new Set();
	const around = outer.flatMap(countedOf);
	// What gives all or nothing sees what the limits before it have left, so that no other one is idle for certain.
	const isPlain = [inner, ...outer].every((limited) => clausesOf(limited).every(({ orNothing }) => !orNothing));
	const idle = new Set<LimitClause>();
	for (const limit of own) {
		const others = own.filter((other) => other !== limit && !idle.has(other.clause));
		const isStricter = (other: Counted) => (isPlain || other.counts === 'times') && isIdleBeside(limit, other);
		// Of two that say the same the later one is idle, or the one that stands inside.
		const stricter = others.find((other) => isStricter(other) && (!isSame(limit, other) || isBefore(other, limit)));
		reportIdle(limit, stricter ?? around.find(isStricter), report, idle);
	}
	return idle;
}

function reportIdle(limit: Counted, stricter: Counted | undefined, report: Report, idle: Set<LimitClause>): void {
	if (!stricter) return;
	idle.add(limit.clause);
	const related = relatedAt(stricter.span, phrase('This one is at least as strict.'));
	const why = phrase('allows no more', { limit: print(stricter.clause) });
	report('limit-never-bites', limit.span, { why }, { related });
}

function isBefore(a: Counted, b: Counted): boolean {
	return a.span.start < b.span.start;
}

function isSame(a: Counted, b: Counted): boolean {
	return compareRationals(a.most, b.most) === 0 && isWithin(a.period, b.period) && isWithin(b.period, a.period);
}

function clausesOf({ of }: Limited): LimitClause[] {
	const clauses: readonly { readonly kind: string }[] = of.kind === 'program' ? of.settings : of.clauses;
	return clauses.filter((clause): clause is LimitClause => clause.kind === 'limit');
}

/** How often is counted of rules only. */
function countedOf(limited: Limited): Counted[] {
	const found = clausesOf(limited).flatMap((clause) => counted(clause, limited.shift) ?? []);
	return limited.of.kind === 'rule' ? found : found.filter(({ counts }) => counts === 'points');
}

function counted(clause: LimitClause, shift: number): Counted | null {
	const { most, span } = clause;
	const period = periodOf(clause);
	if (!period || most.kind === 'missing' || most.kind === 'limit-formula') return null;
	const shifted = { start: span.start + shift, end: span.end + shift };
	if (most.kind === 'limit-points') {
		if (most.points.kind === 'missing' || most.points.percent) return null;
		return { clause, span: shifted, period, counts: 'points', most: exactly(most.points) };
	}
	if (most.times?.kind === 'missing' || most.times?.percent) return null;
	const times = most.times ? exactly(most.times) : rational(1n);
	return { clause, span: shifted, period, counts: 'times', most: times };
}

/**
 * What counted in the shorter period counted in the longer one too, so that less is left there of no more. Nothing is made of a
 * short limit times the number of its periods in a long one: counters are older than the version that says so.
 */
function isIdleBeside(limit: Counted, other: Counted): boolean {
	if (limit.counts !== other.counts || isZeroRational(other.most)) return false;
	// A limit on how often in one transaction has a problem of its own.
	if (limit.counts === 'times' && limit.period === 'transaction') return false;
	return compareRationals(other.most, limit.most) <= 0 && isWithin(limit.period, other.period);
}

/** Warns of limits of a rule that it never reaches, whatever the member's counters say. `idle` have been told of already. */
export function checkLimitsReached(
	placed: PlacedRule,
	shift: number,
	idle: ReadonlySet<LimitClause>,
	context: LimitContext,
): void {
	const { rule } = placed;
	const limits = rule.clauses.filter((clause) => clause.kind === 'limit' && !idle.has(clause)) as LimitClause[];
	if (limits.length > MOST_COMPARED_LIMITS || !limits.some(({ most }) => most.kind !== 'limit-times')) return;
	// What a multiplier adds to the awards of others may count as well.
	if (rule.clauses.some((clause) => clause.kind === 'multiply' && !isOwn(clause))) return;
	const boxes = ruleBoxes(placed, context.axes);
	if (boxes?.length === 0) return;
	const most = givesAtMost(rule, boxes, context);
	for (const clause of limits) {
		const why = whyIdle(clause, most, placed, context);
		const span = { start: clause.span.start + shift, end: clause.span.end + shift };
		if (why !== null) context.report('limit-never-bites', span, { why });
	}
}

function whyIdle(clause: LimitClause, most: Rational | null, placed: PlacedRule, context: LimitContext): Phrase | null {
	const { rule } = placed;
	if (clause.most.kind === 'limit-formula') {
		return isCapIdle(clause.most, placed, context) ? phrase('the rule never gives more than it allows') : null;
	}
	const period = periodOf(clause);
	if (!most || !period || clause.most.kind !== 'limit-points' || clause.most.points.kind === 'missing') return null;
	if (compareRationals(most, exactly(clause.most.points)) > 0) return null;
	const points = pointsText(most);
	if (period === 'transaction') return phrase('gives at most', { points });
	// Of a referral the frequency is the referrer's, and the points are each recipient's.
	if (rule.on?.kind === 'event' && rule.on.event === 'referral') return null;
	const once = rule.clauses.find((other) => other.kind === 'limit' && isOncePer(other, period));
	return once ? phrase('awards once', { points }) : null;
}

/** Says whether a limit lets at most one award into each period. */
function isOncePer(limit: LimitClause, period: Period): boolean {
	const found = counted(limit, 0);
	return found?.counts === 'times' && found.most.numerator <= found.most.denominator && isWithin(period, found.period);
}

/** The most points that one award of a rule can be, rounded as the program does; null where that cannot be told. */
function givesAtMost(rule: RuleDeclaration, boxes: ReturnType<typeof ruleBoxes>, context: LimitContext): Rational | null {
	const { axes, symbols, mostFactor } = context;
	const earns = rule.clauses.filter((clause): clause is EarnClause => clause.kind === 'earn');
	let sum = ZERO;
	for (const earn of earns) {
		const base = earnsAtMost(earn, boxes, axes, symbols);
		const factor = earn.exempt ? rational(1n) : mostFactor;
		if (!base || !factor) return null;
		sum = addRationals(sum, multiplyRationals(base, factor));
	}
	return earns.length === 0 ? null : roundedAtMost(sum, symbols);
}

function isOwn({ what }: MultiplyClause): boolean {
	return what.kind === 'word' && what.text === 'this';
}

/** Rounding per item, per transaction or carried may add a unit that rounding one award by itself would not. */
function roundedAtMost(points: Rational, { program }: Symbols): Rational | null {
	const scale = powerOfTen(pointDecimals(program));
	const units = multiplyRationals(points, rational(scale));
	const per = roundingPlace(program);
	if (per === 'award') return rational(roundRational(units, pointRounding(program)), scale);
	if (per === 'item') return pointRounding(program) === 'down' ? rational(ceilRational(units), scale) : null;
	return rational(ceilRational(units) + 1n, scale);
}

/** Points have at most six digits behind the point. */
function pointsText(points: Rational): string {
	const decimals = 6;
	const text = formatPoints((points.numerator * powerOfTen(decimals)) / points.denominator, decimals);
	return printNumber({ kind: 'number', digits: text.replace(/\.?0+$/, ''), percent: false });
}
