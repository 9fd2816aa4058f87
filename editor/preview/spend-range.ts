import {
	ceilRational,
	compareRationals,
	floorRational,
	type PlanCondition,
	type Rational,
	rational,
	rationalFromFraction,
} from '#compiler';

type SpendTest = Extract<PlanCondition, { readonly kind: 'spend' }>['test'];

/** A stretch of whole minor amounts, both ends included; `to` is null where it has no end. */
export interface AmountRange {
	readonly from: number;
	readonly to: number | null;
}

/** Says whether a whole minor amount passes a spend test, exactly. */
export function passes(test: SpendTest, minor: number): boolean {
	const amount = rational(BigInt(minor));
	if (test.operator === 'between') {
		const low = compareRationals(amount, rationalFromFraction(test.lowMinor));
		return low >= 0 && compareRationals(amount, rationalFromFraction(test.highMinor)) <= 0;
	}
	const order = compareRationals(amount, rationalFromFraction(test.valueMinor));
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

/** The amounts that a test compares with, as the minor amounts next to them, in order. */
export function thresholdsOf(tests: readonly SpendTest[]): number[] {
	const values = tests.flatMap((test): Rational[] =>
		test.operator === 'between'
			? [rationalFromFraction(test.lowMinor), rationalFromFraction(test.highMinor)]
			: [rationalFromFraction(test.valueMinor)],
	);
	return [...new Set(values.map((value) => Number(ceilRational(value))))].sort((a, b) => a - b);
}

/** The amounts at which some of the tests fail, in order; nothing changes between the amounts next to what they compare with. */
export function failingRanges(tests: readonly SpendTest[]): AmountRange[] {
	const edges = tests.flatMap((test) =>
		(test.operator === 'between' ? [test.lowMinor, test.highMinor] : [test.valueMinor]).flatMap((value) => {
			const exact = rationalFromFraction(value);
			return [Number(floorRational(exact)), Number(ceilRational(exact)), Number(floorRational(exact)) + 1];
		}),
	);
	const starts = [...new Set([0, ...edges])].filter((start) => start >= 0).sort((a, b) => a - b);
	const ranges: AmountRange[] = [];
	for (const [index, from] of starts.entries()) {
		if (tests.every((test) => passes(test, from))) continue;
		const next = starts[index + 1];
		const to = next === undefined ? null : next - 1;
		const last = ranges.at(-1);
		if (last && last.to === from - 1) ranges[ranges.length - 1] = { from: last.from, to };
		else ranges.push({ from, to });
	}
	return ranges;
}
