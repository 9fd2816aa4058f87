/**
 * The ports: everything the runtime asks of a storage. All are asynchronous, so that a database over a network fits; every
 * method is atomic by itself. `program` is the id of the hosted program and part of every key: nothing is ever seen across it.
 */
import type { LocalDate, Store } from '#compiler';
import type { Fault } from './fault.ts';
import type { LedgerEntry, Posting } from './ledger.ts';
import type { RecordedReceipt } from './receipt.ts';

/** The ports of one storage. */
export interface Stores {
	readonly programs: ProgramStore;
	readonly catalogs: CatalogStore;
	readonly members: MemberStore;
	readonly ledger: LedgerStore;
}

// ---------------------------------------------------------------- programs

/** The text that an author works on. */
export interface StoredDraft {
	readonly text: string;
	/** From 1; counts the saves. */
	readonly revision: number;
	readonly savedAtMs: number;
}

/** A published text. It never changes. */
export interface StoredVersion {
	/** From 1, without gaps. */
	readonly version: number;
	readonly text: string;
	/** SHA-256 of the text, hexadecimal. */
	readonly hash: string;
	readonly inForceFromMs: number;
	readonly publishedAtMs: number;
}

/** A hosted program: its draft and the newest of its published versions. */
export interface StoredProgram {
	readonly id: string;
	readonly draft: StoredDraft;
	readonly newest: StoredVersion | null;
}

/** What came of saving a draft. */
export type DraftSaving =
	| { readonly kind: 'saved'; readonly draft: StoredDraft }
	/** Somebody saved in between; this is the newest draft. */
	| { readonly kind: 'conflict'; readonly draft: StoredDraft }
	| { readonly kind: 'no-program' };

/** What came of publishing a draft. */
export type Publishing =
	| { readonly kind: 'published'; readonly version: StoredVersion }
	| { readonly kind: 'conflict'; readonly draft: StoredDraft }
	/** The newest version has this very text. */
	| { readonly kind: 'nothing-to-publish'; readonly version: StoredVersion }
	| { readonly kind: 'no-program' };

/** Programs, their drafts and their versions. */
export interface ProgramStore {
	/** In the order of their ids. */
	list(): Promise<readonly StoredProgram[]>;
	/** Whether there is such a program, for those who need no more: cheaper than {@link get}. */
	exists(program: string): Promise<boolean>;
	get(program: string): Promise<StoredProgram | null>;
	/** False where a program of this id exists. */
	create(program: string, text: string, nowMs: number): Promise<boolean>;
	saveDraft(program: string, save: { text: string; baseRevision: number; nowMs: number }): Promise<DraftSaving>;
	/**
	 * Makes the draft the next version, if it still has this revision. It is in force from `inForceFromMs`, or from the newest
	 * version's moment where that is later: a version never takes back time from the one before it.
	 */
	publish(
		program: string,
		publication: { draftRevision: number; hash: string; inForceFromMs: number; nowMs: number },
	): Promise<Publishing>;
	/** Newest first. */
	versions(program: string): Promise<readonly StoredVersion[]>;
	version(program: string, version: number): Promise<StoredVersion | null>;
	/** The newest of the versions in force at a moment; null before the first one's. */
	versionInForce(program: string, atMs: number): Promise<StoredVersion | null>;
}

// ---------------------------------------------------------------- catalogue

/** An item as it was given: the price is decimal text, because what it is in minor units depends on the program's currency. */
export interface StoredItem {
	readonly sku: string;
	readonly name: string;
	readonly category: string | null;
	readonly subcategory: string | null;
	readonly price: string | null;
}

/** A program's stores and items. */
export interface StoredCatalog {
	/** 0 before the first; every replacement counts 1 up. */
	readonly revision: number;
	/** In the order in which they were given. */
	readonly stores: readonly Store[];
	readonly items: readonly StoredItem[];
}

/** One catalogue for each program; an empty one to begin with. */
export interface CatalogStore {
	/** The revision alone, for those who keep the catalogue. */
	revision(program: string): Promise<number>;
	get(program: string): Promise<StoredCatalog>;
	/** Replaces the whole catalogue; ids and skus must be unique. Answers with the new revision. */
	replace(program: string, catalog: Omit<StoredCatalog, 'revision'>): Promise<number>;
}

// ---------------------------------------------------------------- members

/** What is known of a member apart from the ledger. */
export interface StoredMember {
	readonly id: string;
	readonly name: string | null;
	readonly birthDate: LocalDate | null;
	readonly joinedOn: LocalDate | null;
	/** The tier that was set by hand. */
	readonly placedTier: string | null;
}

/** What to change of a member; what is left out stays, and is null for a new one. */
export type MemberChange = { readonly [key in Exclude<keyof StoredMember, 'id'>]?: StoredMember[key] };

/** A member with what the ledger knows. */
export interface MemberAccount extends StoredMember {
	readonly balanceUnits: number;
	readonly lifetimeUnits: number;
	/** The latest moment of the member's transactions, whether they earned or not. */
	readonly lastTransactionAtMs: number | null;
}

/** A part of the members that a search finds. */
export interface MemberPage {
	/** In the order of their ids, by code points. */
	readonly members: readonly MemberAccount[];
	/** How many the search finds in all. */
	readonly total: number;
	/** To be given as `after` for the next page; null at the end. */
	readonly next: string | null;
}

/** Members; nobody is ever deleted. */
export interface MemberStore {
	get(program: string, member: string): Promise<MemberAccount | null>;
	/** Says whether the member is new. */
	save(program: string, member: string, change: MemberChange): Promise<'created' | 'changed'>;
	/** Members whose id or name contains `search`, upper and lower case being equal; all for an empty one. */
	list(program: string, page: { search: string; after: string | null; limit: number }): Promise<MemberPage>;
}

/** What a search looks at. */
export function searchTextOf(member: { readonly id: string; readonly name: string | null }): string {
	return foldCase(`${member.id}\n${member.name ?? ''}`);
}

/** A text in which upper and lower case are equal. */
export function foldCase(text: string): string {
	return text.normalize('NFC').toLowerCase();
}

// ---------------------------------------------------------------- ledger

/** A transaction as it was recorded. */
export interface RecordedTransaction {
	readonly id: string;
	readonly member: string;
	readonly contentHash: string;
	readonly atMs: number;
	readonly recordedAtMs: number;
	readonly receipt: RecordedReceipt;
	/** What the evaluator saw, as JSON: the whole transaction and the state around it, so that it can be evaluated again. */
	readonly facts: string;
}

/** What is to be recorded, before it is decided what it earns. */
export interface RecordRequest {
	readonly id: string;
	readonly member: string;
	readonly contentHash: string;
	readonly atMs: number;
	readonly recordedAtMs: number;
}

/** What a transaction earns, decided in full knowledge of the member's state. */
export type Decision =
	| {
			readonly kind: 'post';
			readonly receipt: RecordedReceipt;
			readonly facts: string;
			readonly postings: readonly Posting[];
	  }
	| { readonly kind: 'refuse'; readonly faults: readonly Fault[] };

/** What came of recording a transaction. */
export type Recording =
	| { readonly kind: 'recorded'; readonly transaction: RecordedTransaction }
	/** It was recorded before, with the same content. */
	| { readonly kind: 'replayed'; readonly transaction: RecordedTransaction }
	/** Another content was recorded under this id. */
	| { readonly kind: 'conflict'; readonly transaction: RecordedTransaction }
	| { readonly kind: 'refused'; readonly faults: readonly Fault[] };

/** What a source gave in a stretch of time. */
export interface SourceTotal {
	readonly kind: 'rule' | 'tier';
	readonly name: string;
	readonly units: number;
	readonly awards: number;
}

/** A part of a member's entries. */
export interface EntryPage {
	/** Newest first. */
	readonly entries: readonly LedgerEntry[];
	/** To be given as `before` for the next page; null at the end. */
	readonly next: number | null;
}

/** Transactions and their entries: only ever added to. */
export interface LedgerStore {
	find(program: string, transaction: string): Promise<RecordedTransaction | null>;
	/**
	 * Records a transaction once, however often and by however many it is asked. `decide` is called at most once, with the
	 * member's state as nobody can change it until the entries are written, or null where there is no such member. It must be
	 * pure and quick: others wait. What was asked first is decided first.
	 */
	record(program: string, request: RecordRequest, decide: (member: MemberAccount | null) => Decision): Promise<Recording>;
	/** A member's entries. */
	entries(program: string, member: string, page: { before: number | null; limit: number }): Promise<EntryPage>;
	/** What each source gave in transactions of `fromMs` (included) to `untilMs` (excluded), the most generous first. */
	totalsBySource(program: string, fromMs: number, untilMs: number): Promise<readonly SourceTotal[]>;
	/** Every entry of a program, in the order of the sequence. */
	everyEntry(program: string): AsyncIterable<LedgerEntry>;
}
