/** The pieces of an award that are rounded one by one where rounding is per item. */
import { addRationals, multiplyRationals, type Rational, rational, ZERO } from '../domain/rational.ts';
import { readFormula } from '../formula/analyse.ts';
import type { PlanEarn, PlanFilter } from '../plan/plan.ts';
import type { Candidate } from './awards.ts';
import type { Facts } from './facts.ts';
import { chooses, lineAmount } from './filters.ts';

/** `count` equal units of a line, or what no line bears. Points are exact, before multipliers, of one unit. */
export interface Piece {
	readonly count: number;
	readonly multipliable: Rational;
	readonly exempt: Rational;
	/** Says whether an items filter, by its index, chooses the piece's line. */
	readonly chosenBy: (filter: number) => boolean;
}

/** The pieces of an award; null where one of its earns is not a number times an amount that lines make up. */
export function piecesOf({ earns }: Candidate, facts: Facts): Piece[] | null {
	const linear = earns.map(({ earn }) => linearOf(earn, facts.plan.filters));
	if (linear.some((each) => each === null)) return null;
	const parts = linear.flatMap((each) => each ?? []);
	const { lines } = facts.transaction;
	const pieces = lines.map((line, index): Piece => {
		const isWhole = line.quantityThousandths % 1000 === 0 && line.quantityThousandths > 0;
		const count = isWhole ? line.quantityThousandths / 1000 : 1;
		const of = (isExempt: boolean) => sumOf(parts, isExempt, (filter) => lineShare(filter, index, facts), count);
		const chosenBy = (filter: number) => {
			const items = facts.plan.filters[filter];
			return items?.kind === 'items' && chooses(items, line);
		};
		return { count, multipliable: of(false), exempt: of(true), chosenBy };
	});
	const of = (isExempt: boolean) => sumOf(parts, isExempt, (filter) => restOf(filter, facts), 1);
	return [...pieces, { count: 1, multipliable: of(false), exempt: of(true), chosenBy: () => false }];
}

interface Linear {
	readonly earn: PlanEarn;
	readonly filter: PlanFilter;
	/** Points for one whole amount of the filter. */
	readonly rate: Rational;
}

/** An earn as a number times an unbounded amount; null where it is anything else. */
function linearOf(earn: PlanEarn, filters: readonly PlanFilter[]): Linear | null {
	const { amount, atLeast } = earn;
	if (amount.kind !== 'formula' || amount.filter === null || atLeast !== null) return null;
	const { numerator, denominator, undefinedWhereZero } = readFormula(amount);
	const [constant = 0n, slope = 0n, ...higher] = numerator;
	const isLinear = constant === 0n && higher.length === 0 && denominator.length === 1 && undefinedWhereZero.length === 0;
	const filter = filters[amount.filter];
	if (!isLinear || !filter || filter.above !== null || filter.upTo !== null) return null;
	if (filter.kind === 'attribute' || filter.kind === 'paid' || (filter.kind === 'total' && filter.without.points))
		return null;
	const rate = rational(slope, denominator[0] ?? 1n);
	return rate.numerator < 0n ? null : { earn, filter, rate };
}

function sumOf(
	parts: readonly Linear[],
	isExempt: boolean,
	amountOf: (filter: PlanFilter) => number,
	count: number,
): Rational {
	const own = parts.filter(({ earn }) => earn.exempt === isExempt);
	return own
		.map(({ filter, rate }) => multiplyRationals(rate, rational(BigInt(amountOf(filter)), BigInt(count))))
		.reduce(addRationals, ZERO);
}

/** What a line counts for a filter, as a whole amount of all its units. */
function lineShare(filter: PlanFilter, index: number, { cart, transaction }: Facts): number {
	const line = transaction.lines[index];
	if (!line) return 0;
	if (filter.kind === 'total') {
		return line.amountMinor - (filter.beforeDiscounts ? 0 : (cart.discountShares[index] ?? 0));
	}
	if (filter.kind !== 'items' || !chooses(filter, line)) return 0;
	return filter.isQuantity ? line.quantityThousandths : lineAmount(filter, cart, index);
}

/** What a total counts besides lines: taxes, fees and tip. */
function restOf(filter: PlanFilter, { transaction }: Facts): number {
	if (filter.kind !== 'total') return 0;
	const { taxes, fees, tip } = filter.without;
	return (taxes ? 0 : transaction.taxesMinor) + (fees ? 0 : transaction.feesMinor) + (tip ? 0 : transaction.tipMinor);
}
