import type { EarnClause, EveryStep, MultiplyClause, MultiplyTarget, RuleDeclaration } from '#grammar';
import { type Amounts, pointsText, summaryOfFormula } from './formulas.ts';
import { currencyFor, type Speech } from './speech.ts';
import { counted, HOLE, moneyText, nameText, numberText, wordText } from './words.ts';

/** What a rule gives, in few words: `2 × Food + 10 points`, `all points × 2`. */
export function summaryOfEffect(rule: Pick<RuleDeclaration, 'clauses'>): string {
	const effects = rule.clauses.flatMap((clause) => {
		if (clause.kind === 'earn') return [summaryOfEarn(clause)];
		return clause.kind === 'multiply' ? [summaryOfMultiplier(clause)] : [];
	});
	return effects.length === 0 ? 'nothing yet' : effects.join(' and ');
}

/** What an `earn` gives, in few words: `1 point for every 10 of Food, at least 5`. */
export function summaryOfEarn(earn: EarnClause): string {
	const { every, recipient } = earn;
	const steps = every ? ` for every ${numberText(every.step)} of ${nameText(every.filter)}` : '';
	const endings = endingsOf(earn).map((ending) => `, ${ending}`);
	const whom = recipient ? ` for the ${wordText(recipient)}` : '';
	return `${summaryOfFormula(earn.formula)}${steps}${endings.join('')}${whom}`;
}

/** What a `multiply` does, in few words: `all points × 2`, `base points on Coffee × 1.5`. */
export function summaryOfMultiplier({ what, on, factor }: MultiplyClause): string {
	const target = what.kind === 'missing' ? HOLE : SHORT_TARGETS[what.text];
	return `${target}${on ? ` on ${nameText(on)}` : ''} × ${numberText(factor)}`;
}

const SHORT_TARGETS: Readonly<Record<MultiplyTarget, string>> = {
	points: 'all points',
	base: 'base points',
	this: 'own points',
};

/** What an `earn` gives, as the object of a sentence: `1 point for every full 10 AED of Food (at least 5 points)`. */
export function earnText(earn: EarnClause, amounts: Amounts): string {
	const endings = endingsOf(earn);
	const points = earn.every ? stepsText(earn, earn.every, amounts) : pointsText(earn.formula, amounts);
	return endings.length === 0 ? points : `${points} (${endings.join(', ')})`;
}

function stepsText({ formula }: EarnClause, every: EveryStep, amounts: Amounts): string {
	const filter = nameText(every.filter);
	return `${pointsText(formula, amounts)} ${everyText(every, amounts.speech, amounts.filter === filter)}`;
}

/** `for every full 10 AED of Food`; the filter is left out where the sentence has named it. */
export function everyText({ step, filter }: EveryStep, speech: Speech, isNamed = false): string {
	const name = nameText(filter);
	return `for every full ${moneyText(step, currencyFor(name, speech))}${isNamed ? '' : ` of ${name}`}`;
}

function endingsOf({ atLeast, exempt }: EarnClause): string[] {
	const floor = atLeast ? [`at least ${counted(atLeast, 'point')}`] : [];
	return exempt ? [...floor, 'without multipliers'] : floor;
}

/** Says whether an `earn` gives the same points whatever is spent. */
export function isFixed({ formula, every }: EarnClause): boolean {
	return formula.kind === 'number' && !every;
}

/** What a `multiply` does to points, as the object of a sentence: `all points of the purchase doubled`. */
export function multipliedText({ what, on, factor }: MultiplyClause, occasion: string): string {
	const targets: Readonly<Record<MultiplyTarget, string>> = {
		points: `all points of ${occasion}`,
		base: `the base points of ${occasion}`,
		this: 'the points of this rule',
	};
	const target = what.kind === 'missing' ? HOLE : targets[what.text];
	const size = factor.kind === 'number' && !factor.percent ? PARTICIPLES[factor.digits] : undefined;
	return `${target}${on ? ` on ${nameText(on)}` : ''} ${size ?? `multiplied by ${numberText(factor)}`}`;
}

/** What a `multiply` does, as the verb of a sentence: `triples all points earned`. */
export function multipliesText({ what, on, factor }: MultiplyClause): string {
	const targets: Readonly<Record<MultiplyTarget, string>> = {
		points: 'all points earned',
		base: 'all base points earned',
		this: 'its own points',
	};
	const target = `${what.kind === 'missing' ? HOLE : targets[what.text]}${on ? ` on ${nameText(on)}` : ''}`;
	const verb = factor.kind === 'number' && !factor.percent ? VERBS[factor.digits] : undefined;
	return verb === undefined ? `multiplies ${target} by ${numberText(factor)}` : `${verb} ${target}`;
}

const PARTICIPLES: Readonly<Record<string, string | undefined>> = { 2: 'doubled', 3: 'tripled' };
const VERBS: Readonly<Record<string, string | undefined>> = { 2: 'doubles', 3: 'triples' };
