/** What only the rules of a program together have: exclusive sets, and limits beside multipliers and other limits. */
import type { RuleDeclaration } from '#grammar';
import { axesOf, type ProgramAxes } from '../../analyse/index.ts';
import { compareRationals, type Rational } from '../../domain/rational.ts';
import type { Report } from '../report.ts';
import { disablingStatus } from '../summary.ts';
import type { Symbols } from '../symbols.ts';
import type { Placed } from '../together.ts';
import { mostFactor } from './factors.ts';
import { checkLimitsAmong, checkLimitsReached, type LimitContext, type Limited } from './limits.ts';
import { isDisabled } from './reachability.ts';
import { checkSet, type ShiftedRule } from './sets.ts';

/** Warns of exclusive sets that do not do what they say. `symbols` need not hold rules and campaigns. */
export function checkSets(parts: readonly Placed[], symbols: Symbols, report: Report): void {
	const axes = axesOf(symbols);
	const rules = parts.flatMap(rulesIn);
	const hasRaw = parts.some(({ summary }) => summary.hasRaw);
	const seen = new Set<string>();
	for (const { summary, shift } of parts) {
		const { declaration } = summary;
		if (declaration.kind !== 'exclusive-declaration' || declaration.name.kind === 'missing') continue;
		// Of two sets of one name the first counts.
		if (seen.has(declaration.name.text)) continue;
		seen.add(declaration.name.text);
		checkSet({ set: declaration, shift }, rules, { symbols, axes, hasRaw, report });
	}
}

/** The most by which all multipliers of a program together can scale an award; null where one of them cannot be read. */
export function mostFactorOf(parts: readonly Placed[]): Rational | null {
	return mostFactor(parts.map(({ summary }) => summary.declaration));
}

/** Warns of limits in some of the parts of a program that do not do what they say. `programs` are the parts that are its heads. */
export function checkLimitsOf(
	parts: readonly Placed[],
	programs: readonly Placed[],
	context: Omit<LimitContext, 'axes'>,
): void {
	checkLimits(parts, parts.flatMap(rulesIn), programsIn(programs), { ...context, axes: axesOf(context.symbols) });
}

function programsIn(parts: readonly Placed[]): Limited[] {
	return parts.flatMap(({ summary: { declaration }, shift }): Limited[] =>
		declaration.kind === 'program' ? [{ of: declaration, shift }] : [],
	);
}

function rulesIn({ summary: { declaration }, shift }: Placed): ShiftedRule[] {
	if (declaration.kind === 'rule') return [{ rule: declaration, campaign: null, shift }];
	if (declaration.kind !== 'campaign') return [];
	const campaign = declaration;
	return campaign.clauses.flatMap((clause) => (clause.kind === 'rule' ? [{ rule: clause, campaign, shift }] : []));
}

function checkLimits(
	parts: readonly Placed[],
	rules: readonly ShiftedRule[],
	programs: readonly Limited[],
	context: LimitContext,
): void {
	for (const program of programsIn(parts)) checkLimitsAmong(program, [], context);
	for (const { summary, shift } of parts) {
		const { declaration } = summary;
		if (declaration.kind !== 'campaign' || disablingStatus(declaration)) continue;
		checkLimitsAmong({ of: declaration, shift }, programs, context);
	}
	const sound = soundRules(programs, context);
	for (const placed of rules) {
		const { rule, campaign, shift } = placed;
		if (sound.has(rule) || isDisabled(placed) || !rule.clauses.some(({ kind }) => kind === 'limit')) continue;
		const around = campaign ? [{ of: campaign, shift }, ...programs] : programs;
		let isSound = true;
		const report: Report = (...problem) => {
			isSound = false;
			context.report(...problem);
		};
		const idle = checkLimitsAmong({ of: rule, shift }, around, { ...context, report });
		checkLimitsReached(placed, shift, idle, { ...context, report });
		// Of two limits that say the same the later one is idle, so that it counts where they stand.
		if (isSound && programs.every((program) => program.shift <= shift)) sound.add(rule);
	}
}

/** What the limits of all rules are weighed against, and the rules in which nothing was found. */
interface Weighed {
	readonly mostFactor: Rational | null;
	readonly programs: readonly Limited['of'][];
	readonly sound: WeakSet<RuleDeclaration>;
}

const weighed = new WeakMap<ProgramAxes, Weighed>();

/** The rules whose limits need no second look, since all that they are weighed against says the same as before. */
function soundRules(limited: readonly Limited[], { axes, mostFactor }: LimitContext): WeakSet<RuleDeclaration> {
	const programs = limited.map(({ of }) => of);
	const before = weighed.get(axes);
	const isSameFactor =
		before?.mostFactor === mostFactor ||
		(before?.mostFactor && mostFactor && compareRationals(before.mostFactor, mostFactor) === 0);
	const isSame = before?.programs.length === programs.length && before.programs.every((of, at) => of === programs[at]);
	if (before && isSame && isSameFactor) return before.sound;
	const sound = new WeakSet<RuleDeclaration>();
	weighed.set(axes, { mostFactor, programs, sound });
	return sound;
}
