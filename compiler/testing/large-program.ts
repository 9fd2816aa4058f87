/** Programs of any size, as a large business writes them: no two rules alike, and nothing wrong in any. */

const head = `program "Bluebird Café" {
  currency    AED
  timezone    "Asia/Dubai"
  week        starts Monday
  points      whole, rounded down per award
  channels    app, web, kiosk, pos
  order types dine_in, pickup, delivery
  limit 5_000 points per transaction
}

tiers by lifetime points {
  tier Bronze from 0     { color #B87333  earn "Net total" * 1 }
  tier Silver from 1_000 { color #A8A9AD  earn "Net total" * 3 }
  tier Gold   from 5_000 { color #D4AF37  earn "Net total" * 5  multiply points by 1.5 }
}

filter "Net total" = total excluding taxes, fees, tip
filter "Coffee"    = items in subcategory "Espresso", "Filter" except item "GIFT-CARD"
filter "Food"      = items not in category "Drinks", "Retail"

`;

const schedules = [
	'on Mon to Fri between 11:00 and 14:00 or on Sat, Sun between 12:00 and 15:00',
	'on Fri between 08:30 and 10:00',
	'birthday within 3 days',
	'on any day between 22:00 and 02:00',
];
const places = [
	'store is "dxb-mall", chain "Bluebird Express"',
	'channel is app, web',
	'order type is not delivery',
	'tier is Gold',
];
const filters = ['Food', 'Coffee', 'Net total'];

/** The source of one rule of 250 to 300 characters. */
export function largeRule(index: number): string {
	const pick = (list: readonly string[], step: number) => list[Math.floor(index / step) % list.length] ?? '';
	const filter = pick(filters, 1);
	return `rule "Offer ${index}" {
  about    "What guests of branch ${index % 97} get for ${filter.toLowerCase()}."
  active   from 2026-01-${String(1 + (index % 28)).padStart(2, '0')} until 2027-03-31
  priority ${index % 50}
  when {
    ${pick(schedules, 1)}
    ${pick(places, 4)}
    spend "${filter}" >= ${20 + (index % 80)}
  }
  earn "${filter}" * ${1 + (index % 5)} + ${index % 30}
  limit ${100 + (index % 4_900)} points per transaction
}

`;
}

/** The text of a program of so many rules. */
export function largeProgram(rules: number): string {
	return head + Array.from({ length: rules }, (_, index) => largeRule(index)).join('');
}
