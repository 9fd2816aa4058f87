import type { ActiveClause, Moment, RuleClause, RuleDeclaration, Span } from '#grammar';
import { epochDay } from '../domain/calendar.ts';
import { checkCondition } from './conditions.ts';
import { checkFormula } from './formulas.ts';
import { checkLimit } from './limits.ts';
import { checkNumber } from './numbers.ts';
import type { CheckContext } from './report.ts';
import { spendBounds } from './spend-bounds.ts';

/** Checks a rule clause by clause; clauses that could not be read have their own problem already. */
export function checkRule(rule: RuleDeclaration, context: CheckContext): void {
	const seen = new Set<RuleClause['kind']>();
	for (const clause of rule.clauses) {
		if (!mayRepeat.has(clause.kind) && seen.has(clause.kind)) {
			context.report('repeated-clause', clause.span, { clause: clause.kind });
		}
		seen.add(clause.kind);
		checkClause(clause, rule, context);
	}
	const readable = rule.body !== undefined && !seen.has('raw');
	if (readable && !seen.has('earn') && rule.name.kind === 'name') {
		context.report('no-effect', rule.name.span, { name: rule.name.text });
	}
}

const mayRepeat: ReadonlySet<RuleClause['kind']> = new Set(['earn', 'limit', 'raw']);

function checkClause(clause: RuleClause, rule: RuleDeclaration, context: CheckContext): void {
	switch (clause.kind) {
		case 'active':
			checkActive(clause, context);
			return;
		case 'priority':
			checkNumber(clause.value, { what: 'The priority', decimals: 0, low: 0, high: 1_000_000 }, context);
			return;
		case 'when':
			for (const condition of clause.conditions) checkCondition(condition, context);
			return;
		case 'earn':
			checkFormula(clause, spendBounds(rule, clause, context.currencyDecimals), context);
			return;
		case 'limit':
			checkLimit(clause, context);
			return;
		case 'about':
		case 'status':
		case 'raw':
			return;
	}
}

function checkActive(active: ActiveClause, context: CheckContext): void {
	const from = active.from?.kind === 'moment' ? active.from : null;
	const until = active.until?.kind === 'moment' ? active.until : null;
	if (from && until && startMinute(from) >= endMinute(until)) {
		context.report('dates-reversed', active.span, undefined, exchange(from.span, until.span, context));
		return;
	}
	const { today } = context;
	if (until && today && endMinute(until) <= epochDay(today) * MINUTES_A_DAY) {
		context.report('dates-over', until.span, { until: isoDate(until) });
	}
}

const MINUTES_A_DAY = 1440;

/** The first minute of a start, counted from 1970. */
function startMinute(moment: Moment): number {
	return epochDay(moment.date) * MINUTES_A_DAY + (moment.time?.minute ?? 0);
}

/** The minute after the last one of an end: a day without a time is meant whole. */
function endMinute(moment: Moment): number {
	return epochDay(moment.date) * MINUTES_A_DAY + (moment.time?.minute ?? MINUTES_A_DAY);
}

function exchange(first: Span, second: Span, { source }: CheckContext) {
	const edits = [
		{ span: first, text: source.slice(second.start, second.end) },
		{ span: second, text: source.slice(first.start, first.end) },
	];
	return { fix: { title: 'Exchange the two dates', edits } };
}

function isoDate({ date }: Moment): string {
	const pad = (value: number, length: number) => String(value).padStart(length, '0');
	return `${pad(date.year, 4)}-${pad(date.month, 2)}-${pad(date.day, 2)}`;
}
