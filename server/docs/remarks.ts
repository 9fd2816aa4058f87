/** What the tables of the language cannot say, in words: remarks on constructs, and examples beyond bounds. */

/** By place and keyword; where a construct has no keyword, by its title. */
export const REMARKS: Readonly<Record<string, string>> = {
	'document program':
		'The order of its settings is free, and each stands once; only `limit` may be repeated, and the smallest counts.',
	'document tiers by':
		'A member is in the highest tier whose threshold is reached. A member whom somebody puts into a tier by hand moves only upwards from there. Sums of a lifetime or of a year are net of returns, count points that are still pending, and ignore spending and lapsing. A purchase never affects its own tier.',
	'document segment':
		'Members are put into it by hand or by your own systems, not by a threshold. A member may be in several.',
	'document attribute':
		'The name is one word in all three; what a member, a transaction and an event have is told apart by it.',
	'document filter': 'A filter is never below 0. One that nothing uses is a warning.',
	'document exclusive':
		'Rules join it with their own `exclusive "name"`. Of those that match one stays; the others give nothing and use up no limit.',
	'document campaign':
		'A rule in it is active only while the campaign is. Its multiplier acts on everything that is earned while the campaign is active, inside it or not.',
	'document rule':
		'A rule awards when it is enabled, its dates cover the moment, every condition holds, and its points, rounded and limited, are above 0.',
	'document redemption':
		'As many points are spent as pay most: no more than the balance has and the order takes, in whole steps; of numbers that pay as much, the fewest. Points that lapse first are spent first.',
	'document expiry': 'Without it points can be spent at once and never lapse.',
	'document test':
		'It has at most one `member`, at least one event, and at least one `expect`. `earnest test` runs it; nothing is recorded.',
	'program timezone':
		'Days, hours and dates of the program are local ones of this place. In the hour that comes twice when clocks go back, both count; an hour that is skipped never comes.',
	'program day starts':
		'It moves the day in limits and in `on`, for places that close after midnight; never in `active` or birthdays.',
	'program points':
		'`down` cuts what is behind the last decimal, `up` gives the next higher, `half up` and `half even` the nearest; in the middle `half up` goes up, `half even` to the even neighbour. `per award` rounds each award by itself; `per item` each unit of a line, for formulas of the form *c · x*; `per transaction` the sum once, shared back to the awards; `carried` keeps the remainder for the member’s next time. Once something is published, the number of decimals stays as it is.',
	'program channels':
		'A condition may name these only, and a transaction of another channel is refused. Without the setting a transaction may name any, and no condition can ask for one.',
	'program order types':
		'A condition may name these only, and a transaction of another order type is refused. Without the setting a transaction may name any, and no condition can ask for one.',
	'program limit':
		'It is for each member. Rules are served by priority, then in the order of the text, the tier’s own points last; each takes what is left.',
	'program returns':
		'What a return may do to points that were spent already: `may go negative` (what counts without the setting) takes them all, `stop at zero` what is there, `pending only` those that could not be spent yet. What it may not take, the member keeps.',
	'tiers tier': 'The first threshold is 0, and they rise. With `tiers by hand` there is no `from`.',
	'tier earn': 'Several are added up into one award, as in a rule.',
	'tier multiply points by': 'It acts on what rules give and on the tier’s own points alike, before rounding.',
	'source total':
		'The total is items − discount + taxes + fees + tip. `points` leaves out the part that was paid with points; `before discounts` puts an order’s discount back.',
	'source items':
		'A line that several selectors choose counts once. A discount on the whole order is spread over the lines by their value, the last cents by the largest remainder. `items` alone means every line.',
	'source quantity of items': 'Units are counted instead of money: points for each litre, or for each cup.',
	'source attribute': 'A number that the transaction brings, such as miles.',
	'rule active':
		'Without a time both days count whole. An end with a time is excluded: `until 2026-11-29 18:00` includes 17:59. Without `from` there is no beginning, without `until` no end. With `by` a date attribute is the clock instead of the moment of the sale.',
	'rule priority':
		'It may be negative. Rules of one priority go in the order of the text. It matters where a limit is shared and where an exclusive set picks by it.',
	'rule exclusive': 'The set is declared once, with what it picks.',
	'rule earn':
		'What may follow the formula stands in the order shown below. In `earn N for every M of "filter"` only full steps count.',
	'rule multiply':
		'In a rule it acts on every award of the same transaction, the rule’s own included. `base` adds (K − 1) times each base award, and several add up; then `points` multiply, and several compound; `this` acts on the rule’s own award only.',
	'rule limit':
		'Of several each is kept. A limit of points awards what is left; with `or nothing` an award that would exceed it gives none. A limit of times is all or nothing. It applies after multipliers and rounding.',
	'campaign budget':
		'It is charged with what the campaign’s rules give, and with what its multiplier adds to others. Where it is spent, they give nothing more.',
	'campaign multiply': '`this` has no meaning here: a campaign gives nothing of its own.',
	'campaign rule': 'It is active only while the campaign is too.',
	'when on':
		'The start counts, the end does not; `24:00` may end. Where the end is the smaller one the range passes midnight, and belongs to the day on which it starts: `on Fri between 22:00 and 02:00` covers Saturday until 01:59. Days may go round the week’s end: `Sat to Mon`. A second `on` without `or` is a further condition.',
	'when spend':
		'`between` includes both ends. The amount is in units of the currency; a filter that chooses nothing amounts to 0, which is not unknown.',
	'when quantity': 'The filter must be one of `items`. `between` includes both ends.',
	'when tier is': 'Unknown where the transaction names no member, or the member has no tier.',
	'when order type is': 'Unknown where the transaction does not say it.',
	'when channel is': 'Unknown where the transaction does not say it.',
	'when store is':
		'A store is named by its id; `chain` names all stores that the catalogue has in that chain. Unknown where the transaction does not say its store.',
	'when birthday':
		'`within 3 days` is three days before, the day, and three after, also across the turn of a year. In years without a 29 February it is on the 28th. Unknown where the member’s birthday is not known.',
	'when anniversary': 'Of the day on which the member joined; otherwise as `birthday`.',
	'when purchase number is': '`is 1` is the first purchase, `is every 10` the tenth, the twentieth and so on.',
	'when Attribute':
		'A name alone asks for a flag. `is` and `is not` ask for a text or one of a list, a comparison or `between` for a number. Unknown where the attribute is not given.',
	'when any': 'Where none holds and one is unknown, it is unknown.',
	'when all': 'Where none fails and one is unknown, it is unknown.',
	'when not': 'None of the conditions in it may hold. Where none holds and one is unknown, it is unknown.',
	'redemption Worth of points': 'The currency is the program’s.',
	'expiry available': 'Until then points are pending: they count for tiers and cannot be spent.',
	'expiry expires':
		'`without activity` begins anew with every purchase. `at month end` and `at year end` are those of the month or year in which the points were earned.',
	'test member':
		'Without a `tier` the lifetime points say it, and these are 0 where they are not told. A test without `member` is about a newcomer.',
	'test purchase at':
		'Several events happen one after the other to the same member, and each counts for the next: in limits, budgets, tiers and conditions. What is expected is expected of the last one. Only a purchase has lines and amounts. The moment is local; without a time it is noon.',
	'test returns':
		'What remains of the cart is evaluated again as at first, and the smaller of both stands. Several go back one after the other. Units are those of the lines above that have the item, the first of them first; money is what the lines cost after discounts, and is spread over them by value. `all` is everything that is left.',
	'test spend points':
		'The balance is the one at this place of the test, without what the purchase above earned. What was paid with points already counts towards the most of the order.',
	'test expect':
		'Points are those that are given in the end, after multipliers, rounding and limits; behind `returns`, those that stand.',
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
