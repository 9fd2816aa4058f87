/**
 * Nothing of the language is accepted and then silently ignored. Every kind of node and every field of each stands in the
 * census; whatever is refused has at least one program that shows it.
 */
import { type NodeOfKind, walk } from '#grammar';
import { describe, expect, it } from 'vitest';
import { compile } from '../compile.ts';
import { inCensus } from './testing/census.ts';
import { CORE, lines, pairs } from './testing/refused.ts';

function refusals(text: string) {
	const { plan, problems } = compile(text);
	expect(plan).toBeNull();
	const errors = problems.filter(({ severity }) => severity === 'error');
	expect(errors.filter(({ code }) => code !== 'not-evaluated-yet')).toEqual([]);
	return errors.map(({ message, span }) => ({ message, at: text.slice(span.start, span.end) }));
}

describe('what is not evaluated yet', () => {
	it.each(lines)('is refused: $construct in $at', ({ text, construct, at }) => {
		expect(refusals(text)).toEqual([{ message: expect.stringContaining(`\`${construct}\``), at }]);
	});

	it.each(pairs)('is refused: $constructs', ({ text, constructs }) => {
		const found = refusals(text).map(({ message }) => message);
		expect(found).toHaveLength(constructs.length);
		for (const construct of constructs) expect(found.join()).toContain(`\`${construct}\``);
	});

	it('has a program for every kind of node and every field that is refused', () => {
		const shown = new Set([...lines, ...pairs].flatMap(({ shows }) => shows));
		expect(inCensus('refused', 'both').filter((each) => !shown.has(each))).toEqual([]);
	});
});

describe('what is evaluated', () => {
	it('has a plan, with all of it in one program', () => {
		const { plan, problems, document } = compile(CORE);
		expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
		expect(plan).not.toBeNull();
		const met = fieldsOf(document);
		const expected = inCensus('evaluated', 'both', 'harmless');
		expect(expected.filter((each) => !met.has(each))).toEqual([]);
	});
});

/** The kinds of a tree, and the fields that say something: no absent ones, no `false` and no empty list. */
function fieldsOf(document: NodeOfKind<'document'>): Set<string> {
	const met = new Set<string>();
	walk(document, (node) => {
		met.add(node.kind);
		for (const [field, value] of Object.entries(node)) {
			if (value !== undefined && value !== false && !(Array.isArray(value) && value.length === 0)) {
				met.add(`${node.kind}.${field}`);
			}
		}
	});
	return met;
}
