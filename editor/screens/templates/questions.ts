import type { Day } from '#grammar';
import type { FilterDraft } from '../../canvas/filters/filter-draft.ts';

/** A cart filter of the program, or one that comes with the rule. */
export type FilterAnswer =
	| { readonly from: 'program'; readonly name: string }
	| { readonly from: 'here'; readonly draft: FilterDraft };

/** Which days around a birthday count. */
export type BirthdayWindow = 'today' | 'within 3 days' | 'this month';

/** What is answered to each kind of question, asked or not. Numbers are kept as they were typed, dates as `2026-02-07`; empty for none. */
export interface Answers {
	/** How many points; more than 0. */
	readonly points: string;
	/** Points for each unit of the currency. */
	readonly each: string;
	/** So many points for every so much money. */
	readonly rate: { readonly points: string; readonly every: string };
	/** By what points are multiplied; more than 1. */
	readonly factor: string;
	/** How many units of something; a whole number from 2. */
	readonly count: string;
	/** How many days since joining; a whole number from 1. */
	readonly joining: string;
	/** What must be spent; more than 0. */
	readonly amount: string;
	/** What must be spent at least; empty for nothing. */
	readonly least: string;
	/** The most points of one purchase; empty for no limit. */
	readonly cap: string;
	/** What is counted, in money. */
	readonly filter: FilterAnswer;
	/** Whose units are counted. */
	readonly items: FilterAnswer;
	/** Whose points are multiplied; null for those of everything. */
	readonly part: FilterAnswer | null;
	readonly tiers: readonly string[];
	readonly channels: readonly string[];
	/** Ids of the catalogue. */
	readonly stores: readonly string[];
	readonly days: readonly Day[];
	/** In minutes of the day, the end not included; null while a time is not given. */
	readonly times: { readonly from: number | null; readonly until: number | null };
	/** Both days included; empty for an open end. */
	readonly dates: { readonly from: string; readonly until: string };
	readonly birthday: BirthdayWindow;
}

/** What can be asked. */
export type QuestionKind = keyof Answers;
