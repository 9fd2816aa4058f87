import { expect, it } from 'vitest';
import { parseFormula } from './parse.ts';
import { clauseLevels } from './openings.ts';
import { firstOf, type GrammarPart, grammarClauses, grammarProductions } from './reference.ts';

const productions = grammarProductions();

/** Every part of a production, itself included. */
function parts(part: GrammarPart): GrammarPart[] {
	if (part.kind === 'all' || part.kind === 'one of') return [part, ...part.parts.flatMap(parts)];
	return part.kind === 'optional' || part.kind === 'repeated' ? [part, ...parts(part.part)] : [part];
}

it('knows every production that another one names', () => {
	const named = [...productions.values()].flatMap(parts).flatMap((part) => (part.kind === 'rule' ? [part.name] : []));
	expect(new Set(named.filter((name) => !productions.has(name)))).toEqual(new Set());
	expect(productions.size).toBeGreaterThan(40);
});

it('gives words as they are written, and classes of words by their names', () => {
	expect(productions.get('status')).toEqual({
		kind: 'all',
		parts: [
			{ kind: 'word', text: 'status' },
			{
				kind: 'one of',
				parts: [
					{ kind: 'word', text: 'enabled' },
					{ kind: 'word', text: 'disabled' },
				],
			},
		],
	});
	expect(productions.get('number')).toEqual({
		kind: 'all',
		parts: [
			{ kind: 'value', name: 'NumberText' },
			{ kind: 'optional', part: { kind: 'word', text: '%' } },
		],
	});
});

it('gives repetitions and alternatives', () => {
	expect(productions.get('names')).toEqual({
		kind: 'all',
		parts: [
			{ kind: 'rule', name: 'name' },
			{
				kind: 'repeated',
				part: {
					kind: 'all',
					parts: [
						{ kind: 'word', text: ',' },
						{ kind: 'rule', name: 'name' },
					],
				},
			},
		],
	});
});

it('leaves out nothing but what is refused', () => {
	const primary = productions.get('primary') as GrammarPart;
	expect(parts(primary).some((part) => firstOf(part) === 'DateText')).toBe(false);
	expect(parseFormula('2026-01-01').problems.map(({ code }) => code)).toEqual(['date-in-formula']);
});

it('knows of every clause what reads it, or what stands in its braces', () => {
	for (const level of ['document', ...clauseLevels] as const) {
		const clauses = grammarClauses(level);
		expect(clauses.length).toBeGreaterThan(0);
		for (const { word, rule, inside } of clauses) {
			expect([level, word, rule !== null || inside !== null]).toEqual([level, word, true]);
			expect(rule === null || productions.has(rule)).toBe(true);
		}
	}
	expect(grammarClauses('rule')).toContainEqual({ word: 'when', rule: 'whenAlways', inside: 'when' });
	expect(grammarClauses('redemption')).toContainEqual({ word: null, rule: 'worth', inside: null });
});
