import { describe, expect, it } from 'vitest';
import { problem } from './catalogue.ts';
import { expecting, phrase, phraseInEnglish, several } from './phrases.ts';
import { fixOf, relatedAt } from './problem.ts';

const span = { start: 0, end: 1 };

describe('a phrase', () => {
	it('is called by its English, or by a name of its row', () => {
		expect(phraseInEnglish(phrase('exclusive set'))).toBe('exclusive set');
		expect(phraseInEnglish(phrase('change to', { text: 'Food' }))).toBe('Change to `Food`');
	});

	it.each([
		['and', ['`a`'], '`a`'],
		['and', ['`a`', '`b`'], '`a` and `b`'],
		['or', ['`a`', phrase('a number'), '`c`'], '`a`, a number or `c`'],
		['comma', ['`a`', '`b`', '`c`'], '`a`, `b`, `c`'],
		['semicolon', ['`a`', '`b`', '`c`'], '`a`; `b`; `c`'],
	] as const)('joins several by %s: %j', (by, parts, english) => {
		const names = several(by, parts);
		expect(phraseInEnglish(phrase('one of', { names }))).toBe(`one of ${english}`);
	});

	it('is what is expected, unless that is a word of the language', () => {
		expect(expecting('a name')).toEqual({ phrase: 'a name' });
		expect(expecting('`is`')).toBe('`is`');
	});
});

describe('a problem', () => {
	it('carries what it is about as plain data, and its English', () => {
		const fix = fixOf(phrase('change to', { text: 'Food' }), [{ span, text: 'Food' }]);
		const related = relatedAt(span, phrase('first of this name', { noun: phrase('filter') }));
		const parts = { noun: phrase('filter'), name: 'Fod', nearest: 'Food' };
		const found = problem('unknown-name', span, parts, { fix, related });
		expect(structuredClone(found)).toEqual({
			code: 'unknown-name',
			severity: 'error',
			span,
			parts,
			message: 'There is no filter called `Fod`.',
			hint: 'Did you mean `Food`?',
			fix: { title: 'Change to `Food`', says: phrase('change to', { text: 'Food' }), edits: [{ span, text: 'Food' }] },
			related: { span, message: 'The first filter of this name is here.', says: related.says },
		});
	});
});
