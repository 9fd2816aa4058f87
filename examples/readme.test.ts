/** What the README shows must be so. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compile, evaluateReference, newcomer, type Plan, runTests, stateOf } from '#compiler';
import { EMPTY_CATALOG, indexCatalog, receiveTransaction } from '#runtime';
import { describe, expect, it } from 'vitest';
import { bluebird } from './index.ts';

const readme = readFileSync(join(import.meta.dirname, '..', 'README.md'), 'utf8');
const blocks = [...readme.matchAll(/^```(\w+)\n(.*?)^```$/gms)].map(([, language, text]) => ({
	language,
	text: text ?? '',
}));
const block = (language: string, containing: string) =>
	blocks.find((each) => each.language === language && each.text.includes(containing))?.text ?? '';

function awardsOf(plan: Plan, wire: unknown, tier: string, catalog = EMPTY_CATALOG) {
	const received = receiveTransaction(wire, { plan, catalog, nowMs: null });
	if (!received.ok) throw new Error(JSON.stringify(received.faults));
	const { outcome } = evaluateReference(plan, received.transaction, stateOf(plan, newcomer(plan, { id: 'M', tier })));
	if (outcome.kind === 'too-large') throw new Error('too large');
	return outcome.awards.map(({ source, givenUnits, wantedUnits }) => ({
		source: source.kind,
		name: source.name,
		points: givenUnits,
		wanted: wantedUnits,
	}));
}

describe('the README', () => {
	it('shows a program without problems, and says what it earns', () => {
		const { plan, problems } = compile(block('earn', 'program'));
		expect(problems).toEqual([]);
		const order = {
			id: 'T',
			at: '2026-02-07T12:30:00+04:00',
			channel: 'app',
			items: [{ sku: 'SALAD', category: 'Kitchen', amount: '64.00' }],
		};
		expect(awardsOf(plan as Plan, order, 'Gold')).toMatchObject([{ points: 207 }, { points: 192 }]);
		expect(runTests(compile(block('earn', 'program'))).map(({ kind }) => kind)).toEqual(['passed']);
		expect(readme).toContain('= 207 points');
		expect(readme).toContain('= 192 from the');
	});

	it('shows the answer that its transaction gets', () => {
		const sent: unknown = JSON.parse(/-d '(.*?)'/s.exec(block('sh', 'curl'))?.[1] ?? '');
		const shown = JSON.parse(block('json', 'awards')) as { points: number; awards: unknown };
		const stores = bluebird.catalog.stores.map((store) => ({
			...store,
			chain: store.chain ?? null,
			city: store.city ?? null,
		}));
		const items = bluebird.catalog.items.map(({ sku, category, subcategory }) => ({
			sku,
			category: category ?? null,
			subcategory: subcategory ?? null,
		}));
		const { plan } = compile(bluebird.programText);
		const awards = awardsOf(plan as Plan, sent, 'Bronze', indexCatalog({ stores, items }));
		expect(shown.awards).toEqual(awards);
		expect(shown.points).toBe(awards.reduce((sum, { points }) => sum + points, 0));
	});
});
