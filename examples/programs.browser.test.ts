/// <reference types="vite/client" />
/** The examples' own tests in a browser: nothing below the server needs Node. */
import { expect, it } from 'vitest';
import { compile, runTests } from '#compiler';

const programs = import.meta.glob<string>('./**/*.earn', { query: '?raw', import: 'default', eager: true });

it('this is no Node', () => {
	expect('process' in globalThis && 'node' in (process.versions ?? {})).toBe(false);
});

it('there are as many programs as the examples have', () => {
	expect(Object.keys(programs).length).toBeGreaterThan(20);
});

it.each(Object.entries(programs))('the tests of %s hold', (_, text) => {
	const compilation = compile(text);
	expect(compilation.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
	for (const result of runTests(compilation)) expect(result).toMatchObject({ kind: 'passed' });
});
