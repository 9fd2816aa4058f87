/**
 * Double entry: whatever a member gets, the account `issued` gives, so the postings of every transaction sum to zero. A
 * balance is the sum of an account's entries, and nothing else.
 */
import type { Receipt } from './receipt.ts';

/** Where points come from and where they go. */
export type Account = { readonly kind: 'issued' } | { readonly kind: 'member'; readonly id: string };

/** What an entry is owed to. */
export interface EntrySource {
	readonly kind: 'rule' | 'tier';
	readonly name: string;
}

/** An entry before it is written. */
export interface Posting {
	readonly kind: 'earn';
	readonly account: Account;
	/** Positive: the account gets; negative: it gives. Never 0. */
	readonly units: number;
	readonly source: EntrySource;
}

/** An entry as it stands in the ledger, forever. */
export interface LedgerEntry extends Posting {
	/** From 1, without gaps, in a program. */
	readonly sequence: number;
	readonly transaction: string;
	readonly version: number;
	readonly versionHash: string;
	/** The transaction's own moment, in milliseconds. */
	readonly atMs: number;
	readonly recordedAtMs: number;
	/** The member's balance after this entry; null for `issued`. */
	readonly balanceAfterUnits: number | null;
	/** Everything the member ever earned, this entry included; null for `issued`. */
	readonly lifetimeAfterUnits: number | null;
}

/** The postings of a receipt for a member: two for each award. */
export function postingsOf(receipt: Receipt, member: string): Posting[] {
	return receipt.awards.flatMap(({ source: kind, name, givenUnits }) => {
		if (givenUnits === 0) return [];
		const source: EntrySource = { kind, name };
		return [
			{ kind: 'earn' as const, account: { kind: 'issued' as const }, units: -givenUnits, source },
			{ kind: 'earn' as const, account: { kind: 'member' as const, id: member }, units: givenUnits, source },
		];
	});
}

/**
 * Goes through a program's whole ledger in its order and says, in words, where it breaks a law: gaps in the sequence,
 * transactions that do not sum to zero, balances and lifetime points that are not the sums of their entries.
 */
export async function auditLedger(entries: AsyncIterable<LedgerEntry> | Iterable<LedgerEntry>): Promise<string[]> {
	const breaches: string[] = [];
	const balances = new Map<string, bigint>();
	const transactions = new Map<string, bigint>();
	let sequence = 0;
	for await (const entry of entries) {
		sequence += 1;
		if (entry.sequence !== sequence) breaches.push(`Entry ${entry.sequence} stands where ${sequence} was expected.`);
		sequence = entry.sequence;
		if (!Number.isSafeInteger(entry.units) || entry.units === 0)
			breaches.push(`Entry ${sequence} moves ${entry.units} units.`);
		const units = BigInt(Math.trunc(entry.units));
		transactions.set(entry.transaction, (transactions.get(entry.transaction) ?? 0n) + units);
		if (entry.account.kind === 'issued') continue;
		const balance = (balances.get(entry.account.id) ?? 0n) + units;
		balances.set(entry.account.id, balance);
		if (BigInt(entry.balanceAfterUnits ?? -1) !== balance) {
			breaches.push(`Entry ${sequence} says a balance of ${entry.balanceAfterUnits}; its entries sum to ${balance}.`);
		}
		// Earning is the only kind of entry so far, so what was ever earned is what is there.
		if (entry.lifetimeAfterUnits !== entry.balanceAfterUnits) {
			breaches.push(
				`Entry ${sequence} says ${entry.lifetimeAfterUnits} lifetime units; ${entry.balanceAfterUnits} were earned.`,
			);
		}
	}
	for (const [id, sum] of transactions) {
		if (sum !== 0n) breaches.push(`The entries of transaction ${id} sum to ${sum}, not to 0.`);
	}
	return breaches;
}
