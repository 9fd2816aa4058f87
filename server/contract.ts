/**
 * What goes over the wire, as types only. The editor and other clients lean on this file and on nothing else of the server.
 *
 * Money is a decimal string in currency units (`"36.00"`). Points are JSON numbers of at most 15 digits, exact as printed.
 * Moments are ISO 8601 strings in UTC with milliseconds.
 */
import type { Problem } from '#grammar';
import type { AwardWire, Reasons } from './reasons-contract.ts';

/** RFC 9457 problem document; every status of 400 and above carries one. */
export interface ProblemDocument {
	/** A stable name of the kind of problem, as a relative reference: `/docs/problems#invalid-transaction`. */
	readonly type: string;
	readonly title: string;
	readonly status: number;
	readonly detail: string;
	readonly requestId: string;
	/** Every fault of the input, not only the first. */
	readonly faults?: readonly Fault[];
	/** Problems of a program's text, where that is what was refused. */
	readonly problems?: readonly Problem[];
}

/** One fault of an input. `path` is a JSON pointer: `/items/2/amount`; empty for the whole. */
export interface Fault {
	readonly path: string;
	/** Stable: `unknown-channel`, `wrong-total`. */
	readonly code: string;
	/** What was found, what was expected, what to do. */
	readonly message: string;
}

// ---------------------------------------------------------------- programs

/** `GET /v1/programs` */
export interface ProgramList {
	readonly programs: readonly ProgramSummary[];
}

export interface ProgramSummary {
	readonly id: string;
	readonly name: string;
	readonly publishedVersion: number | null;
	/** The draft differs from the newest published version. */
	readonly hasUnpublishedChanges: boolean;
}

/** `POST /v1/programs`: a new program with a draft. */
export interface NewProgram {
	/** Lower case letters, digits and hyphens. */
	readonly id: string;
	readonly text: string;
}

/** `GET /v1/programs/:program` */
export interface ProgramDetail extends ProgramSummary {
	readonly draft: Draft;
	/** The newest published version. */
	readonly published: VersionSummary | null;
}

export interface Draft {
	readonly text: string;
	/** Counts the saves; a save must name the revision it started from. */
	readonly revision: number;
	readonly savedAt: string;
}

/** `PUT /v1/programs/:program/draft`. Errors in the text do not hinder saving. 409 `draft-conflict` when `baseRevision` is not the newest. */
export interface DraftSave {
	readonly text: string;
	readonly baseRevision: number;
}
export interface DraftSaved {
	readonly revision: number;
	readonly savedAt: string;
	readonly problems: readonly Problem[];
}

/**
 * `POST /v1/programs/:program/versions`: publishes the draft of exactly this revision. 422 `program-has-errors` or `tests-failed`
 * with `problems`.
 */
export interface Publish {
	readonly draftRevision: number;
	/** Publishes although tests of the draft fail or cannot be run; false when left out. */
	readonly allowFailingTests?: boolean;
}

export interface VersionSummary {
	/** From 1. */
	readonly version: number;
	/** SHA-256 of the text, hexadecimal. */
	readonly hash: string;
	/** From this moment on transactions are evaluated by this version, until the next one's moment. */
	readonly inForceFrom: string;
	readonly publishedAt: string;
}
/** `GET /v1/programs/:program/versions`, newest first. */
export interface VersionList {
	readonly versions: readonly VersionSummary[];
}
/** `GET /v1/programs/:program/versions/:version` */
export interface VersionDetail extends VersionSummary {
	readonly text: string;
}

/** `GET` and `PUT /v1/programs/:program/catalog` */
export interface CatalogWire {
	readonly stores: readonly {
		readonly id: string;
		readonly name: string;
		readonly chain?: string;
		readonly city?: string;
	}[];
	readonly items: readonly {
		readonly sku: string;
		readonly name: string;
		readonly category?: string;
		readonly subcategory?: string;
		readonly price?: string;
	}[];
}

/** `GET /v1/programs/:program/activity?days=7`: what each rule gave in the last days, from the ledger. */
export interface Activity {
	readonly days: number;
	readonly rules: readonly {
		readonly rule: string;
		readonly points: number;
		readonly awards: number;
		readonly pointsByDay: readonly number[];
	}[];
}

// ---------------------------------------------------------------- transactions

/** What a till sends. Amounts are decimal strings, or JSON numbers with no more decimals than the currency has. */
export interface TransactionWire {
	readonly id: string;
	readonly member?: string;
	/** ISO 8601 with an offset: `2026-02-07T12:30:00+04:00`. */
	readonly at: string;
	readonly store?: string;
	readonly channel?: string;
	readonly orderType?: string;
	readonly currency?: string;
	readonly items: readonly ItemWire[];
	readonly discount?: string | number;
	readonly taxes?: string | number;
	readonly fees?: string | number;
	readonly tip?: string | number;
	readonly paidWithPoints?: string | number;
	/** Where given it must equal items − discount + taxes + fees + tip. */
	readonly total?: string | number;
}
export interface ItemWire {
	readonly sku: string;
	/** Left out, the catalogue's are used. */
	readonly category?: string;
	readonly subcategory?: string;
	readonly combo?: string;
	/** At most three decimals; 1 when left out. */
	readonly quantity?: string | number;
	/** The line's total, net of line discounts, before tax. */
	readonly amount: string | number;
}

/** `POST /v1/programs/:program/evaluate`: nothing is recorded. */
export interface EvaluateRequest {
	readonly transaction: TransactionWire;
	/** Which text to evaluate by: the version in force at the transaction's moment (default), the draft, or a version. */
	readonly against?: 'published' | 'draft' | number;
	/** A made-up member instead of the one that the transaction names. */
	readonly asMember?: { readonly tier?: string; readonly birthDate?: string };
	/** With what came of each stretch of the text; false when left out. */
	readonly spans?: boolean;
}
export interface EvaluateReply extends Receipt {
	readonly reasons: Reasons;
}

/** The answer to `POST /v1/programs/:program/transactions` (201; 200 with `Idempotency-Replayed: true` when it was recorded before) and `GET …/transactions/:id`. */
export interface Receipt {
	readonly transaction: string;
	readonly member: string | null;
	/** Null when a draft was evaluated. */
	readonly version: number | null;
	readonly versionHash: string;
	readonly points: number;
	readonly awards: readonly AwardWire[];
}
export type * from './reasons-contract.ts';

// ---------------------------------------------------------------- members

/** `GET /v1/programs/:program/members?search=&after=&limit=` */
export interface MemberList {
	readonly members: readonly MemberSummary[];
	readonly total: number;
	/** Pass as `after` for the next page; null at the end. */
	readonly next: string | null;
}
export interface MemberSummary {
	readonly id: string;
	readonly name: string | null;
	readonly tier: string | null;
	readonly balance: number;
	readonly lifetimePoints: number;
	readonly lastTransactionAt: string | null;
}
/** `GET /v1/programs/:program/members/:member` */
export interface MemberDetail extends MemberSummary {
	readonly birthDate: string | null;
	readonly joinedOn: string | null;
	/** The tier that was set by hand, if any; thresholds then only move the member upwards. */
	readonly placedTier: string | null;
	readonly nextTier: { readonly name: string; readonly pointsMissing: number } | null;
}
/** `PUT /v1/programs/:program/members/:member`: 201 for a new member, 200 for a change. What is left out stays as it is. */
export interface MemberSave {
	readonly name?: string | null;
	readonly birthDate?: string | null;
	readonly joinedOn?: string | null;
	readonly tier?: string | null;
}
/** `GET /v1/programs/:program/members/:member/entries?before=&limit=`, newest first. */
export interface EntryList {
	readonly entries: readonly EntryWire[];
	readonly next: number | null;
}
export interface EntryWire {
	readonly sequence: number;
	readonly kind: 'earn';
	readonly points: number;
	readonly balanceAfter: number;
	readonly source: 'rule' | 'tier';
	readonly name: string;
	readonly transaction: string;
	readonly version: number;
	/** The transaction's own moment. */
	readonly at: string;
	readonly recordedAt: string;
}
