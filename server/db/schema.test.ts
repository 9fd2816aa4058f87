/** What SQLite itself enforces, whatever the code above it does. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openCafeServer, sale, type TestServer } from '../fixtures/test-server.ts';

let server: TestServer;
beforeAll(async () => {
	server = await openCafeServer();
	await server.send('POST', '/v1/programs/cafe/transactions', sale({ store: 'dxb-mall' }));
});
afterAll(() => server.close());

const sql = (statement: string) => () => server.database.sqlite.exec(statement);

describe('what is recorded stays as it is', () => {
	test.each(['versions', 'transactions', 'entries'])('%s are neither changed nor deleted', (table) => {
		const before = server.database.sqlite.prepare(`SELECT * FROM ${table}`).all();
		expect(before.length).toBeGreaterThan(0);
		expect(sql(`UPDATE ${table} SET program = program`)).toThrow(/append-only/);
		expect(sql(`DELETE FROM ${table}`)).toThrow(/append-only/);
		expect(sql(`REPLACE INTO ${table} SELECT * FROM ${table}`)).toThrow(/append-only|without gaps|once/);
		expect(sql(`INSERT OR REPLACE INTO ${table} SELECT * FROM ${table} LIMIT 1`)).toThrow(/append-only|without gaps|once/);
		expect(server.database.sqlite.prepare(`SELECT * FROM ${table}`).all()).toEqual(before);
	});
});

describe('an entry that breaks a law is refused', () => {
	const entry = {
		program: `'cafe'`,
		sequence: '5',
		transaction_id: `'T-1'`,
		version: '1',
		version_hash: 'version_hash',
		kind: `'earn'`,
		account: `'member:M-1'`,
		member: `'M-1'`,
		source_kind: `'rule'`,
		source_name: `'New'`,
		units: '3',
		balance_after_units: '30',
		lifetime_after_units: '30',
		at_ms: '1',
		recorded_at_ms: '1',
	};
	const insert = (change: Partial<Record<keyof typeof entry, string>>) => {
		const values = { ...entry, ...change };
		return sql(
			`INSERT INTO entries (${Object.keys(values).join()}) SELECT ${Object.values(values).join()} FROM entries LIMIT 1`,
		);
	};

	test.each<[string, Partial<Record<keyof typeof entry, string>>, RegExp]>([
		['a gap', { sequence: '6' }, /numbered without gaps/],
		['a number taken', { sequence: '4' }, /numbered without gaps/],
		['a wrong balance', { balance_after_units: '31' }, /a balance is the sum/],
		['wrong lifetime points', { lifetime_after_units: '29' }, /a balance is the sum/],
		['nothing moved', { units: '0', balance_after_units: '27', lifetime_after_units: '27' }, /CHECK/],
		['a member who gives', { units: '-3', balance_after_units: '24', lifetime_after_units: '24' }, /CHECK/],
		['points out of nothing', { account: `'issued'`, balance_after_units: '3', lifetime_after_units: '3' }, /CHECK/],
		[
			'an account of somebody else',
			{ account: `'member:M-2'`, balance_after_units: '3', lifetime_after_units: '3' },
			/CHECK/,
		],
		['the same award twice', { source_name: 'source_name' }, /UNIQUE/],
		['no such transaction', { transaction_id: `'T-9'` }, /FOREIGN KEY/],
		['another version than its hash', { version_hash: `'${'0'.repeat(64)}'` }, /FOREIGN KEY/],
		['another kind', { kind: `'gift'` }, /CHECK/],
		['a text for a number', { units: `'three'` }, /cannot store TEXT/],
		['a fraction', { units: '3.5', balance_after_units: '30.5', lifetime_after_units: '30.5' }, /cannot store REAL/],
		['infinity', { at_ms: '9e999' }, /cannot store REAL/],
	])('%s', (_, change, expected) => {
		expect(insert(change)).toThrow(expected);
	});

	test('and one that breaks none is not', () => {
		const { sqlite } = server.database;
		sqlite.exec('BEGIN');
		expect(insert({})).not.toThrow();
		sqlite.exec('ROLLBACK');
	});
});

test('every table is strict', () => {
	const tables = server.database.sqlite
		.prepare<[], { name: string; strict: number }>(`SELECT name, strict FROM pragma_table_list WHERE type = 'table'`)
		.all();
	const loose = tables.filter(({ name, strict }) => strict === 0 && !name.startsWith('sqlite_')).map(({ name }) => name);
	expect(loose).toEqual(['__drizzle_migrations']);
});
