/** The stores in memory: for tests, and as the readable statement of what every other storage must do. */
import { decidePublishing, decideSaving } from './drafts.ts';
import type { LedgerEntry, Posting } from './ledger.ts';
import type { RecordedReceipt } from './receipt.ts';
import {
	type CatalogStore,
	type Decision,
	type EntryPage,
	foldCase,
	type LedgerStore,
	type MemberAccount,
	type MemberChange,
	type MemberPage,
	type MemberStore,
	type ProgramStore,
	type RecordedTransaction,
	type Recording,
	type RecordRequest,
	searchTextOf,
	type SourceTotal,
	type StoredCatalog,
	type StoredMember,
	type StoredProgram,
	type Stores,
	type StoredVersion,
} from './stores.ts';

/** Empty stores. */
export function createMemoryStores(): Stores {
	const ledger = new MemoryLedger();
	const members = new MemoryMembers(ledger);
	ledger.members = members;
	return { programs: new MemoryPrograms(), catalogs: new MemoryCatalogs(), members, ledger };
}

class MemoryPrograms implements ProgramStore {
	readonly #programs = new Map<string, { program: StoredProgram; versions: StoredVersion[] }>();

	async list() {
		return [...this.#programs.values()].map(({ program }) => program).sort((a, b) => compareCodePoints(a.id, b.id));
	}

	async exists(id: string) {
		return this.#programs.has(id);
	}

	async get(id: string) {
		return this.#programs.get(id)?.program ?? null;
	}

	async create(id: string, text: string, nowMs: number) {
		if (this.#programs.has(id)) return false;
		const program: StoredProgram = { id, draft: { text, revision: 1, savedAtMs: nowMs }, newest: null };
		this.#programs.set(id, { program, versions: [] });
		return true;
	}

	async saveDraft(id: string, save: Parameters<ProgramStore['saveDraft']>[1]) {
		const held = this.#programs.get(id);
		const saving = decideSaving(held?.program ?? null, save);
		if (held && saving.kind === 'saved') held.program = { ...held.program, draft: saving.draft };
		return saving;
	}

	async publish(id: string, publication: Parameters<ProgramStore['publish']>[1]) {
		const held = this.#programs.get(id);
		const publishing = decidePublishing(held?.program ?? null, publication);
		if (held && publishing.kind === 'published') {
			held.versions.push(publishing.version);
			held.program = { ...held.program, newest: publishing.version };
		}
		return publishing;
	}

	async versions(id: string) {
		return [...(this.#programs.get(id)?.versions ?? [])].reverse();
	}

	async version(id: string, version: number) {
		return this.#programs.get(id)?.versions.find((candidate) => candidate.version === version) ?? null;
	}

	async versionInForce(id: string, atMs: number) {
		return this.#programs.get(id)?.versions.findLast((version) => version.inForceFromMs <= atMs) ?? null;
	}
}

class MemoryCatalogs implements CatalogStore {
	readonly #catalogs = new Map<string, StoredCatalog>();

	async revision(program: string) {
		return this.#catalogs.get(program)?.revision ?? 0;
	}

	async get(program: string) {
		return this.#catalogs.get(program) ?? { revision: 0, stores: [], items: [] };
	}

	async replace(program: string, { stores, items }: Omit<StoredCatalog, 'revision'>) {
		const revision = (await this.revision(program)) + 1;
		this.#catalogs.set(program, { revision, stores: [...stores], items: [...items] });
		return revision;
	}
}

class MemoryMembers implements MemberStore {
	readonly #members = new Map<string, Map<string, StoredMember>>();
	readonly #ledger: MemoryLedger;

	constructor(ledger: MemoryLedger) {
		this.#ledger = ledger;
	}

	/** The account at this instant, for the ledger's decisions. */
	account(program: string, id: string): MemberAccount | null {
		const member = this.#members.get(program)?.get(id);
		return member ? { ...member, ...this.#ledger.standing(program, id) } : null;
	}

	async get(program: string, id: string) {
		return this.account(program, id);
	}

	async save(program: string, id: string, change: MemberChange) {
		const members = this.#members.get(program) ?? new Map<string, StoredMember>();
		this.#members.set(program, members);
		const before = members.get(id);
		const blank: StoredMember = { id, name: null, birthDate: null, joinedOn: null, placedTier: null };
		members.set(id, { ...blank, ...before, ...change });
		return before ? ('changed' as const) : ('created' as const);
	}

	async list(program: string, { search, after, limit }: Parameters<MemberStore['list']>[1]): Promise<MemberPage> {
		const found = [...(this.#members.get(program)?.values() ?? [])]
			.filter((member) => searchTextOf(member).includes(foldCase(search)))
			.sort((a, b) => compareCodePoints(a.id, b.id));
		const rest = found.filter((member) => after === null || compareCodePoints(member.id, after) > 0);
		const members = rest.slice(0, limit).flatMap(({ id }) => this.account(program, id) ?? []);
		return { members, total: found.length, next: rest.length > limit ? (members.at(-1)?.id ?? null) : null };
	}
}

interface ProgramLedger {
	readonly transactions: Map<string, RecordedTransaction>;
	readonly entries: LedgerEntry[];
}

class MemoryLedger implements LedgerStore {
	readonly #ledgers = new Map<string, ProgramLedger>();
	members: MemoryMembers | null = null;

	/** What the ledger knows of a member. */
	standing(program: string, member: string): Pick<MemberAccount, 'balanceUnits' | 'lifetimeUnits' | 'lastTransactionAtMs'> {
		const { transactions, entries } = this.#ledger(program);
		const newest = entries.findLast(({ account }) => account.kind === 'member' && account.id === member);
		const moments = [...transactions.values()].flatMap((recorded) => (recorded.member === member ? [recorded.atMs] : []));
		return {
			balanceUnits: newest?.balanceAfterUnits ?? 0,
			lifetimeUnits: newest?.lifetimeAfterUnits ?? 0,
			lastTransactionAtMs: moments.length === 0 ? null : Math.max(...moments),
		};
	}

	async find(program: string, transaction: string) {
		return this.#ledger(program).transactions.get(transaction) ?? null;
	}

	async record(
		program: string,
		request: RecordRequest,
		decide: (member: MemberAccount | null) => Decision,
	): Promise<Recording> {
		const { transactions } = this.#ledger(program);
		const before = transactions.get(request.id);
		if (before) return { kind: before.contentHash === request.contentHash ? 'replayed' : 'conflict', transaction: before };
		const decision = decide(this.members?.account(program, request.member) ?? null);
		if (decision.kind === 'refuse') return { kind: 'refused', faults: decision.faults };
		const transaction: RecordedTransaction = { ...request, receipt: decision.receipt, facts: decision.facts };
		for (const posting of decision.postings) this.#append(program, request, decision.receipt, posting);
		transactions.set(request.id, transaction);
		return { kind: 'recorded', transaction };
	}

	#append(program: string, request: RecordRequest, receipt: RecordedReceipt, posting: Posting): void {
		const { entries } = this.#ledger(program);
		const before = posting.account.kind === 'member' ? this.standing(program, posting.account.id) : null;
		entries.push({
			...posting,
			sequence: entries.length + 1,
			transaction: request.id,
			version: receipt.version,
			versionHash: receipt.versionHash,
			atMs: request.atMs,
			recordedAtMs: request.recordedAtMs,
			balanceAfterUnits: before && before.balanceUnits + posting.units,
			lifetimeAfterUnits: before && before.lifetimeUnits + posting.units,
		});
	}

	async entries(
		program: string,
		member: string,
		{ before, limit }: Parameters<LedgerStore['entries']>[2],
	): Promise<EntryPage> {
		const older = this.#ledger(program)
			.entries.filter(({ account, sequence }) => {
				return account.kind === 'member' && account.id === member && (before === null || sequence < before);
			})
			.reverse();
		const entries = older.slice(0, limit);
		return { entries, next: older.length > limit ? (entries.at(-1)?.sequence ?? null) : null };
	}

	async totalsBySource(program: string, fromMs: number, untilMs: number): Promise<SourceTotal[]> {
		const totals = new Map<string, SourceTotal>();
		for (const { account, atMs, source, units } of this.#ledger(program).entries) {
			if (account.kind === 'issued' || atMs < fromMs || atMs >= untilMs) continue;
			const key = `${source.kind} ${source.name}`;
			const before = totals.get(key) ?? { ...source, units: 0, awards: 0 };
			totals.set(key, { ...before, units: before.units + units, awards: before.awards + 1 });
		}
		return [...totals.values()].sort(
			(a, b) => b.units - a.units || compareCodePoints(a.kind, b.kind) || compareCodePoints(a.name, b.name),
		);
	}

	async *everyEntry(program: string) {
		yield* this.#ledger(program).entries;
	}

	#ledger(program: string): ProgramLedger {
		const held = this.#ledgers.get(program) ?? { transactions: new Map(), entries: [] };
		this.#ledgers.set(program, held);
		return held;
	}
}

/** Compares by code points, as UTF-8 bytes compare; `<` on strings would put some letters after emoji. */
function compareCodePoints(a: string, b: string): number {
	const left = Array.from(a);
	const right = Array.from(b);
	for (const [index, letter] of left.entries()) {
		const difference = (letter.codePointAt(0) ?? 0) - (right[index]?.codePointAt(0) ?? -1);
		if (difference !== 0) return difference;
	}
	return left.length - right.length;
}
