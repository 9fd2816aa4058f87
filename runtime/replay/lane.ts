/** One lane of a history: the transactions of some members, in their order, and what is kept of those members. */
import {
	after,
	type Budgets,
	type LocalDate,
	MAX_POINT_UNITS,
	type MemberStanding,
	newStanding,
	stateAt,
	type Transaction,
} from '#compiler';
import type { CatalogIndex } from '../catalog.ts';
import { type Fault, type FaultCode, shown } from '../fault.ts';
import type { Runnable } from '../prepared.ts';
import { readTransaction } from '../reading.ts';
import { checkTransaction } from '../receive.ts';
import { balanceFull, tooManyPoints, unknownMember } from '../refusals.ts';

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

/** What a transaction of a history can be refused for: what a till could, a line that is none, an id for the second time. */
export type RefusalCode = FaultCode | 'unreadable' | 'repeated-id';

/** What is wrong with a transaction of a history. */
export type ReplayFault = Omit<Fault, 'code'> & { readonly code: RefusalCode };

/** What came of one transaction: plain data, so that it may come from another thread. */
export type ReplayResult =
	| {
			readonly kind: 'evaluated';
			/** The member's tier at the moment of the transaction. */
			readonly tier: string | null;
			readonly totalUnits: number;
			/** Place among the plan's rules, or after them among its tiers, and the units given. */
			readonly awards: readonly (readonly [place: number, units: number])[];
			/** The member had never earned anything before. */
			readonly isFirstEarning: boolean;
	  }
	| { readonly kind: 'without-member' }
	| {
			readonly kind: 'refused';
			readonly place: string;
			readonly id: string | null;
			readonly faults: readonly ReplayFault[];
	  };

/** What a lane works with. */
export interface LaneOptions {
	readonly program: Runnable;
	readonly catalog: CatalogIndex;
	/** By id; null where members are taken as they come, unknown but for their ids. */
	readonly members: ReadonlyMap<string, ReplayMember> | null;
}

/** Evaluates transactions one after the other, each against what the ones before left. */
export class ReplayLane {
	readonly #options: LaneOptions;
	readonly #ids = new Set<string>();
	/** The members who came, as they stand; what of them changes is put in place, so that each is looked up once. */
	readonly #came = new Map<string, { standing: MemberStanding }>();
	#budgets: Budgets = {};

	constructor(options: LaneOptions) {
		this.#options = options;
	}

	/** Says whether a transaction of this id was evaluated. */
	has(id: string): boolean {
		return this.#ids.has(id);
	}

	/** Evaluates the next transaction. `isRepeated`: another lane has evaluated one of its id. */
	add(item: ReplayItem, isRepeated = false): ReplayResult {
		const { place } = item;
		if ('unreadable' in item) {
			return { kind: 'refused', place, id: null, faults: [{ path: '', code: 'unreadable', message: item.unreadable }] };
		}
		const { reading, faults } = readTransaction(item.wire);
		if (reading && reading.member === null && !faults.some(({ path }) => path === '/member')) {
			return { kind: 'without-member' };
		}
		const { program, catalog } = this.#options;
		const received = reading
			? checkTransaction(reading, faults, { plan: program.plan, catalog, nowMs: null })
			: { ok: false as const, faults };
		const found = received.ok ? this.#evaluate(received.transaction, isRepeated) : received.faults;
		return 'kind' in found ? found : { kind: 'refused', place, id: reading?.id ?? null, faults: found };
	}

	/** What a transaction earns; or why it is refused. */
	#evaluate(transaction: Transaction, isRepeated: boolean): ReplayResult | readonly ReplayFault[] {
		const { program } = this.#options;
		const { plan } = program;
		const id = transaction.member ?? '';
		if (isRepeated || this.#ids.has(transaction.id)) return [repeatedId(transaction.id)];
		const member = this.#memberOf(id);
		if (!member) return [unknownMember(id)];
		const before = member.standing;
		const standing = { member: before, referred: null, budgets: this.#budgets };
		const state = stateAt(plan, standing, transaction.atMs);
		const outcome = program.run(transaction, state);
		if (outcome.kind === 'too-large') return [tooManyPoints(outcome.source.name)];
		if (before.lifetimeUnits + outcome.totalUnits > MAX_POINT_UNITS) return [balanceFull(id)];
		// What was refused may be sent again under its id, as to the server.
		this.#ids.add(transaction.id);
		const next = after(plan, standing, transaction, outcome);
		member.standing = next.member ?? before;
		this.#budgets = next.budgets;
		const { awards, totalUnits } = outcome;
		return {
			kind: 'evaluated',
			tier: state.member?.tier ?? null,
			totalUnits,
			awards: awards.map(({ source: { kind, index }, givenUnits }) => [
				kind === 'rule' ? index : plan.rules.length + index,
				givenUnits,
			]),
			isFirstEarning: before.lifetimeUnits === 0 && (next.member?.lifetimeUnits ?? 0) > 0,
		};
	}

	#memberOf(id: string): { standing: MemberStanding } | undefined {
		const before = this.#came.get(id);
		if (before) return before;
		const { members } = this.#options;
		const known = members ? members.get(id) : { id, tier: null, birthDate: null };
		if (!known) return undefined;
		const member = { standing: standingOf(known) };
		this.#came.set(known.id, member);
		return member;
	}
}

function standingOf({ id, tier, birthDate, joinedDate = null, segments = [] }: ReplayMember): MemberStanding {
	return newStanding({ id, placedTier: tier, birthDate, joinedDate, segments });
}

function repeatedId(id: string): ReplayFault {
	return {
		path: '/id',
		code: 'repeated-id',
		message: `An earlier transaction of this history has the id ${shown(id)} too.`,
	};
}
