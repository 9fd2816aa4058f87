/** Why a test came out as it did, and what keeps one from being run. */
import { type Phrase, saying, type Several } from '../saying.ts';

/** What keeps a test from being run. */
const obstacles = {
	'no such moment': saying<{ moment: string; timezone: string }>(
		({ moment, timezone }) => `There is no ${moment} in ${timezone}: clocks are put forward over it.`,
	),
	'most lines': saying<{ most: number }>(({ most }) => `A purchase has at most ${most} lines.`),
	'not to be paid': saying<{ currency: string }>(
		({ currency }) => `This comes to no amount in ${currency} that can be paid.`,
	),
	'tier is not told': saying<{ by: string; fact: string }>(
		({ by, fact }) => `The tiers go by ${by}, which \`${fact}\` does not say. Tell the \`tier\` of the member too.`,
	),
	'tier of another year': saying<{ tier: string }>(
		({ tier }) => `Whether the member is in \`${tier}\` in another year too is not told. Write a test for each year.`,
	),
	'too many points for the tier': saying<{ tier: string }>(
		({ tier }) => `The member has too many points for \`${tier}\` at the second event. Leave the tier or the points out.`,
	),
	'left to go back': saying<{ amount: string; currency: string }>(
		({ amount, currency }) => `No more than ${amount} ${currency} is left that could go back.`,
	),
};

/** Where points come from. */
const sources = {
	'one sentence': saying<{ parts: Several }>(({ parts }) => `${parts}.`),
	'of a rule': saying<{ name: string; points: string }>(({ name, points }) => `\`${name}\` ${points}`),
	'of a tier': saying<{ name: string; points: string }>(({ name, points }) => `the tier \`${name}\` ${points}`),
	'tier earns nothing': saying<{ tier: string }>(({ tier }) => `The tier \`${tier}\` earns nothing of its own.`),
	'tier comes to nothing': saying<{ tier: string }>(({ tier }) => `The tier \`${tier}\` comes to 0 points at this amount.`),
	'stand after returns': saying<{ points: string }>(({ points }) => `Of that ${points} stand after what went back.`),
	'points at first': saying<{ points: string }>(({ points }) => `${points} at first`),
	'points earned': saying<{ points: string }>(({ points }) => `${points} earned`),
	'points taken back': saying<{ points: string }>(({ points }) => `${points} taken back`),
	'points spent': saying<{ points: string }>(({ points }) => `${points} spent`),
};

type Factor = { factor: string; filter?: string | undefined };
const onFilter = (filter: string | undefined) => (filter === undefined ? '' : ` on \`${filter}\``);

/** How an award is worked out. */
const workings = {
	'the formula gives': saying<{ points: string }>(({ points }) => `The formula gives ${points}`),
	'filters give': saying<{ filters: Phrase | Several; points: string }>(
		({ filters, points }) => `${filters} gives ${points}`,
	),
	'amount of a filter': saying<{ filter: string; amount: string }>(({ filter, amount }) => `\`${filter}\` ${amount}`),
	times: saying<Factor>(({ factor, filter }) => `× ${factor}${onFilter(filter)}`),
	'base times': saying<Factor>(({ factor, filter }) => `base × ${factor}${onFilter(filter)}`),
	'comes to': saying<{ factors: Several; points: string }>(({ factors, points }) => `${factors} is ${points}`),
	'rounded to': saying<{ how: Phrase; place?: Phrase | undefined; points: string }>(
		({ how, place, points }) => `${how}${place ? ` ${place}` : ''} is ${points}`,
	),
	leaves: saying<{ limit: Phrase; points: string }>(({ limit, points }) => `${limit} leaves ${points}`),
	'with what was carried': saying<{ points: string }>(({ points }) => `with what was carried it is ${points}`),
};

/** What points pay, and why not more. */
const spending = {
	'points pay': saying<{ points: string; amount: string; currency: string; left: string }>(
		({ points, amount, currency, left }) => `${points} points pay ${amount} ${currency}, ${left} are left.`,
	),
	'least at once': saying<{ points: string }>(({ points }) => `At least ${points} are spent at once.`),
	'in steps': saying<{ step: string; more: Phrase }>(({ step, more }) => `Points are spent in steps of ${step}: ${more}.`),
	'pays for no unit': saying<{ amount: string; currency: string; more: Phrase }>(
		({ amount, currency, more }) => `What is left pays for no ${amount} ${currency}: ${more}.`,
	),
	'more takes': saying<{ points: string }>(({ points }) => `more takes ${points}`),
	'share at most': saying<{ share: string; of: Phrase; most: string }>(
		({ share, of, most }) => `Points pay at most ${share} of ${of}, which is ${most}.`,
	),
	'most to pay': saying<{ amount: string }>(({ amount }) => `There is no more to pay than ${amount}.`),
	'most at once': saying<{ amount: string }>(({ amount }) => `No more than ${amount} is paid at once.`),
};

export const provings = { ...obstacles, ...sources, ...workings, ...spending };

/** Everything that is said of tests. */
export type TestPhrase = keyof typeof provings | TestWords;

/** What is said of tests and needs to know nothing. */
export type TestWords =
	| 'The program has errors.'
	| 'The test does not say what happens, and when.'
	| 'Nothing that happens is called so. Say one event.'
	| 'The test does not say what happens. Add `purchase at …`.'
	| 'The test expects nothing. Add `expect total …`.'
	| 'Here points may be taken back while they are pending only, and nothing evaluates `available` yet, so the balance is not known.'
	| 'Nothing was bought above this, so nothing can go back.'
	| 'Nothing is left that could go back.'
	| 'All awards together are more points than one transaction can hold, so none is given.'
	| 'No points are spent. Add `spend points`.'
	| 'Nothing happens in the test.'
	| 'It gives its points to the other side of the referral.'
	| 'The member is in no tier.'
	| 'Nothing was awarded.'
	| 'rounded down'
	| 'rounded up'
	| 'rounded half up'
	| 'rounded half even'
	| 'per item'
	| 'per transaction'
	| "the rule's limit"
	| "the campaign's limit"
	| "the campaign's budget"
	| "the program's limit"
	| 'No points can be spent.'
	| 'The program has no `redemption`.'
	| 'The balance has none.'
	| 'That is the whole balance.'
	| 'no balance reaches the next amount';
