/** A test of the text as the evaluators see it: a member as it was before, and a transaction. */
import type { Span, TestDeclaration, TestEvent, TestMember } from '#grammar';
import type { Catalog } from '../domain/catalog.ts';
import type { MemberState } from '../domain/member.ts';
import type { Transaction } from '../domain/transaction.ts';
import type { Plan } from '../plan/plan.ts';
import { memberOf } from './member.ts';
import { purchaseOf } from './purchase.ts';
import type { Obstacle } from './result.ts';

/** What a test tells of. */
export interface Scene {
	readonly transaction: Transaction;
	readonly member: MemberState;
}

/** Notes what keeps a test from being run; the first thing is what its author is told. */
export type Stop = (kind: Obstacle['kind'], at: Span, reason: string) => void;

/**
 * Lowers a test of a program without errors: its names, amounts and sums were checked already. Where it leaves the member out,
 * the sale is a newcomer's.
 */
export function sceneOf(test: TestDeclaration, plan: Plan, catalog: Catalog | null): Scene | Obstacle {
	const obstacles: Obstacle[] = [];
	const stop: Stop = (kind, at, reason) => {
		obstacles.push({ kind, at, reason });
	};
	const told = test.clauses.find((clause): clause is TestMember => clause.kind === 'test-member');
	const member = memberOf(told?.facts ?? [], plan, stop);
	const event = test.clauses.find((clause): clause is TestEvent => clause.kind === 'test-event');
	const transaction = event ? purchaseOf(event, plan, catalog, stop) : null;
	if (!event) stop('refused', test.span, 'The test does not say what happens. Add `purchase at …`.');
	for (const clause of test.clauses) {
		if (clause.kind === 'expect' && clause.recipient)
			stop('not-evaluated-yet', clause.recipient.span, 'Points `for` one side of a referral are not evaluated yet.');
	}
	const [obstacle] = obstacles;
	if (obstacle) return obstacle;
	if (!transaction) throw new Error('A test without a transaction must say why');
	return { transaction: { ...transaction, member: member.id }, member };
}
