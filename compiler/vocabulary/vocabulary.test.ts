import {
	type Node,
	parse,
	parseCondition,
	parseDeclaration,
	parseProgramSetting,
	parseRuleClause,
	parseTier,
	parseTierClause,
	type Problem,
} from '#grammar';
import { describe, expect, test } from 'vitest';
import type { Catalog } from '../domain/catalog.ts';
import { ruleClauses } from './clauses.ts';
import { conditionPalette } from './conditions.ts';
import { type Construct, scopeOf } from './construct.ts';
import { declarations, filterSources, programSettings, tierClauses, tierDeclaration } from './declarations.ts';
import { effectPalette } from './effects.ts';

const empty = scopeOf(parse('').document);
const catalog: Catalog = {
	stores: [{ id: 'a "b"', name: 'A', chain: 'C', city: null }],
	items: [{ sku: 'X', name: 'X', category: 'Drinks', subcategory: null, priceMinor: null }],
};
const full = scopeOf(
	parse(`program x { channels "drive in" order types rule_1 }
tiers by hand { tier "Gold member" {} }
filter "say \\"hi\\"" = total
rule "New rule" {}`).document,
	catalog,
	{ year: 2026, month: 2, day: 7 },
);

type Read = (text: string) => { readonly node: Pick<Node, 'kind'>; readonly problems: readonly Problem[] };

/** The source of a filter, read by itself. */
const readSource: Read = (text) => {
	const { node, problems } = parseDeclaration(`filter "x" = ${text}`);
	return { node: node.kind === 'filter' ? node.source : node, problems };
};

type Table = [
	name: string,
	rows: readonly (Construct & { readonly kind?: Node['kind'] })[],
	read: Read,
	kind?: Node['kind'],
];

const tables: Table[] = [
	['conditions', conditionPalette, parseCondition],
	['effects', effectPalette, parseRuleClause, 'earn'],
	['rule clauses', ruleClauses, parseRuleClause],
	['declarations', declarations, parseDeclaration],
	['program settings', programSettings, parseProgramSetting],
	['tier', [tierDeclaration], parseTier, 'tier-declaration'],
	['tier clauses', tierClauses, parseTierClause],
	['filter sources', filterSources, readSource],
];

describe.each(tables)('%s', (_name, rows, read, kind) => {
	test.each(rows.map((row) => [row.title, row] as const))('%s', (_title, row) => {
		const fragments = [row.example, row.fragment(full), row.fragment(empty)].filter((text) => text !== null);
		for (const text of fragments) {
			expect(text.startsWith(row.keyword)).toBe(true);
			expect({ text, problems: read(text).problems }).toEqual({ text, problems: [] });
			expect(read(text).node.kind).toBe(row.kind ?? kind);
		}
		expect(row.fragment(full)).not.toBeNull();
		// Where a program lacks the names, the row says what is missing.
		expect(row.fragment(empty) !== null || row.needs !== undefined).toBe(true);
		expect(row.doc).toMatch(/^[A-Z].*\.$/);
	});
});

test('fragments have names that are new', () => {
	expect(declarations.find((row) => row.kind === 'rule')?.fragment(full)).toContain('"New rule 2"');
});

test('the scope puts the program’s own filters before the built-in ones', () => {
	expect(full.filters).toEqual(['say "hi"', 'Total with fees, taxes and tip', 'Total without fees, taxes and tip']);
});
