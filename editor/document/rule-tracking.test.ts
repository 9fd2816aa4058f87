import { describe, expect, it } from 'vitest';
import { applyEdits, parse, type TextEdit } from '#grammar';
import { freeRuleName, nameOf, ruleNameAt, trackRule } from './rule-tracking.ts';

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

	it('is not shown for a name that nobody has, nor had', () => {
		const before = trackRule(read(two), 'B', null);
		expect(trackRule(read(two), 'Nobody', before, [])).toBeNull();
		const renamed = trackRule(read(two.replace('"B"', '"Be"')), 'B', before);
		// The address follows a name later than the text.
		expect(trackRule(read(two.replace('"B"', '"Bet"')), 'Be', renamed)).toMatchObject({ declaration: 1, name: 'Bet' });
		expect(trackRule(read(two), 'A', renamed)).toMatchObject({ declaration: 0, name: 'A' });
		const other = trackRule(read(two), 'A', renamed);
		expect(trackRule(read(two.replace('"A"', '"C"')), 'Be', other)).toBeNull();
	});

	it('is gone where its place is gone too', () => {
		const before = trackRule(read(two), 'B', null);
		expect(trackRule(read('rule "A" { earn 1 }'), 'B', before)).toBeNull();
		expect(trackRule(read(two), 'C', null)).toBeNull();
		expect(trackRule(read('rule "A" { earn 1 }\nfilter "F" = total'), 'B', before)).toBeNull();
	});
});

describe('a rule whose name says nothing', () => {
	const nameless = 'rule "A" { earn 1 }\nrule { earn 2 }\n';
	const put = (start: number, text: string, end = start): TextEdit => ({ span: { start, end }, text });
	/** What is shown of the rule that was called B, after each of the changes. */
	const follow = (text: string, name: string, ...changes: readonly (readonly TextEdit[])[]) => {
		const first = trackRule(read(two), 'B', null);
		const before = trackRule(read(text), name, first, [[put(25, '', 28)]]);
		const after = changes.reduce(applyEdits, text);
		const tracked = trackRule(read(after), name, before, changes);
		return tracked && { earns: after.slice(tracked.rule.span.start, tracked.rule.span.end), identity: tracked.identity };
	};
	const kept = { earns: 'rule { earn 2 }', identity: 1 };

	it.each<readonly [string, readonly (readonly TextEdit[])[]]>([
		['a filter above it', [[put(0, 'filter "F" = total\n')]]],
		['a rule without a name above it', [[put(20, 'rule { earn 3 }\n')]]],
		['a rule below it', [[put(36, 'rule { earn 3 }')]]],
		['one rule less', [[put(0, '', 20)]]],
		['several changes in one step', [[put(0, '', 20), put(36, 'filter "F" = total'), put(20, '// note\n')]]],
		['one change after the other', [[put(0, 'filter "F" = total\n')], [put(0, 'filter "G" = total\n')]]],
	])('stays on the screen with %s', (_, changes) => {
		expect(follow(nameless, 'B', ...changes)).toEqual(kept);
	});

	it('stays where its beginning is written anew and its end is not', () => {
		const written = follow(nameless, 'B', [put(0, 'filter "F" = total\n'), put(20, 'rule   {', 26)]);
		expect(written).toEqual({ earns: 'rule   { earn 2 }', identity: 1 });
	});

	it('is gone where all of it is', () => {
		expect(follow(nameless, 'B', [put(20, '', 36), put(0, 'filter "F" = total\nfilter "G" = total\n')])).toBeNull();
		expect(follow(`${nameless}rule "C" { earn 3 }\n`, 'B', [put(20, '', 36)])).toBeNull();
	});

	it('gives way to the rule of another name that is asked for, which is another one', () => {
		const before = trackRule(read(nameless), 'B', trackRule(read(two), 'B', null));
		expect(trackRule(read(nameless), 'A', before, [])).toMatchObject({ declaration: 0, identity: 2 });
	});

	it('stays itself among two of one name', () => {
		const before = trackRule(read(two), 'B', null);
		const twice = two.replace('"B"', '"A"');
		const named = trackRule(read(twice), 'B', before, [[put(26, 'A', 27)]]);
		expect(named).toMatchObject({ declaration: 1, name: 'A', identity: 1 });
		const after = trackRule(read(twice), 'A', named, []);
		expect(after && nameOf(after.rule)).toBe('A');
		expect(after).toMatchObject({ declaration: 1, identity: 1 });
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
