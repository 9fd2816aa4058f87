import { describe, expect, it } from 'vitest';
import { applyEdits, type AtLeastClause, type AtMostClause, parse, type WorthClause } from '#grammar';
import { compile } from '#compiler';
import { type Operation, planOperation } from '#compiler/edits';
import { barePurchase } from '../../../preview/bare-purchase.ts';
import { clauseWish } from '../parts/clause-wish.ts';
import { clauseOf, declarationsOf } from '../parts/declared.ts';
import { redemptionExample } from './redemption-example.ts';
import { durationNode, expiryNode, formOf, type MomentForm, withLeast, withShare, withWorth } from './spending-nodes.ts';

const HEAD = 'program "Shop" {\n  currency AED\n  timezone "Asia/Dubai"\n}\n\n';
const FILTER = 'filter "Net" = total excluding taxes, fees, tip\n\n';

function done(text: string, operation: Operation): string {
	const planned = planOperation(text, parse(text).document, operation);
	if (!planned.ok) throw new Error(planned.reason);
	return applyEdits(text, planned.edits);
}

/** Does to a redemption what its fields do, and answers what then stands in its braces. */
function redemptionAfter(inside: string, kind: 'worth' | 'at-most' | 'at-least', next: Record<string, string>): string {
	const text = `${HEAD}redemption { ${inside} }\n`;
	const [declared] = declarationsOf(parse(text).document, 'redemption');
	const clause = declared?.part.clauses.find((each) => each.kind === kind);
	if (!declared || !clause || clause.kind === 'raw') throw new Error(`No ${kind} in ${inside}`);
	const place = { declaration: declared.path, kind, span: clause.span };
	const after = done(text, clauseWish(place, changed(clause, next)));
	return after.slice(after.indexOf('redemption {') + 13, after.lastIndexOf(' }'));
}

function changed(clause: WorthClause | AtMostClause | AtLeastClause, next: Record<string, string>) {
	if (clause.kind === 'worth') return withWorth(clause, next, 'AED');
	return clause.kind === 'at-most' ? withShare(clause, next) : withLeast(clause, next);
}

function expiryIn(text: string) {
	const [declared] = declarationsOf(parse(text).document, 'expiry');
	if (!declared) throw new Error('No expiry');
	const { part, path } = declared;
	return {
		declaration: path,
		available: clauseOf(part.clauses, 'available'),
		expires: clauseOf(part.clauses, 'expires'),
	};
}

describe('the fields about paying with points', () => {
	it('change what a redemption says, and nothing around it', () => {
		expect(redemptionAfter('100 points = 1 AED /* kept */', 'worth', { points: '50' })).toContain('50 points = 1 AED');
		expect(redemptionAfter('100 points = 1 AED', 'worth', { amount: '2.50' })).toBe('100 points = 2.50 AED');
		expect(redemptionAfter('100 points = 1 USD', 'worth', { amount: '2' })).toBe('100 points = 2 USD');
		expect(redemptionAfter('at most 50% of "Net"', 'at-most', { percent: '12.5' })).toBe('at most 12.5% of "Net"');
		expect(redemptionAfter('at most 50% of "Net"', 'at-most', { filter: 'Food' })).toBe('at most 50% of "Food"');
		expect(redemptionAfter('at least 200 points in steps of 100', 'at-least', { points: '300' })).toBe(
			'at least 300 points in steps of 100',
		);
		expect(redemptionAfter('at least 200 points', 'at-least', { steps: '100' })).toBe('at least 200 points in steps of 100');
		expect(redemptionAfter('at least 200 points in steps of 100', 'at-least', { steps: '' })).toBe('at least 200 points');
	});

	it('fill one hole while another is left', () => {
		expect(redemptionAfter('100 points = AED', 'worth', { points: '50' })).toBe('50 points = AED');
		expect(redemptionAfter('100 points =', 'worth', { amount: '1' })).toBe('100 points = 1 AED');
		expect(redemptionAfter('at most', 'at-most', { filter: 'Net' })).toBe('at most of "Net"');
		expect(redemptionAfter('at most of "Net"', 'at-most', { percent: '50' })).toBe('at most 50% of "Net"');
		expect(redemptionAfter('at least', 'at-least', { points: '200' })).toBe('at least 200 points');
	});
});

describe('the fields about how long points last', () => {
	const usual = durationNode('12', 'month');
	const forms: readonly [MomentForm, string][] = [
		['duration', 'after 12 months'],
		['inactive', 'after 12 months without activity'],
		['month', 'at month end'],
		['year', 'at year end'],
	];

	it.each(forms)('write %s', (form, words) => {
		const before = `${HEAD}expiry { available after 14 days  expires after 1 day }\n`;
		const { declaration } = expiryIn(before);
		const text = done(
			before,
			clauseWish({ declaration, kind: 'expires', span: null }, expiryNode('expires', form, undefined, usual)),
		);
		expect(text).toContain(`available after 14 days  expires ${words} }`);
		const { available, expires } = expiryIn(text);
		expect([available, expires].map((clause) => clause && formOf(clause))).toEqual(['duration', form]);
	});

	it('keep the time where its beginning changes, and name one by its number', () => {
		const { declaration, expires } = expiryIn(`${HEAD}expiry { expires after 6 weeks }\n`);
		const inactive = expiryNode('expires', 'inactive', expires?.moment, usual);
		const wish = (node: typeof inactive) => clauseWish({ declaration, kind: 'expires', span: null }, node);
		expect(wish(inactive)).toMatchObject({ text: 'expires after 6 weeks without activity' });
		const one = { kind: 'available', moment: durationNode('1', 'year') } as const;
		expect(wish(one)).toMatchObject({ text: 'available after 1 year' });
	});
});

describe('the example of paying with points', () => {
	const planOf = (redemption: string) => {
		const { plan, problems } = compile(`${HEAD}${FILTER}redemption { ${redemption} }\n`);
		if (!plan) throw new Error(problems.map(({ message }) => message).join());
		return plan;
	};
	const line = (amountMinor: number) => ({
		sku: 'LATTE',
		category: null,
		subcategory: null,
		combo: null,
		quantityThousandths: 1_000,
		amountMinor,
	});

	it('is the sample where something is bought in it, and 100.00 otherwise', () => {
		const plan = planOf('100 points = 1 AED at most 50% of "Net" at least 200 points in steps of 100');
		const sample = { ...barePurchase([line(4_250)]), taxesMinor: 500 };
		expect(redemptionExample(plan, sample)).toMatchObject({
			orderMinor: 4_750,
			isSample: true,
			most: { units: 2_100, worthMinor: 2_100, limit: { kind: 'share', mostMinor: 2_125 } },
			least: { units: 200, worthMinor: 200 },
		});
		for (const nothing of [null, barePurchase([line(0)])]) {
			expect(redemptionExample(plan, nothing)).toMatchObject({
				orderMinor: 10_000,
				isSample: false,
				most: { units: 5_000, worthMinor: 5_000 },
			});
		}
	});

	it('pays the whole order where no share is said, and nothing where the least is more', () => {
		expect(redemptionExample(planOf('10 points = 1 AED'), null)).toMatchObject({
			most: { units: 1_000, worthMinor: 10_000, limit: { kind: 'total' } },
			least: null,
		});
		expect(redemptionExample(planOf('1 point = 1 AED at least 200 points'), null)).toMatchObject({
			most: { units: 0, limit: { kind: 'total' } },
			least: { units: 200, worthMinor: 20_000 },
		});
		const { plan } = compile(HEAD);
		expect(plan && redemptionExample(plan, null)).toBeNull();
	});
});
