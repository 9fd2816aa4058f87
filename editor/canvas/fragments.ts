import type {
	AboutClause,
	ActiveClause,
	AnniversaryCondition,
	Between,
	Comparison,
	Day,
	DayRange,
	DayTime,
	MembershipCondition,
	Missing,
	Moment,
	Name,
	NumberLiteral,
	Operator,
	Plain,
	PriorityClause,
	StatusClause,
	StoreRef,
	TimeRange,
} from '#grammar';

/** A name that is written as another part of the program writes it, or quoted. */
export function nameNode(text: string, known: readonly Name[] = []): Plain<Name> {
	const quoted = known.find((name) => name.text === text)?.quoted ?? true;
	return { kind: 'name', text, quoted };
}

/** A name that is written bare where it can be. */
export function bareNameNode(text: string): Plain<Name> {
	return { kind: 'name', text, quoted: false };
}

/** A number from plain digits: `12.5`. */
export function numberNode(digits: string, percent = false): Plain<NumberLiteral> {
	return { kind: 'number', digits, percent };
}

/** One of the language's own words. */
export function wordNode<T extends string>(text: T): { readonly kind: 'word'; readonly text: T } {
	return { kind: 'word', text };
}

/** The same membership with other names; those that stay keep their writing. */
export function withNames(
	condition: MembershipCondition,
	negated: boolean,
	names: readonly string[],
	known: readonly Name[],
): Plain<MembershipCondition> {
	const written = condition.names.filter((name): name is Name => name.kind === 'name');
	return { ...condition, negated, names: names.map((name) => nameNode(name, [...written, ...known])) };
}

/** A store or a chain of a `store` condition. */
export function storeNode(by: StoreRef['by'], name: string): Plain<StoreRef> {
	return { kind: 'store-ref', by, name: nameNode(name) };
}

const week: readonly Day[] = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** The days that a list of ranges covers, in the order of the week. */
export function daysOf(days: DayTime['days']): Day[] {
	if (days === 'any') return [...week];
	const covered = new Set(days.flatMap((range) => (range.kind === 'missing' ? [] : daysOfRange(range))));
	return week.filter((day) => covered.has(day));
}

function daysOfRange({ first, last }: DayRange): Day[] {
	const from = week.indexOf(first.text);
	const until = last?.kind === 'word' ? week.indexOf(last.text) : from;
	return Array.from({ length: ((until - from + 7) % 7) + 1 }, (_, step) => week[(from + step) % 7] as Day);
}

/** Days as they are written shortest: every day is `any`, three and more in a row are a range. */
export function daysNode(days: readonly Day[]): Plain<DayTime>['days'] {
	const chosen = week.filter((day) => days.includes(day));
	if (chosen.length === week.length) return 'any';
	const runs: Day[][] = [];
	for (const day of chosen) {
		const run = runs.at(-1);
		if (run && week.indexOf(run.at(-1) as Day) + 1 === week.indexOf(day)) run.push(day);
		else runs.push([day]);
	}
	return runs.flatMap((run): Plain<DayRange>[] => {
		if (run.length < 3) return run.map((day) => ({ kind: 'day-range', first: wordNode(day) }));
		return [{ kind: 'day-range', first: wordNode(run[0] as Day), last: wordNode(run.at(-1) as Day) }];
	});
}

/** A stretch of a day, in minutes. */
export function timesNode(from: number, until: number): Plain<TimeRange> {
	const time = (minute: number) => ({ kind: 'time', minute }) as const;
	return { kind: 'time-range', from: time(from), until: time(until) };
}

/** An alternative of days and times; no times means the whole day. */
export function dayTimeNode(days: Plain<DayTime>['days'], between: Plain<TimeRange> | null): Plain<DayTime> {
	const alternative = { kind: 'day-time-alternative', days } as const;
	return between ? { ...alternative, between } : alternative;
}

/** How a spend is compared, as a picker offers it. */
export type SpendTest =
	| { readonly operator: Operator; readonly value: string }
	| { readonly operator: 'between'; readonly low: string; readonly high: string };

/** A comparison, or a stretch between two numbers, as it is written. */
export function testNode(test: SpendTest): Plain<Comparison | Between> {
	if (test.operator === 'between') {
		return { kind: 'between', low: numberNode(test.low), high: numberNode(test.high) };
	}
	return { kind: 'comparison', operator: wordNode(test.operator), value: numberNode(test.value) };
}

/** A comparison as a picker holds it; empty digits for what is missing. */
export function testOf(test: { readonly kind: string } | Comparison | Between | Missing | undefined): SpendTest {
	const digits = (literal: NumberLiteral | Missing) => (literal.kind === 'number' ? literal.digits : '');
	if (test && isBetween(test)) return { operator: 'between', low: digits(test.low), high: digits(test.high) };
	if (test && isComparison(test)) return { operator: test.operator.text, value: digits(test.value) };
	return { operator: '>=', value: '' };
}

function isBetween(test: { readonly kind: string }): test is Between {
	return test.kind === 'between';
}

function isComparison(test: { readonly kind: string }): test is Comparison {
	return test.kind === 'comparison';
}

/** The same birthday condition with another window. */
export function withWindow(
	condition: AnniversaryCondition,
	window: 'today' | 'this month' | { readonly days: string },
): Plain<AnniversaryCondition> {
	if (typeof window === 'string') return { ...condition, window: wordNode(window) };
	return { ...condition, window: { kind: 'within', days: numberNode(window.days) } };
}

/** A local date and, where it is not the whole day that is meant, a minute of it. */
export interface MomentDraft {
	readonly year: number;
	readonly month: number;
	readonly day: number;
	readonly minute: number | null;
}

/** The dates of a rule, by the clock that it has; null for an open end. At least one end must be given. */
export function activeNode(
	from: MomentDraft | null,
	until: MomentDraft | null,
	by?: Plain<ActiveClause>['by'],
): Plain<ActiveClause> {
	const clause = { kind: 'active' } as const;
	return {
		...clause,
		...(by && { by }),
		...(from && { from: momentNode(from) }),
		...(until && { until: momentNode(until) }),
	};
}

function momentNode({ year, month, day, minute }: MomentDraft): Plain<Moment> {
	const date = { kind: 'date', year, month, day } as const;
	const moment = { kind: 'moment', date } as const;
	return minute === null ? moment : { ...moment, time: { kind: 'time', minute } };
}

/** `about "…"`. */
export function aboutNode(text: string): Plain<AboutClause> {
	return { kind: 'about', text: { kind: 'text', text } };
}

/** `status enabled` or `status disabled`. */
export function statusNode(status: 'enabled' | 'disabled'): Plain<StatusClause> {
	return { kind: 'status', status: wordNode(status) };
}

/** `priority 20`; a minus stands before the digits of a negative one. */
export function priorityNode(digits: string, negative: boolean): Plain<PriorityClause> {
	return { kind: 'priority', value: numberNode(digits), negative };
}
