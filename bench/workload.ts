/** The workload that every engine is measured on, as the harness's generator writes it: rules in JSON, and what tills send. */

/** A program with its rules. Money is a decimal text of dollars here. */
export interface Workload {
	readonly program: WorkloadProgram;
	readonly cartFilters: readonly WorkloadFilter[];
	readonly rules: readonly WorkloadRule[];
}

export interface WorkloadProgram {
	/** IANA. */
	readonly timezone: string;
	readonly maxPointsPerTransaction: number;
	readonly tiers: readonly string[];
	readonly channels: readonly string[];
	readonly orderTypes: readonly string[];
	readonly stores: readonly string[];
}

/** `total` is the total without taxes, fees and tip; `lines` is the sum of the lines that are listed, or of those that are not. */
export type WorkloadFilter =
	| { readonly id: string; readonly name: string; readonly kind: 'total' }
	| {
			readonly id: string;
			readonly name: string;
			readonly kind: 'lines';
			readonly op: 'in' | 'notIn';
			readonly categories: readonly string[];
			readonly subcategories: readonly string[];
			readonly items: readonly string[];
	  };

export interface WorkloadRule {
	readonly id: string;
	readonly name: string;
	readonly enabled: boolean;
	/** `YYYY-MM-DD`, local, included; null: no bound. */
	readonly start: string | null;
	readonly end: string | null;
	/** All must hold, each by one of its alternatives. */
	readonly conditions: readonly WorkloadCondition[];
	readonly effect: WorkloadEffect;
	readonly maxPointsPerTransaction: number | null;
}

export type WorkloadCondition =
	| { readonly type: 'time'; readonly anyOf: readonly TimeWindow[] }
	| { readonly type: 'store' | 'channel' | 'orderType' | 'tier'; readonly anyOf: readonly NameSet[] }
	| { readonly type: 'cartSpend'; readonly anyOf: readonly SpendTest[] }
	| { readonly type: 'birthday'; readonly anyOf: readonly { readonly when: BirthdayWindow }[] };

/** Local `HH:MM`; `to` is excluded, and where it is not after `from` it is the next day's. */
export interface TimeWindow {
	readonly days: readonly Weekday[];
	readonly from: string;
	readonly to: string;
}

export type Weekday = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun';

export interface NameSet {
	readonly op: 'in' | 'notIn';
	readonly values: readonly string[];
}

export interface SpendTest {
	readonly filter: string;
	readonly op: '>=' | '>' | '<=' | '<';
	readonly value: string;
}

export type BirthdayWindow = 'sameDay' | 'within3Days' | 'sameMonth';

export type WorkloadEffect =
	| { readonly type: 'fixed'; readonly points: number }
	| { readonly type: 'formula'; readonly filter: string; readonly expr: WorkloadFormula };

/** Over the filter's value in dollars. */
export type WorkloadFormula =
	| { readonly num: string }
	| { readonly filter: true }
	| { readonly op: '+' | '-' | '*' | '/'; readonly left: WorkloadFormula; readonly right: WorkloadFormula };

/** What a till sends. Money is whole cents here. */
export interface RawTransaction {
	readonly id: string;
	/** An ISO instant in UTC. */
	readonly occurredAt: string;
	readonly store: string;
	readonly channel: string;
	readonly orderType: string;
	readonly member: RawMember;
	readonly lines: readonly RawLine[];
	readonly taxes: number;
	readonly fees: number;
	readonly tip: number;
	readonly total: number;
}

export interface RawMember {
	readonly id: string;
	readonly tier: string;
	/** `YYYY-MM-DD` */
	readonly birthday: string | null;
}

export interface RawLine {
	readonly item: string;
	readonly category: string;
	readonly subcategory: string;
	readonly quantity: number;
	readonly amount: number;
}

/** What a transaction must earn: its total, and each matching rule's points by index into the workload's rules, 0 included. */
export interface Expected {
	readonly id: string;
	readonly points: number;
	readonly rules: readonly RulePoints[];
}

export type RulePoints = readonly [rule: number, points: number];
