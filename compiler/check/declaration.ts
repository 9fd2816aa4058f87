import type { Declaration } from '#grammar';
import { unreachable } from '../domain/unreachable.ts';
import { checkAttributeDeclaration } from './attributes.ts';
import { checkCampaign } from './campaigns.ts';
import { checkExpiry } from './expiry.ts';
import { checkFilter } from './filters.ts';
import { checkEvaluated } from './not-recorded.ts';
import { checkProgram } from './program.ts';
import { checkRedemption } from './redemption.ts';
import type { CheckContext } from './report.ts';
import { checkRule } from './rules.ts';
import { checkTest } from './tests.ts';
import { checkTiers } from './tiers.ts';

/**
 * Checks one declaration. It may lean on the text of no other one but through the symbols, and on no rule but its own; so its
 * problems stay true while other rules change, wherever they stand. No span of another declaration stands in them.
 */
export function checkDeclaration(declaration: Declaration, context: CheckContext): void {
	checkMeaning(declaration, context);
	checkEvaluated(declaration, context);
}

function checkMeaning(declaration: Declaration, context: CheckContext): void {
	switch (declaration.kind) {
		case 'program':
			checkProgram(declaration, context);
			return;
		case 'tiers':
			checkTiers(declaration, context);
			return;
		case 'attribute-declaration':
			checkAttributeDeclaration(declaration, context);
			return;
		case 'filter':
			checkFilter(declaration, context);
			return;
		case 'campaign':
			checkCampaign(declaration, context);
			return;
		case 'rule':
			checkRule(declaration, context);
			return;
		case 'redemption':
			checkRedemption(declaration, context);
			return;
		case 'expiry':
			checkExpiry(declaration, context);
			return;
		case 'test':
			checkTest(declaration, context);
			return;
		case 'segment-declaration':
		case 'exclusive-declaration':
		case 'raw':
			return;
		default:
			unreachable(declaration);
	}
}
