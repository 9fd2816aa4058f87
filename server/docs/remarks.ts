/** What the tables of the language cannot say, in words: remarks on constructs, and examples of what is not there yet. */

/** By place and keyword. */
export const REMARKS: Readonly<Record<string, string>> = {
	'document program':
		'The order of its settings is free, and each stands once; only `limit` may be repeated, and the smallest counts.',
	'document tiers by':
		'`by lifetime points`: a member is in the highest tier whose threshold the points ever earned reach. A member whom somebody puts into a tier by hand moves only upwards from there. `by hand`: tiers have no thresholds, and a member is in the tier that somebody said. A purchase never affects its own tier.',
	'document filter': 'A filter is never below 0. One that no rule and no tier uses is a warning.',
	'document rule':
		'A rule awards when it is enabled, its dates cover the moment, every condition holds, and its points, rounded and limited, are above 0.',
	'program timezone':
		'Days, hours and dates of the program are local ones of this place. In the hour that comes twice when clocks go back, both count.',
	'program points':
		'`down` cuts what is behind the last decimal, `up` gives the next higher, `half up` and `half even` the nearest; in the middle `half up` goes up, `half even` to the even neighbour. Each award is rounded by itself. Once something is published, the number of decimals stays as it is.',
	'program channels':
		'A condition may name these only, and a transaction of another channel is refused. Without the setting a transaction may name any, and no condition can ask for one.',
	'program order types':
		'A condition may name these only, and a transaction of another order type is refused. Without the setting a transaction may name any, and no condition can ask for one.',
	'program limit':
		'Rules are served by priority, then in the order of the text, the tier’s own points last; each takes what is left.',
	'tiers tier': 'The first threshold is 0, and they rise. With `tiers by hand` there is no `from`.',
	'tier earn': 'Several are added up into one award, as in a rule.',
	'tier multiply points by': 'It acts on what rules give and on the tier’s own points alike, before rounding.',
	'source total':
		'The total is items − discount + taxes + fees + tip. `points` leaves out the part that was paid with points; `before discounts` puts an order’s discount back.',
	'source items':
		'A line that several selectors choose counts once. A discount on the whole order is spread over the lines by their value, the last cents by the largest remainder. `items` alone means every line.',
	'rule active':
		'Without a time both days count whole. An end with a time is excluded: `until 2026-11-29 18:00` includes 17:59. Without `from` there is no beginning, without `until` no end.',
	'rule priority':
		'It may be negative. Rules of one priority go in the order of the text. It matters only where a program’s `limit` is shared.',
	'rule limit': 'Of several the smallest counts. It applies after the tier’s multiplier and after rounding.',
	'when on':
		'The start counts, the end does not; `24:00` may end. Where the end is the smaller one the range passes midnight, and belongs to the day on which it starts: `on Fri between 22:00 and 02:00` covers Saturday until 01:59. Days may go round the week’s end: `Sat to Mon`. A second `on` without `or` is a further condition.',
	'when spend':
		'`between` includes both ends. The amount is in units of the currency; a filter that chooses nothing amounts to 0, which is not unknown.',
	'when tier is': 'Unknown where the transaction names no member, or the member has no tier.',
	'when order type is': 'Unknown where the transaction does not say it.',
	'when channel is': 'Unknown where the transaction does not say it.',
	'when store is':
		'A store is named by its id; `chain` names all stores that the catalogue has in that chain. Unknown where the transaction does not say its store.',
	'when birthday':
		'`within 3 days` is three days before, the day, and three after, also across the turn of a year. In years without a 29 February it is on the 28th. Unknown where the member’s birthday is not known.',
};

/** Numbers by what they are, each beyond its bounds somewhere: the checker then says what the bounds are. */
export const BOUNDED: readonly (readonly [what: string, piece: string])[] = [
	['Decimals of points', 'points with 7 decimals'],
	['The threshold of a tier, in points', 'tier Gold from 1_000_000_000_000 {}'],
	['The multiplier of a tier, with up to 6 decimals', 'tier Gold from 5_000 { multiply points by 1_001 }'],
	['A limit, in points', 'limit 1_000_000_000_000 points per transaction'],
	['A priority, with or without a minus', 'priority 1_000_001'],
	['An amount in a condition', 'spend "Food" >= 1_000_000_000_000'],
	['Days around a birthday', 'birthday within 183 days'],
];

/** What belongs to the language and is refused for now: as it is written, and what it is to say. */
export const NOT_YET: readonly (readonly [piece: string, meaning: string])[] = [
	['campaign "Black Friday" {}', 'dates, a budget and a multiplier around some rules'],
	['exclusive "Deals" picks highest points', 'a set of rules of which at most one counts'],
	['segment "Staff"', 'a group of members, by hand'],
	['attribute member vip flag', 'a fact of your own'],
	['redemption {}', 'what a point is worth when it is spent'],
	['expiry {}', 'when points lapse'],
	['test "Lunch" {}', 'a worked example that must hold'],
	['tiers by lifetime spend of "Food" {}', 'tiers by what a member spent'],
	['tiers by points per year {}', 'tiers that are counted anew each year'],
	['filter "Cups" = quantity of items in category "Drinks"', 'units instead of money'],
	['filter "Large" = total above 100', 'the part of an amount above or below a bound'],
	['points whole, rounded down per item', 'rounding in another place: `per item`, `per transaction`, `carried`'],
	['limit 1_000 points per day', 'limits per day, week, month, quarter, year, lifetime or rolling period'],
	['limit once per week', 'how often a rule may award'],
	['rule "Double" { multiply points by 2 }', 'a rule that multiplies what others give'],
	['earn 1 for every 10 of "Food"', 'full steps only'],
	['any { channel is app }', 'alternatives and opposites of conditions: `any`, `all`, `not`'],
	['quantity "Food" >= 3', 'how many units'],
	['purchase number is 1', 'the member’s first, tenth or every tenth purchase'],
	['lifetime points >= 1_000', 'facts of a member: points, balance, days since joining'],
	['anniversary today', 'the day on which the member joined'],
];
