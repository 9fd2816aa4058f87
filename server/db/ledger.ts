import { and, asc, desc, eq, gt, lt, sql } from 'drizzle-orm';
import type {
	LedgerEntry,
	LedgerStore,
	MemberAccount,
	Posting,
	RecordedReceipt,
	RecordedTransaction,
	RecordRequest,
	Recording,
	SourceTotal,
} from '#runtime';
import { prepareAccount } from './members.ts';
import type { Database } from './open.ts';
import { entries, transactions } from './schema.ts';

/** The ledger in SQLite: append-only, every transaction whole or not at all. */
export function createLedgerStore(database: Database): LedgerStore {
	const { orm, writes } = database;
	const account = prepareAccount(database);
	const find = prepareFind(database);
	const append = prepareAppend(database);

	const record = (program: string, request: RecordRequest, decide: Parameters<LedgerStore['record']>[2]): Recording => {
		const before = find(program, request.id);
		if (before) return { kind: before.contentHash === request.contentHash ? 'replayed' : 'conflict', transaction: before };
		const member = account(program, request.member);
		const decision = decide(member);
		if (decision.kind === 'refuse') return { kind: 'refused', faults: decision.faults };
		const transaction: RecordedTransaction = { ...request, receipt: decision.receipt, facts: decision.facts };
		append(program, transaction, decision.postings, member);
		return { kind: 'recorded', transaction };
	};

	return {
		find: async (program, transaction) => find(program, transaction),
		record: (program, request, decide) => writes.run(() => record(program, request, decide)),
		entries: async (program, member, { before, limit }) => {
			const ofMember = and(eq(entries.program, program), eq(entries.account, `member:${member}`));
			const rows = orm
				.select()
				.from(entries)
				.where(before === null ? ofMember : and(ofMember, lt(entries.sequence, before)))
				.orderBy(desc(entries.sequence))
				.limit(limit + 1)
				.all();
			const page = rows.slice(0, limit).map(entryOf);
			return { entries: page, next: rows.length > limit ? (page.at(-1)?.sequence ?? null) : null };
		},
		totalsBySource: async (program, fromMs, untilMs) => totalsBySource(database, program, fromMs, untilMs),
		everyEntry: (program) => everyEntry(database, program),
	};
}

function prepareFind({ orm }: Database): (program: string, transaction: string) => RecordedTransaction | null {
	const find = orm
		.select()
		.from(transactions)
		.where(and(eq(transactions.program, sql.placeholder('program')), eq(transactions.id, sql.placeholder('id'))))
		.prepare();
	return (program, id) => {
		const row = find.get({ program, id });
		if (!row) return null;
		const { member, contentHash, atMs, recordedAtMs, facts } = row;
		return { id, member, contentHash, atMs, recordedAtMs, facts, receipt: JSON.parse(row.receipt) as RecordedReceipt };
	};
}

type Append = (
	program: string,
	transaction: RecordedTransaction,
	postings: readonly Posting[],
	member: MemberAccount | null,
) => void;

function prepareAppend({ sqlite, orm }: Database): Append {
	const insertTransaction = sqlite.prepare(`
		INSERT INTO transactions (program, id, member, content_hash, version, version_hash, at_ms, recorded_at_ms, receipt, facts)
		VALUES (:program, :id, :member, :contentHash, :version, :versionHash, :atMs, :recordedAtMs, :receipt, :facts)
	`);
	const insertEntry = sqlite.prepare(`
		INSERT INTO entries (
			program, sequence, transaction_id, version, version_hash, kind, account, member, source_kind, source_name,
			units, balance_after_units, lifetime_after_units, at_ms, recorded_at_ms
		) VALUES (
			:program, :sequence, :transaction, :version, :versionHash, :kind, :account, :member, :sourceKind, :sourceName,
			:units, :balanceAfterUnits, :lifetimeAfterUnits, :atMs, :recordedAtMs
		)
	`);
	const lastSequence = orm
		.select({ sequence: sql<number>`coalesce(max(sequence), 0)` })
		.from(entries)
		.where(eq(entries.program, sql.placeholder('program')))
		.prepare();

	return (program, transaction, postings, member) => {
		const { receipt, atMs, recordedAtMs } = transaction;
		const cause = { program, version: receipt.version, versionHash: receipt.versionHash, atMs, recordedAtMs };
		insertTransaction.run({ ...transaction, ...cause, receipt: JSON.stringify(receipt) });
		let sequence = lastSequence.get({ program })?.sequence ?? 0;
		let balanceUnits = member?.balanceUnits ?? 0;
		let lifetimeUnits = member?.lifetimeUnits ?? 0;
		for (const { kind, account, units, source } of postings) {
			sequence += 1;
			const ofMember = account.kind === 'member';
			if (ofMember) {
				balanceUnits += units;
				lifetimeUnits += units;
			}
			insertEntry.run({
				...cause,
				sequence,
				transaction: transaction.id,
				kind,
				account: ofMember ? `member:${account.id}` : 'issued',
				member: ofMember ? account.id : null,
				sourceKind: source.kind,
				sourceName: source.name,
				units,
				balanceAfterUnits: ofMember ? balanceUnits : null,
				lifetimeAfterUnits: ofMember ? lifetimeUnits : null,
			});
		}
	};
}

/** Points of one source over a stretch of time may pass 2^53 units in theory, so SQLite's sum is read as a big integer first. */
function totalsBySource({ sqlite }: Database, program: string, fromMs: number, untilMs: number): SourceTotal[] {
	const rows = sqlite
		.prepare<[string, number, number], { kind: 'rule' | 'tier'; name: string; units: bigint; awards: bigint }>(`
			SELECT source_kind AS kind, source_name AS name, sum(units) AS units, count(*) AS awards
			FROM entries
			WHERE program = ? AND account <> 'issued' AND at_ms >= ? AND at_ms < ?
			GROUP BY source_kind, source_name
			ORDER BY 3 DESC, 1, 2
		`)
		.safeIntegers()
		.all(program, fromMs, untilMs);
	return rows.map(({ kind, name, units, awards }) => ({ kind, name, units: Number(units), awards: Number(awards) }));
}

const ENTRIES_AT_ONCE = 1_000;

/** In slices, so that no reader stands open while others write. */
async function* everyEntry({ orm }: Database, program: string): AsyncGenerator<LedgerEntry> {
	for (let last = 0; ; ) {
		const rows = orm
			.select()
			.from(entries)
			.where(and(eq(entries.program, program), gt(entries.sequence, last)))
			.orderBy(asc(entries.sequence))
			.limit(ENTRIES_AT_ONCE)
			.all();
		if (rows.length === 0) return;
		yield* rows.map(entryOf);
		last = rows.at(-1)?.sequence ?? last;
	}
}

function entryOf(row: typeof entries.$inferSelect): LedgerEntry {
	return {
		sequence: row.sequence,
		kind: row.kind,
		account: row.member === null ? { kind: 'issued' } : { kind: 'member', id: row.member },
		units: row.units,
		source: { kind: row.sourceKind, name: row.sourceName },
		transaction: row.transaction,
		version: row.version,
		versionHash: row.versionHash,
		atMs: row.atMs,
		recordedAtMs: row.recordedAtMs,
		balanceAfterUnits: row.balanceAfterUnits,
		lifetimeAfterUnits: row.lifetimeAfterUnits,
	};
}
