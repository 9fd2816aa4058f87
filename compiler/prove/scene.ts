/** A test of the text as the evaluators see it: what stood before, and what happens then. */
import {
	type Phrase,
	phrase,
	phraseInEnglish,
	type Span,
	type TestDeclaration,
	type TestMember,
	type TestReturn,
} from '#grammar';
import { dateOfEpochDay } from '../domain/calendar.ts';
import type { Catalog } from '../domain/catalog.ts';
import type { EvaluationState } from '../domain/member.ts';
import { localClock } from '../domain/timezone.ts';
import type { Transaction } from '../domain/transaction.ts';
import type { Plan } from '../plan/plan.ts';
import { newStanding, type Standing, stateAt, tierInYear } from '../standing/index.ts';
import { happeningOf } from './happening.ts';
import { memberOf, toldTier } from './member.ts';
import type { Obstacle } from './result.ts';

/** What a test tells of. */
export interface Scene {
	readonly before: Standing;
	/** The tier that is told of the member as it was before; null where the numbers say it. */
	readonly tier: string | null;
	/** In their order. */
	readonly transactions: readonly Transaction[];
	/** Everything that the test tells, in its order; at least one. */
	readonly steps: readonly Step[];
}

/** Something that a test tells, in its place. */
export type Step =
	| { readonly kind: 'happens'; readonly transaction: Transaction }
	| { readonly kind: 'returns'; readonly clause: TestReturn }
	| { readonly kind: 'spends' };

/** One transaction and what it is evaluated against. */
export interface Act {
	readonly transaction: Transaction;
	readonly state: EvaluationState;
}

/** Notes what keeps a test from being run; the first thing is what its author is told. */
export type Stop = (at: Span, says: Phrase) => void;

/** What keeps a test from being run, as it is told. */
export function obstacle(at: Span, says: Phrase): Obstacle {
	return { kind: 'refused', at, reason: phraseInEnglish(says), says };
}

/**
 * Lowers a test of a program without errors: its names, amounts and sums were checked already. Where it leaves the member out,
 * what happens is a newcomer's.
 */
export function sceneOf(test: TestDeclaration, plan: Plan, catalog: Catalog | null): Scene | Obstacle {
	const obstacles: Obstacle[] = [];
	const stop: Stop = (at, says) => {
		obstacles.push(obstacle(at, says));
	};
	const facts = test.clauses.find((clause): clause is TestMember => clause.kind === 'test-member')?.facts ?? [];
	const member = memberOf(facts, plan, stop);
	const steps = test.clauses.flatMap((clause): Step[] => {
		if (clause.kind === 'test-return') return [{ kind: 'returns', clause }];
		if (clause.kind === 'test-spend') return [{ kind: 'spends' }];
		const transaction = clause.kind === 'test-event' ? happeningOf(clause, plan, catalog, stop) : null;
		return transaction ? [{ kind: 'happens', transaction: { ...transaction, member: member.id } }] : [];
	});
	const isTold = test.clauses.some(({ kind }) => kind === 'test-event' || kind === 'test-spend');
	if (!isTold) stop(test.span, phrase('The test does not say what happens. Add `purchase at …`.'));
	const scene: Scene = {
		before: { member, referred: null, budgets: {} },
		tier: toldTier(facts),
		transactions: steps.flatMap((step) => (step.kind === 'happens' ? [step.transaction] : [])),
		steps,
	};
	if (obstacles.length === 0) checkTierLater(test.span, scene, plan, stop);
	return obstacles[0] ?? scene;
}

/** A tier that is told must say in which one the member is at later events too. */
function checkTierLater(at: Span, { before, tier, transactions }: Scene, plan: Plan, stop: Stop): void {
	const clock = localClock(plan.program.timezone);
	const years = transactions.map(({ atMs }) => dateOfEpochDay(clock?.(atMs).day ?? 0).year);
	const [first = 0] = years;
	if (tier === null || !before.member || transactions.length < 2) return;
	const isYearly = plan.tiers.by === 'points per year' || plan.tiers.by === 'spend per year';
	if (isYearly && !plan.tiers.movedByHand && years.some((year) => year !== first)) {
		stop(at, phrase('tier of another year', { tier }));
	} else if (tierInYear(plan, before.member, first)?.name !== tier) {
		stop(at, phrase('too many points for the tier', { tier }));
	}
}

/** What the next transaction of a scene is evaluated against. Whoever is brought on a referral is a newcomer each time. */
export function actOf(
	plan: Plan,
	standing: Standing,
	{ transactions, tier }: Scene,
	transaction: Transaction,
): Act & { readonly standing: Standing } {
	const isReferral = transaction.event === 'referral';
	const now = { ...standing, referred: isReferral ? newStanding({ id: 'referred' }) : null };
	const state = stateAt(plan, now, transaction.atMs);
	const isFirst = transaction === transactions[0];
	const member = state.member && isFirst && tier !== null ? { ...state.member, tier } : state.member;
	return { transaction, state: { ...state, member }, standing: now };
}
