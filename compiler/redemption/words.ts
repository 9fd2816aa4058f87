/** How many points may be spent, and why not more, in English. */
import { formatPoints } from '../domain/money.ts';
import { floorRational, multiplyRationals, rationalFromFraction, rationalFromInteger } from '../domain/rational.ts';
import { unreachable } from '../domain/unreachable.ts';
import { quote } from '../evaluate/phrases.ts';
import { formatAmount, formatCount, formatFilterAmount } from '../evaluate/spend-words.ts';
import type { Fraction, Plan } from '../plan/plan.ts';
import type { Redeemable, RedemptionLimit } from './redemption.ts';

/** `1000 points pay 10.00 GBP, 499 are left. Points are spent in steps of 500: more takes 1500.` */
export function describeRedeemable(plan: Plan, { units, worthMinor, leftUnits, limit }: Redeemable): string {
	const { program } = plan;
	const points = (count: number) => formatPoints(count, program.pointDecimals);
	const spent = `${points(units)} points pay ${formatAmount(program, worthMinor)} ${program.currency}`;
	const begin = units === 0 ? 'No points can be spent' : `${spent}, ${points(leftUnits)} are left`;
	return `${begin}. ${reasonOf(plan, limit, units === 0)}`;
}

function reasonOf(plan: Plan, limit: RedemptionLimit, isNothing: boolean): string {
	const { program, filters } = plan;
	const points = (count: number) => formatPoints(count, program.pointDecimals);
	switch (limit.kind) {
		case 'not-offered':
			return 'The program has no `redemption`.';
		case 'balance':
			return isNothing ? 'The balance has none.' : 'That is the whole balance.';
		case 'least':
			return `At least ${points(limit.leastUnits)} are spent at once.`;
		case 'step': {
			const more = limit.nextUnits === null ? 'no balance reaches the next amount' : `more takes ${points(limit.nextUnits)}`;
			if (limit.stepUnits !== null) return `Points are spent in steps of ${points(limit.stepUnits)}: ${more}.`;
			return `What is left pays for no ${formatAmount(program, 1)} ${program.currency}: ${more}.`;
		}
		case 'share': {
			const filter = filters[limit.filter];
			const of = `${quote(filter?.name ?? '')} ${formatFilterAmount(filter, limit.amount)}`;
			return `Points pay at most ${percentOf(plan)} of ${of}, which is ${formatAmount(program, limit.mostMinor)}.`;
		}
		case 'total':
			return `There is no more to pay than ${formatAmount(program, limit.mostMinor)}.`;
		case 'too-large':
			return `No more than ${formatAmount(program, limit.mostMinor)} is paid at once.`;
		default:
			return unreachable(limit);
	}
}

/** A share is written with at most six decimals of a percent. */
const PERCENT_DECIMALS = 6;

function percentOf({ redemption }: Plan): string {
	const share: Fraction = redemption?.atMost?.share ?? { numerator: '0', denominator: '1' };
	const scaled = multiplyRationals(rationalFromFraction(share), rationalFromInteger(100 * 10 ** PERCENT_DECIMALS));
	return `${formatCount(Number(floorRational(scaled)), PERCENT_DECIMALS)}%`;
}
