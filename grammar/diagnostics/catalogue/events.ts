/** Problems of events and of what they do not have. */
import { error, warning } from '../rows.ts';
import type { Phrase } from '../saying.ts';

export const eventProblems = {
	'event-lacks': error<{ construct: string; lacks: Phrase; event?: string | undefined }>(
		({ construct, lacks, event }) =>
			event === undefined
				? `\`${construct}\` needs ${lacks}, which not every event has.`
				: `\`${construct}\` needs ${lacks}, and the event \`${event}\` has none.`,
		({ construct }) => `Remove \`${construct}\`, or write it for a purchase.`,
	),
	'any-event-earns': error<undefined>(
		() => 'A rule `on any event` can only multiply what others earn; this earns itself.',
		() => 'Name the event on which it earns, such as: on check_in',
	),
	'recipient-without-referral': error<{ recipient: string; event: string }>(
		({ recipient, event }) => `Only a referral has a \`${recipient}\`; the event here is \`${event}\`.`,
		({ recipient }) => `Remove \`for ${recipient}\`, or make the event a \`referral\`.`,
	),
	'event-of-same-name': warning<{ name: string }>(
		({ name }) => `\`event "${name}"\` is an event of your own, another one than the built-in \`${name}\`.`,
		() => 'For the built-in one leave `event` and the quotes out.',
	),
};
