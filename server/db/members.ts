import { and, count, eq, gt, sql } from 'drizzle-orm';
import { formatIsoDate, type LocalDate, parseIsoDate } from '#compiler';
import { foldCase, type MemberAccount, type MemberChange, type MemberPage, type MemberStore, searchTextOf } from '#runtime';
import type { Database } from './open.ts';
import { members } from './schema.ts';

/** A member's columns, and what the ledger knows: the newest entry carries the balance, so nothing is summed. */
const ACCOUNT = {
	id: members.id,
	name: members.name,
	birthDate: members.birthDate,
	joinedOn: members.joinedOn,
	placedTier: members.placedTier,
	balanceUnits: newestEntry('balance_after_units'),
	lifetimeUnits: newestEntry('lifetime_after_units'),
	lastTransactionAtMs: sql<number | null>`(
		SELECT max(at_ms) FROM transactions WHERE transactions.program = members.program AND transactions.member = members.id
	)`,
};

function newestEntry(column: 'balance_after_units' | 'lifetime_after_units') {
	return sql<number>`coalesce((
		SELECT ${sql.raw(column)} FROM entries
		WHERE entries.program = members.program AND entries.account = 'member:' || members.id
		ORDER BY sequence DESC LIMIT 1
	), 0)`;
}

/** Reads a member's account within whatever transaction is open. */
export type ReadAccount = (program: string, member: string) => MemberAccount | null;

/** Prepares the query once, for reading accounts ever after. */
export function prepareAccount({ orm }: Database): ReadAccount {
	const account = orm
		.select(ACCOUNT)
		.from(members)
		.where(and(eq(members.program, sql.placeholder('program')), eq(members.id, sql.placeholder('member'))))
		.prepare();
	return (program, member) => {
		const row = account.get({ program, member });
		return row ? accountOf(row) : null;
	};
}

/** Members in SQLite. */
export function createMemberStore(database: Database): MemberStore {
	const { orm, writes } = database;
	const account = prepareAccount(database);

	const save = (program: string, id: string, change: MemberChange) => {
		const before = account(program, id);
		const blank = { name: null, birthDate: null, joinedOn: null, placedTier: null };
		const { name, birthDate, joinedOn, placedTier } = { ...blank, ...before, ...change };
		const row = {
			name,
			birthDate: birthDate && formatIsoDate(birthDate),
			joinedOn: joinedOn && formatIsoDate(joinedOn),
			placedTier,
			searchText: searchTextOf({ id, name }),
		};
		orm
			.insert(members)
			.values({ program, id, ...row })
			.onConflictDoUpdate({ target: [members.program, members.id], set: row })
			.run();
		return before ? ('changed' as const) : ('created' as const);
	};

	const list = (program: string, { search, after, limit }: Parameters<MemberStore['list']>[1]): MemberPage => {
		const text = foldCase(search);
		const ofProgram = eq(members.program, program);
		const found = text === '' ? ofProgram : and(ofProgram, sql`instr(search_text, ${text}) > 0`);
		const rows = orm
			.select(ACCOUNT)
			.from(members)
			.where(after === null ? found : and(found, gt(members.id, after)))
			.orderBy(members.id)
			.limit(limit + 1)
			.all();
		const page = rows.slice(0, limit).map(accountOf);
		const total = orm.select({ total: count() }).from(members).where(found).get()?.total ?? 0;
		return { members: page, total, next: rows.length > limit ? (page.at(-1)?.id ?? null) : null };
	};

	return {
		get: async (program, member) => account(program, member),
		save: (program, member, change) => writes.run(() => save(program, member, change)),
		list: async (program, page) => list(program, page),
	};
}

interface AccountRow extends Omit<MemberAccount, 'birthDate' | 'joinedOn'> {
	readonly birthDate: string | null;
	readonly joinedOn: string | null;
}

function accountOf(row: AccountRow): MemberAccount {
	return { ...row, birthDate: dateOf(row.birthDate), joinedOn: dateOf(row.joinedOn) };
}

function dateOf(text: string | null): LocalDate | null {
	return text === null ? null : parseIsoDate(text);
}
