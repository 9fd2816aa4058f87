/** Whoever evaluates without reasons pays nothing for them: the fast evaluators have none to give and none to lean on. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { Random } from './fixtures/random.ts';
import { randomPlan } from './fixtures/random-plan.ts';
import { Edges } from './fixtures/random-sale.ts';
import { emit, type Evaluate } from './index.ts';
import type { Outcome } from './outcome.ts';

const ROOMS = ['emit', 'closures', 'fast'];
const REASONS = /from '\.\.\/(?:nearest\/|spans|words|seen-words|failure-words|spend-words)/;
const SEED = Number(process.env['SEED'] ?? Date.now() % 1_000_000_007);

describe('evaluating without reasons', () => {
	it.each(ROOMS)('leans on no words, changes or stretches of text in the room %s', (room) => {
		const folder = new URL(`./${room}/`, import.meta.url);
		const files = readdirSync(folder).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
		expect(files.length).toBeGreaterThan(0);
		expect(files.filter((name) => REASONS.test(readFileSync(new URL(name, folder), 'utf8')))).toEqual([]);
	});

	it('answers with what is recorded, and nothing more', () => {
		expectTypeOf<ReturnType<Evaluate>>().toEqualTypeOf<Outcome>();
		const random = new Random(SEED);
		const keys = new Set<string>();
		for (let i = 0; i < 100; i++) {
			const plan = randomPlan(random, random.chance(50));
			const edges = new Edges(plan);
			const transaction = edges.transaction(random);
			const outcome = emit(plan)(transaction, edges.state(random, transaction));
			for (const key of [outcome, ...(outcome.kind === 'awarded' ? outcome.awards : [])].flatMap(Object.keys)) keys.add(key);
		}
		const known = new Set([
			'kind',
			'awards',
			'totalUnits',
			'referredUnits',
			'change',
			'source',
			'recipient',
			'wantedUnits',
			'givenUnits',
		]);
		expect([SEED, ...[...keys].filter((key) => !known.has(key))]).toEqual([SEED]);
	});
});
