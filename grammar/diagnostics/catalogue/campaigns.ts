/** Problems of campaigns. */
import { warning } from '../rows.ts';

export const campaignProblems = {
	'empty-campaign': warning<{ name: string }>(
		({ name }) => `The campaign \`${name}\` changes nothing: it has neither a rule nor a \`multiply\`.`,
		() => 'Add: multiply points by 2',
	),
	'outside-campaign': warning<{ name: string; campaign: string }>(
		({ name, campaign }) =>
			`The rule \`${name}\` is never active: its dates have no moment in common with those of \`${campaign}\`.`,
		() => 'Change its dates, or move it out of the campaign.',
	),
};
