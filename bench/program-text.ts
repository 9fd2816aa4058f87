/**
 * A workload as a program in Earn. Nothing is approximated: where the two say a thing differently, the text says what the
 * workload means, and a comment here says why it is the same.
 */
import { unreachable } from '#compiler';
import { printName, printText } from '#grammar';
import type {
	BirthdayWindow,
	NameSet,
	SpendTest,
	TimeWindow,
	Weekday,
	Workload,
	WorkloadCondition,
	WorkloadEffect,
	WorkloadFilter,
	WorkloadFormula,
	WorkloadProgram,
	WorkloadRule,
} from './workload.ts';

/** Filters by their id, as a text refers to them. */
type FilterNames = ReadonlyMap<string, string>;

/** The text of a workload's program. The rules keep their order, those that are disabled too, so that their indexes stay. */
export function programText({ program, cartFilters, rules }: Workload): string {
	const names: FilterNames = new Map(cartFilters.map(({ id, name }) => [id, printText(name)]));
	const parts = [
		head(program),
		tiers(program.tiers),
		cartFilters.map(filter).join('\n'),
		...rules.map((rule) => ruleText(rule, names)),
	];
	return `${parts.join('\n\n')}\n`;
}

/** Points are floored where a rule awards, before any cap: `rounded down per award`. */
function head({ timezone, channels, orderTypes, maxPointsPerTransaction }: WorkloadProgram): string {
	return [
		'program "Workload" {',
		'  currency    USD',
		`  timezone    ${printText(timezone)}`,
		'  points      whole, rounded down per award',
		`  channels    ${nameList(channels)}`,
		`  order types ${nameList(orderTypes)}`,
		`  limit ${whole(maxPointsPerTransaction)} points per transaction`,
		'}',
	].join('\n');
}

/** A member's tier comes with each transaction, and tiers earn nothing of their own: that is `by hand`. */
function tiers(names: readonly string[]): string {
	return ['tiers by hand {', ...names.map((name) => `  tier ${printName(name)} {}`), '}'].join('\n');
}

function filter(declared: WorkloadFilter): string {
	const name = `filter ${printText(declared.name)}`;
	if (declared.kind === 'total') return `${name} = total excluding taxes, fees, tip`;
	// A line that several selectors choose counts once, on both sides.
	const selectors = [
		selector('category', declared.categories),
		selector('subcategory', declared.subcategories),
		selector('item', declared.items),
	].flat();
	return `${name} = items ${declared.op === 'in' ? 'in' : 'not in'} ${selectors.join(', ')}`;
}

function selector(kind: string, names: readonly string[]): readonly string[] {
	return names.length === 0 ? [] : [`${kind} ${names.map(printText).join(', ')}`];
}

function ruleText(
	{ name, enabled, start, end, conditions, effect, maxPointsPerTransaction }: WorkloadRule,
	names: FilterNames,
) {
	const clauses = [
		enabled ? [] : ['status disabled'],
		// Both days are included, on both sides.
		start === null && end === null
			? []
			: [`active${start === null ? '' : ` from ${start}`}${end === null ? '' : ` until ${end}`}`],
		conditions.length === 0 ? [] : ['when {', ...conditions.map((condition) => `  ${conditionText(condition, names)}`), '}'],
		// What is negative, and what divides by zero, awards 0 on both sides.
		[`earn ${effectText(effect, names)}`],
		maxPointsPerTransaction === null ? [] : [`limit ${whole(maxPointsPerTransaction)} points per transaction`],
	];
	return [`rule ${printText(name)} {`, ...clauses.flat().map((line) => `  ${line}`), '}'].join('\n');
}

function conditionText(condition: WorkloadCondition, names: FilterNames): string {
	switch (condition.type) {
		case 'time':
			return condition.anyOf.flatMap(windows).join(' or ');
		case 'store':
			return oneOf(condition.anyOf.map((set) => setText('store', set, printText)));
		case 'channel':
			return oneOf(condition.anyOf.map((set) => setText('channel', set, printName)));
		case 'orderType':
			return oneOf(condition.anyOf.map((set) => setText('order type', set, printName)));
		case 'tier':
			return oneOf(condition.anyOf.map((set) => setText('tier', set, printName)));
		case 'cartSpend':
			return oneOf(condition.anyOf.map((test) => spendText(test, names)));
		case 'birthday':
			return oneOf(condition.anyOf.map(({ when }) => `birthday ${BIRTHDAYS[when]}`));
		default:
			return unreachable(condition);
	}
}

const BIRTHDAYS: Record<BirthdayWindow, string> = {
	sameDay: 'today',
	within3Days: 'within 3 days',
	sameMonth: 'this month',
};

function oneOf(alternatives: readonly string[]): string {
	return alternatives.length === 1 ? alternatives.join('') : `any { ${alternatives.join('  ')} }`;
}

/** No transaction of a workload lacks a store, a channel, an order type or a tier, so nothing here is ever unknown. */
function setText(subject: string, { op, values }: NameSet, printed: (name: string) => string): string {
	return `${subject} ${op === 'in' ? 'is' : 'is not'} ${values.map(printed).join(', ')}`;
}

function spendText({ filter: id, op, value }: SpendTest, names: FilterNames): string {
	return `spend ${names.get(id) ?? ''} ${op} ${value}`;
}

const DAYS: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/**
 * A window that passes midnight belongs to the day on which it starts, on both sides. Equal ends are a whole day from one
 * moment to the same on the next day; in Earn those are two windows, or the day itself where it begins at midnight.
 */
function windows({ days, from, to }: TimeWindow): readonly string[] {
	const midnight = '00:00';
	if (from === to && from === midnight) return [`on ${dayNames(days)}`];
	if (from !== to) return [`on ${dayNames(days)} between ${from} and ${to === midnight ? '24:00' : to}`];
	const next = DAYS.filter((_, index) => days.includes(DAYS[(index + 6) % 7] ?? 'mon'));
	return [`on ${dayNames(days)} between ${from} and 24:00`, `on ${dayNames(next)} between 00:00 and ${to}`];
}

function dayNames(days: readonly Weekday[]): string {
	if (days.length === DAYS.length) return 'any day';
	return days.map((day) => `${day.slice(0, 1).toUpperCase()}${day.slice(1)}`).join(', ');
}

function effectText(effect: WorkloadEffect, names: FilterNames): string {
	return effect.type === 'fixed' ? `${effect.points}` : formulaText(effect.expr, names.get(effect.filter) ?? '');
}

/** With a pair of parentheses wherever the tree could otherwise be read differently. */
function formulaText(formula: WorkloadFormula, amount: string): string {
	if ('filter' in formula) return amount;
	if ('num' in formula) return formula.num;
	const part = (inner: WorkloadFormula, isRight: boolean) => {
		const isLooser = rank(inner) < rank(formula) || (isRight && rank(inner) === rank(formula));
		return isLooser || isNegative(inner) ? `(${formulaText(inner, amount)})` : formulaText(inner, amount);
	};
	return `${part(formula.left, false)} ${formula.op} ${part(formula.right, true)}`;
}

function rank(formula: WorkloadFormula): number {
	if (!('op' in formula)) return 3;
	return formula.op === '+' || formula.op === '-' ? 1 : 2;
}

function isNegative(formula: WorkloadFormula): boolean {
	return 'num' in formula && formula.num.startsWith('-');
}

function nameList(names: readonly string[]): string {
	return names.map(printName).join(', ');
}

/** 5000 is `5_000`. */
function whole(number: number): string {
	return String(number).replaceAll(/\B(?=(\d{3})+$)/g, '_');
}
