import { describe, expect, it } from 'vitest';
import type { Catalog } from '#compiler';
import { CAFE, edited, programOf } from '../testing/marked.ts';
import { clauseShape, completionRows, rowDetails } from './completion.ts';

const catalog: Catalog = {
	stores: [{ id: 'dxb-mall', name: 'Dubai Mall', chain: 'Bluebird', city: 'Dubai' }],
	items: [],
};

/** What is offered at the caret, by its label. */
function rowAt(source: string, label: string) {
	const program = programOf(source, { catalog });
	const rows = completionRows(program, program.caret);
	return { program, rows, row: rows.find((each) => each.label === label) };
}

describe('a row of the list', () => {
	it.each([
		[
			'a filter, in place of the word at the caret',
			'rule "A" { when { spend Fo‸ } }',
			'Food',
			'rule "A" { when { spend "Food" } }',
		],
		['a filter, in place of its open quote', 'rule "A" { when { spend "Fo‸', 'Food', 'rule "A" { when { spend "Food"'],
		['a tier', 'rule "A" { when { tier is ‸ } }', 'Gold', 'rule "A" { when { tier is Gold } }'],
		[
			'a store of the catalogue',
			'rule "A" { when { store is ‸ } }',
			'dxb-mall',
			'rule "A" { when { store is "dxb-mall" } }',
		],
	])('writes %s', (_, source, label, after) => {
		const { program, row } = rowAt(CAFE + source, label);
		expect(row && edited(program, [{ range: row.range, text: row.insertText }])).toBe(CAFE + after);
	});

	it('is a snippet where there are places to fill in, and holds its signs apart', () => {
		const { row } = rowAt(`${CAFE}‸`, 'rule');
		expect(row).toMatchObject({ isSnippet: true, icon: 'Snippet' });
		expect(row?.insertText).toMatch(/^rule "\$\{1:.*\}" \{/);
		expect(row?.insertText.endsWith('\\}')).toBe(true);
	});

	it('is compared with what stands in the text, its quote included', () => {
		expect(rowAt(`${CAFE}rule "A" { when { spend "Fo‸`, 'Food').row?.filterText).toBe('"Food"');
		expect(rowAt(`${CAFE}rule "A" { when { spend Fo‸`, 'Food').row?.filterText).toBe('Food');
	});

	it('keeps the order of the service', () => {
		const { rows } = rowAt(`${CAFE}rule "A" { when { ‸ } }`, '');
		expect(rows.length).toBeGreaterThan(5);
		expect([...rows].sort((a, b) => a.sortText.localeCompare(b.sortText))).toEqual(rows);
	});

	it.each([
		['filter', 'rule "A" { when { spend ‸ } }', 'Food', 'Field'],
		['tier', 'rule "A" { when { tier is ‸ } }', 'Gold', 'Class'],
		['channel', 'rule "A" { when { channel is ‸ } }', 'app', 'EnumMember'],
		['store', 'rule "A" { when { store is ‸ } }', 'dxb-mall', 'Module'],
	])('shows what kind of name it is: a %s', (_, source, label, icon) => {
		expect(rowAt(CAFE + source, label).row?.icon).toBe(icon);
	});

	it('says more when somebody looks at it, and formats nothing in names', () => {
		const { program, row } = rowAt(`${CAFE}filter "*x*" = total\nrule "A" { when { spend ‸ } }`, '*x*');
		expect(row && rowDetails(program, row)).toContain('Cart filter');
		const store = rowAt(`${CAFE}rule "A" { when { store is ‸ } }`, 'dxb-mall');
		expect(store.row && rowDetails(store.program, store.row)).toBe('Dubai Mall, Bluebird, Dubai');
	});

	it('is none inside a comment', () => {
		expect(rowAt(`${CAFE}// sp‸`, '').rows).toEqual([]);
	});
});

describe('the shape of a clause', () => {
	it('marks the part in which the caret is', () => {
		const program = programOf(`${CAFE}rule "A" { limit 5 points per ‸ }`);
		const shape = clauseShape(program, program.caret);
		const active = shape?.signatures[shape.activeSignature];
		const label = active?.parameters[shape?.activeParameter ?? -1]?.label;
		expect(typeof label === 'object' && active?.label.slice(label[0], label[1])).toBe('PERIOD');
	});

	it('is none outside of clauses', () => {
		const program = programOf(`${CAFE}rule "A" {\n  ‸\n}`);
		expect(clauseShape(program, program.caret)).toBeNull();
	});
});
