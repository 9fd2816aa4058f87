import { expect, test } from 'vitest';
import { compile } from '../compile.ts';
import { codeLenses } from './code-lenses.ts';

function lenses(text: string): string[] {
	return codeLenses(compile(text)).map(({ span, kind, title, places }) => {
		const found = places.map(({ start, end }) => text.slice(start, end)).join(' ');
		return `${text.slice(span.start, span.end)} | ${kind} | ${title} | ${found}`;
	});
}

test('how often names are used, and rules are tested', () => {
	const text = `filter "F" = items
filter "G" = items
segment Staff
attribute member vip flag
exclusive "E" picks highest points
rule "A" { exclusive "E" when { spend "F" > 5 segment is Staff vip } earn "F" }
rule "B" { exclusive "E" earn 1 }
test "T" { member { segment Staff } expect "A" earns 5 expect "A" earns 6 }
`;
	expect(lenses(text)).toEqual([
		'"F" | uses | 2 uses | "F" "F"',
		'"G" | uses | no use | ',
		'Staff | uses | 2 uses | Staff Staff',
		'vip | uses | 1 use | vip',
		'"E" | uses | 2 uses | "E" "E"',
		'"A" | tests | 2 tests | "A" "A"',
		'"B" | tests | no test | ',
	]);
});

test('of two with one name the first has the uses', () => {
	expect(lenses('filter "F" = items filter "F" = total rule A { earn "F" }')).toEqual([
		'"F" | uses | 1 use | "F"',
		'"F" | uses | no use | ',
		'A | tests | no test | ',
	]);
});
