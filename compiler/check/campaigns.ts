import type { CampaignClause, CampaignDeclaration } from '#grammar';
import { unreachable } from '../domain/unreachable.ts';
import { checkActive } from './dates.ts';
import { checkWholeMultiply } from './effects.ts';
import { anywhere } from './formulas.ts';
import { checkLimit } from './limits.ts';
import { Once } from './names.ts';
import { checkNumber, pointBounds } from './numbers.ts';
import { insertion } from './places.ts';
import type { CheckContext } from './report.ts';
import { checkRule, isDisabled } from './rules.ts';

/** Checks a campaign clause by clause, with the rules in it. */
export function checkCampaign(campaign: CampaignDeclaration, context: CheckContext): void {
	const once = new Once(context);
	for (const clause of campaign.clauses) {
		if (!mayRepeat.has(clause.kind)) once.see(clause.kind, clause.span);
		checkClause(clause, campaign, context);
	}
	const { body, name, clauses } = campaign;
	const changes = clauses.some(({ kind }) => kind === 'rule' || kind === 'multiply' || kind === 'raw');
	if (!body || name.kind === 'missing' || changes) return;
	const fix = insertion(context.source, body, 'multiply points by 2');
	context.report('empty-campaign', name.span, { name: name.text }, fix);
}

const mayRepeat: ReadonlySet<CampaignClause['kind']> = new Set(['rule', 'limit', 'raw']);

function checkClause(clause: CampaignClause, campaign: CampaignDeclaration, context: CheckContext): void {
	const part = { of: 'campaign', what: 'campaign', isDisabled: isDisabled(campaign) } as const;
	switch (clause.kind) {
		case 'about':
		case 'status':
		case 'raw':
			return;
		case 'active':
			checkActive(clause, { ...part, happening: null }, context);
			return;
		case 'budget':
			checkNumber(clause.points, { ...pointBounds('the budget', context), isAboveZero: true }, context);
			return;
		case 'multiply':
			checkWholeMultiply(clause, 'campaign', context);
			return;
		case 'limit':
			checkLimit(clause, { ...anywhere, ...part }, context);
			return;
		case 'rule':
			checkRule(clause, context, campaign);
			return;
		default:
			unreachable(clause);
	}
}
