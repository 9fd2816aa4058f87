import { describe, expect, it } from 'vitest';
import { applyEdits } from './edit.ts';
import { parse } from './parse.ts';
import { stripSpans } from './plain.ts';

describe('a sign that is missing', () => {
	it.each([
		['filter "Food" total', 'filter "Food" = total'],
		['rule "R" { earn ("Food" + 1 }', 'rule "R" { earn ("Food" + 1) }'],
	])('in %s is said and can be added', (text, mended) => {
		const { document, problems } = parse(text);
		expect(document.declarations[0]).not.toMatchObject({ kind: 'raw' });
		expect(problems).toHaveLength(1);
		expect(applyEdits(text, problems[0]?.fix?.edits ?? [])).toBe(mended);
		expect(parse(mended).problems).toEqual([]);
		expect(stripSpans(document)).toEqual(stripSpans(parse(mended).document));
	});
});

describe('the repair of a problem', () => {
	it.each([
		'rule "R" { earn 1,000 }',
		'rule "R" { earn 1_00 * .5 }',
		'rule "R" { earn ٥ }',
		'rule "R" { earn 2026-11-27 }',
		'rule "R" { when { chanel is app } }',
		'rule "R" { when { channel is store, tier } }',
		'rule "R" { when { channel is app web } }',
		'rule "R" { about Hello }',
		'rule "R" { earn 5 ; }',
		'rule "R" { earn 5',
		'rule "R" earn 5 }',
		'rule "R" { earn 5 } }',
		'rule "R" { earn 5 × 2 } // \u202e',
		'rule "R" { earn 1 every 10 of "Food" }',
		'rule "R" { earn 5 without multiplier }',
		'rule "R" { earn 5 at least 2 }',
		'rule "R" { multiply points 3 }',
		'rule "R" { limit 3 per transaction }',
		'rule "R" { limit once a day limit 3 times each week }',
		'rule "R" { limit once per rolling 7 }',
		'rule "R" { when { purchase number 3 } }',
		'rule "R" { when { any channel is app } } }',
		'exclusive "S" picks highest pints',
		'tiers by lifetime points kept through next year { }',
		'tiers by spend "Food" per year { }',
		'filter "F" = quantity items',
		'filter "F" = paid points',
		'program "P" { returns go negative week Monday }',
		'redemption { 100 points 1 AED at most 50% "Food" }',
		'expiry { available 14 days expires at month }',
		'campaign "C" { budget 5 }',
		'test "T" { purchase 2026-02-07 { item "A" 18.00 item "A" 2 * 18.00 item "A" 2 × 18.00 item "A" 2x18.00 } expect "R" 5 }',
		'test "T" { purchase at 2026-02-07 { item "F" 28 x litres 41.00 } }',
		'tiers by hand { tier Gоld { } tier "Sta\u200bff" { } }',
	])('of %s leaves none after a few rounds', (text) => {
		let mended = text;
		for (let round = 0; round < 6; round++) {
			const fix = parse(mended).problems.find((problem) => problem.fix)?.fix;
			mended = applyEdits(mended, fix?.edits ?? []);
		}
		expect({ mended, problems: parse(mended).problems }).toMatchObject({ problems: [] });
	});
});
