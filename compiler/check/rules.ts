import {
	type CampaignDeclaration,
	phrase,
	relatedAt,
	type RuleClause,
	type RuleDeclaration,
	type WhenClause,
} from '#grammar';
import { unreachable } from '../domain/unreachable.ts';
import { checkConditions } from './conditions.ts';
import { areApart, checkActive, isOver, isReversed } from './dates.ts';
import { checkEarn, checkMultiply } from './effects.ts';
import { checkEvent, happeningOf } from './events.ts';
import { checkLimit, type LimitPlace } from './limits.ts';
import { checkExclusiveName, Once } from './names.ts';
import { checkNumber, wholeBounds } from './numbers.ts';
import { checkReachability } from './reachability/reachability.ts';
import type { CheckContext } from './report.ts';
import { possibleAmounts } from './spend-bounds.ts';
import { disablingStatus } from './summary.ts';

/** Checks a rule clause by clause; clauses that could not be read have their own problem already. */
export function checkRule(rule: RuleDeclaration, context: CheckContext, campaign?: CampaignDeclaration): void {
	checkEvent(rule.on, context);
	const place = placeOf(rule, context, campaign);
	const once = new Once(context);
	for (const clause of rule.clauses) {
		if (!mayRepeat.has(clause.kind)) once.see(clause.kind, clause.span);
		checkClause(clause, place, context);
	}
	checkEffect(rule, context);
	checkWithin(rule, context, campaign);
	checkReachability(rule, campaign ?? null, context);
}

const mayRepeat: ReadonlySet<RuleClause['kind']> = new Set(['earn', 'multiply', 'limit', 'raw']);

function placeOf(rule: RuleDeclaration, context: CheckContext, campaign: CampaignDeclaration | undefined): LimitPlace {
	const when = rule.clauses.find((clause): clause is WhenClause => clause.kind === 'when');
	return {
		of: 'rule',
		happening: happeningOf(rule.on),
		isDisabled: isDisabled(rule) || (campaign !== undefined && isDead(campaign, context)),
		amountsOf: (filter) => possibleAmounts(when, filter),
	};
}

/** Says whether a rule or a campaign is disabled by its own status. */
export function isDisabled(part: RuleDeclaration | CampaignDeclaration): boolean {
	return disablingStatus(part) !== undefined;
}

function isDead(campaign: CampaignDeclaration, context: CheckContext): boolean {
	return isDisabled(campaign) || campaign.clauses.some((clause) => clause.kind === 'active' && isOver(clause, context));
}

function checkClause(clause: RuleClause, place: LimitPlace, context: CheckContext): void {
	const { happening, isDisabled } = place;
	switch (clause.kind) {
		case 'about':
		case 'status':
		case 'raw':
			return;
		case 'active':
			checkActive(clause, { what: 'rule', isDisabled, happening }, context);
			return;
		case 'priority':
			checkNumber(clause.value, wholeBounds('the priority', 1_000_000, 0), context);
			return;
		case 'exclusive':
			checkExclusiveName(clause.set, context);
			return;
		case 'when':
			checkConditions(clause.conditions, happening, context);
			return;
		case 'earn':
			checkEarn(clause, place, context);
			return;
		case 'multiply':
			checkMultiply(clause, happening, context);
			return;
		case 'limit':
			checkLimit(clause, place, context);
			return;
		default:
			unreachable(clause);
	}
}

function checkEffect({ name, body, on, clauses }: RuleDeclaration, context: CheckContext): void {
	const has = (...kinds: readonly RuleClause['kind'][]) => clauses.some(({ kind }) => kinds.includes(kind));
	if (!body || name.kind === 'missing' || has('earn', 'multiply', 'raw')) return;
	const isAny = on?.kind === 'event' && on.event === 'any';
	context.report('no-effect', name.span, { name: name.text, example: isAny ? 'multiply points by 2' : 'earn 10' });
}

/** Warns of a rule that its campaign never lets be active. */
function checkWithin(rule: RuleDeclaration, context: CheckContext, campaign: CampaignDeclaration | undefined): void {
	const own = rule.clauses.find((clause) => clause.kind === 'active');
	const around = campaign?.clauses.find((clause) => clause.kind === 'active');
	if (own?.kind !== 'active' || around?.kind !== 'active' || isDisabled(rule)) return;
	if (isReversed(own) || isReversed(around) || !areApart(own, around)) return;
	if (rule.name.kind === 'missing' || campaign?.name.kind !== 'name') return;
	const related = relatedAt(around.span, phrase('The dates of the campaign are here.'));
	context.report('outside-campaign', own.span, { name: rule.name.text, campaign: campaign.name.text }, { related });
}
