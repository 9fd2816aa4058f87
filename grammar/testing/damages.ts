/** Clauses of every kind, and the ways in which one of them can be damaged. */

export const conditions = [
	'on Mon to Fri between 11:00 and 14:00 or on Sat',
	'order type is dine_in, pickup',
	'channel is not kiosk',
	'store is "dxb-mall", chain "Bluebird Express"',
	'tier is Gold',
	'segment is not "Staff"',
	'spend "Food" >= 50',
	'quantity "Coffee" between 2 and 4',
	'birthday within 3 days',
	'payment_method is card',
	'lifetime spend < 500',
	'basket_weight >= 2.5',
	'anniversary today',
	'any { channel is app vip }',
	'purchase number is every 10',
	'lifetime points >= 1_000',
	'days since last purchase > 30',
	'days since joining between 1 and 5',
	'all { balance > 5 not { tier is Silver } }',
	'vip',
];
export const clauses = [
	'about "Double points."',
	'status enabled',
	'active from 2026-01-01 until 2026-03-31',
	'priority 20',
	'exclusive "Weekday deals"',
	`when { ${conditions.join(' ')} }`,
	'earn "Food" * 2 + 10',
	'earn 1 for every 10 of "Food" at least 5 points without multipliers',
	'earn 5',
	'multiply points on "Food" by 2',
	'limit 500 points per transaction',
	'limit once per week',
	'limit points to "Food" * 10 per transaction or nothing',
	'limit 3 times per rolling 7 days',
];
export const settings = [
	'currency AED',
	'timezone "Asia/Dubai"',
	'week starts Monday',
	'day starts 04:00',
	'points whole, rounded half up per item',
	'channels app',
	'order types dine_in, pickup',
	'limit 5_000 points per day',
	'returns may go negative',
];
export const tiers = [
	'tier Bronze from 0 { color #B87333  earn 1 }',
	'tier Silver from 1_000 { earn "Food" * 3 }',
	'tier Gold from 5_000 { multiply points by 1.5 }',
];
export const campaign = [
	'about "Three days."',
	'status enabled',
	'active from 2026-11-27 until 2026-11-29',
	'budget 1_000 points',
	'multiply points by 3',
	'limit 500 points per day',
	'rule "Early" { when { on any day between 06:00 and 09:00 } earn 50 }',
	'rule "Late" on check_in { earn 5 limit once per day }',
	'limit 10 times per year',
];
export const redemption = ['11 points = 1 AED', 'at most 50% of "Net total"', 'at least 200 points in steps of 100'];
export const expiry = ['available after 14 days', 'expires after 12 months without activity', 'expires at year end'];
export const member = [
	'payment_method card',
	'tier Gold',
	'segment "Staff"',
	'birthday 1990-02-07',
	'joined 2020-01-01',
	'last purchase 2026-01-31',
	'basket_weight 2.5',
	'purchases 12',
	'lifetime points 500',
	'lifetime spend 100.50',
	'balance 50',
];
export const event = [
	'payment_method card',
	'store "dxb-mall"',
	'chain "Bluebird"',
	'channel app',
	'order type dine_in',
	'item "LATTE" category "Drinks" subcategory "Espresso" 2 x 18.00',
	'item "FUEL" 28 x litres for 41.00',
	'discount 5.00',
	'taxes 5.00',
	'item "SALAD" combo "Lunch" 1 x 64.00',
	'fees 1',
	'tip 10.00',
	'paid with points 10.00',
];
export const tests = [
	`member { ${member.join(' ')} }`,
	`purchase at 2026-02-07 12:30 { ${event.join(' ')} }`,
	'expect "Lunch rush" earns 207',
	'expect tier earns 750 for referrer',
	'expect total 957',
	'expect balance 1_200',
	'expect paid with points 20.00',
	'returns item "LATTE" 1',
	'returns 20.00',
	'returns all',
	'spend points',
];

/** Damages of one clause: what is written instead of it. */
export const damages: Record<string, (text: string) => string> = {
	'first word misspelt': (text) => text.replace(/^(.)(.)/, '$2$1'),
	'first word capital': (text) => text.replace(/^./, (letter) => letter.toUpperCase()),
	'first word gone': (text) => text.replace(/^\w+ /, ''),
	'second word gone': (text) => text.replace(/^(\w+) ("[^"]*"|\S+)/, '$1'),
	'last word gone': (text) => text.replace(/ ("[^"]*"|\S+)$/, ''),
	'only the first word': (text) => text.replace(/ .*$/, ''),
	'garbage after the first word': (text) => text.replace(' ', ' ?? '),
	'garbage at the end': (text) => `${text} %% ;`,
	'a word too many': (text) => `${text} extra`,
	'numbers with commas': (text) => `${text} 1,000`,
	'a parenthesis too many': (text) => `${text} )`,
	'nothing but garbage': () => '§ $ ~',
	'an impossible date': (text) => `${text} 2026-02-30`,
};
/** Damages that go on to the end of the line. */
export const lineDamages: Record<string, (text: string) => string> = {
	'a quote too many': (text) => `${text} "`,
	'an open quote first': (text) => `"${text}`,
	'a quote gone': (text) => text.replace('"', '').replace(/^(\w+) (?!.*")/, '$1 "'),
};
/** Damages of the braces around a clause. */
export const braceDamages: Record<string, (text: string) => string> = {
	'an open brace too many': (text) => `${text} {`,
	'a closing brace too many': (text) => `${text} }`,
	braces: (text) => `${text} { 5 }`,
};
