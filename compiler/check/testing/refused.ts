/** Programs with everything that the server records, and one for each construct that it does not record yet. */
import type { BuiltInEvent, LimitPeriod, MemberFact, ReturnsPolicy, RoundingPlace, TierMeasure } from '#grammar';

const SETTINGS = 'currency AED timezone "Asia/Dubai" channels app order types pickup';
/** The least that a program needs. */
export const PROGRAM = `program "P" { ${SETTINGS} }\n`;
const NAMES = `${PROGRAM}tiers by hand { tier Gold {} }
filter "Food" = items in category "Food"
segment "Staff"
attribute member vip flag
attribute member birth_place text
attribute member shoe_size number
attribute transaction booked_at date
attribute transaction miles number
rule "Food" { earn "Food" }
`;

/** Everything that is recorded today, and what may stand beside it. */
export const CORE = `program "P" {
	${SETTINGS}
	week starts Monday
	day starts 04:00
	points with 2 decimals, rounded half up per award
	limit 500 points per transaction or nothing
}
tiers by lifetime points {
	tier Bronze from 0 {}
	tier Gold from 1_000 { color #D4AF37 earn "Net" * 2 multiply base by 1.5 }
}
filter "Units" = quantity of items in category "Fuel" above 2 up to 100
filter "Cash" = items excluding points
filter "Paid" = paid with points
exclusive "Set" picks highest points
filter "Net" = total excluding taxes, points before discounts
filter "Food" = items in category "Food" except item "GIFT"
segment "Staff"
attribute transaction payment_method one of cash, card
// A remark.
rule "A" on purchase {
	about "A rule."
	status enabled
	active from 2026-01-01 08:00 until 2026-03-31
	priority -20
	when {
		on Mon to Fri, Sun between 11:00 and 14:00 or on any day
		order type is not pickup
		channel is not app
		store is not "dxb-mall", chain "Bluebird"
		tier is not Gold
		spend "Food" >= 50
		spend "Net" between 50 and 100
		birthday within 3 days
		anniversary this month
		lifetime points >= 5
		balance between 5 and 10
		days since joining > 30
	}
	earn -("Food" * 2) + 10
	limit 500 points per transaction
}
rule "B" { when always earn 1 }
rule "C" {
	exclusive "Set"
	when {
		any { channel is app all { tier is Gold quantity "Units" >= 2 } }
		not { spend "Paid" > 5 }
	}
	earn 1 for every 10 of "Food" at least 5 points without multipliers
	multiply points on "Food" by 2
	multiply this by 3
	limit points to "Cash" * 10 per transaction
}
rule "D" { exclusive "Set" earn "Units" }
campaign "F" {
	about "A campaign."
	active from 2026-01-01
	multiply points by 2
	limit 100 points per transaction
	rule "E" { earn 1 }
}
test "T" {
	member { tier Gold }
	purchase at 2026-02-07 12:30 { payment_method card item "LATTE" 2 x 18.00 }
	returns item "LATTE" 1
	spend points
	expect "B" earns 1
}
`;

/** A program with one construct that is not recorded yet. */
export interface Line {
	/** What of the census it shows: a kind, or a kind and a field. */
	readonly shows: readonly string[];
	readonly text: string;
	readonly construct: string;
	/** What the problem underlines. */
	readonly at: string;
}

const line = (shows: string, text: string, construct: string, at: string): Line => ({
	shows: shows.split(' '),
	text,
	construct,
	at,
});
const setting = (shows: string, text: string, construct: string, at: string) =>
	line(shows, `program "P" { ${SETTINGS} ${text} }`, construct, at);
const declared = (shows: string, text: string, construct: string, at: string) =>
	line(shows, `${NAMES}${text}`, construct, at);
const clause = (shows: string, text: string, construct: string, at: string) =>
	declared(shows, `rule "R" { earn 1 ${text} }`, construct, at);
const condition = (shows: string, text: string, construct: string, at: string) =>
	declared(shows, `rule "R" { when { ${text} } earn 1 }`, construct, at);
const tiers = (shows: string, head: string, construct: string, at: string) =>
	line(shows, `${PROGRAM}filter "Food" = items\n${head} { tier Gold from 0 {} }`, construct, at);

/** The words of a table that are refused. */
function refused<T extends string>(words: Readonly<Record<T, 'recorded' | 'refused'>>): T[] {
	return (Object.keys(words) as T[]).filter((word) => words[word] === 'refused');
}

const places: Record<RoundingPlace, 'recorded' | 'refused'> = {
	award: 'recorded',
	item: 'recorded',
	transaction: 'recorded',
	carried: 'refused',
};
const policies: Record<ReturnsPolicy, 'refused'> = {
	'may go negative': 'refused',
	'stop at zero': 'refused',
	'pending only': 'refused',
};
const measures: Record<TierMeasure, 'recorded' | 'refused'> = {
	hand: 'recorded',
	'lifetime points': 'recorded',
	'lifetime spend': 'refused',
	'points per year': 'refused',
	'spend per year': 'refused',
};
const events: Record<BuiltInEvent, 'recorded' | 'refused'> = {
	purchase: 'recorded',
	registration: 'refused',
	profile_completed: 'refused',
	birthday: 'refused',
	anniversary: 'refused',
	referral: 'refused',
	check_in: 'refused',
};
const periods: Record<LimitPeriod, 'recorded' | 'refused'> = {
	transaction: 'recorded',
	day: 'refused',
	week: 'refused',
	month: 'refused',
	quarter: 'refused',
	year: 'refused',
	lifetime: 'refused',
};
const facts: Record<MemberFact, 'recorded' | 'refused'> = {
	'lifetime points': 'recorded',
	'lifetime spend': 'refused',
	balance: 'recorded',
	'days since joining': 'recorded',
	'days since last purchase': 'refused',
};

const basisTexts: Partial<Record<TierMeasure, string>> = {
	'lifetime spend': 'lifetime spend of "Food"',
	'points per year': 'points per year',
	'spend per year': 'spend of "Food" per year',
};

/** Programs with one problem each. */
export const lines: readonly Line[] = [
	...refused(policies).map((policy) => setting('returns', `returns ${policy}`, 'returns', `returns ${policy}`)),
	...refused(places).map((place) => {
		const words = place === 'carried' ? 'carried' : `per ${place}`;
		return setting('points.per', `points whole, rounded down ${words}`, words, place);
	}),
	...refused(periods).map((period) =>
		setting('limit.per', `limit 5 points per ${period}`, `limit … points per ${period}`, period),
	),

	...refused(measures).map((measure) => {
		const text = basisTexts[measure] ?? '';
		const shows = text.includes('"Food"') ? 'tier-basis.measure tier-basis.filter' : 'tier-basis.measure';
		return tiers(shows, `tiers by ${text}`, `tiers by ${measure}`, text);
	}),
	tiers('tiers.movedByHand', 'tiers by lifetime points moved by hand', 'moved by hand', 'moved by hand'),
	declared('attribute-source', 'filter "F" = attribute miles\nrule "R" { earn "F" }', 'attribute', 'attribute miles'),
	declared('budget', 'campaign "C" { budget 5 points rule "R" { earn 1 } }', 'budget', 'budget 5 points'),
	...refused(events).map((event) =>
		declared('rule.on event.event', `rule "R" on ${event} { earn 1 }`, `on ${event}`, event),
	),
	declared('event.event', 'rule "R" on any event { multiply points by 2 }', 'on any event', 'any event'),
	declared('event.event event.name', 'rule "R" on event "survey_done" { earn 1 }', 'on event', 'event "survey_done"'),
	declared('active.by', 'rule "R" { active by booked_at from 2026-01-01 earn 1 }', 'active by', 'booked_at'),
	condition('segment', 'segment is "Staff"', 'segment is', 'segment'),
	condition('purchase-number', 'purchase number is 1', 'purchase number is', 'purchase number'),
	condition('purchase-number', 'purchase number is every 10', 'purchase number is', 'purchase number'),
	...refused(facts).map((fact) => condition('member-fact.fact', `${fact} >= 5`, fact, fact)),
	condition('attribute', 'vip', 'attribute vip', 'vip'),
	condition('attribute attribute-is', 'birth_place is Dubai', 'attribute birth_place', 'birth_place'),
	condition('attribute', 'shoe_size between 40 and 44', 'attribute shoe_size', 'shoe_size'),

	...refused(periods).map((period) =>
		clause('limit.per', `limit 5 points per ${period}`, `limit … points per ${period}`, period),
	),
	clause('limit.per rolling', 'limit 5 points per rolling 7 days', 'limit … points per rolling … days', 'rolling 7 days'),
	clause('limit-times', 'limit once per week', 'limit once per week', 'once'),
	clause('limit-times', 'limit 3 times per day', 'limit … times per day', '3 times'),
	declared(
		'redemption worth at-most at-least',
		'redemption { 100 points = 1 AED at most 50% of "Food" at least 200 points in steps of 100 }',
		'redemption',
		'redemption',
	),
	declared(
		'expiry available expires duration period-end',
		'expiry { available after 14 days expires at year end }',
		'expiry',
		'expiry',
	),
];

/** What two constructs show that cannot stand without one another. */
export const pairs: readonly (Omit<Line, 'construct' | 'at'> & { readonly constructs: readonly string[] })[] = [
	{
		shows: ['tiers.keptThroughNextYear'],
		text: `${PROGRAM}tiers by points per year kept through the next year { tier Gold from 0 {} }`,
		constructs: ['tiers by points per year', 'kept through the next year'],
	},
	{
		shows: ['earn.recipient'],
		text: `${NAMES}rule "R" on referral { earn 1 for referred }`,
		constructs: ['on referral', 'for referred'],
	},
];
