import { describe, expect, it } from 'vitest';
import { applyEdits } from '#grammar';
import { CAFE, edited, programOf, withMarks } from '../testing/marked.ts';
import { layoutAfter, layoutEdits, offeredChanges } from './changes.ts';
import { encodedColours, tokenTypes, typeOf } from './colours.ts';
import { textHints } from './hints.ts';
import { lenses } from './lenses.ts';
import { folds, growingSelection, outline } from './outline.ts';

describe('the outline', () => {
	it('has the declarations with their clauses, each at its name', () => {
		const program = programOf('rule «"Lunch"» { status disabled earn 10 }');
		const [rule] = outline(program);
		expect(rule).toMatchObject({ name: 'Lunch', icon: 'Function', selectionRange: program.ranges[0] });
		expect(rule?.detail).toMatch(/^disabled, /);
		expect(rule?.children.map(({ icon }) => icon)).toEqual(['Field', 'Field']);
	});

	it('lets each entry lie in its parent, as Monaco demands', () => {
		const program = programOf(CAFE);
		for (const { range, children } of outline(program)) {
			const whole = program.places.span(range);
			for (const child of children) {
				const { start, end } = program.places.span(child.range);
				expect([start >= whole.start, end <= whole.end]).toEqual([true, true]);
			}
		}
	});
});

it('folds what stands in braces, the closing one stays', () => {
	expect(folds(programOf('rule "A" {\n  when {\n    tier is Gold\n  }\n}'))).toEqual([
		{ start: 1, end: 4, kind: 'block' },
		{ start: 2, end: 3, kind: 'block' },
	]);
});

it('grows a selection from the word to the text', () => {
	const program = programOf('rule "A" { when { tier is Go‸ld, Silver } }');
	expect(growingSelection(program, program.caret).map((range) => withMarks(program, [range]))).toEqual([
		'rule "A" { when { tier is «Gold», Silver } }',
		'rule "A" { when { tier is «Gold, Silver» } }',
		'rule "A" { when { «tier is Gold, Silver» } }',
		'rule "A" { when «{ tier is Gold, Silver }» }',
		'rule "A" { «when { tier is Gold, Silver }» }',
		'rule "A" «{ when { tier is Gold, Silver } }»',
		'«rule "A" { when { tier is Gold, Silver } }»',
	]);
});

describe('colours', () => {
	/** Each word with its colour, read back from the numbers. */
	function colours(source: string): string[] {
		const program = programOf(source);
		const data = encodedColours(program);
		let line = 1;
		let column = 1;
		const words: string[] = [];
		for (let at = 0; at < data.length; at += 5) {
			const [lines = 0, columns = 0, length = 0, type = 0] = data.slice(at, at + 4);
			line += lines;
			column = lines === 0 ? column + columns : columns + 1;
			const start = program.places.offset(line, column);
			words.push(`${program.text.slice(start, start + length)} ${tokenTypes[type]}`);
		}
		return words;
	}

	it('say what a word means', () => {
		const source =
			'tiers by hand {\n tier Gold {} }\nfilter "F" = total // f\nrule "A" { when { tier is Gold } earn "F" * 2 }';
		expect(colours(source).join(', ')).toBe(
			[
				'tiers keyword, by keyword, hand keyword, tier keyword, Gold kind',
				'filter keyword, "F" filter, = operator, total keyword, // f comment',
				'rule keyword, "A" title, when keyword, tier keyword, is keyword, Gold kind',
				'earn keyword, "F" filter, * operator, 2 number',
			].join(', '),
		);
	});

	it('are one and quiet in what is switched off, but for comments', () => {
		expect(typeOf({ kind: 'filter', faded: true })).toBe('faded');
		expect(typeOf({ kind: 'comment', faded: true })).toBe('comment');
		expect(new Set(colours('rule "A" { status disabled earn 2 }').map((word) => word.split(' ').at(-1)))).toEqual(
			new Set(['faded']),
		);
	});
});

describe('lines above declarations', () => {
	it('lead to the canvas of a rule, and to its tests', () => {
		const program = programOf(`rule "A" { earn 1 }\ntest "T" { purchase at 2026-01-05 12:00 { } expect «"A"» earns 1 }`);
		expect(lenses(program).map(({ title, leads }) => ({ title, leads }))).toEqual([
			{ title: 'Show on canvas', leads: { canvas: 'A' } },
			{ title: '1 test', leads: { places: program.ranges } },
		]);
	});

	it('say where something is not used', () => {
		const program = programOf('filter "F" = total');
		expect(lenses(program)).toMatchObject([{ title: 'no use', leads: { places: [] } }]);
	});
});

describe('hints', () => {
	const all = { startLineNumber: 1, startColumn: 1, endLineNumber: 99, endColumn: 1 };
	it('stand behind what they are about', () => {
		const program = programOf(`${CAFE}rule "A" { when { spend "Food" >= 40‸ } earn 10 }`);
		expect(textHints(program, all, null)).toEqual([{ position: program.caret, label: 'AED', kind: 'unit', tooltip: null }]);
	});

	it('are those of the lines that are looked at', () => {
		const program = programOf(`${CAFE}rule "A" { when { spend "Food" >= 40 } earn 10 }`);
		expect(textHints(program, { ...all, endLineNumber: 5 }, null)).toEqual([]);
	});
});

describe('changes', () => {
	it('offer the fix of a problem at the caret, and what else may be wished for', () => {
		const program = programOf(`${CAFE}rule "A" { when { spend «"Fod"» >= 5 } earn 10 }`);
		const [range] = program.ranges;
		const offered = range ? offeredChanges(program, range) : [];
		expect(offered[0]).toMatchObject({ kind: 'fix', preferred: true });
		expect(applyEdits(program.text, offered[0]?.edits ?? [])).toContain('spend "Food" >= 5');
		expect(offered.map(({ kind }) => kind)).toContain('refactor');
	});

	it('lay out what is selected, or everything', () => {
		const text = 'rule "A" {earn 1}\nrule "B" {earn 1}\n';
		expect(applyEdits(text, layoutEdits(text, { start: 0, end: 8 }))).toMatch(/^rule "A" \{ earn 1 \}\nrule "B" \{earn 1\}/);
		expect(applyEdits(text, layoutEdits(text, { start: 3, end: 3 }))).toMatch(/rule "B" \{ earn 1 \}/);
	});

	it('lay out a line behind its break, and nothing after other keys', () => {
		const program = programOf('rule "A" {\n  earn   10\n‸}');
		expect(edited(program, layoutAfter(program, program.caret, '\n'))).toBe('rule "A" {\n  earn 10\n}');
		expect(layoutAfter(program, program.caret, 'x')).toEqual([]);
	});
});
