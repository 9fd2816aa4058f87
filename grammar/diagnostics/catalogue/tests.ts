/** Problems of worked examples. */
import { didYouMean, error, warning } from '../rows.ts';
import type { Phrase } from '../saying.ts';

export const testProblems = {
	'test-without-event': error<{ name: string }>(
		({ name }) => `In the test \`${name}\` nothing happens: it needs an event.`,
		() => 'Add: purchase at 2026-02-07 12:30 { item "LATTE" 1 x 18.00 }',
	),
	'events-out-of-order': error<undefined>(
		() => 'This happens before what stands above it.',
		() => 'Write the events of a test in the order in which they happen.',
	),
	'return-without-purchase': error<undefined>(
		() => 'Nothing was bought above this, so nothing can go back.',
		() => 'Write it below a `purchase`.',
	),
	'more-than-was-bought': error<{ item: string; units: string; left: string }>(
		({ item, units, left }) => `Of \`${item}\` ${units} would go back, more than the ${left} that are left.`,
		() => 'Lower the number, or add lines to the purchase.',
	),
	'nothing-expected': error<{ name: string }>(
		({ name }) => `The test \`${name}\` expects nothing, so it can never fail.`,
		() => 'Add: expect total 100',
	),
	'unknown-fact': error<{ name: string; owner: string; nearest?: string | undefined }>(
		({ name }) => `A test knows no fact \`${name}\`, and no attribute is called that.`,
		(parts) => didYouMean(parts) ?? `For a fact of your own, declare it: attribute ${parts.owner} ${parts.name} text`,
	),
	'fact-after-event': error<{ fact: string; day: string; event: string }>(
		({ fact, day, event }) => `\`${fact} ${day}\` lies after the event, which is on ${event}.`,
		() => 'Write an earlier day, or move the event.',
	),
	'line-not-payable': error<{ amount: string; decimals: number }>(
		({ amount, decimals }) =>
			`This line comes to ${amount}, which is no amount of the currency: it has ${decimals} decimals.`,
		() => 'Write the amount of the whole line: 1.5 x units for 5.00',
	),
	'more-than-the-cart': error<{ fact: string; amount: string; most: string; of: Phrase }>(
		({ fact, amount, most, of }) => `\`${fact}\` is ${amount}, more than the ${most} that ${of}.`,
		() => 'Lower it, or add lines.',
	),
	'expects-disabled-rule': warning<{ name: string }>(
		({ name }) => `The rule \`${name}\` is disabled and never earns anything.`,
		() => 'Enable the rule, or remove what is expected of it.',
	),
	'test-failed': error<{ test: string; missed: Phrase }>(({ test, missed }) => `The test \`${test}\` fails: ${missed}.`),
	'test-not-run': error<{ test: string; reason: Phrase }>(
		({ test }) => `The test \`${test}\` could not be run.`,
		({ reason }) => reason,
	),
};
