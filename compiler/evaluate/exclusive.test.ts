import { describe, expect, it } from 'vitest';
import type { PlanRule } from '../plan/plan.ts';
import { atMost, fraction, member, plan, points, rule, sale, state, times } from './fixtures/plans.ts';
import { evaluateReference } from './reference.ts';

type Picks = 'highest points' | 'highest priority';

/** The names of the rules that stay and awarded, and why the first that lost did. */
function staying(picks: Picks, rules: readonly PlanRule[]) {
	const subject = plan({
		exclusives: [{ name: 'Deals', picks }],
		rules,
		usages: [{ scope: { kind: 'program' }, period: 'day' }],
	});
	const who = member({ usages: [{ units: 100, times: 0 }] });
	const explained = evaluateReference(subject, sale(), state(who));
	return explained.rules.filter(({ whyNot }) => whyNot?.kind !== 'set-lost').map(({ name }) => name);
}

const inSet = (name: string, parts: Partial<PlanRule> = {}) => rule(name, { exclusive: 0, ...parts });
const earning = (count: number) => ({ earns: [points(count)] });

describe('the highest priority', () => {
	it('stays, whatever it gives; of equals the first name', () => {
		expect(staying('highest priority', [inSet('A', earning(50)), inSet('B', { priority: 1, earns: [points(0)] })])).toEqual([
			'B',
		]);
		expect(staying('highest priority', [inSet('B', earning(50)), inSet('A')])).toEqual(['A']);
	});

	it('is among rules that match', () => {
		expect(staying('highest priority', [inSet('A', { priority: 9, event: 'check_in' }), inSet('B')])).toEqual(['A', 'B']);
	});
});

describe('the highest points', () => {
	const triple = inSet('Triple', { earns: [], multipliers: [times('3')] });

	it('are those of the whole transaction: 10 and 15 more, or 10 times 3', () => {
		expect(staying('highest points', [rule('Base'), inSet('Fifteen', earning(15)), triple])).toEqual(['Base', 'Triple']);
		expect(staying('highest points', [rule('Base'), inSet('More', earning(21)), triple])).toEqual(['Base', 'More']);
	});

	it('are counted after limits of the transaction, not of periods', () => {
		const capped = rule('Base', { limits: [atMost(12)] });
		expect(staying('highest points', [capped, inSet('Fifteen', earning(15)), triple])).toEqual(['Base', 'Fifteen']);
		const usedUp = inSet('Used up', { ...earning(50), limits: [atMost(100, { usage: 0 })] });
		expect(staying('highest points', [usedUp, inSet('Left', earning(10))])).toEqual(['Used up']);
	});

	it('of equals the higher priority stays, then the first name', () => {
		expect(staying('highest points', [inSet('A'), inSet('B', { priority: 1 })])).toEqual(['B']);
		expect(staying('highest points', [inSet('B'), inSet('A')])).toEqual(['A']);
	});

	it('are decided after what goes by priority, one set after the other', () => {
		const subject = plan({
			exclusives: [
				{ name: 'Points', picks: 'highest points' },
				{ name: 'Priority', picks: 'highest priority' },
			],
			rules: [
				rule('Base'),
				rule('Twenty', { exclusive: 0, earns: [points(20)] }),
				rule('Triple', { exclusive: 0, earns: [], multipliers: [times('3')] }),
				// Tripled, this one would decide the first set; it loses its own.
				rule('Large', { exclusive: 1, earns: [points(1_000)] }),
				rule('First', { exclusive: 1, priority: 1, earns: [points(0)] }),
			],
		});
		const { outcome, rules } = evaluateReference(subject, sale(), state());
		// 10 × 3 is as much as 10 + 20; of equals the first name stays.
		expect(outcome).toMatchObject({ totalUnits: 30, change: { usedRules: [0, 2] } });
		expect(rules.map(({ whyNot }) => whyNot)).toEqual([
			null,
			{ kind: 'set-lost', exclusive: 0, to: 2, by: fraction('0') },
			null,
			{ kind: 'set-lost', exclusive: 1, to: 4, by: null },
			{ kind: 'zero-points' },
		]);
	});
});
