import {
	type AmountCondition,
	type AnniversaryCondition,
	type Condition,
	type DayTimeCondition,
	type GroupCondition,
	type MemberFact,
	type MemberFactCondition,
	type MembershipCondition,
	phrase,
	type PurchaseNumberCondition,
	type StoreCondition,
} from '#grammar';
import { QUANTITY_DECIMALS } from '../domain/transaction.ts';
import { formatTime } from '../domain/calendar.ts';
import { unreachable } from '../domain/unreachable.ts';
import { checkAmountTest } from './amount-tests.ts';
import { checkAttributeCondition } from './attributes.ts';
import { catalogNames } from './catalog-names.ts';
import { checkCart, checkPlace, type Happening } from './events.ts';
import { checkChoosesItems, checkCountsMoney, filterDecimals } from './measures.ts';
import { checkDeclared, checkEnabled, checkFilterName, checkRepeats, reportUnknown } from './names.ts';
import { checkNumber, MAX_NAMED, moneyBounds, type NumberBounds, pointBounds, wholeBounds } from './numbers.ts';
import { leadingWords, removal } from './places.ts';
import type { CheckContext } from './report.ts';

/** Checks the names, numbers and times of a `when` or a group, and that what it asks is there when `happening` is. */
export function checkConditions(
	conditions: readonly Condition[],
	happening: Happening | null,
	context: CheckContext,
	isGroup = false,
): void {
	for (const [index, condition] of conditions.entries()) {
		if (condition.kind === 'attribute') {
			checkAttributeCondition(condition, conditions[index - 1], happening, context);
		} else checkCondition(condition, happening, context);
		if (!isEmptyGroup(condition)) continue;
		// Without it a group that holds nothing else would be empty in its turn.
		const isNeeded = isGroup && conditions.length === 1;
		const fix = isNeeded ? {} : removal(phrase('Remove the group'), context.source, condition.span);
		context.report('empty-group', condition.span, { word: condition.kind }, fix);
	}
}

function isEmptyGroup(condition: Condition): condition is GroupCondition {
	return 'conditions' in condition && condition.body !== undefined && condition.conditions.length === 0;
}

type OtherCondition = Exclude<Condition, { readonly kind: 'attribute' }>;

function checkCondition(condition: OtherCondition, happening: Happening | null, context: CheckContext): void {
	switch (condition.kind) {
		case 'always':
		case 'raw':
			return;
		case 'any':
		case 'all':
		case 'not':
			checkConditions(condition.conditions, happening, context, true);
			return;
		case 'day-time':
			checkDayTime(condition, context);
			return;
		case 'order-type':
		case 'channel':
		case 'tier':
		case 'segment':
			checkMembership(condition, happening, context);
			return;
		case 'store':
			checkHas('place', 'store', condition, happening, context);
			checkStore(condition, context);
			return;
		case 'spend':
		case 'quantity':
			checkHas('cart', condition.kind, condition, happening, context);
			checkAmount(condition, context);
			return;
		case 'birthday':
		case 'anniversary':
			checkWindow(condition, context);
			return;
		case 'purchase-number':
			checkPurchaseNumber(condition, happening, context);
			return;
		case 'member-fact':
			checkMemberFact(condition, context);
			return;
		default:
			unreachable(condition);
	}
}

/** Reports, at the words with which it begins, a condition that asks for what the event does not have. */
function checkHas(
	what: 'cart' | 'place',
	words: string,
	{ span }: Condition,
	happening: Happening | null,
	context: CheckContext,
): void {
	const isThere = what === 'cart' ? happening?.hasCart : happening?.hasPlace;
	if (isThere !== false) return;
	const check = what === 'cart' ? checkCart : checkPlace;
	check(words, leadingWords(context.source, words, span), happening, context);
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

function checkMembership(condition: MembershipCondition, happening: Happening | null, context: CheckContext): void {
	const { kind, names } = condition;
	const { symbols } = context;
	if (kind === 'order-type') checkHas('cart', 'order type', condition, happening, context);
	if (kind === 'channel') checkHas('place', 'channel', condition, happening, context);
	checkRepeats(names, context);
	for (const name of names) {
		if (kind === 'tier') checkDeclared('tier', name, symbols.tierByName, context);
		else if (kind === 'segment') checkDeclared('segment', name, symbols.segments, context);
		else checkEnabled(kind === 'channel' ? 'channel' : 'order type', name, context);
	}
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
		if (!known.has(place.name.text)) reportUnknown(place.by, place.name, known, context);
	}
}

function checkAmount({ kind, filter, test }: AmountCondition, context: CheckContext): void {
	checkFilterName(filter, context);
	if (kind === 'quantity') {
		checkChoosesItems(filter, 'quantity', context);
		checkAmountTest(test, { what: 'a quantity', decimals: QUANTITY_DECIMALS, low: 0, high: MAX_NAMED }, context);
		return;
	}
	checkCountsMoney(filter, '`spend`', context);
	// Units are no spend at all, which has been said; their decimals are nothing to complain of as well.
	const decimals = filterDecimals(filter.kind === 'name' ? filter.text : '', context.symbols, context.currencyDecimals);
	checkAmountTest(test, { what: 'an amount', decimals, low: 0, high: MAX_NAMED }, context);
}

function checkWindow({ window }: AnniversaryCondition, context: CheckContext): void {
	if (window.kind === 'within') checkNumber(window.days, wholeBounds('the number of days', 182), context);
}

function checkPurchaseNumber(condition: PurchaseNumberCondition, happening: Happening | null, context: CheckContext): void {
	const { span, isEvery, number } = condition;
	checkHas('cart', 'purchase number', condition, happening, context);
	if (!checkNumber(number, wholeBounds('the purchase number', 1_000_000), context)) return;
	if (isEvery && Number(number.digits) === 1) {
		context.report('always-true', span, { condition: 'purchase number is every 1' });
	}
}

const MOST_DAYS = 36_600;

function factBounds(fact: MemberFact, context: CheckContext): NumberBounds {
	switch (fact) {
		case 'lifetime points':
		case 'balance':
			return pointBounds('a number of points', context);
		case 'lifetime spend':
			return moneyBounds('an amount', context);
		case 'days since joining':
		case 'days since last purchase':
			return wholeBounds('the number of days', MOST_DAYS, 0);
		default:
			return unreachable(fact);
	}
}

function checkMemberFact({ fact, test }: MemberFactCondition, context: CheckContext): void {
	if (fact.kind === 'word') checkAmountTest(test, factBounds(fact.text, context), context);
}
