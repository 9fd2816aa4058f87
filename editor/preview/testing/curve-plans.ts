import { compile, evaluateReference, newcomer, type Plan, stateOf, type Transaction } from '#compiler';
import type { CurveSample } from '../curve.ts';

/** A program with three tiers by hand and one rule; its problems as an exception. */
export function planOf(rule: string, program = ''): Plan {
	const { healthyPlan, problems } = compile(`program "P" { currency AED timezone "Asia/Dubai" channels app ${program} }
tiers by hand { tier Bronze {} tier Silver { multiply points by 1.25 } tier Gold { multiply points by 1.5 } }
filter "Food" = items
rule "R" { ${rule} }`);
	if (!healthyPlan || healthyPlan.rules.length !== 1) throw new Error(problems.map(({ message }) => message).join('\n'));
	return healthyPlan;
}

function transactionOf(amountMinor: number): Transaction {
	const line = { sku: 'S', category: null, subcategory: null, combo: null, quantityThousandths: 1000, amountMinor };
	return {
		id: 't',
		member: 'm',
		event: 'purchase',
		attributes: {},
		atMs: Date.UTC(2026, 1, 7, 8, 30),
		store: null,
		chain: null,
		channel: 'app',
		orderType: null,
		lines: [line],
		discountMinor: 0,
		taxesMinor: 0,
		feesMinor: 0,
		tipMinor: 0,
		paidWithPointsMinor: 0,
	};
}

/** Nothing is known of a sample. */
export const NO_SAMPLE: CurveSample = { amounts: [], multipliers: [] };

/** What the reference evaluator gives for one sale of this amount. */
export function givenAt(plan: Plan, minor: number, tier: string | null): number {
	const state = stateOf(plan, newcomer(plan, { id: 'm', tier }));
	return evaluateReference(plan, transactionOf(minor), state).awards[0]?.givenUnits ?? 0;
}
