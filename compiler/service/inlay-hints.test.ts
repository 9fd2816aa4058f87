import { expect, test } from 'vitest';
import { compile } from '../compile.ts';
import type { Catalog } from '../domain/catalog.ts';
import { newcomer, stateOf } from '../domain/member.ts';
import type { Transaction } from '../domain/transaction.ts';
import { evaluateReference } from '../evaluate/reference.ts';
import { PROGRAM } from './fixtures/marked.ts';
import { type HintSources, inlayHints } from './inlay-hints.ts';

const catalog: Catalog = {
	stores: [
		{ id: 'dxb-mall', name: 'Dubai Mall', chain: 'Blue', city: 'Dubai' },
		{ id: 'Pier', name: 'Pier', chain: null, city: null },
	],
	items: [{ sku: 'LATTE', name: 'Latte', category: 'Drinks', subcategory: null, priceMinor: null }],
};

/** A text with its hints in it, in square brackets. */
function hinted(text: string, sources?: HintSources): string {
	let result = text;
	for (const { offset, label } of inlayHints(compile(text, { catalog }), sources).toReversed()) {
		result = `${result.slice(0, offset)}[${label}]${result.slice(offset)}`;
	}
	return result;
}

test('stores and items by their names', () => {
	const text =
		'filter A = items in item "LATTE", "TEA" rule B { when { store is "dxb-mall", "Pier", chain "Blue", "none" } }';
	expect(hinted(text, { catalog })).toBe(
		'filter A = items in item "LATTE"[Latte], "TEA" rule B { when { store is "dxb-mall"[Dubai Mall], "Pier", chain "Blue", "none" } }',
	);
	expect(hinted(text)).toBe(text);
});

test('amounts with their currency', () => {
	const rule = 'rule A { when { spend "Food" >= 50 spend "Net" between 5 and 10 spend "Net" between 5 and spend "Net" } }';
	expect(hinted(PROGRAM + rule).slice(PROGRAM.length)).toBe(
		'rule A { when { spend "Food" >= 50[AED] spend "Net" between 5 and 10[AED] spend "Net" between 5 and spend "Net" } }',
	);
});

test('the currency stands behind money only', () => {
	const text = `filter "Cups" = quantity of items up to 5
filter "Band" = total above 100 up to 300
filter "Miles" = attribute miles above 7
rule A { when { spend "Cups" >= 2 lifetime spend < 9 lifetime points > 8 quantity "Cups" > 1 } earn 1 for every 10 of "Band" earn 1 for every 2 of "Cups" }`;
	expect(hinted(PROGRAM + text).slice(PROGRAM.length)).toBe(`filter "Cups" = quantity of items up to 5
filter "Band" = total above 100[AED] up to 300[AED]
filter "Miles" = attribute miles above 7
rule A { when { spend "Cups" >= 2 lifetime spend < 9[AED] lifetime points > 8 quantity "Cups" > 1 } earn 1 for every 10[AED] of "Band" earn 1 for every 2 of "Cups" }`);
	expect(hinted('rule A { when { spend "Food" >= 50 } }')).toBe('rule A { when { spend "Food" >= 50 } }');
});

test('dates with their day of the week, percentages as numbers', () => {
	const text = `rule A { active from 2026-02-07 until 2024-02-29 18:00 earn "Net" * 5% + 12.5% - 250% * 0.05% }
test T { member { birthday 1990-02-07 } purchase at 2026-01-01 { item "LATTE" 1 x 2.00 } }
redemption { at most 50% of "Net" }`;
	expect(hinted(text, { catalog })).toBe(
		`rule A { active from 2026-02-07[Sat] until 2024-02-29[Thu] 18:00 earn "Net" * 5%[= 0.05] + 12.5%[= 0.125] - 250%[= 2.5] * 0.05%[= 0.0005] }
test T { member { birthday 1990-02-07 } purchase at 2026-01-01[Thu] { item "LATTE"[Latte] 1 x 2.00 } }
redemption { at most 50% of "Net" }`,
	);
});

test('only a stretch of the text is looked at where one is given', () => {
	const text = 'rule A { active from 2026-02-07 } rule B { active from 2026-02-08 until 2026-02-09 }';
	const start = text.indexOf('rule B');
	expect(hinted(text, { within: { start, end: text.indexOf('until') } })).toBe(
		'rule A { active from 2026-02-07 } rule B { active from 2026-02-08[Sun] until 2026-02-09 }',
	);
});

test('what a sample earns, by rule and tier, also beside a broken rule', () => {
	const rules = `rule A { earn 10 earn 1 }
rule Broken { earn }
rule B { when { channel is app } earn 7 limit 5 points per transaction }
rule C { earn 1 when { tier is Bronze } }
rule D { when { channel is app } earn 1 }`;
	const text = PROGRAM + rules;
	const { healthyPlan } = compile(text);
	const sale: Transaction = {
		id: 'T-1',
		member: null,
		event: 'purchase',
		attributes: {},
		atMs: Date.UTC(2026, 1, 7, 8),
		store: null,
		chain: null,
		channel: 'app',
		orderType: null,
		lines: [{ sku: 'X', category: null, subcategory: null, combo: null, quantityThousandths: 1000, amountMinor: 2000 }],
		discountMinor: 0,
		taxesMinor: 0,
		feesMinor: 0,
		tipMinor: 0,
		paidWithPointsMinor: 0,
	};
	const gold = healthyPlan && stateOf(healthyPlan, newcomer(healthyPlan, { id: 'M', tier: 'Gold' }));
	const explanation = gold && evaluateReference(healthyPlan, sale, gold);
	const shown = hinted(text, { explanation });
	expect(shown.slice(shown.indexOf('rule A'))).toBe(`rule A { earn 10 earn 1[≈ 16 points] }
rule Broken { earn }
rule B { when { channel is app } earn 7[≈ 5 points, cut by the rule limit] limit 5 points per transaction }
rule C { earn 1[no points] when { tier is Bronze } }
rule D { when { channel is app } earn 1[≈ 1 point] }`);
	expect(shown).toContain('earn "Net" * 2[≈ 60 points]');
	const why = inlayHints(compile(text), { explanation }).find(({ label }) => label === 'no points');
	expect(why?.tooltip).toBe('Tier `Gold`, needs `Bronze`.');
});
