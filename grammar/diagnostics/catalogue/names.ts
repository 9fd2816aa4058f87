/** Problems of names: unknown, twice, unused. */
import { didYouMean, error, warning } from '../rows.ts';
import type { Phrase } from '../saying.ts';

export const nameProblems = {
	'unknown-name': error<{ noun: Phrase; name: string; nearest?: string | undefined }>(
		({ noun, name }) => `There is no ${noun} called \`${name}\`.`,
		didYouMean,
	),
	'duplicate-name': error<{ noun: Phrase; name: string }>(
		({ noun, name }) => `A second ${noun} is called \`${name}\`.`,
		() => 'Give one of them another name.',
	),
	'reserved-filter-name': error<{ name: string }>(
		({ name }) => `The filter \`${name}\` is built in and cannot be declared again.`,
		() => 'Choose another name.',
	),
	'not-enabled': error<{ noun: Phrase; name: string; nearest?: string | undefined }>(
		({ noun, name }) => `The ${noun} \`${name}\` is not enabled in this program.`,
		(parts) => didYouMean(parts) ?? `Add it to the program's ${parts.noun}s, or choose one that is enabled.`,
	),
	'unknown-item': warning<{ noun: Phrase; name: string; nearest?: string | undefined }>(
		({ noun, name }) => `No item of the catalogue has the ${noun} \`${name}\`, so this part of the filter chooses nothing.`,
		didYouMean,
	),
	'unused-filter': warning<{ name: string }>(
		({ name }) => `No rule or tier uses the filter \`${name}\`.`,
		() => 'Use it or remove it.',
	),
	'repeated-name': warning<{ name: string }>(({ name }) => `\`${name}\` stands in this list more than once.`),
};
