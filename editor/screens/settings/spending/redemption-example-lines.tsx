import { useMemo } from 'react';
import { type Plan, type Redeemable, unreachable } from '#compiler';
import { amountWords, unitOf } from '../../../canvas/amounts.ts';
import { useEditing } from '../../../canvas/editing.ts';
import { money, pointDigits } from '../../../canvas/words.ts';
import { countPoints } from '../../../messages/counted.ts';
import classes from './redemption-card.module.css';
import { redemptionExample } from './redemption-example.ts';
import { words } from '../words.ts';

/** What points would pay of an order, as the evaluators work it out. */
export function RedemptionExampleLines() {
	const { compilation, transaction } = useEditing();
	const plan = compilation.healthyPlan;
	const example = useMemo(() => plan && redemptionExample(plan, transaction), [plan, transaction]);
	const { spending } = words;
	if (!plan || !example) return null;
	const { most, least, isSample } = example;
	const total = moneyOf(plan, example.orderMinor);
	const paid = { total, points: pointsOf(plan, most.units), amount: moneyOf(plan, most.worthMinor) };
	const say = isSample ? spending.ofSample : spending.ofAnOrder;
	const reason = reasonWords(plan, most);
	return (
		<div className={classes['example']}>
			<p className={classes['label']}>{spending.example}</p>
			<p>{most.units === 0 ? spending.nothing({ total }) : say(paid)}</p>
			{reason !== '' && <p className={classes['reason']}>{reason}</p>}
			{least && least.units > 0 && (
				<p className={classes['reason']}>
					{spending.leastPays({ points: pointsOf(plan, least.units), amount: moneyOf(plan, least.worthMinor) })}
				</p>
			)}
		</div>
	);
}

/** Why no more of the order is paid. */
function reasonWords(plan: Plan, { limit, units }: Redeemable): string {
	const { spending } = words;
	switch (limit.kind) {
		case 'share': {
			const filter = plan.filters[limit.filter];
			const amount = filter ? amountWords(limit.amount, unitOf(filter), plan.program.currency) : '';
			return spending.becauseShare({ most: moneyOf(plan, limit.mostMinor), filter: filter?.name ?? '', amount });
		}
		case 'total':
			return units > 0 ? spending.becauseTotal : spending.tooLittle;
		case 'too-large':
			return spending.becauseLarge({ most: moneyOf(plan, limit.mostMinor) });
		case 'step':
		case 'balance':
		case 'least':
		case 'not-offered':
			return '';
		default:
			return unreachable(limit);
	}
}

function moneyOf({ program }: Plan, minor: number): string {
	return money(minor, program.currency, program.currencyDecimals);
}

function pointsOf({ program }: Plan, units: number): string {
	return countPoints(pointDigits(units, program.pointDecimals));
}
