/**
 * The tables as drizzle knows them. What SQLite enforces beyond this — STRICT, checks, append-only triggers — stands in the
 * migrations and is tested there. `program` is the tenant: it leads every key. Moments are milliseconds, points are units.
 */
import { sql } from 'drizzle-orm';
import { foreignKey, index, integer, primaryKey, sqliteTable, text, unique, uniqueIndex } from 'drizzle-orm/sqlite-core';

/** Hosted programs with their drafts. */
export const programs = sqliteTable('programs', {
	id: text('id').primaryKey(),
	draftText: text('draft_text').notNull(),
	draftRevision: integer('draft_revision').notNull(),
	draftSavedAtMs: integer('draft_saved_at_ms').notNull(),
	catalogRevision: integer('catalog_revision').notNull().default(0),
});

/** Append-only. */
export const versions = sqliteTable(
	'versions',
	{
		program: text('program')
			.notNull()
			.references(() => programs.id),
		version: integer('version').notNull(),
		text: text('text').notNull(),
		hash: text('hash').notNull(),
		inForceFromMs: integer('in_force_from_ms').notNull(),
		publishedAtMs: integer('published_at_ms').notNull(),
	},
	(table) => [
		primaryKey({ columns: [table.program, table.version] }),
		unique('versions_with_hash').on(table.program, table.version, table.hash),
	],
);

/** The stores of catalogues. */
export const catalogStores = sqliteTable(
	'catalog_stores',
	{
		program: text('program')
			.notNull()
			.references(() => programs.id),
		id: text('id').notNull(),
		position: integer('position').notNull(),
		name: text('name').notNull(),
		chain: text('chain'),
		city: text('city'),
	},
	(table) => [primaryKey({ columns: [table.program, table.id] })],
);

/** The items of catalogues. */
export const catalogItems = sqliteTable(
	'catalog_items',
	{
		program: text('program')
			.notNull()
			.references(() => programs.id),
		sku: text('sku').notNull(),
		position: integer('position').notNull(),
		name: text('name').notNull(),
		category: text('category'),
		subcategory: text('subcategory'),
		/** Decimal text in currency units. */
		price: text('price'),
	},
	(table) => [primaryKey({ columns: [table.program, table.sku] })],
);

/** Members, without anything that the ledger knows. */
export const members = sqliteTable(
	'members',
	{
		program: text('program')
			.notNull()
			.references(() => programs.id),
		id: text('id').notNull(),
		name: text('name'),
		/** `1990-02-07`. */
		birthDate: text('birth_date'),
		joinedOn: text('joined_on'),
		placedTier: text('placed_tier'),
		searchText: text('search_text').notNull(),
	},
	(table) => [primaryKey({ columns: [table.program, table.id] })],
);

/** Append-only. */
export const transactions = sqliteTable(
	'transactions',
	{
		program: text('program').notNull(),
		id: text('id').notNull(),
		member: text('member').notNull(),
		contentHash: text('content_hash').notNull(),
		version: integer('version').notNull(),
		versionHash: text('version_hash').notNull(),
		atMs: integer('at_ms').notNull(),
		recordedAtMs: integer('recorded_at_ms').notNull(),
		/** JSON. */
		receipt: text('receipt').notNull(),
		/** JSON. */
		facts: text('facts').notNull(),
	},
	(table) => [
		primaryKey({ columns: [table.program, table.id] }),
		foreignKey({ columns: [table.program, table.member], foreignColumns: [members.program, members.id] }),
		foreignKey({
			columns: [table.program, table.version, table.versionHash],
			foreignColumns: [versions.program, versions.version, versions.hash],
		}),
		index('transactions_by_member').on(table.program, table.member, table.atMs),
	],
);

/** Append-only. The entries of one transaction sum to zero. */
export const entries = sqliteTable(
	'entries',
	{
		program: text('program').notNull(),
		/** From 1, without gaps in a program. */
		sequence: integer('sequence').notNull(),
		transaction: text('transaction_id').notNull(),
		version: integer('version').notNull(),
		versionHash: text('version_hash').notNull(),
		kind: text('kind', { enum: ['earn'] }).notNull(),
		/** `issued`, or `member:` and the member's id. */
		account: text('account').notNull(),
		member: text('member'),
		sourceKind: text('source_kind', { enum: ['rule', 'tier'] }).notNull(),
		sourceName: text('source_name').notNull(),
		units: integer('units').notNull(),
		balanceAfterUnits: integer('balance_after_units'),
		lifetimeAfterUnits: integer('lifetime_after_units'),
		atMs: integer('at_ms').notNull(),
		recordedAtMs: integer('recorded_at_ms').notNull(),
	},
	(table) => [
		primaryKey({ columns: [table.program, table.sequence] }),
		unique('entries_once').on(table.program, table.transaction, table.sourceKind, table.sourceName, table.account),
		foreignKey({ columns: [table.program, table.transaction], foreignColumns: [transactions.program, transactions.id] }),
		foreignKey({ columns: [table.program, table.member], foreignColumns: [members.program, members.id] }),
		foreignKey({
			columns: [table.program, table.version, table.versionHash],
			foreignColumns: [versions.program, versions.version, versions.hash],
		}),
		uniqueIndex('entries_by_account').on(table.program, table.account, table.sequence),
		index('entries_by_moment')
			.on(table.program, table.atMs, table.sourceKind, table.sourceName, table.units)
			.where(sql`account <> 'issued'`),
	],
);
