import type { RuleDeclaration } from '#grammar';
import type { LocalDate, Transaction } from '#compiler';
import { barePurchase } from '../preview/bare-purchase.ts';
import type { Tried } from './sample-test.ts';

/** The purchase that stands in a sample, and who makes it. */
export interface SamplePurchase {
	readonly transaction: Transaction;
	readonly tier: string | null;
	readonly birthDate: LocalDate | null;
}

/**
 * What a test of a rule begins with: the sample's purchase, or the event that the rule is about, at the same moment. Null: a test of
 * everything that a purchase earns.
 */
export function triedOfRule(rule: RuleDeclaration | null, sample: SamplePurchase, name: string): Tried {
	const event = rule ? eventOf(rule) : 'purchase';
	const { transaction } = sample;
	const isPurchase = event === 'purchase';
	const earns = rule?.clauses.some(({ kind }) => kind === 'earn') ?? false;
	return {
		...sample,
		name,
		transaction: isPurchase ? transaction : { ...barePurchase([]), event, atMs: transaction.atMs },
		// A rule that only multiplies earns nothing itself: it shows in what the others do.
		expects: [earns && rule?.name.kind === 'name' ? { kind: 'rule', name: rule.name.text } : { kind: 'total' }],
	};
}

function eventOf({ on }: RuleDeclaration): Transaction['event'] {
	if (on?.kind !== 'event' || on.event === 'any') return 'purchase';
	if (on.event !== 'custom') return on.event;
	return on.name?.kind === 'name' ? { custom: on.name.text } : 'purchase';
}
