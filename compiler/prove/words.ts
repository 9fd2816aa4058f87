/** Where the points of a test come from, in words. */
import { type Phrase, phrase, phraseInEnglish } from '#grammar';
import { formatMinor, formatPoints } from '../domain/money.ts';
import { unreachable } from '../domain/unreachable.ts';
import type { ChangesOfRule } from '../evaluate/nearest/index.ts';
import type { AppliedMultiplier, AwardReason, AwardSource, CutBy, Explanation } from '../evaluate/outcome.ts';
import { capital } from '../evaluate/phrases.ts';
import { formatFilterAmount } from '../evaluate/spend-words.ts';
import { describeWhyNot } from '../evaluate/words.ts';
import type { Fraction, Plan, PlanEarn } from '../plan/plan.ts';
import type { Standing } from '../standing/index.ts';
import type { Played } from './play.ts';
import type { Expectation } from './result.ts';

/** What was expected and what came: `` Expected `Lunch rush` to earn 207; it earned 182. `` */
export function describeExpectation(expectation: Expectation): string {
	return `${capital(phraseInEnglish(phraseOfExpectation(expectation)))}.`;
}

/** The same as data, for other languages; without the full stop. */
export function phraseOfExpectation({ what, recipient, expected, got }: Expectation): Phrase {
	const missed = { expected, got, recipient: recipient ?? undefined };
	switch (what.kind) {
		case 'rule':
			return phrase('rule was to earn', { name: what.name, ...missed });
		case 'tier':
			return phrase('tier was to earn', missed);
		case 'total':
			return phrase('total was to be', missed);
		case 'balance':
			return phrase('balance was to be', missed);
		case 'paid with points':
			return phrase('points were to pay', { expected, got });
		default:
			return unreachable(what);
	}
}

/** Why a rule gave what it gave, or what would have to be otherwise for it to give; empty where the program has no such rule. */
export function reasonOfRule(plan: Plan, explanation: Explanation, changes: readonly ChangesOfRule[], rule: string): string {
	const trace = explanation.rules.find(({ name }) => name === rule);
	const award = explanation.awards.find(({ source }) => source.kind === 'rule' && source.index === trace?.index);
	if (award) return working(plan, explanation, award);
	if (!trace) return '';
	const change = changes[explanation.rules.indexOf(trace)]?.change;
	return describeWhyNot(plan, trace, change) ?? 'It gives its points to the other side of the referral.';
}

/** Why the member's tier gave what it gave. */
export function reasonOfTier(plan: Plan, explanation: Explanation): string {
	const award = explanation.awards.find(({ source }) => source.kind === 'tier');
	if (award) return working(plan, explanation, award);
	const { tier } = explanation;
	if (tier === null) return 'The member is in no tier.';
	const earns = plan.tiers.steps.find(({ name }) => name === tier)?.earns.length ?? 0;
	return earns === 0
		? `The tier \`${tier}\` earns nothing of its own.`
		: `The tier \`${tier}\` comes to 0 points at this amount.`;
}

/** What the total is made of. */
export function reasonOfTotal(plan: Plan, { awards }: Explanation): string {
	if (awards.length === 0) return 'Nothing was awarded.';
	return `${awards.map(({ source, givenUnits }) => `${nameOf(source)} ${points(plan, givenUnits)}`).join(', ')}.`;
}

/** What is left of what was earned when goods went back. */
export function reasonOfReturn(plan: Plan, units: number): string {
	return `Of that ${points(plan, units)} stand after what went back.`;
}

/** `300 at first, 50 earned, 20 taken back, 100 spent.` */
export function reasonOfBalance(plan: Plan, { member }: Standing, { sums }: Played): string {
	const parts = [
		`${points(plan, member?.balanceUnits ?? 0)} at first`,
		...(sums.earned === 0 ? [] : [`${points(plan, sums.earned)} earned`]),
		...(sums.taken === 0 ? [] : [`${points(plan, sums.taken)} taken back`]),
		...(sums.spent === 0 ? [] : [`${points(plan, sums.spent)} spent`]),
	];
	return `${parts.join(', ')}.`;
}

function nameOf({ kind, name }: AwardSource): string {
	return kind === 'tier' ? `the tier \`${name}\`` : `\`${name}\``;
}

/** `` `Food` 64.00 gives 138; × 1.5 is 207; the rule's limit leaves 200. `` */
function working(plan: Plan, { amounts }: Explanation, award: AwardReason): string {
	const { base, multipliers, exact, wantedUnits, givenUnits, cutBy } = award;
	const filters = [...new Set(earnsOf(plan, award.source).flatMap(({ amount }) => amount.filter ?? []))];
	const named = filters.map((filter) => {
		const of = plan.filters[filter];
		return `\`${of?.name ?? ''}\` ${formatFilterAmount(of, amounts[filter] ?? 0)}`;
	});
	const factors = multipliers.filter(({ factor }) => !isOne(factor)).map((multiplier) => factorOf(plan, multiplier));
	const steps = [
		`${named.length === 0 ? 'The formula' : named.join(' and ')} gives ${decimal(base)}`,
		...(factors.length === 0 ? [] : [`${factors.join(', ')} is ${decimal(exact)}`]),
		...(isSame(exact, wantedUnits, plan.program.pointDecimals) ? [] : [roundedTo(plan, wantedUnits)]),
		...(cutBy === null ? [] : [`${CUTS[cutBy]} leaves ${points(plan, givenUnits)}`]),
		...(cutBy === null && givenUnits !== wantedUnits ? [`with what was carried it is ${points(plan, givenUnits)}`] : []),
	];
	return `${steps.join('; ')}.`;
}

const CUTS: Readonly<Record<CutBy, string>> = {
	'rule limit': "the rule's limit",
	'campaign limit': "the campaign's limit",
	'campaign budget': "the campaign's budget",
	'program limit': "the program's limit",
};

/** `× 1.5`, `base × 2`, `` × 3 on `Coffee` ``. */
function factorOf(plan: Plan, { what, on, factor }: AppliedMultiplier): string {
	const times = `${what === 'base' ? 'base ' : ''}× ${decimal(factor)}`;
	return on === null ? times : `${times} on \`${plan.filters[on]?.name ?? ''}\``;
}

function roundedTo(plan: Plan, wantedUnits: number): string {
	const { rounding, roundingPlace } = plan.program;
	const place = roundingPlace === 'item' || roundingPlace === 'transaction' ? ` per ${roundingPlace}` : '';
	return `rounded ${roundingPlace === 'carried' ? 'down' : rounding}${place} is ${points(plan, wantedUnits)}`;
}

function earnsOf(plan: Plan, { kind, index }: AwardSource): readonly PlanEarn[] {
	switch (kind) {
		case 'rule':
			return plan.rules[index]?.earns ?? [];
		case 'tier':
			return plan.tiers.steps[index]?.earns ?? [];
		default:
			return unreachable(kind);
	}
}

function points({ program }: Plan, units: number): string {
	return formatPoints(units, program.pointDecimals);
}

function isOne({ numerator, denominator }: Fraction): boolean {
	return numerator === denominator;
}

function isSame({ numerator, denominator }: Fraction, units: number, decimals: number): boolean {
	return BigInt(numerator) * 10n ** BigInt(decimals) === BigInt(units) * BigInt(denominator);
}

/** The most decimals that are shown; a longer fraction is shown as one. */
const MOST_DECIMALS = 9;

/** `207`, `13.2`, `400/3`. */
function decimal({ numerator, denominator }: Fraction): string {
	for (let decimals = 0; decimals <= MOST_DECIMALS; decimals++) {
		const scaled = BigInt(numerator) * 10n ** BigInt(decimals);
		if (scaled % BigInt(denominator) === 0n) return formatMinor(scaled / BigInt(denominator), decimals);
	}
	return `${numerator}/${denominator}`;
}
