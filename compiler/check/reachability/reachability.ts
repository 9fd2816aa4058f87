/** What follows from a rule's own dates and conditions taken together: that it never awards, or that a part of it says nothing. */
import type { CampaignDeclaration, Condition, RuleDeclaration } from '#grammar';
import { axesOf, isGroup, type PlacedRule, termsOf, whenOf } from '../../analyse/index.ts';
import { type Happening, happeningOf } from '../events.ts';
import type { CheckContext } from '../report.ts';
import { disablingStatus } from '../summary.ts';
import { conflictOf, isAbsurd, reportNever } from './never.ts';
import { checkList } from './redundant.ts';

/**
 * Warns of a rule that can never award, and of conditions that change nothing. Exact as far as it speaks: what cannot be decided
 * (a condition with an error, too many combinations) is passed over in silence.
 */
export function checkReachability(rule: RuleDeclaration, campaign: CampaignDeclaration | null, context: CheckContext): void {
	const placed: PlacedRule = { rule, campaign };
	const axes = axesOf(context.symbols);
	const when = whenOf(rule);
	if (!when || asksInVain(when.conditions, happeningOf(rule.on))) return;
	const terms = termsOf(placed, axes);
	const conflict = conflictOf(terms);
	// A disabled rule awards nothing anyway; what its conditions say twice is worth knowing all the same.
	if (conflict && !isDisabled(placed)) reportNever(rule, conflict, axes, context);
	if (conflict && isAbsurd(conflict)) return;
	checkList({ conditions: when.conditions, combines: 'all', verdict: 'holds' }, axes, context);
}

/** Says whether a condition asks for what the event does not have, which is an error that all else follows from. */
function asksInVain(conditions: readonly Condition[], happening: Happening | null): boolean {
	if (!happening || (happening.hasCart && happening.hasPlace)) return false;
	return conditions.some((condition) => {
		if (isGroup(condition)) return asksInVain(condition.conditions, happening);
		if (condition.kind === 'store' || condition.kind === 'channel') return !happening.hasPlace;
		return needsCart.has(condition.kind) && !happening.hasCart;
	});
}

const needsCart: ReadonlySet<Condition['kind']> = new Set(['spend', 'quantity', 'order-type', 'purchase-number']);

/** Says whether a rule is disabled, by its own status or that of its campaign. */
export function isDisabled({ rule, campaign }: PlacedRule): boolean {
	return disablingStatus(rule) !== undefined || (campaign !== null && disablingStatus(campaign) !== undefined);
}
