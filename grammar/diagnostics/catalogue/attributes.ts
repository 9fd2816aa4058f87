/** Problems of attributes: facts of the user's own. */
import { didYouMean, error } from '../rows.ts';
import type { Phrase, Several } from '../saying.ts';

export const attributeProblems = {
	'unknown-condition': error<{ name: string; owner: string; isEntry: boolean; nearest?: string | undefined }>(
		({ name }) => `No condition begins with \`${name}\`, and no attribute is called that.`,
		(parts) =>
			didYouMean(parts) ??
			(parts.isEntry
				? 'To continue the list before it, put a comma between them.'
				: `For a fact of your own, declare it: attribute ${parts.owner} ${parts.name} text`),
	),
	'unknown-value': error<{ attribute: string; value: string; values: Several; nearest?: string | undefined }>(
		({ attribute, value }) => `The attribute \`${attribute}\` is never \`${value}\`.`,
		(parts) => didYouMean(parts) ?? `Its values are ${parts.values}.`,
	),
	'attribute-type': error<{ name: string; type: Phrase; use: Phrase; advice: Phrase }>(
		({ name, type, use }) => `The attribute \`${name}\` is ${type}, so it cannot ${use}.`,
		({ advice }) => advice,
	),
	'attribute-owner': error<{ name: string; owner: Phrase; place: string | Phrase; expected: Several }>(
		({ name, owner, place, expected }) =>
			`The attribute \`${name}\` is a fact of ${owner}, but ${place} takes facts of ${expected}.`,
		() => 'Use another attribute, or declare it as a fact of the right thing.',
	),
};
