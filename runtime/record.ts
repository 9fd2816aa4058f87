/** Recording a transaction: once, with everything that is wrong said at once. */
import { MAX_POINT_UNITS, stateOf, type Transaction, unreachable } from '#compiler';
import { contentOf } from './content.ts';
import type { Fault } from './fault.ts';
import { postingsOf } from './ledger.ts';
import { type Reading, readTransaction } from './reading.ts';
import { checkTransaction } from './receive.ts';
import { type Receipt, receiptAwards, type RecordedReceipt } from './receipt.ts';
import { balanceFull, tooManyPoints, unknownMember } from './refusals.ts';
import type { Decision, MemberAccount } from './stores.ts';
import { memberState } from './tiers.ts';
import { chooseVersion, type VersionChoice, type World } from './world.ts';

/** What came of a transaction. */
export type RecordReply =
	| { readonly kind: 'recorded' | 'replayed'; readonly receipt: Receipt }
	/** Another content was recorded under this id. */
	| { readonly kind: 'conflict' }
	| { readonly kind: 'refused'; readonly faults: readonly Fault[] }
	| { readonly kind: 'nothing-published' };

/** Receives, evaluates and records. A repetition is answered before anything else: program, catalogue and clock may have moved on. */
export async function record(world: World, program: string, wire: unknown): Promise<RecordReply> {
	const { ledger } = world.stores;
	const { reading, faults } = readTransaction(wire);
	if (!reading) return { kind: 'refused', faults };
	const contentHash = world.hash(contentOf(reading));
	const before = faults.length === 0 && reading.id !== null ? await ledger.find(program, reading.id) : null;
	if (before)
		return before.contentHash === contentHash ? { kind: 'replayed', receipt: before.receipt } : { kind: 'conflict' };

	const choice = await chooseVersion(world, program, reading.atMs);
	if (!choice) return { kind: 'nothing-published' };
	const nowMs = world.now();
	const known = [...faults, ...choice.faults, ...(await faultsOfMember(world, program, reading, faults))];
	const catalog = await world.catalogs.index(program);
	const received = checkTransaction(reading, known, { plan: choice.runnable.plan, catalog, nowMs });
	if (!received.ok) return { kind: 'refused', faults: received.faults };

	const { transaction } = received;
	const member = transaction.member ?? '';
	const request = { id: transaction.id, member, contentHash, atMs: transaction.atMs, recordedAtMs: nowMs };
	const recording = await ledger.record(program, request, (account) => decide(choice, transaction, account));
	switch (recording.kind) {
		case 'recorded':
		case 'replayed':
			return { kind: recording.kind, receipt: recording.transaction.receipt };
		case 'conflict':
			return { kind: 'conflict' };
		case 'refused':
			return recording;
		default:
			return unreachable(recording);
	}
}

/** What a transaction earns a member in this state. Called while nobody else can change it. */
function decide({ version, runnable }: VersionChoice, transaction: Transaction, account: MemberAccount | null): Decision {
	if (!account) return refusal(unknownMember(transaction.member ?? ''));
	const state = stateOf(runnable.plan, memberState(runnable.plan, account));
	const outcome = runnable.run(transaction, state);
	if (outcome.kind === 'too-large') return refusal(tooManyPoints(outcome.source.name));
	if (account.lifetimeUnits + outcome.totalUnits > MAX_POINT_UNITS) return refusal(balanceFull(account.id));
	const receipt: RecordedReceipt = {
		transaction: transaction.id,
		member: account.id,
		version: version.version,
		versionHash: version.hash,
		pointDecimals: runnable.plan.program.pointDecimals,
		totalUnits: outcome.totalUnits,
		awards: receiptAwards(outcome),
	};
	const facts = JSON.stringify({ transaction, ...state });
	return { kind: 'post', receipt, facts, postings: postingsOf(receipt, account.id) };
}

function refusal(fault: Fault): Decision {
	return { kind: 'refuse', faults: [fault] };
}

async function faultsOfMember(
	world: World,
	program: string,
	{ member }: Reading,
	faults: readonly Fault[],
): Promise<Fault[]> {
	if (faults.some(({ path }) => path === '/member')) return [];
	if (member === null) {
		const message =
			'The transaction names no member, so there is nobody to give points to. Send `member`, or evaluate it only.';
		return [{ path: '/member', code: 'member-missing', message }];
	}
	return (await world.stores.members.get(program, member)) ? [] : [unknownMember(member)];
}
