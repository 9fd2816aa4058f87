/**
 * Every problem that Earnest can report about a text: one row each. A row's key is its stable code.
 *
 * Style: the user's words in backticks; what was found and what was expected; never "token", "node" or "parse"; one hint, as an action.
 */
import type { Span } from '../text.ts';
import type { Problem, ProblemExtra, Severity } from './problem.ts';

interface Row<P> {
	readonly severity: Severity;
	readonly message: (parts: P) => string;
	readonly hint?: (parts: P) => string | undefined;
}

function error<P>(message: (parts: P) => string, hint?: (parts: P) => string | undefined): Row<P> {
	return hint ? { severity: 'error', message, hint } : { severity: 'error', message };
}

function warning<P>(message: (parts: P) => string, hint?: (parts: P) => string | undefined): Row<P> {
	return hint ? { severity: 'warning', message, hint } : { severity: 'warning', message };
}

const didYouMean = ({ nearest }: { nearest?: string | undefined }) => (nearest ? `Did you mean \`${nearest}\`?` : undefined);

export const catalogue = {
	// ------------------------------------------------------------ reading the text
	'text-too-long': error<{ most: string }>(
		({ most }) => `The text is longer than ${most} characters and was not read.`,
		() => 'Split it into several programs.',
	),
	'bidirectional-control': error<{ code: string }>(
		({ code }) =>
			`An invisible character (${code}) changes the reading direction here, so the text may not say what it shows.`,
		() => 'Remove it.',
	),
	'stray-character': error<{ found: string; instead?: string | undefined }>(
		({ found }) => `\`${found}\` means nothing here.`,
		({ instead }) => (instead ? `Write ${instead}` : 'Remove it.'),
	),
	'unclosed-text': error<{ found: string }>(
		({ found }) => `The quoted text \`${found}\` does not end on its line.`,
		() => 'Add the closing `"`.',
	),
	'unknown-escape': error<{ found: string }>(
		({ found }) => `\`${found}\` means nothing in a quoted text: only \`\\"\` and \`\\\\\` do.`,
		() => 'For a backslash write two.',
	),
	'empty-name': error<undefined>(
		() => 'A name cannot be empty.',
		() => 'Write a name between the quotes.',
	),
	'comma-in-number': error<{ found: string; instead: string }>(
		({ found }) => `\`${found}\` has a comma; a comma only separates the entries of a list.`,
		({ instead }) => `Write ${instead}`,
	),
	'foreign-digits': error<{ found: string; instead?: string | undefined }>(
		({ found }) => `\`${found}\` is not written with the digits 0 to 9.`,
		({ instead }) => (instead ? `Write ${instead}` : undefined),
	),
	'number-form': error<{ found: string; instead?: string | undefined }>(
		({ found }) =>
			`\`${found}\` is not a number: \`_\` may stand only between groups of three digits, and digits on both sides of the dot.`,
		({ instead }) => (instead ? `Write ${instead}` : undefined),
	),
	'number-too-long': error<{ found: string; digits: number; decimals: number }>(
		({ found, digits, decimals }) =>
			`\`${found}\` is too long: a number has at most ${digits} digits, at most ${decimals} of them decimals.`,
		() => 'Shorten it.',
	),
	'impossible-date': error<{ found: string }>(
		({ found }) => `There is no day \`${found}\`.`,
		() => 'Write year, month and day of a day that exists, such as 2026-02-28',
	),
	'impossible-time': error<{ found: string }>(
		({ found }) => `There is no time \`${found}\`: hours go from 00:00 to 24:00.`,
		() => 'Write hours and minutes, such as 09:30',
	),
	'date-in-formula': error<{ found: string }>(
		({ found }) => `\`${found}\` is a date, and a formula has none.`,
		() => 'For a subtraction put spaces around the minus.',
	),
	'color-form': error<{ found: string }>(
		({ found }) => `\`${found}\` is not a colour: one is \`#\` and six of the digits 0 to 9 and A to F.`,
		() => 'Write a colour such as #B87333',
	),
	'missing-part': error<{ after: string; expected: string }>(({ after, expected }) =>
		`${after && `After \`${after}\` `}something is missing: expected ${expected}.`.replace(/^s/, 'S'),
	),
	unexpected: error<{ found: string; expected: string; nearest?: string | undefined }>(
		({ found, expected }) => `Found \`${found}\`; expected ${expected}.`,
		didYouMean,
	),
	'keyword-as-name': error<{ found: string }>(
		({ found }) => `\`${found}\` is a word of the language and no name as it stands.`,
		({ found }) => `Put it in quotes: "${found}"`,
	),
	'needs-quotes': error<{ found: string }>(
		({ found }) => `Found \`${found}\`; expected a text in quotes.`,
		({ found }) => `Put it in quotes: "${found}"`,
	),
	'left-over': error<{ found: string; after: string; nearest?: string | undefined; isEntry: boolean }>(
		({ found, after }) => `\`${found}\` does not belong to what stands before it, which is complete after \`${after}\`.`,
		(parts) => didYouMean(parts) ?? (parts.isEntry ? 'To continue the list, put a comma before it.' : 'Remove it.'),
	),
	'unknown-clause': error<{ found: string; part: string; beginnings: string; nearest?: string | undefined }>(
		({ found, part }) => `No ${part} begins with \`${found}\`.`,
		(parts) => didYouMean(parts) ?? `Begin it with ${parts.beginnings}.`,
	),
	'misplaced-clause': error<{ found: string; part: string; place: string }>(
		({ found, part }) => `\`${found}\` begins a ${part}, which cannot stand here.`,
		({ place }) => `Move it ${place}.`,
	),
	'missing-open-brace': error<{ after: string }>(
		({ after }) => `After \`${after}\` the \`{\` is missing.`,
		() => 'Add: {',
	),
	'missing-close-brace': error<{ what: string }>(
		({ what }) => `The \`{\` of this \`${what}\` is never closed.`,
		() => 'Add: }',
	),
	'stray-brace': error<undefined>(
		() => 'This `}` closes nothing.',
		() => 'Remove it.',
	),
	'too-deep': error<{ most: number }>(
		({ most }) => `More than ${most} parentheses, braces or signs stand inside one another here.`,
		() => 'Simplify it.',
	),
	'clause-too-long': error<{ what: string; most: string }>(
		({ what, most }) => `This ${what} has more than ${most} words and signs.`,
		() => 'Split it or simplify it.',
	),
	'too-many-problems': error<{ most: string }>(
		({ most }) => `Here the text has more than ${most} problems; what follows was not read.`,
		() => 'Solve some of them first.',
	),
	'not-evaluated-yet': error<{ construct: string }>(
		({ construct }) => `\`${construct}\` belongs to the language, but this version of Earnest does not evaluate it yet.`,
		() => 'Remove it or put it in a comment; nothing is published while it stands here.',
	),

	// ------------------------------------------------------------ names
	'unknown-name': error<{ noun: string; name: string; nearest?: string | undefined }>(
		({ noun, name }) => `There is no ${noun} called \`${name}\`.`,
		didYouMean,
	),
	'duplicate-name': error<{ noun: string; name: string }>(
		({ noun, name }) => `A second ${noun} is called \`${name}\`.`,
		() => 'Give one of them another name.',
	),
	'reserved-filter-name': error<{ name: string }>(
		({ name }) => `The filter \`${name}\` is built in and cannot be declared again.`,
		() => 'Choose another name.',
	),
	'not-enabled': error<{ noun: string; name: string; nearest?: string | undefined }>(
		({ noun, name }) => `The ${noun} \`${name}\` is not enabled in this program.`,
		(parts) => didYouMean(parts) ?? `Add it to the program's ${parts.noun}s, or choose one that is enabled.`,
	),
	'unknown-item': warning<{ noun: string; name: string; nearest?: string | undefined }>(
		({ noun, name }) => `No item of the catalogue has the ${noun} \`${name}\`, so this part of the filter chooses nothing.`,
		didYouMean,
	),
	'unused-filter': warning<{ name: string }>(
		({ name }) => `No rule or tier uses the filter \`${name}\`.`,
		() => 'Use it or remove it.',
	),
	'repeated-name': warning<{ name: string }>(({ name }) => `\`${name}\` stands in this list more than once.`),

	// ------------------------------------------------------------ the program
	'missing-program': error<undefined>(
		() => 'A text needs one `program` declaration; none was found.',
		() => 'Begin with: program "Name" { currency USD timezone "America/New_York" }',
	),
	'second-declaration': error<{ construct: string }>(
		({ construct }) => `There may be only one \`${construct}\`; this is a second one.`,
		() => 'Keep one of them.',
	),
	'missing-setting': error<{ setting: string; example: string }>(
		({ setting }) => `The program does not say its ${setting}.`,
		({ example }) => `Add: ${example}`,
	),
	'unknown-currency': error<{ code: string }>(
		({ code }) => `\`${code}\` is not a currency code of ISO 4217.`,
		() => 'Write three capital letters, such as AED, EUR or USD.',
	),
	'unknown-timezone': error<{ zone: string; nearest?: string | undefined }>(
		({ zone }) => `\`${zone}\` is not a timezone of the IANA list.`,
		(parts) => didYouMean(parts) ?? 'Write an area and a city, such as "Asia/Dubai".',
	),
	'too-many-decimals': error<{ found: string; most: number; what: string }>(
		({ found, most, what }) => `\`${found}\` has more decimals than ${what} may have: at most ${most}.`,
		() => 'Round it.',
	),
	'number-out-of-range': error<{ found: string; what: string; low: string; high: string }>(
		({ found, what, low, high }) => `${what} must lie between ${low} and ${high}; \`${found}\` does not.`,
	),
	'not-a-whole-number': error<{ found: string; what: string }>(
		({ found, what }) => `${what} must be a whole number; \`${found}\` is not.`,
	),
	'unexpected-percent': error<{ found: string; what: string }>(
		({ found, what }) => `${what} cannot be a percentage; \`${found}\` is one.`,
		() => 'Remove the `%`.',
	),

	// ------------------------------------------------------------ tiers
	'tiers-out-of-order': error<{ name: string; from: string; previous: string }>(
		({ name, from, previous }) => `The tier \`${name}\` starts at ${from}, which is not above \`${previous}\` before it.`,
		() => 'Order the tiers from the lowest threshold to the highest.',
	),
	'first-tier-above-zero': error<{ name: string; from: string }>(
		({ name, from }) => `The first tier, \`${name}\`, starts at ${from}, so members below it would have no tier.`,
		() => 'Start the first tier at 0.',
	),
	'missing-threshold': error<{ name: string }>(
		({ name }) => `The tier \`${name}\` does not say from how many points it begins.`,
		() => 'Add: from 1_000',
	),
	'unexpected-threshold': error<{ name: string }>(
		({ name }) => `The tier \`${name}\` has a threshold, but these tiers are given by hand.`,
		() => 'Remove the threshold, or write `tiers by lifetime points`.',
	),

	// ------------------------------------------------------------ rules
	'repeated-clause': error<{ clause: string }>(
		({ clause }) => `\`${clause}\` stands here more than once.`,
		() => 'Keep one of them.',
	),
	'no-effect': warning<{ name: string }>(
		({ name }) => `The rule \`${name}\` gives nothing: it has no \`earn\`.`,
		() => 'Add: earn 10',
	),
	'dates-reversed': error<undefined>(
		() => 'The rule ends before it starts.',
		() => 'Exchange the two dates.',
	),
	'dates-over': warning<{ until: string }>(
		({ until }) => `The rule's dates are over since ${until}: it can no longer award.`,
	),
	'equal-times': error<{ time: string }>(
		({ time }) => `A time range from ${time} to ${time} is empty.`,
		() => 'For the whole day leave `between` out.',
	),
	'impossible-start': error<undefined>(
		() => '`24:00` can end a time range, but not start one.',
		() => 'Write `00:00` and the following day.',
	),
	'between-reversed': error<{ low: string; high: string }>(
		({ low, high }) => `Nothing lies between ${low} and ${high}: the first amount is the larger one.`,
		() => 'Exchange the two amounts.',
	),
	'limit-zero': warning<undefined>(
		() => 'A limit of 0 points means that the rule never gives anything.',
		() => 'Raise the limit, or disable the rule.',
	),

	// ------------------------------------------------------------ formulas
	'two-filters': error<{ first: string; second: string }>(
		({ first, second }) => `A formula may use one cart filter; this one uses \`${first}\` and \`${second}\`.`,
		() => 'Declare one filter that covers both, or write two rules.',
	),
	'division-by-literal-zero': error<undefined>(
		() => 'This divides by zero.',
		() => 'Divide by another number.',
	),
	'formula-divides-by-zero': warning<{ at: string }>(
		({ at }) => `This formula divides by zero at a spend of ${at}; it then gives 0 points.`,
		() => 'Add a `spend` condition that keeps the amount away from there.',
	),
	'formula-negative': warning<{ at: string }>(
		({ at }) => `This formula is negative at a spend of ${at}; it then gives 0 points.`,
		() => 'If that is not meant, add a `spend` condition.',
	),
	'formula-too-large': error<undefined>(
		() => 'This formula has too many parts to be computed exactly.',
		() => 'Simplify it: at most 8 multiplications by the filter.',
	),
} satisfies Record<string, Row<never>>;

export type ProblemCode = keyof typeof catalogue;
type Parts<C extends ProblemCode> = Parameters<(typeof catalogue)[C]['message']> extends [infer P] ? P : undefined;

/** Makes a problem from its row. `parts` are the words that the row's message needs. */
export function problem<C extends ProblemCode>(code: C, span: Span, parts: Parts<C>, extra: ProblemExtra = {}): Problem {
	const row = catalogue[code] as Row<Parts<C>>;
	const hint = row.hint?.(parts);
	return {
		code,
		severity: row.severity,
		span,
		message: row.message(parts),
		...(hint === undefined ? {} : { hint }),
		...extra,
	};
}
