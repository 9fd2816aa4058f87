/** What a keystroke pays for reasoning: a rule of ten conditions by itself, and five hundred of them together. */
import { parse } from '#grammar';
import { bench, describe } from 'vitest';
import { reportInto } from '../report.ts';
import { summarise } from '../summary.ts';
import { collectSymbols, rulesOf } from '../symbols.ts';
import { checkReachability } from './reachability.ts';
import { checkLimitsOf, checkSets, mostFactorOf } from './together.ts';

const RULES = 500;
const rules = Array.from(
	{ length: RULES },
	(_, index) => `rule "R${index}" {
  active from 2026-01-01 until 2026-12-31
  priority ${index % 50}
  ${index % 10 === 0 ? 'exclusive "Deals"' : ''}
  when {
    on Mon to Fri between 11:00 and 14:00 or on Sat, Sun between 12:00 and 15:00
    order type is dine_in, pickup
    channel is not kiosk
    tier is Gold, Silver
    store is "dxb-mall", chain "Express"
    spend "Food" >= ${50 + index}
    spend "Net" < 500
    birthday within 3 days
    any { channel is app  spend "Food" > ${100 + index} }
    not { store is "other"  spend "Net" = 77 }
  }
  earn "Food" * 2 + 10
  limit 500 points per transaction
}
`,
);
const { document } = parse(`program "P" {
  currency AED  timezone "Asia/Dubai"  limit 5_000 points per day
  channels app, web, kiosk, pos  order types dine_in, pickup, delivery
}
tiers by lifetime points { tier Bronze from 0 {}  tier Silver from 1_000 {}  tier Gold from 5_000 { multiply points by 1.5 } }
filter "Net" = total excluding taxes, fees, tip
filter "Food" = items in category "Food"
exclusive "Deals" picks highest priority
${rules.join('')}`);
const parts = document.declarations.map((declaration) => ({ summary: summarise(declaration), shift: 0 }));
const kept = collectSymbols(document.declarations);
const source = '';

describe('reachability', () => {
	bench(`${RULES} rules of ten conditions, each by itself`, () => {
		// New symbols, so that nothing is known from the round before.
		const symbols = collectSymbols(document.declarations);
		const context = { source, symbols, catalog: null, today: null, currencyDecimals: 2, report: reportInto([]) };
		for (const rule of rulesOf(document.declarations)) checkReachability(rule, null, context);
	});

	bench(`${RULES} rules together, none of them new`, () => {
		const report = reportInto([]);
		checkSets(parts, kept, report);
		checkLimitsOf(parts, parts, { symbols: kept, mostFactor: mostFactorOf(parts), report });
	});
});
