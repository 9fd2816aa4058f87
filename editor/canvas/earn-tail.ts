import type { EarnClause } from '#grammar';
import { countPoints } from '../messages/counted.ts';
import { hole } from './parts.ts';
import { says } from './says.ts';
import type { Part } from './view.ts';
import { groupDigits } from './words.ts';

/** What stands behind the formula of an `earn`, each in a slot. */
export function tailParts({ atLeast, exempt, recipient }: EarnClause): Part[] {
	const parts: Part[] = [];
	if (atLeast?.kind === 'number')
		parts.push({ kind: 'value', text: says.atLeastPoints({ points: countPoints(groupDigits(atLeast.digits)) }) });
	else if (atLeast) parts.push(hole(atLeast));
	if (exempt) parts.push({ kind: 'value', text: says.withoutMultipliers });
	if (recipient?.kind === 'word') parts.push({ kind: 'value', text: says.recipients[recipient.text] });
	else if (recipient) parts.push(hole(recipient));
	return parts;
}
