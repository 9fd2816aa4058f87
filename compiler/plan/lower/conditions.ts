import type {
	AmountCondition,
	AnniversaryCondition,
	AttributeCondition,
	Between,
	Comparison,
	Condition,
	Day,
	DayRange,
	DayTime,
	MemberFact,
	Missing,
	StoreCondition,
} from '#grammar';
import { ATTRIBUTE_DECIMALS } from '../../domain/attribute.ts';
import { fractionOf } from '../../domain/rational.ts';
import { QUANTITY_DECIMALS } from '../../domain/transaction.ts';
import { unreachable } from '../../domain/unreachable.ts';
import type { PlanAttributeTest, PlanCondition, PlanDayTime, PlanTest } from '../plan.ts';
import { integer, nameOf, type Names, whole } from './names.ts';

/** A condition and whatever is in it. */
export function lowerCondition(condition: Condition, names: Names): PlanCondition {
	const { span } = condition;
	switch (condition.kind) {
		case 'always':
			return { kind: 'always', span };
		case 'any':
		case 'all':
		case 'not':
			return { kind: condition.kind, span, conditions: condition.conditions.map((part) => lowerCondition(part, names)) };
		case 'day-time':
			return { kind: 'day-time', span, alternatives: condition.alternatives.map(lowerDayTime) };
		case 'order-type':
		case 'channel':
		case 'tier':
		case 'segment':
			return { kind: condition.kind, span, negated: condition.negated, names: condition.names.map(nameOf) };
		case 'store':
			return lowerStore(condition);
		case 'spend':
		case 'quantity':
			return lowerAmount(condition, names);
		case 'birthday':
		case 'anniversary':
			return lowerYearly(condition);
		case 'purchase-number':
			return { kind: 'purchase-number', span, isEvery: condition.isEvery, number: integer(condition.number) };
		case 'member-fact': {
			const fact = whole(condition.fact).text;
			return { kind: 'member-fact', span, fact, test: testOf(condition.test, factDecimals(fact, names), names) };
		}
		case 'attribute':
			return lowerAttribute(condition, names);
		case 'raw':
			throw new Error('A condition that could not be read was lowered');
		default:
			return unreachable(condition);
	}
}

function lowerStore(condition: StoreCondition): PlanCondition {
	const places = condition.places.map((place) => whole(place));
	const named = (by: 'store' | 'chain') => places.filter((place) => place.by === by).map((place) => nameOf(place.name));
	return { kind: 'store', span: condition.span, negated: condition.negated, stores: named('store'), chains: named('chain') };
}

function lowerAmount({ kind, span, filter, test }: AmountCondition, names: Names): PlanCondition {
	const decimals = kind === 'quantity' ? QUANTITY_DECIMALS : names.filterDecimals(nameOf(filter));
	return { kind, span, filter: names.filter(filter), test: testOf(test, decimals, names) };
}

/** A comparison with its numbers as whole amounts of so many decimals. */
function testOf(test: Comparison | Between | Missing, decimals: number, names: Names): PlanTest {
	const written = whole(test);
	if (written.kind === 'between') {
		const low = fractionOf(names.scaled(written.low, decimals));
		return { operator: 'between', low, high: fractionOf(names.scaled(written.high, decimals)) };
	}
	return { operator: written.operator.text, value: fractionOf(names.scaled(written.value, decimals)) };
}

function factDecimals(fact: MemberFact, { pointDecimals, currencyDecimals }: Names): number {
	switch (fact) {
		case 'lifetime points':
		case 'balance':
			return pointDecimals;
		case 'lifetime spend':
			return currencyDecimals;
		case 'days since joining':
		case 'days since last purchase':
			return 0;
		default:
			return unreachable(fact);
	}
}

function lowerYearly({ kind, span, window }: AnniversaryCondition): PlanCondition {
	const written = whole(window);
	return { kind, span, window: written.kind === 'within' ? { withinDays: integer(written.days) } : written.text };
}

function lowerAttribute({ span, name, test }: AttributeCondition, names: Names): PlanCondition {
	return { kind: 'attribute', span, attribute: names.attribute(name), test: attributeTest(test, names) };
}

function attributeTest(test: AttributeCondition['test'], names: Names): PlanAttributeTest {
	if (test === undefined) return { kind: 'flag' };
	if (test.kind === 'attribute-is') return { kind: 'is', negated: test.negated, values: test.values.map(nameOf) };
	return { kind: 'number', test: testOf(test, ATTRIBUTE_DECIMALS, names) };
}

const weekDays: readonly Day[] = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const MINUTES_A_DAY = 1440;

function lowerDayTime({ days, between }: DayTime): PlanDayTime {
	const covered = days === 'any' ? new Set(weekDays) : new Set(days.flatMap((range) => daysOf(whole(range))));
	return {
		days: weekDays.filter((day) => covered.has(day)),
		fromMinute: between ? whole(between.from).minute : 0,
		untilMinute: between ? whole(between.until).minute : MINUTES_A_DAY,
	};
}

/** The days of a range, which may go round the week's end. */
function daysOf(range: DayRange): Day[] {
	const first = weekDays.indexOf(range.first.text);
	const last = range.last ? weekDays.indexOf(whole(range.last).text) : first;
	const length = ((last - first + 7) % 7) + 1;
	return Array.from({ length }, (_, step) => weekDays[(first + step) % 7] as Day);
}
