/** Where the points of a test come from, in words. */
import { type Phrase, phrase, phraseInEnglish, type Several, several } from '#grammar';
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
import type { Expectation, Why } from './result.ts';

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

/** Why something came as it did, in English; empty where nothing is to be said. */
export function describeWhy(plan: Plan, { whyNot, says }: Why): string {
	const nothing = whyNot && describeWhyNot(plan, whyNot.trace, whyNot.change);
	return [...(nothing === null ? [] : [nothing]), ...says.map((each) => phraseInEnglish(each))].join(' ');
}

/** What is said by phrases alone. */
export function saying(...says: readonly Phrase[]): Why {
	return { whyNot: null, says };
}

/** Why a rule gave what it gave, or what would have to be otherwise for it to give; nothing where the program has no such rule. */
export function whyOfRule(plan: Plan, explanation: Explanation, changes: readonly ChangesOfRule[], rule: string): Why {
	const trace = explanation.rules.find(({ name }) => name === rule);
	const award = explanation.awards.find(({ source }) => source.kind === 'rule' && source.index === trace?.index);
	if (award) return saying(working(plan, explanation, award));
	if (!trace) return saying();
	if (trace.whyNot === null) return saying(phrase('It gives its points to the other side of the referral.'));
	return { whyNot: { trace, change: changes[explanation.rules.indexOf(trace)]?.change ?? null }, says: [] };
}

/** Why the member's tier gave what it gave. */
export function whyOfTier(plan: Plan, explanation: Explanation): Phrase {
	const award = explanation.awards.find(({ source }) => source.kind === 'tier');
	if (award) return working(plan, explanation, award);
	const { tier } = explanation;
	if (tier === null) return phrase('The member is in no tier.');
	const earns = plan.tiers.steps.find(({ name }) => name === tier)?.earns.length ?? 0;
	return phrase(earns === 0 ? 'tier earns nothing' : 'tier comes to nothing', { tier });
}

/** What the total is made of. */
export function totalIs(plan: Plan, { awards }: Explanation): Phrase {
	if (awards.length === 0) return phrase('Nothing was awarded.');
	const parts = awards.map(({ source: { kind, name }, givenUnits }) =>
		phrase(kind === 'tier' ? 'of a tier' : 'of a rule', { name, points: points(plan, givenUnits) }),
	);
	return phrase('one sentence', { parts: several('comma', parts) });
}

/** What is left of what was earned when goods went back. */
export function standAfterReturn(plan: Plan, units: number): Phrase {
	return phrase('stand after returns', { points: points(plan, units) });
}

/** `300 at first, 50 earned, 20 taken back, 100 spent.` */
export function balanceIs(plan: Plan, { member }: Standing, { sums }: Played): Phrase {
	const parts = [
		phrase('points at first', { points: points(plan, member?.balanceUnits ?? 0) }),
		...(sums.earned === 0 ? [] : [phrase('points earned', { points: points(plan, sums.earned) })]),
		...(sums.taken === 0 ? [] : [phrase('points taken back', { points: points(plan, sums.taken) })]),
		...(sums.spent === 0 ? [] : [phrase('points spent', { points: points(plan, sums.spent) })]),
	];
	return phrase('one sentence', { parts: several('comma', parts) });
}

/** `` `Food` 64.00 gives 138; × 1.5 is 207; the rule's limit leaves 200. `` */
function working(plan: Plan, explanation: Explanation, award: AwardReason): Phrase {
	const { multipliers, exact, wantedUnits, givenUnits, cutBy } = award;
	const factors = multipliers.filter(({ factor }) => !isOne(factor)).map((multiplier) => factorOf(plan, multiplier));
	const given = points(plan, givenUnits);
	const steps = [
		baseOf(plan, explanation, award),
		...(factors.length === 0 ? [] : [phrase('comes to', { factors: several('comma', factors), points: decimal(exact) })]),
		...(isSame(exact, wantedUnits, plan.program.pointDecimals) ? [] : [roundedTo(plan, wantedUnits)]),
		...(cutBy === null ? [] : [phrase('leaves', { limit: phrase(CUTS[cutBy]), points: given })]),
		...(cutBy === null && givenUnits !== wantedUnits ? [phrase('with what was carried', { points: given })] : []),
	];
	return phrase('one sentence', { parts: several('semicolon', steps) });
}

/** What the earns of an award come to, and the amounts that they count. */
function baseOf(plan: Plan, { amounts }: Explanation, { source, base }: AwardReason): Phrase {
	const filters = [...new Set(earnsOf(plan, source).flatMap(({ amount }) => amount.filter ?? []))];
	const named = filters.map((filter): Phrase | Several => {
		const of = plan.filters[filter];
		return phrase('amount of a filter', {
			filter: of?.name ?? '',
			amount: formatFilterAmount(of, amounts[filter] ?? 0),
		});
	});
	const [first, ...others] = named;
	if (!first) return phrase('the formula gives', { points: decimal(base) });
	const all = others.reduce((before, next) => several('and', [before, next]), first);
	return phrase('filters give', { filters: all, points: decimal(base) });
}

const CUTS = {
	'rule limit': "the rule's limit",
	'campaign limit': "the campaign's limit",
	'campaign budget': "the campaign's budget",
	'program limit': "the program's limit",
} as const satisfies Readonly<Record<CutBy, string>>;

/** `× 1.5`, `base × 2`, `` × 3 on `Coffee` ``. */
function factorOf(plan: Plan, { what, on, factor }: AppliedMultiplier): Phrase {
	const filter = on === null ? undefined : (plan.filters[on]?.name ?? '');
	return phrase(what === 'base' ? 'base times' : 'times', { factor: decimal(factor), filter });
}

function roundedTo(plan: Plan, wantedUnits: number): Phrase {
	const { rounding, roundingPlace } = plan.program;
	const isPlace = roundingPlace === 'item' || roundingPlace === 'transaction';
	return phrase('rounded to', {
		how: phrase(`rounded ${roundingPlace === 'carried' ? 'down' : rounding}`),
		place: isPlace ? phrase(`per ${roundingPlace}`) : undefined,
		points: points(plan, wantedUnits),
	});
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
