import { expect, test } from 'vitest';
import { compile } from '../compile.ts';
import { PROGRAM } from './fixtures/marked.ts';
import { documentSymbols, type OutlineSymbol } from './symbols.ts';

/** An outline as a page: one line for each entry, indented. */
function page(text: string): string {
	const lines = (entries: readonly OutlineSymbol[], indent: string): string[] =>
		entries.flatMap(({ kind, name, detail, nameSpan, disabled, children }) => [
			[`${indent}${kind} ${name}`, detail, text.slice(nameSpan.start, nameSpan.end).split('\n', 1)[0], disabled ? 'off' : '']
				.filter((part) => part !== '')
				.join(' | '),
			...lines(children, `${indent}  `),
		]);
	return lines(documentSymbols(compile(text)), '').join('\n');
}

test('the declarations of a program with their clauses', () => {
	expect(
		page(`${PROGRAM}rule "Lunch" {
  about "At noon."
  status disabled
  active until 2026-03-31
  priority 20
  when { tier is Gold spend "Food" >= 50 any { tier is Gold } }
  earn "Food" * 2
  earn 10
  limit 500 points per transaction
}`),
	).toBe(`program Café | AED | "Café"
  setting Currency | AED | currency AED
  setting Timezone | "Asia/Dubai" | timezone "Asia/Dubai"
  setting Channels | app, "web shop" | channels app, "web shop"
  setting Order types | dine_in, pickup | order types dine_in, pickup
tiers Tiers | by lifetime points | tiers by lifetime points {
  tier Bronze | from 0 points | Bronze
    clause Points for every purchase | 1 × Net points | earn "Net" * 1
  tier Gold | from 500 points | Gold
    clause Colour | #D4AF37 | color #D4AF37
    clause Points for every purchase | 2 × Net points | earn "Net" * 2
    clause Multiplier | × 1.5 | multiply points by 1.5
filter Net | the total without taxes, fees and tip | "Net"
filter Food | items in category Food | "Food"
rule Lunch | 2 × Food points and 10 points | "Lunch" | off
  clause Description | At noon. | about "At noon."
  clause Status | disabled | status disabled
  clause Dates | until 31 March 2026 | active until 2026-03-31
  clause Priority | 20 | priority 20
  clause Conditions | when { tier is Gold spend "Food" >= 50 any { tier is Gold } }
    condition Tier is Gold | tier is Gold
    condition Spend on Food is at least 50 AED | spend "Food" >= 50
    raw any { tier is Gold } | any { tier is Gold }
  clause Points | 2 × Food points | earn "Food" * 2
  clause Points | 10 points | earn 10
  clause Limit | at most 500 points per transaction | limit 500 points per transaction`);
});

test('broken declarations', () => {
	expect(
		page(`tiers by { tier from { color earn multiply points by } }
filter = total
rule "" { earn limit active status priority about }
campaign "Black Friday" {
  budget 10 points
}`),
	).toBe(`tiers Tiers | … | tiers by { tier from { color earn multiply points by } }
  tier … | from … points | tier from { color earn multiply points by }
    clause Colour | … | color
    clause Points for every purchase | … points | earn
    clause Multiplier | … | multiply points by
filter … | the total | filter = total
rule … | … points | rule "" { earn limit active status priority about }
  clause Points | … points | earn
  clause Limit | at most … points per transaction | limit
  clause Dates | from … | active
  clause Status | … | status
  clause Priority | … | priority
  clause Description | … | about
raw campaign "Black Friday" { | campaign "Black Friday" {`);
});
