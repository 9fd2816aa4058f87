/**
 * Nothing of the language is published and then silently ignored. Every kind of node and every field of each stands in the
 * census; whatever is refused has at least one program that shows it.
 */
import { type NodeOfKind, walk } from '#grammar';
import { describe, expect, it } from 'vitest';
import { compile } from '../compile.ts';
import { notRecordedYet } from './not-recorded.ts';
import { inCensus } from './testing/census.ts';
import { CORE, lines, pairs } from './testing/refused.ts';

/** What keeps a text from being published, though it has a plan that tests and replays evaluate. */
function refusals(text: string) {
	const compilation = compile(text);
	expect(compilation.plan).not.toBeNull();
	return notRecordedYet(compilation).map(({ message, span }) => ({ message, at: text.slice(span.start, span.end) }));
}

describe('what is not recorded yet', () => {
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

describe('what nothing evaluates yet', () => {
	it.each(lines)('is warned of by the check, and nothing else is: $construct in $at', ({ text, construct }) => {
		const warned = compile(text).problems.filter(({ code }) => code === 'not-evaluated-yet');
		const isNowhere = construct === 'expiry';
		expect(warned.map(({ severity }) => severity)).toEqual(isNowhere ? ['warning'] : []);
		expect(refusals(text)[0]?.message.includes('by nothing yet')).toBe(isNowhere);
	});
});

describe('what is recorded', () => {
	it('is refused nowhere, with all of it in one program', () => {
		const { problems, document } = compile(CORE);
		expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
		expect(refusals(CORE)).toEqual([]);
		const met = fieldsOf(document);
		const expected = inCensus('recorded', 'both', 'harmless');
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
