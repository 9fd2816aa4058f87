/**
 * The words of the language. They are lower case and exact; bare they are never names, quoted they are.
 */
export const keywords = {
	// declarations
	program: 'The name of the program and its settings; exactly one.',
	tiers: 'The ladder of tiers that members climb.',
	tier: 'One step of the ladder; in a condition, the tier that the member is in.',
	filter: 'A named amount computed from a transaction.',
	rule: 'What earns points, and when.',
	exclusive: 'A set of rules of which at most one counts.',
	campaign: 'Dates, a budget and a multiplier around some rules.',
	segment: 'A group of members given by hand.',
	attribute: 'A fact of your own about a member, a transaction or an event.',
	redemption: 'What a point is worth when it is spent.',
	expiry: 'When points become spendable and when they lapse.',
	test: 'A worked example that must hold.',

	// settings of a program
	currency: 'The currency of all amounts, by its ISO 4217 code.',
	timezone: 'The timezone in which days and hours are meant, by its IANA name.',
	week: 'The day on which a week begins.',
	starts: 'Stands between `week` and its first day.',
	points: 'How precise points are; elsewhere, an amount of points.',
	point: 'One point.',
	whole: 'Points without decimals.',
	with: 'Stands before the number of decimals.',
	decimals: 'How many decimals points have.',
	decimal: 'One decimal.',
	rounded: 'How an award is brought to the precision of points.',
	down: 'Rounds towards zero.',
	up: 'Rounds away from zero.',
	half: 'Rounds to the nearest; `up` or `even` says what happens in the middle.',
	even: 'In the middle, rounds to the even neighbour.',
	per: 'Says what a limit or a rounding counts by.',
	award: 'What one rule gives for one transaction.',
	carried: 'Keeps the remainder of a rounding for the next time.',
	channels: 'The enabled channels.',
	order: 'Stands before `types` and `type`.',
	types: 'The enabled order types.',
	limit: 'The most that may be given.',
	returns: 'What a return may do to a balance; in a test, what goes back.',
	may: 'Stands between `returns` and what they may do.',
	go: 'Stands before `negative`.',
	negative: 'A balance may fall below zero.',
	stop: 'Stands before `at zero`.',
	zero: 'The least balance.',
	pending: 'Points that are not spendable yet.',
	only: 'Nothing else.',

	// tiers
	by: 'Says what moves members between tiers, or a factor.',
	lifetime: 'Since the member joined.',
	hand: 'Tiers are given by people, not by a threshold.',
	moved: 'Says who moves members.',
	kept: 'How long a tier stays.',
	through: 'Until the end of.',
	the: 'Stands before `next year`.',
	next: 'The one after this.',
	from: 'Where a tier or a period begins.',
	color: 'The colour in which a tier is drawn.',

	// filters
	total: 'The whole transaction: items less discount, taxes, fees and tip.',
	excluding: 'Leaves parts of the total out.',
	taxes: 'The taxes of a transaction.',
	fees: 'The fees of a transaction.',
	tip: 'The tip of a transaction.',
	discount: 'The discount on a whole transaction.',
	before: 'Stands before `discounts`.',
	discounts: 'Puts discounts back into the total.',
	items: 'The lines of a transaction.',
	in: 'Chooses lines.',
	not: 'The opposite.',
	except: 'Removes lines from those chosen.',
	category: 'Lines of a category.',
	subcategory: 'Lines of a subcategory.',
	combo: 'Lines of a combo.',
	item: 'Lines of one item, by its code.',
	quantity: 'The number of units.',
	of: 'Says what is counted.',
	above: 'Keeps what exceeds an amount.',
	paid: 'The part paid with points.',

	// rules
	about: 'A sentence about the rule for people.',
	status: 'Whether the rule is in use.',
	enabled: 'The rule is in use.',
	disabled: 'The rule is not in use.',
	active: 'The dates between which the rule awards.',
	until: 'Where a period ends.',
	priority: 'Which rule goes first: the higher number.',
	when: 'What must hold for the rule to award.',
	always: 'Holds for every transaction.',
	earn: 'The points that are given.',
	multiply: 'Multiplies points.',
	without: 'Leaves something out.',
	multipliers: 'Everything that multiplies points.',
	base: 'Points before multipliers.',
	this: 'The current month; with `multiply`, this award alone.',
	for: 'Stands before a step or a recipient.',
	every: 'Counts full steps.',
	at: 'Stands before `least`, `most` or a moment.',
	least: 'Not less than.',
	most: 'Not more than.',
	once: 'One time.',
	times: 'How often.',
	time: 'One time.',
	rolling: 'The last days rather than the calendar period.',
	nothing: 'Gives none at all where a limit is exceeded.',
	to: 'The end of a range.',
	picks: 'Says which rule of a set counts.',
	highest: 'The one with the most.',
	budget: 'The most points that a campaign may give.',

	// conditions
	on: 'The days and hours on which a rule awards; after a rule’s name, its event; after `multiply points`, a filter.',
	between: 'A range of hours or of amounts.',
	and: 'Joins the two ends of a range.',
	or: 'Another choice of days and hours.',
	any: 'Every day; before braces, one of several conditions.',
	all: 'Before braces, every one of several conditions.',
	type: 'Stands after `order`.',
	is: 'Stands before the names that are meant.',
	channel: 'Where the order was placed.',
	store: 'Where the order was served.',
	chain: 'All the stores of a chain.',
	spend: 'The amount of a filter.',
	birthday: 'The member’s birthday.',
	anniversary: 'The day on which the member joined.',
	within: 'So many days before and after.',
	today: 'The day of the transaction.',
	days: 'So many days.',
	day: 'A local day.',
	month: 'A calendar month.',
	quarter: 'A quarter of a calendar year.',
	year: 'A calendar year.',
	weeks: 'So many weeks.',
	months: 'So many months.',
	years: 'So many years.',
	number: 'How many.',
	purchase: 'An order of a member.',
	purchases: 'How many orders a member has placed.',
	balance: 'The points that a member has.',
	since: 'Counts from a day.',
	joining: 'The day on which the member joined.',
	joined: 'In a test, the day on which the member joined.',
	last: 'The latest.',

	// events
	registration: 'A member joins.',
	profile_completed: 'A member completes the profile.',
	check_in: 'A member visits.',
	referral: 'A member brings another.',
	referrer: 'The member who brought another.',
	referred: 'The member who was brought.',
	event: 'An event of your own.',

	// facts of your own
	member: 'A person with a balance.',
	transaction: 'One order, paid at once.',
	one: 'Stands before `of` and a list.',
	text: 'A fact that is a text.',
	flag: 'A fact that is true or not.',
	date: 'A fact that is a day.',

	// spending and lapsing
	steps: 'The unit in which points are spent.',
	available: 'When points can be spent.',
	expires: 'When points lapse.',
	after: 'A time later.',
	activity: 'A purchase or another event.',
	end: 'The last moment of a period.',

	// tests
	expect: 'What must come out.',
	earns: 'The points that a rule gives.',
} as const satisfies Record<string, string>;

/** A word of the language. */
export type Keyword = keyof typeof keywords;

/** Says whether a bare word is reserved. */
export function isKeyword(word: string): word is Keyword {
	return Object.hasOwn(keywords, word);
}

/** The days of the week as `on` names them. They are not reserved. */
export const shortDays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;

/** The days of the week as `week starts` names them. They are not reserved. */
export const longDays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;
