/** Problems of spending points and of their lapsing. */
import { error, warning } from '../rows.ts';

export const pointsProblems = {
	// ------------------------------------------------------------ redemption
	'missing-worth': error<{ example: string }>(
		() => 'The `redemption` does not say what a point is worth.',
		({ example }) => `Add: ${example}`,
	),
	'wrong-currency': error<{ found: string; currency: string }>(
		({ found, currency }) =>
			`Points are worth an amount of the program's currency, \`${currency}\`; \`${found}\` is another.`,
		({ currency }) => `Write ${currency}`,
	),
	'share-without-percent': error<{ found: string }>(
		({ found }) => `The share of an order is a percentage; \`${found}\` is none.`,
		() => 'Write a percentage, such as: at most 50%',
	),
	'steps-miss-least': error<{ least: string; steps: string }>(
		({ least, steps }) => `The least, ${least} points, is no whole number of steps of ${steps}, so it can never be spent.`,
		() => 'Choose steps that divide the least.',
	),

	// ------------------------------------------------------------ expiry
	'empty-expiry': warning<undefined>(
		() => 'This `expiry` says neither when points become available nor when they lapse.',
		() => 'Add: expires after 12 months',
	),
	'lapses-before-available': warning<{ lapses: string; available: string }>(
		({ lapses, available }) => `Points that lapse ${lapses} can be gone before they are available ${available}.`,
		() => 'Let them lapse later, or be available earlier.',
	),
};
