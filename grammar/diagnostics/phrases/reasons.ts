/** Why something is as a problem says, and what is to be done about it. */
import { type Phrase, saying, type Several } from '../saying.ts';

/** What an attribute is used as, behind `cannot`. */
const uses = {
	'be the value': saying<{ value: string }>(({ value }) => `be \`${value}\``),
};

const advice = {
	'write code': saying<{ code: string }>(({ code }) => `Write: ${code}`),
	'declare as code': saying<{ code: string }>(({ code }) => `Declare it so: ${code}`),
};

/** Amounts of what a filter measures. */
const amounts = {
	'spend of': saying<{ amount: string }>(({ amount }) => `a spend of ${amount}`),
	'quantity of': saying<{ amount: string }>(({ amount }) => `a quantity of ${amount}`),
	'value of': saying<{ amount: string }>(({ amount }) => `a value of ${amount}`),
};

/** Why a rule can never award. */
const never = {
	'can never hold': saying<{ term: string | Phrase; since?: Phrase | undefined }>(
		({ term, since }) => `${term} can never hold${since ? `, since ${since}` : ''}`,
	),
	'never come together': saying<{ terms: Several }>(({ terms }) => `${terms} never come together`),
	'never falls within': saying<{ term: string | Phrase; dates: string | Phrase }>(
		({ term, dates }) => `${term} never falls within ${dates}`,
	),
	'exclude one another': saying<{ terms: Several }>(({ terms }) => `${terms} exclude one another`),
};

/** Why a condition by itself cannot hold. */
const alone = {
	'lies between': saying<{ filter: string; high: string }>(({ filter, high }) => `\`${filter}\` lies between 0 and ${high}`),
};

/** Why a limit never cuts, and which rules hide another one. */
const idle = {
	'allows no more': saying<{ limit: string }>(({ limit }) => `\`${limit}\` allows no more`),
	'gives at most': saying<{ points: string }>(({ points }) => `the rule gives at most ${points} points in a transaction`),
	'awards once': saying<{ points: string }>(({ points }) => `the rule awards once in that time, at most ${points} points`),
	'one of': saying<{ names: Several }>(({ names }) => `one of ${names}`),
};

const forSide = (recipient: string | undefined) => (recipient ? ` for ${recipient}` : '');

/** The recipient is the side of a referral that gets the points, where that is said. */
type Missed = { expected: string; got: string; recipient?: string | undefined };

/** What a test expected, and what came instead. */
const missed = {
	'rule was to earn': saying<Missed & { name: string }>(
		({ name, expected, got, recipient }) =>
			`expected \`${name}\` to earn ${expected}${forSide(recipient)}; it earned ${got}`,
	),
	'tier was to earn': saying<Missed>(
		({ expected, got, recipient }) => `expected the tier to earn ${expected}${forSide(recipient)}; it earned ${got}`,
	),
	'total was to be': saying<Missed>(
		({ expected, got, recipient }) => `expected a total of ${expected}${forSide(recipient)}; it is ${got}`,
	),
	'balance was to be': saying<Missed>(
		({ expected, got, recipient }) => `expected a balance of ${expected}${forSide(recipient)}; it is ${got}`,
	),
	'points were to pay': saying<Omit<Missed, 'recipient'>>(
		({ expected, got }) => `expected points to pay ${expected}; they pay ${got}`,
	),
};

export const reasons = { ...uses, ...advice, ...amounts, ...never, ...alone, ...idle, ...missed };

/** Reasons and advice that need to know nothing. */
export type Reason =
	| 'be a number'
	| 'be compared with a number'
	| 'be compared with names'
	| 'be the amount of a filter'
	| 'be the clock of dates'
	| 'stand alone like a flag'
	| 'Say what is counted: write `points` or `times` after the number.'
	| 'the lines come to'
	| 'there is to pay'
	| 'its dates'
	| 'the dates of its campaign'
	| 'a quantity is never below 0'
	| 'an amount is never below 0'
	| 'it leaves out every channel of the program'
	| 'it leaves out every order type of the program'
	| 'it leaves out every tier of the program'
	| 'it leaves out every value of the attribute'
	| 'none of its alternatives can'
	| 'its parts exclude one another'
	| 'what is in it leaves nothing over'
	| 'the rule never gives more than it allows';
