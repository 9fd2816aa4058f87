import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rename } from '#compiler/service';
import { applyEdits } from '#grammar';
import { CAFE, edited, programOf, withMarks } from '../testing/marked.ts';
import { declaredAt, hoverText, renameEdits, renameTarget, standsAt } from './names.ts';

const USES = 'rule "A" { when { spend "Food" >= 5 } earn "Food" * 2 }';

describe('a name', () => {
	it('is explained over the whole word', () => {
		const program = programOf(`${CAFE}rule "A" { when { spend «"Fo‸od"» >= 5 } }`);
		const hover = hoverText(program, program.caret);
		expect(hover?.range).toEqual(program.ranges[0]);
		expect(hover?.contents[0]?.value).toMatch(/^\*\*Food\*\*\n\nCart filter: /);
	});

	it('is no formatting, whatever it says', () => {
		const program = programOf(`${CAFE}rule "<img src=x>" { earn "‸[a](b)" }\nfilter "[a](b)" = total`);
		expect(hoverText(program, program.caret)?.contents[0]?.value).toContain('**\\[a\\]\\(b\\)**');
	});

	it('leads to its declaration', () => {
		const program = programOf(`${CAFE.replace('"Food" =', '«"Food"» =')}rule "A" { earn «"Fo‸od"» * 2 }`);
		const found = declaredAt(program, program.caret);
		expect([found?.name, found?.origin]).toEqual(program.ranges);
	});

	it('leads nowhere where there is none', () => {
		const program = programOf(`${CAFE}rule "A" { wh‸en { } }`);
		expect(declaredAt(program, program.caret)).toBeNull();
		expect(hoverText(programOf(`${CAFE}  ‸`), { lineNumber: 1, column: 1 })).not.toBeUndefined();
	});

	it.each([
		['with its declaration', true, 'filter «"Food"» = items in category "Food"\n'],
		['without it', false, 'filter "Food" = items in category "Food"\n'],
	])('is found everywhere, %s', (_, declaration, filter) => {
		const program = programOf(
			`filter "Food" = items in category "Food"\n${USES.replace('* 2', '* 2‸').replace('"Food" *', '"Food‸" *')}`,
		);
		const at = programOf(
			`filter "Food" = items in category "Food"\nrule "A" { when { spend "Fo‸od" >= 5 } earn "Food" * 2 }`,
		);
		expect(program.text).toBe(at.text);
		expect(withMarks(at, standsAt(at, at.caret, declaration))).toBe(
			`${filter}rule "A" { when { spend «"Food"» >= 5 } earn «"Food"» * 2 }`,
		);
	});
});

describe('renaming', () => {
	it('shows the name without its quotes, over the name with them', () => {
		const program = programOf(`${CAFE}rule "A" { earn «"Fo‸od"» * 2 }`);
		expect(renameTarget(program, program.caret)).toEqual({ range: program.ranges[0], text: 'Food' });
	});

	it('says in quotes why it cannot be', () => {
		const program = programOf(`${CAFE}rule "A" { when { store is "dxb‸" } }`);
		expect(renameTarget(program, program.caret).rejectReason).toMatch(/^“dxb” is a name of the catalogue/);
		const taken = programOf(`${CAFE}rule "A" { earn "Fo‸od" * 2 }`);
		expect(renameEdits(taken, taken.caret, 'Net')).toMatchObject({ ok: false });
	});

	it('changes the whole program', () => {
		const program = programOf(`${CAFE}${USES.replace('spend "Food"', 'spend "Fo‸od"')}`);
		const planned = renameEdits(program, program.caret, 'وجبات');
		expect(planned.ok && edited(program, planned.edits)).toBe(
			`${CAFE.replace('"Food" =', '"وجبات" =')}${USES.replaceAll('"Food"', '"وجبات"')}`,
		);
	});

	it('goes through Monaco’s lines and columns and back, whatever the line breaks', () => {
		const breaks = fc.array(fc.constantFrom('\n', '\r\n', '\r'), { minLength: 20, maxLength: 20 });
		const seed = process.env['SEED'] === undefined ? {} : { seed: Number(process.env['SEED']) };
		fc.assert(
			fc.property(breaks, (chosen) => {
				let at = 0;
				const source = `${CAFE}${USES}\n`.replace(/\n/g, () => chosen[at++ % chosen.length] ?? '\n');
				const program = programOf(source);
				const offset = source.lastIndexOf('"Food"') + 1;
				const wanted = rename(program.compilation, offset, 'Meals');
				const given = renameEdits(program, program.places.position(offset), 'Meals');
				expect(given.ok && wanted.ok && edited(program, given.edits)).toBe(wanted.ok && applyEdits(source, wanted.edits));
			}),
			seed,
		);
	});
});
