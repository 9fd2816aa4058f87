/** What a return does to a balance, as the program chooses. */
import type { ReturnsPolicy } from '#grammar';
import {
	addRationals,
	fractionOf,
	rationalFromFraction,
	rationalFromInteger,
	subtractRationals,
} from '../domain/rational.ts';
import { roundRational } from '../domain/rounding.ts';
import { unreachable } from '../domain/unreachable.ts';
import type { Fraction, Plan } from '../plan/plan.ts';
import type { Upheld } from './upheld.ts';

/** What all returns of a sale together did to the balance, in point units. */
export interface Settlement {
	/** Taken from the balance. */
	readonly takenUnits: number;
	/** What was owed and not taken, because the program does not let it: it stays with the member for good. */
	readonly forgivenUnits: number;
	/** What came of remainders where rounding is carried: it is owed less by so much. */
	readonly carriedUnits: number;
}

/** Before anything went back. */
export const UNSETTLED: Settlement = { takenUnits: 0, forgivenUnits: 0, carriedUnits: 0 };

/** What a member has when something goes back. */
export interface Purse {
	readonly balanceUnits: number;
	/** Of the points of this sale, those that cannot be spent yet. */
	readonly pendingUnits: number;
	/** What rounding left over the last time. */
	readonly remainder: Fraction;
}

/** What a return comes to. */
export interface Settled {
	readonly settlement: Settlement;
	readonly remainder: Fraction;
}

/** What stood of a sale before a return, and what stands after it. */
export interface Turn {
	readonly before: Upheld;
	readonly after: Upheld;
}

/** Settles a return: `settlement` is what the earlier returns of the sale came to. */
export function settleReturn({ program }: Plan, { before, after }: Turn, purse: Purse, settlement: Settlement): Settled {
	const { remainder, carriedUnits } = carriedOn(program, { before, after }, purse.remainder);
	const owed = before.totalUnits - after.totalUnits - carriedUnits;
	const carried = { carriedUnits: settlement.carriedUnits + carriedUnits };
	const { takenUnits, forgivenUnits } = settlement;
	if (owed < 0) {
		// Less stands against the member than before: what was forgiven goes first, the rest comes back.
		const excused = Math.min(forgivenUnits, -owed);
		const settled = { takenUnits: takenUnits + owed + excused, forgivenUnits: forgivenUnits - excused, ...carried };
		return { settlement: settled, remainder };
	}
	const taken = Math.min(owed, takeable(program.returns, owed, purse));
	return {
		settlement: { takenUnits: takenUnits + taken, forgivenUnits: forgivenUnits + owed - taken, ...carried },
		remainder,
	};
}

function takeable(policy: ReturnsPolicy, owed: number, { balanceUnits, pendingUnits }: Purse): number {
	switch (policy) {
		case 'may go negative':
			return owed;
		case 'stop at zero':
			return Math.max(balanceUnits, 0);
		case 'pending only':
			return Math.max(pendingUnits, 0);
		default:
			return unreachable(policy);
	}
}

/** The remainder of today, moved by what the remainder of the sale moves, and the whole units that come of that. */
function carriedOn(program: Plan['program'], { before, after }: Turn, remainder: Fraction) {
	if (before.change.remainder === null || after.change.remainder === null) return { remainder, carriedUnits: 0 };
	const [was, is] = [rationalFromFraction(before.change.remainder), rationalFromFraction(after.change.remainder)];
	const moved = addRationals(rationalFromFraction(remainder), subtractRationals(is, was));
	const whole = roundRational(moved, program.rounding);
	const left = subtractRationals(moved, rationalFromInteger(whole));
	return { remainder: fractionOf(left), carriedUnits: Number(whole) };
}
