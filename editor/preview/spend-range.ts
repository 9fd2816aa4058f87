import {
	ceilRational,
	compareRationals,
	floorRational,
	type PlanCondition,
	type PlanTest,
	type Rational,
	rational,
	rationalFromFraction,
	unreachable,
} from '#compiler';

/** A stretch of whole amounts, both ends included; `to` is null where it has no end. */
export interface AmountRange {
	readonly from: number;
	readonly to: number | null;
}

/** Says whether a whole amount passes a test, exactly. */
function passes(test: PlanTest, whole: number): boolean {
	const amount = rational(BigInt(whole));
	if (test.operator === 'between') {
		const low = compareRationals(amount, rationalFromFraction(test.low));
		return low >= 0 && compareRationals(amount, rationalFromFraction(test.high)) <= 0;
	}
	const order = compareRationals(amount, rationalFromFraction(test.value));
	return passesOrder[test.operator](order);
}

const passesOrder = {
	'=': (order: number) => order === 0,
	'!=': (order: number) => order !== 0,
	'<': (order: number) => order < 0,
	'<=': (order: number) => order <= 0,
	'>': (order: number) => order > 0,
	'>=': (order: number) => order >= 0,
} as const;

/** Says whether conditions can all hold at an amount of a filter, whatever else they ask. */
export function canHold(conditions: readonly PlanCondition[], filter: number, whole: number): boolean {
	return conditions.every((condition) => verdictAt(condition, filter, whole) !== 'no');
}

/** What an amount alone says of a condition. */
type Verdict = 'yes' | 'no' | 'open';

function verdictAt(condition: PlanCondition, filter: number, whole: number): Verdict {
	switch (condition.kind) {
		case 'spend':
		case 'quantity':
			if (condition.filter !== filter) return 'open';
			return passes(condition.test, whole) ? 'yes' : 'no';
		case 'any':
		case 'all':
		case 'not': {
			const inner = condition.conditions.map((each) => verdictAt(each, filter, whole));
			return groupVerdict(condition.kind, inner);
		}
		case 'always':
		case 'day-time':
		case 'order-type':
		case 'channel':
		case 'tier':
		case 'segment':
		case 'store':
		case 'birthday':
		case 'anniversary':
		case 'purchase-number':
		case 'member-fact':
		case 'attribute':
			return 'open';
		default:
			return unreachable(condition);
	}
}

function groupVerdict(kind: 'any' | 'all' | 'not', inner: readonly Verdict[]): Verdict {
	// One part of this verdict decides the group; `not` is for none of its parts.
	const deciding = kind === 'all' ? 'no' : 'yes';
	if (inner.includes(deciding)) return kind === 'any' ? 'yes' : 'no';
	if (inner.includes('open')) return 'open';
	return kind === 'any' ? 'no' : 'yes';
}

/** The filters that conditions compare the amounts of, in the order of the text, those inside groups included. */
export function comparedFilters(conditions: readonly PlanCondition[]): number[] {
	return comparisonsOf(conditions).map(({ filter }) => filter);
}

/** What conditions compare the amount of a filter with. */
export function boundsOf(conditions: readonly PlanCondition[], filter: number): Rational[] {
	const own = comparisonsOf(conditions).filter((comparison) => comparison.filter === filter);
	return own.flatMap(({ test }) => {
		const bounds = test.operator === 'between' ? [test.low, test.high] : [test.value];
		return bounds.map(rationalFromFraction);
	});
}

function comparisonsOf(conditions: readonly PlanCondition[]): { readonly filter: number; readonly test: PlanTest }[] {
	return conditions.flatMap((condition) => {
		if (condition.kind === 'spend' || condition.kind === 'quantity') return [condition];
		const isGroup = condition.kind === 'any' || condition.kind === 'all' || condition.kind === 'not';
		return isGroup ? comparisonsOf(condition.conditions) : [];
	});
}

/** Bounds as the whole amounts next to them, in order. */
export function thresholdsOf(bounds: readonly Rational[]): number[] {
	return [...new Set(bounds.map((bound) => Number(ceilRational(bound))))].sort((a, b) => a - b);
}

/** The amounts at which conditions cannot hold, in order; nothing changes between the amounts next to what they compare with. */
export function failingRanges(conditions: readonly PlanCondition[], filter: number): AmountRange[] {
	const edges = boundsOf(conditions, filter).flatMap((bound) => {
		const below = Number(floorRational(bound));
		return [below, Number(ceilRational(bound)), below + 1];
	});
	const starts = [...new Set([0, ...edges])].filter((start) => start >= 0).sort((a, b) => a - b);
	const ranges: AmountRange[] = [];
	for (const [index, from] of starts.entries()) {
		if (canHold(conditions, filter, from)) continue;
		const next = starts[index + 1];
		const to = next === undefined ? null : next - 1;
		const last = ranges.at(-1);
		if (last && last.to === from - 1) ranges[ranges.length - 1] = { from: last.from, to };
		else ranges.push({ from, to });
	}
	return ranges;
}
