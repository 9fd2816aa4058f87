import type { CampaignClause, CampaignDeclaration, ExclusiveDeclaration } from '#grammar';
import { unreachable } from '../../domain/unreachable.ts';
import { datesText } from './dates.ts';
import { multipliesText } from './effects.ts';
import { limitText } from './limits.ts';
import { ruleParts } from './rule.ts';
import type { Speech } from './speech.ts';
import { counted, HOLE, joined, namePart, part, type ProsePart, says } from './words.ts';

/** `the campaign Black Friday triples all points earned on …, up to a budget of 1,000,000 points, with the rule …`. */
export function campaignParts({ name, clauses }: CampaignDeclaration, speech: Speech): ProsePart[] {
	const multipliers = clauses.flatMap((clause) =>
		clause.kind === 'multiply' ? [[part(multipliesText(clause), clause)]] : [],
	);
	const rules = clauses.filter((clause) => clause.kind === 'rule');
	const does =
		multipliers.length > 0
			? joined(multipliers, ' and ')
			: [{ text: rules.length > 0 ? 'has rules of its own' : 'does nothing yet' }];
	const said = clauses.flatMap((clause) => aroundParts(clause, speech));
	const inner = rules.map((rule) => says`the rule ${namePart(rule.name)}: ${ruleParts(rule, speech)}`);
	return says`the campaign ${namePart(name)} ${does}${said}${inner.length === 0 ? '' : says`; ${joined(inner, '; ')}`}`;
}

/** What a clause says around the campaign's deeds. */
function aroundParts(clause: CampaignClause, speech: Speech): ProsePart[] {
	switch (clause.kind) {
		case 'active':
			return says` ${part(datesText(clause), clause)}`;
		case 'status':
			return clause.status.kind === 'word' && clause.status.text === 'disabled'
				? says` (${part('switched off', clause)})`
				: [];
		case 'budget':
			return says`, up to ${part(`a budget of ${counted(clause.points, 'point')}`, clause)}`;
		case 'limit':
			return says`, ${part(limitText(clause, { speech, filter: null }, true), clause)}`;
		case 'raw':
			return says`, and ${part('a part that cannot be read', clause)}`;
		case 'about':
		case 'multiply':
		case 'rule':
			return [];
		default:
			return unreachable(clause);
	}
}

/** `of the rules in Weekday deals only the one with the highest points counts`. */
export function exclusiveParts({ name, picks }: ExclusiveDeclaration): ProsePart[] {
	const which = part(picks.kind === 'missing' ? HOLE : `the ${picks.text}`, picks);
	return says`of the rules in ${namePart(name)} only the one with ${which} counts`;
}
