/** How much faster the emitted function is than the reference, on the same plans and sales in one run. */
import { bench, describe } from 'vitest';
import type { EvaluationState, Transaction } from '../domain/index.ts';
import type { Plan } from '../plan/plan.ts';
import { emit } from './emit/emit.ts';
import {
	atMost,
	category,
	condition,
	earn,
	formula,
	line,
	member,
	minor,
	plan,
	rule,
	sale,
	state,
	tier,
	times,
	WITHOUT_EXTRAS,
} from './fixtures/plans.ts';
import { smallestChanges } from './nearest/index.ts';
import { evaluateReference } from './reference.ts';

const RULES = 50;
const LINES = 10;
const CATEGORIES = ['Food', 'Drinks', 'Retail', 'Bakery'];

/** Fifty active rules as a large business has them: a third on a schedule, all on a store, a channel and a spend. */
function largePlan(): Plan {
	const filters = CATEGORIES.map((name) => category(name));
	const rules = Array.from({ length: RULES }, (_, i) =>
		rule(`Rule ${i}`, {
			priority: i % 3,
			conditions: [
				...(i % 3 === 0
					? [
							condition({
								kind: 'day-time',
								alternatives: [{ days: ['Sat', 'Sun'], fromMinute: 600 + i, untilMinute: 900 }],
							}),
						]
					: []),
				condition({ kind: 'store', negated: i % 2 === 0, stores: [`store-${i % 7}`], chains: [] }),
				condition({ kind: 'channel', negated: false, names: ['app', 'web'] }),
				condition({ kind: 'spend', filter: 2 + (i % 4), test: { operator: '>=', value: minor(String(i)) } }),
			],
			earns: [earn(formula(2 + (i % 4), [500, 1], [50 + i]))],
			limits: i % 5 === 0 ? [atMost(100)] : [],
		}),
	);
	const steps = [tier('Gold', { earns: [earn(formula(WITHOUT_EXTRAS, [0, 5], [100]))], multipliers: [times('1.5')] })];
	return plan({ filters, rules, tiers: steps });
}

const subject = largePlan();
const evaluate = emit(subject);
const sales: readonly Transaction[] = Array.from({ length: 64 }, (_, i) =>
	sale({
		atMs: Date.parse('2026-02-07T06:00:00Z') + i * 3_700_000,
		store: `store-${i % 9}`,
		lines: Array.from({ length: LINES }, (_, j) =>
			line(`SKU-${j}`, 100 + 37 * i + 11 * j, { category: CATEGORIES[(i + j) % 4] ?? null }),
		),
		discountMinor: i % 4 === 0 ? 500 : 0,
		taxesMinor: 50,
	}),
);
const gold: EvaluationState = state(member({ tier: 'Gold' }));

describe(`${RULES} rules, ${LINES} lines, ${sales.length} sales`, () => {
	bench('reference', () => {
		for (const transaction of sales) evaluateReference(subject, transaction, gold);
	});

	bench('reference, and the smallest changes', () => {
		for (const transaction of sales) {
			const explanation = evaluateReference(subject, transaction, gold);
			smallestChanges(subject, transaction, gold, explanation);
		}
	});

	bench('emitted', () => {
		for (const transaction of sales) evaluate(transaction, gold);
	});
});
