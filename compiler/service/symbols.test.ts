import { expect, test } from 'vitest';
import { compile } from '../compile.ts';
import { PROGRAM } from './fixtures/marked.ts';
import { WHOLE } from './fixtures/whole.ts';
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
    clause Multiplier | 1.5 | multiply points by 1.5
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
    condition One of several | any { tier is Gold }
      condition Tier is Gold | tier is Gold
  clause Points | 2 × Food points | earn "Food" * 2
  clause Points | 10 points | earn 10
  clause Limit | at most 500 points per transaction | limit 500 points per transaction`);
});

test('every other declaration', () => {
	expect(page(WHOLE.slice(WHOLE.indexOf('segment Staff'), WHOLE.indexOf('rule "Lunch"')))).toBe(`segment Staff | Staff
attribute vip | of the member, flag | vip
attribute joined_club | of the member, date | joined_club
attribute payment_method | of the transaction, one of cash, "credit card" | payment_method
attribute basket_weight | of the transaction, number | basket_weight
attribute note | of the event, text | note
filter Net | the total without taxes, fees, tip and the part paid with points, before discounts | "Net"
filter Food | items in category Food or Bakery or subcategory Cakes, without GIFT, combo Lunch and the part paid with points | "Food"
filter Cups | the number of items not in category Retail, above 1 and up to 10 | "Cups"
filter Weight | the attribute basket_weight | "Weight"
filter Paid | the part paid with points | "Paid"
exclusive set Deals | picks highest points | "Deals"
exclusive set Other deals | picks highest priority | "Other deals"
campaign Black Friday | 27 November 2026 to 18:00 on 29 November 2026 | "Black Friday" | off
  clause Description | Three days. | about "Three days."
  clause Status | disabled | status disabled
  clause Dates | 27 November 2026 to 18:00 on 29 November 2026 | active from 2026-11-27 until 2026-11-29 18:00
  clause Budget | 1_000_000 points | budget 1_000_000 points
  clause Multiplier | points by 3 | multiply points by 3
  clause Limit of the campaign | at most 100,000 points per lifetime | limit 100_000 points per lifetime
  rule Early birds | 50 points | "Early birds"
    clause Conditions | when { on any day between 06:00 and 09:00 }
      condition Between 06:00 and 09:00 | on any day between 06:00 and 09:00
    clause Points | 50 points | earn 50`);
	expect(page(WHOLE.slice(WHOLE.indexOf('redemption {')))).toBe(`redemption Redemption | redemption {
  clause Worth of points | 100 points = 1 AED | 100 points = 1 AED
  clause Most of an order | 50% of "Net" | at most 50% of "Net"
  clause Least and step | 200 points in steps of 100 | at least 200 points in steps of 100
expiry Expiry | expiry {
  clause When points can be spent | after 14 days | available after 14 days
  clause When points lapse | after 12 months without activity | expires after 12 months without activity
test Saturday | "Saturday"
  clause Member | member {
  clause What happens | purchase at 2026-02-07 12:30 | purchase at 2026-02-07 12:30 {
  clause What goes back | item "LATTE" 1 | returns item "LATTE" 1
  clause What goes back | 20.00 | returns 20.00
  clause What goes back | all | returns all
  clause Spend points | spend points
  clause Expectation | "Lunch" earns 207 | expect "Lunch" earns 207
  clause Expectation | tier earns 750 | expect tier earns 750
  clause Expectation | total 957 | expect total 957
  clause Expectation | balance 1_200 | expect balance 1_200
  clause Expectation | paid with points 20.00 | expect paid with points 20.00
test Survey | "Survey"
  clause What happens | event "survey_done" at 2026-02-07 | event "survey_done" at 2026-02-07 { note "fine" }
  clause Expectation | "Answered" earns 10 | expect "Answered" earns 10
test Mates | "Mates"
  clause What happens | referral at 2026-02-07 | referral at 2026-02-07
  clause Expectation | "Mate" earns 200 for referrer | expect "Mate" earns 200 for referrer`);
});

test('broken declarations', () => {
	expect(
		page(`tiers by { tier from { color earn multiply points by } }
filter = total
rule "" { earn limit active status priority about }
perhaps "Black Friday" {
  budget 10 points
}`),
	).toBe(`tiers Tiers | by | tiers by { tier from { color earn multiply points by } }
  tier … | from … points | tier from { color earn multiply points by }
    clause Colour | … | color
    clause Points for every purchase | … points | earn
    clause Multiplier | … | multiply points by
filter … | the total | filter = total
rule … | … points | rule "" { earn limit active status priority about }
  clause Points | … points | earn
  clause Limit | at most … points per … | limit
  clause Dates | from … | active
  clause Status | … | status
  clause Priority | … | priority
  clause Description | … | about
raw perhaps "Black Friday" { | perhaps "Black Friday" {`);
});
