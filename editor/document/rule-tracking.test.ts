import { describe, expect, it } from 'vitest';
import { parse } from '#grammar';
import { freeRuleName, ruleNameAt, trackRule } from './rule-tracking.ts';

const read = (text: string) => parse(text).document;
const two = 'rule "A" { earn 1 }\nrule "B" { earn 2 }\n';

describe('a tracked rule', () => {
	it('is the one of its name, wherever it stands', () => {
		expect(trackRule(read(two), 'B', null)).toMatchObject({ declaration: 1, name: 'B' });
		const before = trackRule(read(two), 'B', null);
		expect(trackRule(read('rule "B" { earn 2 }\nrule "A" { earn 1 }'), 'B', before)).toMatchObject({ declaration: 0 });
		expect(trackRule(read(`rule "New" { earn 1 }\n${two}`), 'B', before)).toMatchObject({ declaration: 2 });
	});

	it('is followed through a new name, and through none at all', () => {
		const before = trackRule(read(two), 'B', null);
		expect(trackRule(read(two.replace('"B"', '"Better"')), 'B', before)).toMatchObject({ declaration: 1, name: 'Better' });
		expect(trackRule(read(two.replace('"B"', '')), 'B', before)).toMatchObject({ declaration: 1, name: null });
	});

	it('is gone where its place is gone too', () => {
		const before = trackRule(read(two), 'B', null);
		expect(trackRule(read('rule "A" { earn 1 }'), 'B', before)).toBeNull();
		expect(trackRule(read(two), 'C', null)).toBeNull();
		expect(trackRule(read('rule "A" { earn 1 }\nfilter "F" = total'), 'B', before)).toBeNull();
	});
});

it('finds a name that is free', () => {
	expect(freeRuleName(read(two), 'C')).toBe('C');
	expect(freeRuleName(read(two), 'A')).toBe('A 2');
	expect(freeRuleName(read(`${two}rule "A 2" { earn 1 }`), 'A')).toBe('A 3');
});

it('says in which rule an offset lies', () => {
	const document = read(`filter "F" = total\n\n${two}rule { earn 3 }`);
	const at = (text: string) => `filter "F" = total\n\n${two}rule { earn 3 }`.indexOf(text);
	expect(ruleNameAt(document, at('earn 2'))).toBe('B');
	expect(ruleNameAt(document, at('rule "A"'))).toBe('A');
	expect(ruleNameAt(document, 0)).toBeNull();
	expect(ruleNameAt(document, at('earn 3'))).toBeNull();
});
