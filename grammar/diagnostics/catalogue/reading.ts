/** Problems of reading the text. */
import { didYouMean, error, warning } from '../rows.ts';
import { capital, type Phrase, type Several } from '../saying.ts';

type Expected = string | Phrase | Several;

export const readingProblems = {
	'text-too-long': error<{ most: string }>(
		({ most }) => `The text is longer than ${most} characters and was not read.`,
		() => 'Split it into several programs.',
	),
	'bidirectional-control': error<{ code: string }>(
		({ code }) =>
			`An invisible character (${code}) changes the reading direction here, so the text may not say what it shows.`,
		() => 'Remove it.',
	),
	'invisible-character': error<{ code: string }>(
		({ code }) => `An invisible character (${code}) stands in this name, so two names can look the same.`,
		() => 'Remove it.',
	),
	'mixed-scripts': error<{ word: string; main: Phrase; character: string; code: string; script: Phrase }>(
		({ word, main, character, code, script }) =>
			`\`${word}\` is written in ${main} letters, but its \`${character}\` (${code}) is ${script}: two names can look the same.`,
		({ main }) => `Write the whole word in ${main} letters.`,
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
	'missing-part': error<{ after?: string | undefined; expected: Expected; advice?: Phrase | undefined }>(
		({ after, expected }) => capital(`${after ? `After \`${after}\` ` : ''}something is missing: expected ${expected}.`),
		({ advice }) => advice,
	),
	'empty-list': error<{ after: string; expected: Expected }>(
		({ after, expected }) => `The list after \`${after}\` is empty: expected ${expected}.`,
		() => 'Write at least one.',
	),
	unexpected: error<{ found: string; expected: Expected; nearest?: string | undefined }>(
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
	'unknown-clause': error<{ found: string; part: Phrase; beginnings: string | Phrase; nearest?: string | undefined }>(
		({ found, part }) => `No ${part} begins with \`${found}\`.`,
		(parts) => didYouMean(parts) ?? `Begin it with ${parts.beginnings}.`,
	),
	'misplaced-clause': error<{ found: string; part: Phrase; place: Phrase }>(
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
	'clause-too-long': error<{ what: string | Phrase; most: string }>(
		({ what, most }) => `This ${what} has more than ${most} words and signs.`,
		() => 'Split it or simplify it.',
	),
	'too-many-problems': error<{ most: string }>(
		({ most }) => `Here the text has more than ${most} problems; what follows was not read.`,
		() => 'Solve some of them first.',
	),
	'not-evaluated-yet': warning<{ construct: string }>(
		({ construct }) => `\`${construct}\` belongs to the language, but this version of Earnest does not evaluate it yet.`,
		() => 'Tests and replays go on as if it were not there; nothing is published while it stands here.',
	),
	'not-recorded-yet': error<{ construct: string; isEvaluated: boolean }>(
		({ construct, isEvaluated }) =>
			isEvaluated
				? `\`${construct}\` is evaluated, but the server does not keep what it takes to record it yet.`
				: `\`${construct}\` is evaluated by nothing yet, so the server cannot record it either.`,
		() => 'Remove it or put it in a comment, then publish.',
	),
};
