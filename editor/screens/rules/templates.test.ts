import { describe, expect, it } from 'vitest';
import { compile } from '#compiler';
import { planOperation } from '#compiler/edits';
import { scopeOf } from '#compiler/service';
import { applyEdits, parse } from '#grammar';
import { templates } from './templates.ts';

const bare = 'program "P" {\n  currency AED\n  timezone "Asia/Dubai"\n  channels app\n  order types pickup\n}\n';
const rich = `${bare}
tiers by lifetime points {
  tier Bronze from 0 { }
  tier "tier" from 100 { }
}

filter "The \\"best\\" food" = items in category "Food"
rule "R" { when { spend "The \\"best\\" food" > 1 } earn 1 }
`;

/** The problems of a program after a template was added under a name. */
function problemsWith(program: string, id: string, name: string): string[] {
	const template = templates.find((candidate) => candidate.id === id);
	const { document } = parse(program);
	const text = template?.text(name, scopeOf(document));
	if (!text) throw new Error(`${id} has no text`);
	const planned = planOperation(program, document, { kind: 'add-rule', text });
	if (!planned.ok) throw new Error(planned.reason);
	return compile(applyEdits(program, planned.edits)).problems.map((problem) => problem.code);
}

describe.each(templates.map(({ id }) => id))('the template %s', (id) => {
	const warnings = id === 'blank' ? ['no-effect'] : [];

	it('adds a rule without errors, under any name', () => {
		expect(problemsWith(rich, id, 'Say "hi" \\ there')).toEqual(warnings);
	});

	it('says what is missing where it has no text', () => {
		const template = templates.find((candidate) => candidate.id === id);
		const text = template?.text('X', scopeOf(parse(bare).document)) ?? null;
		expect(text === null).toBe(template?.needs !== undefined);
	});
});

it.each(templates.filter(({ needs }) => needs === undefined).map(({ id }) => id))(
	'%s fits a program of nothing but settings',
	(id) => {
		expect(problemsWith(bare, id, 'X')).toEqual(id === 'blank' ? ['no-effect'] : []);
	},
);

it('has six templates and a blank rule', () => {
	expect(templates).toHaveLength(7);
	expect(templates.at(-1)?.id).toBe('blank');
});
