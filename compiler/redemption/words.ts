/** How many points may be spent, and why not more. */
import { type Phrase, phrase, phraseInEnglish } from '#grammar';
import { formatPoints } from '../domain/money.ts';
import { floorRational, multiplyRationals, rationalFromFraction, rationalFromInteger } from '../domain/rational.ts';
import { unreachable } from '../domain/unreachable.ts';
import { formatAmount, formatCount, formatFilterAmount } from '../evaluate/spend-words.ts';
import type { Fraction, Plan } from '../plan/plan.ts';
import type { Redeemable, RedemptionLimit } from './redemption.ts';

/** `1000 points pay 10.00 GBP, 499 are left. Points are spent in steps of 500: more takes 1500.` */
export function describeRedeemable(plan: Plan, spent: Redeemable): string {
	return phrasesOfRedeemable(plan, spent)
		.map((each) => phraseInEnglish(each))
		.join(' ');
}

/** The same as data, for other languages: its sentences. */
export function phrasesOfRedeemable(plan: Plan, { units, worthMinor, leftUnits, limit }: Redeemable): readonly Phrase[] {
	const { program } = plan;
	if (units === 0) return [phrase('No points can be spent.'), reasonOf(plan, limit, true)];
	const paid = phrase('points pay', {
		points: formatPoints(units, program.pointDecimals),
		amount: formatAmount(program, worthMinor),
		currency: program.currency,
		left: formatPoints(leftUnits, program.pointDecimals),
	});
	return [paid, reasonOf(plan, limit, false)];
}

function reasonOf(plan: Plan, limit: RedemptionLimit, isNothing: boolean): Phrase {
	const { program, filters } = plan;
	const points = (count: number) => formatPoints(count, program.pointDecimals);
	switch (limit.kind) {
		case 'not-offered':
			return phrase('The program has no `redemption`.');
		case 'balance':
			return phrase(isNothing ? 'The balance has none.' : 'That is the whole balance.');
		case 'least':
			return phrase('least at once', { points: points(limit.leastUnits) });
		case 'step': {
			const { stepUnits, nextUnits } = limit;
			const more =
				nextUnits === null
					? phrase('no balance reaches the next amount')
					: phrase('more takes', { points: points(nextUnits) });
			if (stepUnits !== null) return phrase('in steps', { step: points(stepUnits), more });
			return phrase('pays for no unit', { amount: formatAmount(program, 1), currency: program.currency, more });
		}
		case 'share': {
			const filter = filters[limit.filter];
			const amount = formatFilterAmount(filter, limit.amount);
			const of = phrase('amount of a filter', { filter: filter?.name ?? '', amount });
			return phrase('share at most', { share: percentOf(plan), of, most: formatAmount(program, limit.mostMinor) });
		}
		case 'total':
			return phrase('most to pay', { amount: formatAmount(program, limit.mostMinor) });
		case 'too-large':
			return phrase('most at once', { amount: formatAmount(program, limit.mostMinor) });
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
