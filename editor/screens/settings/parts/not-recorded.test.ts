import { parse } from '#grammar';
import { compile } from '#compiler';
import { expect, test } from 'vitest';
import { unrecordedIn } from './not-recorded.ts';

const text = `program "P" { currency USD timezone "UTC" }
tiers by points per year kept through the next year { tier A from 0 {} }
segment "Staff"
attribute transaction payment one of cash, card
rule "a" { when { payment is cash  segment is "Staff" } earn 1 }
rule "b" { when { payment is card } earn 2 }
expiry { expires after 12 months }
`;

function constructsOf(kinds: readonly string[], constructs: readonly string[] = []): unknown[] {
	const spans = parse(text).document.declarations.flatMap(({ kind, span }) => (kinds.includes(kind) ? [span] : []));
	return unrecordedIn(compile(text), spans, constructs).map(({ parts }) => parts['construct']);
}

test('a card says what of its own place is not recorded yet', () => {
	expect(constructsOf(['tiers'])).toEqual(['kept through the next year', 'tiers by points per year']);
	expect(constructsOf(['segment-declaration', 'attribute-declaration'])).toEqual([]);
});

test('a card says once what is not recorded wherever its name is used', () => {
	expect(constructsOf(['attribute-declaration'], ['attribute payment'])).toEqual(['attribute payment']);
	expect(constructsOf([], ['segment is'])).toEqual(['segment is']);
});

test('what nothing evaluates is told by the checker', () => {
	expect(constructsOf(['expiry'])).toEqual([]);
	expect(compile(text).problems.map(({ code }) => code)).toContain('not-evaluated-yet');
});
