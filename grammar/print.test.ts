import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Node } from './ast.ts';
import { allKinds } from './children.ts';
import {
	type Fragment,
	parse,
	parseCampaignClause,
	parseCondition,
	parseEventFact,
	parseExpiryClause,
	parseFormula,
	parseMemberFact,
	parseRedemptionClause,
	parseRuleClause,
	parseTestClause,
} from './parse.ts';
import { stripSpans } from './plain.ts';
import { print } from './print.ts';
import { printName } from './print-values.ts';
import * as random from './testing/random-tree.ts';

const seed = Number(process.env['SEED'] ?? Date.now() % 2 ** 31);

// ---------------------------------------------------------------- the law

/** Every kind of node, but for the document itself and for holes: those are not printed. */
const kinds = allKinds.filter((kind) => kind !== 'document' && kind !== 'missing');

describe('parse(print(tree)) is the tree', () => {
	it('for random programs', () => {
		const seen = new Map<string, number>();
		const law = fc.property(random.document, (tree) => {
			count(tree, seen);
			const { document, problems } = parse(print(tree));
			expect(stripSpans(document)).toEqual(tree);
			expect(problems).toHaveLength(countRaw(tree));
		});
		fc.assert(law, { numRuns: 1_500, seed });
		// The programs must have had everything in them, and often: the rarest kind comes about forty times.
		expect(kinds.filter((kind) => (seen.get(kind) ?? 0) < 10)).toEqual([]);
	});

	const parts: readonly [string, random.Tree, (text: string) => Fragment<Node>][] = [
		['clauses of a rule', random.ruleClause, parseRuleClause],
		['conditions', random.condition, parseCondition],
		['clauses of a campaign', random.campaignClause, parseCampaignClause],
		['clauses of a redemption', random.redemptionClause, parseRedemptionClause],
		['clauses of an expiry', random.expiryClause, parseExpiryClause],
		['parts of a test', random.testClause, parseTestClause],
		['facts of a member', random.memberFact, parseMemberFact],
		['facts of an event', random.eventFact, parseEventFact],
	];

	it.each(parts)('for random %s, at any indentation', (_, trees, parsePart) => {
		const law = fc.property(trees, fc.constantFrom('', '\t', '    '), (tree, indent) => {
			expect(stripSpans(parsePart(print(tree, indent)).node)).toEqual(tree);
		});
		fc.assert(law, { numRuns: 600, seed });
	});

	it.each([
		'channel is',
		'channel is , web',
		'order type is pickup,',
		'spend >= 50',
		'spend "Food" >=',
		'spend "Food"',
		'spend "Food" between 5 and',
		'birthday',
		'birthday within',
		'on Mon to',
		'on Mon between and 14:00',
		'store is chain',
		'quantity "Coffee" between',
		'purchase number is every',
		'balance >=',
		'anniversary',
		'payment_method is not',
		'basket_weight between 1 and',
	])('for the broken condition %s', (text) => {
		const { node, problems } = parseCondition(text);
		expect(node).toMatchObject({ health: 'incomplete' });
		expect(problems).toHaveLength(1);
		expect(stripSpans(parseCondition(print(node)).node)).toEqual(stripSpans(node));
	});

	it.each(['2 *', '* 2', '(2 +)', '-', '()', '2 + * 3'])('for the broken formula %s', (text) => {
		const { node } = parseFormula(text);
		expect(stripSpans(parseFormula(print(node)).node)).toEqual(stripSpans(node));
	});
});

/** Counts the nodes of each kind. */
function count(tree: unknown, seen: Map<string, number>): void {
	if (Array.isArray(tree)) for (const entry of tree) count(entry, seen);
	else if (typeof tree === 'object' && tree !== null) {
		const { kind } = tree as { kind?: string };
		if (kind !== undefined) seen.set(kind, (seen.get(kind) ?? 0) + 1);
		count(Object.values(tree), seen);
	}
}

function countRaw(tree: unknown): number {
	if (Array.isArray(tree)) return tree.reduce<number>((sum, entry) => sum + countRaw(entry), 0);
	if (typeof tree !== 'object' || tree === null) return 0;
	const own = 'kind' in tree && tree.kind === 'raw' ? 1 : 0;
	return own + countRaw(Object.values(tree));
}

// ---------------------------------------------------------------- the look

describe('the printed text', () => {
	it('is laid out as people write it', () => {
		const text = [
			'tiers by lifetime points {',
			'  tier Gold from 5_000 { color #D4AF37  earn "Net total" * 5  multiply points by 1.5 }',
			'}',
			'',
			'rule "Lunch rush" {',
			'  status enabled',
			'  when {',
			'    on Mon to Fri between 09:30 and 24:00 or on any day',
			'    channel is not app, "order"',
			'  }',
			'  earn -("Food" - 1) * 2',
			'}',
		].join('\n');
		expect(print(parse(text).document)).toBe(text);
	});

	it('has the parentheses that a made-up formula needs', () => {
		const one = { kind: 'number', digits: '1', percent: false } as const;
		const minus = { kind: 'word', text: '-' } as const;
		const difference = { kind: 'binary', operator: minus, left: one, right: one } as const;
		expect(print({ kind: 'binary', operator: minus, left: difference, right: difference })).toBe('1 - 1 - (1 - 1)');
		expect(print({ kind: 'negation', operand: difference })).toBe('-(1 - 1)');
	});

	it.each([
		['app', 'app'],
		['Gold Plus', '"Gold Plus"'],
		['store', '"store"'],
		['2x', '"2x"'],
		['', '""'],
		['a "b"\\', String.raw`"a \"b\"\\"`],
		['two\r\nlines', '"two lines"'],
	])('writes the name %j as %s', (name, written) => {
		expect(printName(name)).toBe(written);
	});
});
