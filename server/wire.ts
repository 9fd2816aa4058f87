/** From what the runtime knows to what goes over the wire. */
import {
	type AwardReason,
	describeSeen,
	describeWhyNot,
	type Explanation,
	formatIsoDate,
	formatMinor,
	formatTime,
	type Fraction,
	type LocalDate,
	type Plan,
	pointsToNumber,
} from '#compiler';
import { type LedgerEntry, type MemberAccount, nextTier, type Receipt, type StoredVersion, tierOf } from '#runtime';
import type {
	AwardWire,
	EntryWire,
	MemberDetail,
	MemberSummary,
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

/** The reasons of an outcome; conditions are quoted from the program's text. */
export function reasonsWire(explanation: Explanation, plan: Plan, source: string): Reasons {
	const { currencyDecimals, pointDecimals } = plan.program;
	return {
		tier: explanation.tier,
		local: {
			date: explanation.local.date,
			day: explanation.local.day,
			time: formatTime(explanation.local.minute),
		},
		filters: plan.filters.map(({ name }, index) => ({
			name,
			amount: formatMinor(explanation.filtersMinor[index] ?? 0, currencyDecimals),
		})),
		awards: explanation.awards.map((award) => awardReasonWire(award, pointDecimals)),
		rules: explanation.rules.map((trace) => ({
			rule: trace.name,
			awarded: trace.awarded,
			whyNot: describeWhyNot(plan, trace),
			conditions: trace.conditions.map((condition) => {
				const span = plan.rules[trace.index]?.conditions[condition.index]?.span;
				return {
					text: span ? source.slice(span.start, span.end) : '',
					verdict: condition.verdict,
					seen: describeSeen(plan, trace.index, condition),
				};
			}),
		})),
	};
}

function awardReasonWire(award: AwardReason, pointDecimals: number): Reasons['awards'][number] {
	return {
		source: award.source.kind,
		name: award.source.name,
		points: pointsToNumber(award.givenUnits, pointDecimals),
		wanted: pointsToNumber(award.wantedUnits, pointDecimals),
		base: fractionWire(award.base),
		multiplier: fractionWire(award.multiplier),
		exact: fractionWire(award.exact),
		cutBy: award.cutBy,
	};
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
