/** A whole history, evaluated in its order under one program, as if it had been in force all along. Nothing is recorded. */
import {
	after,
	type Budgets,
	type LocalDate,
	MAX_POINT_UNITS,
	type MemberStanding,
	newStanding,
	type Outcome,
	stateAt,
	type Transaction,
} from '#compiler';
import type { CatalogIndex } from './catalog.ts';
import { type Fault, type FaultCode, shown } from './fault.ts';
import type { Runnable } from './prepared.ts';
import { readTransaction } from './reading.ts';
import { checkTransaction } from './receive.ts';
import { balanceFull, tooManyPoints, unknownMember } from './refusals.ts';

/** A member as the history knows one. `tier` is where the member was put by hand. */
export interface ReplayMember {
	readonly id: string;
	readonly tier: string | null;
	readonly birthDate: LocalDate | null;
	/** Left out or null where it is not known. */
	readonly joinedDate?: LocalDate | null;
	/** Left out where the member is in none. */
	readonly segments?: readonly string[];
}

/** One transaction of a history: what arrived, or why it could not even be read. `place` is for people: `line 12`. */
export type ReplayItem =
	| { readonly place: string; readonly wire: unknown }
	| { readonly place: string; readonly unreadable: string };

/** A program, a history, and how to follow it. */
export interface ReplayOptions {
	readonly program: Runnable;
	readonly catalog: CatalogIndex;
	/** By id; null where members are taken as they come, unknown but for their ids. */
	readonly members: ReadonlyMap<string, ReplayMember> | null;
	readonly transactions: AsyncIterable<ReplayItem> | Iterable<ReplayItem>;
	/** Called after every transaction with how many there were. */
	readonly onProgress?: (transactions: number) => void;
	/** Looked at before every transaction; once `aborted`, the replay ends with what it has. */
	readonly signal?: { readonly aborted: boolean };
}

/** What came of a replay. Units are 10^-`pointDecimals` points. */
export interface ReplayReport {
	/** It was ended before the history was. */
	readonly partial: boolean;
	readonly transactions: number;
	readonly evaluated: number;
	/** Sales without a member: nobody could get points, so they are not evaluated. */
	readonly withoutMember: number;
	readonly refused: number;
	readonly pointDecimals: number;
	readonly totalUnits: bigint;
	readonly membersWithPoints: number;
	/** Every rule in the order of the text, then every tier that earns by itself. */
	readonly bySource: readonly { kind: 'rule' | 'tier'; name: string; awards: number; units: bigint }[];
	/** By the members' tiers at the moment of each transaction, from the lowest; null for members without one. */
	readonly byTier: readonly { tier: string | null; transactions: number; units: bigint }[];
	/** The most frequent first. A transaction with several faults is counted once for each kind of them. */
	readonly refusals: readonly ReplayRefusal[];
}

/** What a transaction of a history can be refused for: what a till could, a line that is none, an id for the second time. */
export type RefusalCode = FaultCode | 'unreadable' | 'repeated-id';

/** Transactions that were refused for one reason. */
export interface ReplayRefusal {
	readonly code: RefusalCode;
	readonly transactions: number;
	/** The first few. */
	readonly examples: readonly {
		readonly place: string;
		readonly id: string | null;
		readonly path: string;
		readonly message: string;
	}[];
}

const MOST_EXAMPLES = 3;

/** Evaluates a history. Whatever is in it, this ends with a report. */
export async function replay(options: ReplayOptions): Promise<ReplayReport> {
	const tally = new Tally(options);
	for await (const item of options.transactions) {
		if (options.signal?.aborted) return tally.report(true);
		tally.add(item);
		options.onProgress?.(tally.transactions);
	}
	return tally.report(options.signal?.aborted ?? false);
}

class Tally {
	transactions = 0;
	#evaluated = 0;
	#withoutMember = 0;
	#refused = 0;
	#totalUnits = 0n;
	readonly #options: ReplayOptions;
	readonly #ids = new Set<string>();
	readonly #standings = new Map<string, MemberStanding>();
	#budgets: Budgets = {};
	readonly #sources: { kind: 'rule' | 'tier'; name: string; awards: number; units: bigint }[];
	readonly #tiers = new Map<string | null, { transactions: number; units: bigint }>();
	readonly #refusals = new Map<RefusalCode, { transactions: number; examples: ReplayRefusal['examples'][number][] }>();

	constructor(options: ReplayOptions) {
		const { rules, tiers } = options.program.plan;
		this.#options = options;
		this.#sources = [
			...rules.map(({ name }) => ({ kind: 'rule' as const, name, awards: 0, units: 0n })),
			...tiers.steps.map(({ name }) => ({ kind: 'tier' as const, name, awards: 0, units: 0n })),
		];
	}

	add(item: ReplayItem): void {
		this.transactions += 1;
		if ('unreadable' in item)
			return this.#refuse(item.place, null, [{ path: '', code: 'unreadable', message: item.unreadable }]);
		const { reading, faults } = readTransaction(item.wire);
		if (reading && reading.member === null && !faults.some(({ path }) => path === '/member')) {
			this.#withoutMember += 1;
			return undefined;
		}
		const { plan } = this.#options.program;
		const received = reading
			? checkTransaction(reading, faults, { plan, catalog: this.#options.catalog, nowMs: null })
			: { ok: false as const, faults };
		const found = received.ok ? this.#evaluate(received.transaction) : received.faults;
		if (found.length > 0) this.#refuse(item.place, reading?.id ?? null, found);
		return undefined;
	}

	/** Counts what a transaction earns; answers with why it is refused, if it is. */
	#evaluate(transaction: Transaction): readonly (Omit<Fault, 'code'> & { readonly code: RefusalCode })[] {
		const { program, members } = this.#options;
		const id = transaction.member ?? '';
		if (this.#ids.has(transaction.id)) return [repeatedId(transaction.id)];
		const member = members ? members.get(id) : { id, tier: null, birthDate: null };
		if (!member) return [unknownMember(id)];
		const before = this.#standings.get(id) ?? standingOf(member);
		const standing = { member: before, referred: null, budgets: this.#budgets };
		const state = stateAt(program.plan, standing, transaction.atMs);
		const outcome = program.run(transaction, state);
		if (outcome.kind === 'too-large') return [tooManyPoints(outcome.source.name)];
		if (before.lifetimeUnits + outcome.totalUnits > MAX_POINT_UNITS) return [balanceFull(id)];
		// What was refused may be sent again under its id, as to the server.
		this.#ids.add(transaction.id);
		const next = after(program.plan, standing, transaction, outcome);
		if (next.member) this.#standings.set(id, next.member);
		this.#budgets = next.budgets;
		this.#count(outcome, state.member?.tier ?? null);
		return [];
	}

	#count(outcome: Outcome & { readonly kind: 'awarded' }, tierName: string | null): void {
		const { rules } = this.#options.program.plan;
		this.#evaluated += 1;
		this.#totalUnits += BigInt(outcome.totalUnits);
		const tier = this.#tiers.get(tierName) ?? { transactions: 0, units: 0n };
		this.#tiers.set(tierName, tier);
		tier.transactions += 1;
		tier.units += BigInt(outcome.totalUnits);
		for (const { source, givenUnits } of outcome.awards) {
			const counted = this.#sources[source.kind === 'rule' ? source.index : rules.length + source.index];
			if (!counted) continue;
			counted.awards += 1;
			counted.units += BigInt(givenUnits);
		}
	}

	#refuse(
		place: string,
		id: string | null,
		faults: readonly (Omit<Fault, 'code'> & { readonly code: RefusalCode })[],
	): void {
		this.#refused += 1;
		const counted = new Set<RefusalCode>();
		for (const { code, path, message } of faults) {
			if (counted.has(code)) continue;
			counted.add(code);
			const refusal = this.#refusals.get(code) ?? { transactions: 0, examples: [] };
			this.#refusals.set(code, refusal);
			refusal.transactions += 1;
			if (refusal.examples.length < MOST_EXAMPLES) refusal.examples.push({ place, id, path, message });
		}
	}

	report(partial: boolean): ReplayReport {
		const { program } = this.#options;
		const { steps } = program.plan.tiers;
		const earning = new Set(steps.filter((step) => step.earns.length > 0).map((step) => step.name));
		const tierNames = [...steps.map((step) => step.name), null];
		return {
			partial,
			transactions: this.transactions,
			evaluated: this.#evaluated,
			withoutMember: this.#withoutMember,
			refused: this.#refused,
			pointDecimals: program.plan.program.pointDecimals,
			totalUnits: this.#totalUnits,
			membersWithPoints: [...this.#standings.values()].filter(({ lifetimeUnits }) => lifetimeUnits > 0).length,
			bySource: this.#sources.filter(({ kind, name }) => kind === 'rule' || earning.has(name)),
			byTier: tierNames.flatMap((tier) => {
				const counted = this.#tiers.get(tier);
				return counted ? [{ tier, ...counted }] : [];
			}),
			refusals: [...this.#refusals]
				.map(([code, refusal]) => ({ code, ...refusal }))
				.sort((a, b) => b.transactions - a.transactions || (a.code < b.code ? -1 : 1)),
		};
	}
}

function standingOf({ id, tier, birthDate, joinedDate = null, segments = [] }: ReplayMember): MemberStanding {
	return newStanding({ id, placedTier: tier, birthDate, joinedDate, segments });
}

function repeatedId(id: string): { path: string; code: RefusalCode; message: string } {
	return {
		path: '/id',
		code: 'repeated-id',
		message: `An earlier transaction of this history has the id ${shown(id)} too.`,
	};
}
