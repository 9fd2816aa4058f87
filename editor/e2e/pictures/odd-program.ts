/** A program with what is seldom seen together: cards of every kind, clauses that are not finished, a rule of a campaign. */
export const ODD_PROGRAM = `// Everything that is seldom seen.
program "Odd" {
  currency AED
  timezone "Asia/Dubai"
  channels app, web
  order types dine_in, pickup
}

tiers by lifetime points {
  tier Bronze from 0 { color #B87333 }
  tier Gold from 1_000 { color #D4AF37 multiply points by 1.5 }
}

segment "Staff"
attribute transaction payment_method one of cash, card
exclusive "Deals" picks highest points
filter "Food" = items in category "Food" except subcategory "Snacks"
filter "Drinks" = quantity of items in category "Drinks"

rule "Everything" {
  about "One card of every kind, with an Arabic note: ملاحظة."
  active from 2026-01-01 until 2026-12-31
  priority 20
  exclusive "Deals"
  when {
    store is "dxb", chain "Bluebird"
    payment_method is card
    // Whoever belongs to us.
    any {
      tier is Gold
      segment is "Staff"
      all { birthday within 3 days not { anniversary this month } }
    }
    on Mon to Fri between 11:00 and 14:00 or on Sat
    order type is dine_in, pickup
    channel is not web
    spend "Food" between 50 and 300
    quantity "Drinks" >= 2
    purchase number is every 10
    lifetime points >= 1_000
  }
  earn ("Food" + 5) * 2 / 3 - 1
  earn 1 for every 10 of "Food" at least 5 points without multipliers
  multiply points on "Food" by 2
  limit 500 points per transaction
  limit points to "Food" * 10 per transaction
  limit 3 times per rolling 7 days
}

rule "Half written" {
  status disabled
  when {
    spned "Food" >= 50
    spend "Food" >=
    tier is
    channel is app
  }
  earn "Food" *
  limit bananas
}

rule "Nothing yet" {
}

campaign "Summer" {
  active from 2026-06-01 until 2026-08-31
  budget 50_000 points
  multiply points by 2
  rule "Ice cream" { when { quantity "Drinks" >= 1 } earn 25 }
}

rule "Long ago" { active until 2025-01-31 earn 1 }

redemption {
  100 points = 1 AED
  at most 50% of "Food"
  at least 200 points in steps of 100
}

expiry { available after 14 days expires after 12 months without activity }
`;
