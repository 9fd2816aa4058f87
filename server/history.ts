/**
 * A transaction history as files of JSON lines, one object a line, plain or gzipped: `transactions` and, where there are any,
 * `members`, `stores` and `products`. Read as a stream; whatever stands on a line, it never ends the reading.
 */
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { localToInstant, parseInstant, parseIsoDate, parseLocalDateTime } from '#compiler';
import { type CatalogIndex, indexCatalog, type ReplayItem, type ReplayMember, shown } from '#runtime';
import { type LinePiece, linesOf, readPieces } from './line-pieces.ts';

/** An opened history. */
export interface History {
	readonly catalog: CatalogIndex;
	/** Null where the history has no file of members. */
	readonly members: MembersFile | null;
	/** The transactions as they stand in the file, to be read by {@link itemsOf}; may be gone through once. */
	readonly pieces: AsyncIterable<LinePiece>;
	/** Bytes of the transactions' file, and how many of them are read so far. */
	readonly size: number;
	readonly position: () => number;
	/** About how many bytes they are once they are unpacked. */
	readonly unpackedBytes: number;
	/** What was left out, in words; of the members, once they were read. */
	readonly notes: readonly string[];
}

/** The members of a history as they stand in their file, to be read by {@link readMembers} or {@link takeMember}. */
export interface MembersFile {
	/** May be gone through once. */
	readonly pieces: AsyncIterable<LinePiece>;
	/** Told how many lines of it were no JSON objects, notes that. */
	readonly noteUnreadable: (lines: number) => void;
}

/** A history, or why there is none. */
export type HistoryOpening =
	| { readonly ok: true; readonly history: History }
	| { readonly ok: false; readonly reason: string };

type JsonObject = Readonly<Record<string, unknown>>;

/** Opens the history in a folder: its catalogue is read, its members and transactions are ready to be. */
export async function openHistory(folder: string): Promise<HistoryOpening> {
	const file = fileOf(folder, 'transactions');
	if (!file) return { ok: false, reason: `There is no transactions.jsonl or transactions.jsonl.gz in ${folder}.` };
	const notes: string[] = [];
	const membersFile = fileOf(folder, 'members');
	const catalog = indexCatalog({ stores: await readStores(folder, notes), items: await readProducts(folder, notes) });
	const { size } = statSync(file);
	const progress = { bytes: 0 };
	return {
		ok: true,
		history: {
			catalog,
			members:
				membersFile === null
					? null
					: {
							pieces: readPieces(membersFile, () => {}),
							noteUnreadable: (lines) => notes.unshift(...noteOf(membersFile, lines)),
						},
			notes,
			size,
			unpackedBytes: file.endsWith('.gz') ? size * PACKED_TIMES : size,
			position: () => progress.bytes,
			pieces: readPieces(file, (bytes) => {
				progress.bytes = bytes;
			}),
		},
	};
}

/** Transactions as JSON become about so many times as small. */
const PACKED_TIMES = 16;

function fileOf(folder: string, name: string): string | null {
	return [`${name}.jsonl.gz`, `${name}.jsonl`].map((file) => join(folder, file)).find((file) => existsSync(file)) ?? null;
}

/** The members of a file, by id. */
export async function readMembers({ pieces, noteUnreadable }: MembersFile): Promise<Map<string, ReplayMember>> {
	const members = new Map<string, ReplayMember>();
	let unreadable = 0;
	for await (const piece of pieces) {
		for (const { begin, end } of linesOf(piece)) {
			if (!takeMember(piece.bytes.toString('utf8', begin, end), members)) unreadable += 1;
		}
	}
	noteUnreadable(unreadable);
	return members;
}

/** Puts the member of a line, where it has an id, with the others; of one who comes again the last counts. Says whether it is a JSON object. */
export function takeMember(line: string, members: Map<string, ReplayMember>): boolean {
	const record = parseObject(line);
	if (!record) return false;
	const id = textOf(record, 'id');
	if (id === null) return true;
	const dayOf = (field: string) => parseIsoDate(textOf(record, field) ?? '');
	members.set(id, {
		id,
		tier: textOf(record, 'tier'),
		birthDate: dayOf('birthDate'),
		joinedDate: dayOf('joinedOn'),
		segments: namesOf(record, 'segments'),
	});
	return true;
}

function noteOf(file: string, unreadable: number): string[] {
	return unreadable === 0 ? [] : [`${unreadable} lines of ${file} are no JSON objects and were left out.`];
}

async function readStores(folder: string, notes: string[]) {
	const records = (await readRecords(folder, 'stores', notes)) ?? [];
	return records.flatMap((record) => {
		const id = textOf(record, 'id');
		const store = { name: textOf(record, 'name') ?? '', chain: textOf(record, 'chain'), city: textOf(record, 'city') };
		return id === null ? [] : [{ id, ...store }];
	});
}

async function readProducts(folder: string, notes: string[]) {
	const records = (await readRecords(folder, 'products', notes)) ?? [];
	return records.flatMap((record) => {
		const sku = textOf(record, 'sku');
		return sku === null ? [] : [{ sku, category: textOf(record, 'category'), subcategory: textOf(record, 'subcategory') }];
	});
}

function textOf(record: JsonObject, field: string): string | null {
	const value = Object.hasOwn(record, field) ? record[field] : undefined;
	return typeof value === 'string' && value !== '' ? value : null;
}

function namesOf(record: JsonObject, field: string): string[] {
	const value = Object.hasOwn(record, field) ? record[field] : undefined;
	return Array.isArray(value) ? value.filter((name) => typeof name === 'string') : [];
}

/** All objects of a file; null where there is no such file. */
async function readRecords(folder: string, name: string, notes: string[]): Promise<JsonObject[] | null> {
	const file = fileOf(folder, name);
	if (!file) return null;
	const records: JsonObject[] = [];
	let unreadable = 0;
	for await (const piece of readPieces(file, () => {})) {
		for (const { begin, end } of linesOf(piece)) {
			const record = parseObject(piece.bytes.toString('utf8', begin, end));
			if (record) records.push(record);
			else unreadable += 1;
		}
	}
	notes.push(...noteOf(file, unreadable));
	return records;
}

/** What stands on the lines of a history, one after the other. */
export async function* itemsOf(pieces: AsyncIterable<LinePiece>): AsyncGenerator<ReplayItem> {
	for await (const piece of pieces) {
		for (const { number, begin, end } of linesOf(piece)) yield itemOf(number, piece.bytes.toString('utf8', begin, end));
	}
}

/** What stands on a line: a transaction as a till would send it, or why it cannot even be read. */
export function itemOf(number: number, line: string): ReplayItem {
	const place = `line ${number}`;
	const record = parseObject(line);
	const wire = record ? wireOf(record) : 'The line is no JSON object.';
	return typeof wire === 'string' ? { place, unreadable: wire } : { place, wire };
}

/** The object that a line holds; null where it holds none. */
export function parseObject(line: string): JsonObject | null {
	try {
		const value: unknown = JSON.parse(line);
		return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : null;
	} catch {
		return null;
	}
}

/** A transaction of a history in the form in which a till would send it; or why it cannot be, in words. */
export function wireOf(record: JsonObject): object | string {
	const at = momentOf(record);
	if (at === null) return `Its moment ${shown(record['at'])} in ${shown(record['timezone'])} does not exist.`;
	const { id, memberId: member, store, channel, orderType, currency, total, lines } = record;
	const items = Array.isArray(lines) ? lines.map(soldOf) : lines;
	// What is undefined is as good as absent to whoever receives it.
	return { id, member, at, store, channel, orderType, currency, total, items };
}

function soldOf(line: unknown): unknown {
	if (typeof line !== 'object' || line === null) return line;
	const { sku, category, subcategory, combo, qty: quantity, amount } = line as JsonObject;
	return { sku, category, subcategory, combo, quantity, amount };
}

/** The moment with its offset. Local ones need their timezone; one without a time of day is the day's beginning. */
function momentOf({ at, timezone }: JsonObject): string | null {
	if (typeof at !== 'string') return null;
	if (parseInstant(at) !== null) return at;
	return typeof timezone === 'string' ? localMoment(at, timezone) : null;
}

/** Days follow one another in a history, and where it knows no times of day the same moment comes thousands of times. */
let latest: { readonly at: string; readonly timezone: string; readonly moment: string | null } | undefined;

function localMoment(at: string, timezone: string): string | null {
	if (latest?.at === at && latest.timezone === timezone) return latest.moment;
	const date = parseIsoDate(at);
	const local = date ? { date, minute: 0 } : parseLocalDateTime(at);
	const atMs = local && localToInstant(local.date, local.minute, timezone);
	const moment = atMs === null ? null : new Date(atMs).toISOString();
	latest = { at, timezone, moment };
	return moment;
}
