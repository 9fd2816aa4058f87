import {
	type BirthdayCondition,
	type Condition,
	type DayTimeCondition,
	type MembershipCondition,
	type Missing,
	type Name,
	printName,
	type SpendCondition,
	type StoreCondition,
} from '#grammar';
import { formatTime } from '../domain/calendar.ts';
import { compareRationals, rationalFromDecimal } from '../domain/rational.ts';
import { catalogNames } from './catalog-names.ts';
import { checkNumber, MAX_NAMED } from './numbers.ts';
import { checkRepeats } from './program.ts';
import { type CheckContext, suggestion } from './report.ts';

/** Checks the names, numbers and times of one condition. */
export function checkCondition(condition: Condition, context: CheckContext): void {
	switch (condition.kind) {
		case 'day-time':
			checkDayTime(condition, context);
			return;
		case 'order-type':
		case 'channel':
		case 'tier':
			checkMembership(condition, context);
			return;
		case 'store':
			checkStore(condition, context);
			return;
		case 'spend':
			checkSpend(condition, context);
			return;
		case 'birthday':
			checkBirthday(condition, context);
			return;
		case 'always':
		case 'raw':
			return;
	}
}

function checkDayTime(condition: DayTimeCondition, context: CheckContext): void {
	for (const { between } of condition.alternatives) {
		if (between?.from.kind !== 'time' || between.until.kind !== 'time') continue;
		if (between.from.minute === between.until.minute) {
			context.report('equal-times', between.span, { time: formatTime(between.from.minute) });
		} else if (between.from.minute === LAST_MINUTE) {
			context.report('impossible-start', between.from.span, undefined);
		}
	}
}

/** `24:00` may end a window but not start one. */
const LAST_MINUTE = 1440;

function checkMembership(condition: MembershipCondition, context: CheckContext): void {
	checkRepeats(condition.names, context);
	const { symbols } = context;
	for (const name of condition.names) {
		if (name.kind === 'missing') continue;
		if (condition.kind === 'tier') {
			if (!symbols.tierByName.has(name.text)) reportUnknown('tier', name, [...symbols.tierByName.keys()], context);
		} else if (condition.kind === 'channel') checkEnabled('channel', name, symbols.channels, context);
		else checkEnabled('order type', name, symbols.orderTypes, context);
	}
}

function checkEnabled(noun: string, name: Name, enabled: readonly string[], context: CheckContext): void {
	if (enabled.includes(name.text)) return;
	const { nearest, extra } = suggestion(name, enabled, printName);
	context.report('not-enabled', name.span, { noun, name: name.text, nearest }, extra);
}

function checkStore(condition: StoreCondition, context: CheckContext): void {
	const names = context.catalog && catalogNames(context.catalog);
	const seen = new Set<string>();
	for (const place of condition.places) {
		if (place.kind === 'missing' || place.name.kind === 'missing') continue;
		const key = `${place.by} ${place.name.text}`;
		if (seen.has(key)) context.report('repeated-name', place.name.span, { name: place.name.text });
		seen.add(key);
		if (!names || names.stores.size === 0) continue;
		const known = place.by === 'store' ? names.stores : names.chains;
		if (!known.has(place.name.text)) reportUnknown(place.by, place.name, [...known], context);
	}
}

function checkSpend(condition: SpendCondition, context: CheckContext): void {
	checkFilterName(condition.filter, context);
	const { test } = condition;
	const bounds = { what: 'An amount', decimals: context.currencyDecimals, low: 0, high: MAX_NAMED };
	if (test.kind === 'comparison') checkNumber(test.value, bounds, context);
	if (test.kind !== 'between') return;
	checkNumber(test.low, bounds, context);
	checkNumber(test.high, bounds, context);
	if (test.low.kind !== 'number' || test.high.kind !== 'number') return;
	const { low, high } = test;
	if (compareRationals(rationalFromDecimal(low.digits), rationalFromDecimal(high.digits)) > 0) {
		const edits = [
			{ span: low.span, text: high.digits },
			{ span: high.span, text: low.digits },
		];
		const fix = { title: 'Exchange the two amounts', edits };
		context.report('between-reversed', test.span, { low: low.digits, high: high.digits }, { fix });
	}
}

function checkBirthday({ window }: BirthdayCondition, context: CheckContext): void {
	if (window.kind !== 'within') return;
	checkNumber(window.days, { what: 'The number of days', decimals: 0, low: 1, high: 182 }, context);
}

/** Reports a filter that no declaration gives. */
export function checkFilterName(name: Name | Missing, context: CheckContext): void {
	const { filterNames } = context.symbols;
	if (name.kind === 'name' && !filterNames.includes(name.text)) reportUnknown('filter', name, filterNames, context, quoted);
}

function reportUnknown(
	noun: string,
	name: Name,
	candidates: readonly string[],
	context: CheckContext,
	write: (name: string) => string = printName,
): void {
	const { nearest, extra } = suggestion(name, candidates, write);
	context.report('unknown-name', name.span, { noun, name: name.text, nearest }, extra);
}

function quoted(name: string): string {
	return `"${name.replace(/["\\]/g, '\\$&')}"`;
}
