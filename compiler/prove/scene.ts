/** A test of the text as the evaluators see it: the state as it was before, and a transaction. */
import type { Span, TestDeclaration, TestEvent, TestMember } from '#grammar';
import type { Catalog } from '../domain/catalog.ts';
import { type EvaluationState, stateOf } from '../domain/member.ts';
import type { Transaction } from '../domain/transaction.ts';
import type { Plan } from '../plan/plan.ts';
import { happeningOf } from './happening.ts';
import { memberOf, referredOf } from './member.ts';
import type { Obstacle } from './result.ts';

/** What a test tells of. */
export interface Scene {
	readonly transaction: Transaction;
	readonly state: EvaluationState;
}

/** Notes what keeps a test from being run; the first thing is what its author is told. */
export type Stop = (kind: Obstacle['kind'], at: Span, reason: string) => void;

/**
 * Lowers a test of a program without errors: its names, amounts and sums were checked already. Where it leaves the member out,
 * what happens is a newcomer's; whoever is brought on a referral is one too.
 */
export function sceneOf(test: TestDeclaration, plan: Plan, catalog: Catalog | null): Scene | Obstacle {
	const obstacles: Obstacle[] = [];
	const stop: Stop = (kind, at, reason) => {
		obstacles.push({ kind, at, reason });
	};
	const told = test.clauses.find((clause): clause is TestMember => clause.kind === 'test-member');
	const member = memberOf(told?.facts ?? [], plan, stop);
	const event = test.clauses.find((clause): clause is TestEvent => clause.kind === 'test-event');
	const transaction = event ? happeningOf(event, plan, catalog, stop) : null;
	if (!event) stop('refused', test.span, 'The test does not say what happens. Add `purchase at …`.');
	const referred = transaction?.event === 'referral' ? referredOf(plan, stop) : null;
	const [obstacle] = obstacles;
	if (obstacle) return obstacle;
	if (!transaction) throw new Error('A test without a transaction must say why');
	return { transaction: { ...transaction, member: member.id }, state: { ...stateOf(plan, member), referred } };
}
