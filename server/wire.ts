/** From what the runtime knows to what goes over the wire. */
import {
	type AppliedMultiplier,
	type AwardReason,
	type ChangesOfCondition,
	type ChangesOfRule,
	type ConditionTrace,
	type Cut,
	describeSeenBy,
	describeWhyNot,
	type Explanation,
	formatIsoDate,
	formatMinor,
	formatTime,
	type Fraction,
	type LocalDate,
	type Plan,
	type PlanCondition,
	type PlanRule,
	placeIn,
	type PlanFilter,
	pointsToNumber,
	type RuleTrace,
	measureOf,
} from '#compiler';
import { type LedgerEntry, type MemberAccount, nextTier, type Receipt, type StoredVersion, tierOf } from '#runtime';
import { changeWire, pointsOf } from './change-wire.ts';
import type {
	AwardWire,
	ConditionWire,
	CutWire,
	EntryWire,
	FilterAmountWire,
	MemberDetail,
	MemberSummary,
	MultiplierWire,
	Reasons,
	Receipt as ReceiptWire,
	VersionSummary,
} from './contract.ts';

/** A moment as ISO 8601 in UTC. */
export function momentWire(atMs: number): string {
	return new Date(atMs).toISOString();
}

/** A receipt, with points instead of units. */
export function receiptWire({
	transaction,
	member,
	version,
	versionHash,
	pointDecimals,
	totalUnits,
	awards,
}: Receipt): ReceiptWire {
	return {
		transaction,
		member,
		version,
		versionHash,
		points: pointsToNumber(totalUnits, pointDecimals),
		awards: awards.map(
			(award): AwardWire => ({
				source: award.source,
				name: award.name,
				points: pointsToNumber(award.givenUnits, pointDecimals),
				wanted: pointsToNumber(award.wantedUnits, pointDecimals),
			}),
		),
	};
}

/** The reasons of an outcome; conditions are quoted from the program's text. `changes` are those of the same explanation. */
export function reasonsWire(
	explanation: Explanation,
	changes: readonly ChangesOfRule[],
	plan: Plan,
	source: string,
): Reasons {
	return {
		tier: explanation.tier,
		local: {
			date: explanation.local.date,
			day: explanation.local.day,
			time: formatTime(explanation.local.minute),
		},
		filters: plan.filters.map((filter, index) => filterWire(filter, explanation.amounts[index] ?? 0)),
		awards: explanation.awards.map((award) => awardReasonWire(award, plan, source)),
		rules: explanation.rules.map((trace, position) => ruleWire(trace, changes[position], plan, source)),
	};
}

function ruleWire(
	trace: RuleTrace,
	changes: ChangesOfRule | undefined,
	plan: Plan,
	source: string,
): Reasons['rules'][number] {
	const rule = plan.rules[trace.index];
	const change = changes?.change ?? null;
	return {
		rule: trace.name,
		span: rule?.span ?? { start: 0, end: 0 },
		awarded: trace.awarded,
		whyNot: describeWhyNot(plan, trace, change),
		change: change && changeWire(plan, change),
		conditions: rule
			? conditionsWire(trace.conditions, changes?.conditions ?? [], rule.conditions, { rule, plan, source })
			: [],
	};
}

function conditionsWire(
	traces: readonly ConditionTrace[],
	changes: readonly ChangesOfCondition[],
	conditions: readonly PlanCondition[],
	around: { readonly rule: PlanRule; readonly plan: Plan; readonly source: string },
): ConditionWire[] {
	const { rule, plan, source } = around;
	return traces.flatMap((trace, position) => {
		const condition = conditions[trace.index];
		const { change = null, inner = [] } = changes[position] ?? {};
		if (!condition) return [];
		const span = placeIn(rule, condition);
		const inside = 'conditions' in condition ? condition.conditions : [];
		return {
			text: source.slice(span.start, span.end),
			span,
			verdict: trace.verdict,
			seen: describeSeenBy(plan, condition, trace),
			change: change && changeWire(plan, change),
			...(trace.inner && { conditions: conditionsWire(trace.inner, inner, inside, around) }),
		};
	});
}

function filterWire(filter: PlanFilter, amount: number): FilterAmountWire {
	return { name: filter.name, measure: measureOf(filter), amount: formatMinor(amount, filter.decimals) };
}

function awardReasonWire(award: AwardReason, plan: Plan, source: string): Reasons['awards'][number] {
	const { pointDecimals } = plan.program;
	const { mode, place, units } = award.rounded;
	return {
		source: award.source.kind,
		name: award.source.name,
		points: pointsToNumber(award.givenUnits, pointDecimals),
		wanted: pointsToNumber(award.wantedUnits, pointDecimals),
		base: fractionWire(award.base),
		multipliers: award.multipliers.map((multiplier) => multiplierWire(multiplier, plan)),
		exact: fractionWire(award.exact),
		rounded: { mode, place, points: pointsOf(units, pointDecimals) },
		cutBy: award.cutBy,
		cuts: award.cuts.map((cut) => cutWire(cut, plan, source)),
	};
}

function cutWire({ by, span, units }: Cut, { program, campaigns }: Plan, source: string): CutWire {
	const campaign = by === 'campaign budget' ? campaigns.find((each) => each.span.start === span.start) : undefined;
	const text = campaign?.name ?? source.slice(span.start, span.end);
	return { by, text, span, points: pointsOf(units, program.pointDecimals) };
}

function multiplierWire({ source, what, on, factor }: AppliedMultiplier, { filters }: Plan): MultiplierWire {
	const filter = on === null ? null : (filters[on]?.name ?? null);
	return { source: source.kind, name: source.name, what, on: filter, factor: fractionWire(factor) };
}

function fractionWire({ numerator, denominator }: Fraction): string {
	return denominator === '1' ? numerator : `${numerator}/${denominator}`;
}

/** A member in a list. Without a published version there are no tiers and no points yet: `plan` is null. */
export function memberSummaryWire(account: MemberAccount, plan: Plan | null): MemberSummary {
	const pointDecimals = plan?.program.pointDecimals ?? 0;
	return {
		id: account.id,
		name: account.name,
		tier: plan && (tierOf(plan.tiers, account)?.name ?? null),
		balance: pointsToNumber(account.balanceUnits, pointDecimals),
		lifetimePoints: pointsToNumber(account.lifetimeUnits, pointDecimals),
		lastTransactionAt: account.lastTransactionAtMs === null ? null : momentWire(account.lastTransactionAtMs),
	};
}

/** A member alone, with the way to the next tier. */
export function memberDetailWire(account: MemberAccount, plan: Plan | null): MemberDetail {
	const next = plan && nextTier(plan.tiers, account);
	return {
		...memberSummaryWire(account, plan),
		birthDate: dateWire(account.birthDate),
		joinedOn: dateWire(account.joinedOn),
		placedTier: account.placedTier,
		nextTier: next && {
			name: next.tier.name,
			pointsMissing: pointsToNumber(next.missingUnits, plan.program.pointDecimals),
		},
	};
}

function dateWire(date: LocalDate | null): string | null {
	return date && formatIsoDate(date);
}

/** An entry of a member's account. */
export function entryWire(entry: LedgerEntry, plan: Plan | null): EntryWire {
	const pointDecimals = plan?.program.pointDecimals ?? 0;
	return {
		sequence: entry.sequence,
		kind: entry.kind,
		points: pointsToNumber(entry.units, pointDecimals),
		balanceAfter: pointsToNumber(entry.balanceAfterUnits ?? 0, pointDecimals),
		source: entry.source.kind,
		name: entry.source.name,
		transaction: entry.transaction,
		version: entry.version,
		at: momentWire(entry.atMs),
		recordedAt: momentWire(entry.recordedAtMs),
	};
}

/** A published version without its text. */
export function versionWire({ version, hash, inForceFromMs, publishedAtMs }: StoredVersion): VersionSummary {
	return { version, hash, inForceFrom: momentWire(inForceFromMs), publishedAt: momentWire(publishedAtMs) };
}
