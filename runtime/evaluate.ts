/** What a transaction would earn, and why. */
import {
	type ChangesOfRule,
	evaluateReference,
	type Explanation,
	type LocalDate,
	type MemberState,
	type Plan,
	smallestChanges,
	stateOf,
} from '#compiler';
import type { Problem } from '#grammar';
import type { Fault } from './fault.ts';
import type { Runnable } from './prepared.ts';
import { type Reading, readTransaction } from './reading.ts';
import { checkTransaction } from './receive.ts';
import { type Receipt, receiptAwards } from './receipt.ts';
import { notKept, tooManyPoints, unknownMember, unknownTier } from './refusals.ts';
import type { StoredVersion } from './stores.ts';
import { memberState } from './tiers.ts';
import { chooseVersion, runnableOf, type World } from './world.ts';

/** What to evaluate, by which text, and as whom. */
export interface EvaluateRequest {
	/** As it arrived. */
	readonly transaction: unknown;
	/** The version in force at the transaction's moment, the draft, or a version by number. */
	readonly against: 'published' | 'draft' | number;
	/** A made-up member instead of the one that the transaction names: a new one, apart from what is said here. */
	readonly asMember: { readonly tier: string | null; readonly birthDate: LocalDate | null } | null;
}

/** Places of faults are those of the {@link EvaluateRequest}. */
export type Evaluation =
	| {
			readonly kind: 'evaluated';
			readonly receipt: Receipt;
			readonly explanation: Explanation;
			/** What would have to be otherwise, for each rule of the explanation in its order. */
			readonly changes: readonly ChangesOfRule[];
			readonly plan: Plan;
			/** The program's text, in which the plan's spans lie. */
			readonly source: string;
	  }
	| { readonly kind: 'refused'; readonly faults: readonly Fault[] }
	| { readonly kind: 'program-has-errors'; readonly problems: readonly Problem[] }
	| { readonly kind: 'nothing-published' }
	| { readonly kind: 'unknown-version' };

/** Evaluates without recording. Never touches the ledger. */
export async function evaluate(world: World, program: string, request: EvaluateRequest): Promise<Evaluation> {
	const { reading, faults } = readTransaction(request.transaction);
	const text = await chooseText(world, program, request.against, reading);
	if ('kind' in text) return text;
	const { plan } = text.runnable;
	const catalog = await world.catalogs.index(program);
	const found = [...faults, ...text.faults];
	const received = reading
		? checkTransaction(reading, found, { plan, catalog, nowMs: world.now() })
		: { ok: false as const, faults };
	const member = await evaluatedMember(world, program, text, request, reading);
	const inTransaction = received.ok ? [] : received.faults.map((fault) => ({ ...fault, path: `/transaction${fault.path}` }));
	if (!received.ok || 'faults' in member) {
		return { kind: 'refused', faults: [...inTransaction, ...('faults' in member ? member.faults : [])] };
	}
	const state = stateOf(plan, member.state);
	const explanation = evaluateReference(plan, received.transaction, state);
	const { outcome } = explanation;
	if (outcome.kind === 'too-large') {
		return { kind: 'refused', faults: [{ ...tooManyPoints(outcome.source.name), path: '/transaction' }] };
	}
	const receipt: Receipt = {
		transaction: received.transaction.id,
		member: request.asMember ? null : received.transaction.member,
		version: text.version,
		versionHash: text.hash,
		pointDecimals: plan.program.pointDecimals,
		totalUnits: outcome.totalUnits,
		awards: receiptAwards(outcome),
	};
	const changes = smallestChanges(plan, received.transaction, state, explanation);
	return { kind: 'evaluated', receipt, explanation, changes, plan, source: text.source };
}

interface ChosenText {
	readonly source: string;
	readonly hash: string;
	readonly version: number | null;
	readonly runnable: Runnable;
	/** What a stored member cannot be evaluated with, because it is not kept. */
	readonly notRecorded: readonly Problem[];
	readonly faults: readonly Fault[];
}

async function chooseText(
	world: World,
	program: string,
	against: EvaluateRequest['against'],
	reading: Reading | null,
): Promise<ChosenText | Exclude<Evaluation, { kind: 'evaluated' | 'refused' }>> {
	if (against === 'draft') {
		const source = (await world.stores.programs.get(program))?.draft.text ?? '';
		const { hash, runnable, compilation, notRecorded } = world.programs.get(source, world.hash(source));
		if (!runnable) return { kind: 'program-has-errors', problems: compilation.problems };
		return { source, hash, version: null, runnable, notRecorded, faults: [] };
	}
	if (against === 'published') {
		const choice = await chooseVersion(world, program, reading?.atMs ?? null);
		if (!choice) return { kind: 'nothing-published' };
		return publishedText(choice.version, choice.runnable, choice.faults);
	}
	const version = await world.stores.programs.version(program, against);
	return version ? publishedText(version, runnableOf(world, version), []) : { kind: 'unknown-version' };
}

function publishedText({ text, hash, version }: StoredVersion, runnable: Runnable, faults: readonly Fault[]): ChosenText {
	return { source: text, hash, version, runnable, notRecorded: [], faults };
}

async function evaluatedMember(
	world: World,
	program: string,
	{ runnable: { plan }, notRecorded }: ChosenText,
	{ asMember }: EvaluateRequest,
	reading: Reading | null,
): Promise<{ readonly state: MemberState | null } | { readonly faults: readonly Fault[] }> {
	const id = reading?.member ?? '';
	if (asMember) {
		const names = plan.tiers.steps.map((step) => step.name);
		if (asMember.tier !== null && !names.includes(asMember.tier)) {
			return { faults: [unknownTier('/asMember/tier', asMember.tier, names)] };
		}
		const newcomer = memberState(plan, { id, birthDate: asMember.birthDate, lifetimeUnits: 0, placedTier: asMember.tier });
		// Whoever asks for a tier means that tier, below one that points would give as well.
		return { state: asMember.tier === null ? newcomer : { ...newcomer, tier: asMember.tier } };
	}
	if (id === '') return { state: null };
	const account = await world.stores.members.get(program, id);
	if (!account) return { faults: [{ ...unknownMember(id), path: '/transaction/member' }] };
	const [first] = notRecorded;
	return first ? { faults: [notKept('/transaction/member', first)] } : { state: memberState(plan, account) };
}
