import { describe, expect, it } from 'vitest';
import { DocumentController } from './controller.ts';
import { performOperation } from './perform.ts';
import { programReader } from './reader.ts';

const program = `program "P" { currency AED timezone "Asia/Dubai" channels app, web order types pickup }
// the best hour
rule "Lunch" {
  when { channel is app } // only here
  earn 10
}
`;

function open(text: string) {
	return new DocumentController({
		text,
		read: programReader(null, () => Date.UTC(2026, 1, 7, 8)),
		now: () => 0,
		defer: () => () => {},
	});
}

describe('an operation', () => {
	it('changes the text as one named step, and undo restores it to the letter', () => {
		const document = open(program);
		const performed = performOperation(
			document,
			{ kind: 'add-condition', declaration: 1, text: 'order type is pickup' },
			'canvas',
		);
		expect(performed).toMatchObject({ ok: true, entry: { origin: 'canvas' } });
		expect(document.state().text).toContain('order type is pickup');
		expect(document.state().text).toContain('// only here');
		expect(document.state().reading.plan?.rules[0]?.conditions).toHaveLength(2);
		document.undo();
		expect(document.state().text).toBe(program);
	});

	it('is planned on the newest text, also where that was not read yet', () => {
		const document = open(program);
		const at = program.indexOf('rule "Lunch"');
		document.apply([{ span: { start: at, end: at }, text: 'rule "First" { earn 1 }\n' }], {
			label: 'Typing',
			origin: 'text',
		});
		expect(document.state().readVersion).toBe(0);
		expect(performOperation(document, { kind: 'remove-rule', declaration: 1 }, 'list').ok).toBe(true);
		expect(document.state().text).not.toContain('First');
		expect(document.state().text).toContain('Lunch');
	});

	it('that is refused leaves no trace', () => {
		const document = open(program);
		const before = document.state();
		const performed = performOperation(document, { kind: 'rename-rule', declaration: 0, name: 'X' }, 'canvas');
		expect(performed).toMatchObject({ ok: false });
		expect(document.state()).toBe(before);
	});
});

it('knows today in the program’s own timezone', () => {
	const rule = 'program "P" { currency AED timezone "Asia/Dubai" }\nrule "R" { active until 2026-02-07 earn 1 }\n';
	const codesAt = (nowMs: number) => programReader(null, () => nowMs)(rule).problems.map((problem) => problem.code);
	expect(codesAt(Date.UTC(2026, 1, 7, 19, 59))).not.toContain('dates-over');
	expect(codesAt(Date.UTC(2026, 1, 7, 20, 0))).toContain('dates-over');
});
