import { openSnapshot } from '#compiler';
import { type Condition, parse, type RuleClause } from '#grammar';
import { groupDigits } from '../../canvas/words.ts';
import { placesOfRules } from '../../document/rule-tracking.ts';
import { factsOf } from './program-facts.ts';
import { answersFor, type RuleTemplate, ruleText } from './templates.ts';

/** What a small picture of a rule shows, in the order of the flow. */
export interface PictureParts {
	/** The rule, or its campaign, has dates. */
	readonly dates: boolean;
	readonly conditions: readonly Condition['kind'][];
	/** `+50`, `×2`, `2×`, `1/10`. */
	readonly effect: string;
	/** Money of a cart filter goes into the effect. */
	readonly counts: boolean;
	readonly limit: boolean;
}

/** A program that has everything, so that every template has a picture wherever the gallery is opened. */
const EXAMPLE = `program "Example" { currency AED timezone "Asia/Dubai" channels app order types pickup }
tiers by lifetime points { tier Gold from 1_000 {} }
filter "Coffee" = items in category "Coffee"`;
const SHOP = { stores: [{ id: 'shop', name: 'Shop', chain: null, city: null }], items: [] };

/** The parts of a template's own rule, as it is before anything is answered. */
export function pictureParts(template: RuleTemplate): PictureParts {
	const facts = factsOf(openSnapshot(EXAMPLE), SHOP, { year: 2026, month: 1, day: 1 });
	const { document } = parse(ruleText(template, 'Rule', 'Campaign', answersFor(template, facts)));
	const [placed] = placesOfRules(document);
	const clauses: readonly RuleClause[] = placed?.rule.clauses ?? [];
	const campaign = placed?.campaign?.clauses ?? [];
	const effect = clauses.find((clause) => clause.kind === 'earn' || clause.kind === 'multiply');
	return {
		dates: [...clauses, ...campaign].some(({ kind }) => kind === 'active'),
		conditions: clauses.flatMap((clause) => (clause.kind === 'when' ? clause.conditions.map(({ kind }) => kind) : [])),
		...effectParts(effect),
		limit: clauses.some(({ kind }) => kind === 'limit'),
	};
}

function effectParts(effect: RuleClause | undefined): Pick<PictureParts, 'effect' | 'counts'> {
	if (effect?.kind === 'multiply') {
		return { effect: `×${effect.factor.kind === 'number' ? effect.factor.digits : ''}`, counts: effect.on !== undefined };
	}
	if (effect?.kind !== 'earn') return { effect: '', counts: false };
	const { formula, every } = effect;
	if (every) {
		const points = formula.kind === 'number' ? formula.digits : '';
		const money = every.step.kind === 'number' ? every.step.digits : '';
		return { effect: `${points}/${money}`, counts: true };
	}
	if (formula.kind === 'number') return { effect: `+${groupDigits(formula.digits)}`, counts: false };
	const factor = formula.kind === 'binary' && formula.right.kind === 'number' ? formula.right.digits : '';
	return { effect: `${factor}×`, counts: true };
}
