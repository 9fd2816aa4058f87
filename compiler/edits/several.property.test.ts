import { applyEdits, type Document, invertEdits, parse } from '#grammar';
import { expect, test } from 'vitest';
import { planOperation, planOperations } from './index.ts';
import type { Operation } from './operation.ts';
import { Chance } from './testing/chance.ts';
import { randomDocument } from './testing/documents.ts';
import { drawn, randomOperation } from './testing/operations.ts';

const cases = Number(process.env['CASES'] ?? 400);
const seed = Number(process.env['SEED'] ?? 20_260_101);

/** An operation that fits a document, and what the document is after it; null where it is refused. */
function step(chance: Chance, text: string, document: Document): { operation: Operation; after: string } | null {
	for (let tries = 0; tries < 8; tries++) {
		const operation = randomOperation(chance, document, chance.pick(drawn))?.operation;
		const planned = operation && planOperation(text, document, operation);
		if (operation && planned?.ok) return { operation, after: applyEdits(text, planned.edits) };
	}
	return null;
}

test('operations planned as one step give what they give one after the other', () => {
	let several = 0;
	for (let index = 0; index < cases; index++) {
		const chance = Chance.seeded(seed + index);
		const text = randomDocument(chance);
		const { document } = parse(text);
		const operations: Operation[] = [];
		let after = text;
		for (let count = 0; count < 3; count++) {
			const next = step(chance, after, parse(after).document);
			if (!next) break;
			operations.push(next.operation);
			after = next.after;
		}
		const planned = planOperations(text, document, operations, 'All of it');
		if (!planned.ok) throw new Error(`SEED=${seed + index}: refused, ${planned.reason}`);
		const whole = applyEdits(text, planned.edits);
		expect({ seed: seed + index, whole }).toEqual({ seed: seed + index, whole: after });
		expect(applyEdits(whole, invertEdits(text, planned.edits)), `SEED=${seed + index}`).toBe(text);
		if (operations.length > 1) several++;
	}
	expect(several).toBeGreaterThan(cases / 2);
}, 120_000);

test('the first refusal is that of all, and no operation leaves no edit', () => {
	const text = 'rule "R" { when { channel is app } earn 1 }';
	const { document } = parse(text);
	const remove: Operation = { kind: 'remove-condition', declaration: 0, condition: 0 };
	expect(planOperations(text, document, [remove, remove], 'Twice')).toMatchObject({ ok: false });
	expect(planOperations(text, document, [], 'Nothing')).toEqual({ ok: true, edits: [], label: 'Nothing' });
});
