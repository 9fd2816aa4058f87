/** Problems of the program’s settings and of its tiers. */
import { didYouMean, error } from '../rows.ts';
import { capital, type Phrase } from '../saying.ts';

export const programProblems = {
	// ------------------------------------------------------------ the program
	'missing-program': error<undefined>(
		() => 'A text needs one `program` declaration; none was found.',
		() => 'Begin with: program "Name" { currency USD timezone "America/New_York" }',
	),
	'second-declaration': error<{ construct: string }>(
		({ construct }) => `There may be only one \`${construct}\`; this is a second one.`,
		() => 'Keep one of them.',
	),
	'missing-setting': error<{ setting: Phrase; example: string }>(
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
	'too-many-decimals': error<{ found: string; most: number; what: Phrase }>(
		({ found, most, what }) => `\`${found}\` has more decimals than ${what} may have: at most ${most}.`,
		() => 'Round it.',
	),
	'number-out-of-range': error<{ found: string; what: Phrase; low: string; high: string }>(
		({ found, what, low, high }) => `${capital(what)} must lie between ${low} and ${high}; \`${found}\` does not.`,
	),
	'number-not-above-zero': error<{ what: Phrase }>(
		({ what }) => `${capital(what)} must be above 0.`,
		() => 'Write a larger number.',
	),
	'not-a-whole-number': error<{ found: string; what: Phrase }>(
		({ found, what }) => `${capital(what)} must be a whole number; \`${found}\` is not.`,
	),
	'unexpected-percent': error<{ found: string; what: Phrase }>(
		({ found, what }) => `${capital(what)} cannot be a percentage; \`${found}\` is one.`,
		() => 'Remove the `%`.',
	),
	'impossible-day-start': error<undefined>(
		() => 'A day ends at `24:00`; it cannot start there.',
		() => 'Write: day starts 00:00',
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
		({ name }) => `The tier \`${name}\` does not say where it begins.`,
		() => 'Add: from 1_000',
	),
	'unexpected-threshold': error<{ name: string }>(
		({ name }) => `The tier \`${name}\` has a threshold, but these tiers are given by hand.`,
		() => 'Remove the threshold, or write `tiers by lifetime points`.',
	),
	'kept-without-years': error<{ basis: string }>(
		({ basis }) => `\`kept through the next year\` belongs to tiers of a year; these go \`by ${basis}\`.`,
		() => 'Remove it, or write `tiers by points per year`.',
	),
	'moved-without-thresholds': error<undefined>(
		() => 'Tiers `by hand` have no thresholds that could move anybody.',
		() => 'Remove `moved by hand`, or write what the thresholds count: tiers by lifetime points moved by hand',
	),
};
