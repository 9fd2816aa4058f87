import type { NumberLiteral, TestDeclaration, TestEvent, TestReturn } from '#grammar';
import { addRationals, compareRationals, type Rational, subtractRationals, ZERO } from '../domain/rational.ts';
import { QUANTITY_DECIMALS } from '../domain/transaction.ts';
import { checkNumber, decimalText, exactly, moneyBounds, quantityBounds } from './numbers.ts';
import type { CheckContext } from './report.ts';

/** Checks what goes back in a test: it was bought above, and there is that much of it left. */
export function checkReturns({ clauses }: TestDeclaration, context: CheckContext): void {
	let purchase: TestEvent | null = null;
	let left = new Map<string, Rational>();
	for (const clause of clauses) {
		if (clause.kind === 'test-event') {
			const isPurchase = clause.event.kind === 'event' && clause.event.event === 'purchase';
			purchase = isPurchase ? clause : null;
			left = bought(clause);
		} else if (clause.kind === 'test-return') {
			const isGood = checkAmount(clause, context);
			if (!purchase) context.report('return-without-purchase', clause.span, undefined);
			// A line that cannot be read may be what goes back.
			else if (isGood && !purchase.facts.some(({ kind }) => kind === 'raw')) checkUnits(clause, left, context);
		}
	}
}

function bought({ facts }: TestEvent): Map<string, Rational> {
	const units = new Map<string, Rational>();
	for (const fact of facts) {
		if (fact.kind !== 'test-line' || fact.item.kind === 'missing' || fact.quantity.kind === 'missing') continue;
		units.set(fact.item.text, addRationals(units.get(fact.item.text) ?? ZERO, exactly(fact.quantity)));
	}
	return units;
}

function checkAmount({ item, amount }: TestReturn, context: CheckContext): boolean {
	if (amount.kind !== 'number') return amount.kind === 'word';
	const bounds = item ? quantityBounds() : { ...moneyBounds('an amount', context), isAboveZero: true };
	return checkNumber(amount, bounds, context);
}

function checkUnits({ item, amount }: TestReturn, left: Map<string, Rational>, context: CheckContext): void {
	if (item?.kind !== 'name' || amount.kind !== 'number') return;
	const there = left.get(item.text) ?? ZERO;
	const back = exactly(amount);
	if (compareRationals(back, there) <= 0) left.set(item.text, subtractRationals(there, back));
	else context.report('more-than-was-bought', amount.span, { item: item.text, ...shownUnits(amount, there) });
}

function shownUnits(amount: NumberLiteral, there: Rational) {
	return { units: decimalText(exactly(amount), QUANTITY_DECIMALS), left: decimalText(there, QUANTITY_DECIMALS) };
}
