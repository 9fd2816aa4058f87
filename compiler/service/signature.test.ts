import { openings } from '#grammar';
import { describe, expect, test } from 'vitest';
import { tables } from '../vocabulary/testing/tables.ts';
import { marked } from './fixtures/marked.ts';
import { signatureHelp } from './signature.ts';
import { shapesAt } from './signature-shapes.ts';

/** The shape that is shown, with the part that the caret is in between stars. */
function shown(source: string): string | null {
	const { text, caret } = marked(source);
	const help = signatureHelp({ source: text }, caret);
	const signature = help?.signatures[help.active];
	const name = signature?.parameters[help?.activeParameter ?? 0]?.name ?? '';
	return signature?.label.replace(name, `*${name}*`) ?? null;
}

describe('the shape of a clause', () => {
	test.each([
		['rule A { limit ‸', 'limit *POINTS* points per PERIOD [or nothing]'],
		['rule A { limit 5‸00 points', 'limit *POINTS* points per PERIOD [or nothing]'],
		['program A { limit 500 points per ‸ }', 'limit POINTS points per *PERIOD* [or nothing]'],
		['rule A { limit once ‸ }', 'limit once per *PERIOD*'],
		['rule A { limit 3 times per ‸ }', 'limit COUNT times per *PERIOD*'],
		['rule A { limit 1 time ‸ }', 'limit *COUNT* times per PERIOD'],
		['rule A { limit 500 points per rolling ‸ }', 'limit POINTS points per *PERIOD* [or nothing]'],
		['rule A { limit points to ‸ }', 'limit points to *FORMULA* per transaction [or nothing]'],
		['campaign A { limit ‸ }', 'limit *POINTS* points per PERIOD [or nothing]'],
		['rule A { active ‸ }', 'active from *START* until END'],
		['rule A { active from 2026-01-01 ‸ }', 'active from *START* until END'],
		['rule A { active from 2026-01-01 until ‸ }', 'active from START until *END*'],
		['rule A { active by ‸ }', 'active by *ATTRIBUTE* from START until END'],
		['campaign A { active by booked_at from ‸ }', 'active by ATTRIBUTE from *START* until END'],
		['rule A { earn "Food" * ‸ }', 'earn *FORMULA* [at least FLOOR points] [without multipliers] [for WHOM]'],
		['rule A { earn "Food" at least ‸ }', 'earn FORMULA [at least *FLOOR* points] [without multipliers] [for WHOM]'],
		['rule A { earn 5 for ‸ }', 'earn FORMULA [at least FLOOR points] [without multipliers] [for *WHOM*]'],
		[
			'rule A { earn 5 for every ‸ }',
			'earn POINTS for every *STEP* of FILTER [at least FLOOR points] [without multipliers]',
		],
		[
			'rule A { earn 5 for every 10 of ‸ }',
			'earn POINTS for every STEP of *FILTER* [at least FLOOR points] [without multipliers]',
		],
		['rule A { multiply ‸ }', 'multiply *TARGET* by FACTOR'],
		['rule A { multiply points by ‸ }', 'multiply TARGET by *FACTOR*'],
		['rule A { multiply points on ‸ }', 'multiply TARGET on *FILTER* by FACTOR'],
		['campaign A { multiply base on "Food" by ‸ }', 'multiply TARGET on FILTER by *FACTOR*'],
		['campaign A { budget ‸ }', 'budget *POINTS* points'],
		['rule A { priority ‸ }', 'priority *NUMBER*'],
		['rule ‸', 'rule *NAME* [on EVENT] { … }'],
		['rule A on ‸', 'rule NAME [on *EVENT*] { … }'],
		['rule A { when { on ‸ } }', 'on *DAYS* between START and END'],
		['rule A { when { on Mon between ‸ } }', 'on DAYS between *START* and END'],
		['rule A { when { on Mon between 11:00 and ‸', 'on DAYS between START and *END*'],
		['rule A { when { on Mon between 11:00 and 12:00 or on ‸', 'on *DAYS* between START and END'],
		['rule A { when { spend ‸', 'spend *FILTER* >= AMOUNT'],
		['rule A { when { spend "a between b" ‸', 'spend *FILTER* >= AMOUNT'],
		['rule A { when { spend "Food" < ‸', 'spend FILTER >= *AMOUNT*'],
		['rule A { when { spend "Food" between 5 ‸', 'spend FILTER between *LOW* and HIGH'],
		['rule A { when { spend "Food" between 5 and ‸', 'spend FILTER between LOW and *HIGH*'],
		['rule A { when { quantity "Food" >= ‸', 'quantity FILTER >= *COUNT*'],
		['rule A { when { birthday within ‸ days', 'birthday within *COUNT* days'],
		['rule A { when { anniversary within ‸ days', 'anniversary within *COUNT* days'],
		['rule A { when { purchase number is ‸', 'purchase number is *NUMBER*'],
		['rule A { when { purchase number is every ‸', 'purchase number is every *STEP*'],
		['rule A { when { lifetime points >= ‸', 'lifetime points >= *NUMBER*'],
		['rule A { when { lifetime spend >= ‸', 'lifetime spend >= *NUMBER*'],
		['rule A { when { lifetime spend between 1 and ‸', 'lifetime spend between LOW and *HIGH*'],
		['rule A { when { balance between ‸', 'balance between *LOW* and HIGH'],
		['rule A { when { days since joining ‸', 'days since joining >= *NUMBER*'],
		['rule A { when { days since last purchase > ‸', 'days since last purchase >= *NUMBER*'],
		['rule A { when { any { all { spend "Food" > ‸', 'spend FILTER >= *AMOUNT*'],
		['tiers by ‸', 'tiers by *BASIS* [kept through the next year] [moved by hand] { … }'],
		['tiers by spend of ‸', 'tiers by spend of *FILTER* per year [kept through the next year] { … }'],
		['tiers by hand { tier ‸', 'tier *NAME* from POINTS { … }'],
		['tiers by hand { tier Gold from ‸', 'tier NAME from *POINTS* { … }'],
		['tiers by hand { tier Gold { multiply points by ‸', 'multiply points by *FACTOR*'],
		['tiers by hand { tier Gold { earn ‸', 'earn *FORMULA* [at least FLOOR points] [without multipliers] [for WHOM]'],
		['attribute ‸', 'attribute *OWNER* NAME TYPE'],
		['attribute member ‸', 'attribute OWNER *NAME* TYPE'],
		['attribute member vip ‸', 'attribute OWNER NAME *TYPE*'],
		['attribute member plan one of family, ‸', 'attribute OWNER NAME one of *VALUES*'],
		['filter "Food" = ‸', 'filter NAME = *SOURCE* [above FLOOR] [up to CEILING]'],
		[
			'filter "Food" = total excluding ‸',
			'filter NAME = total [excluding *PARTS*] [before discounts] [above FLOOR] [up to CEILING]',
		],
		[
			'filter "Food" = items in ‸',
			'filter NAME = items in *CHOSEN* [except LESS] [excluding points] [above FLOOR] [up to CEILING]',
		],
		[
			'filter "Food" = items except item "A" up to ‸',
			'filter NAME = items in CHOSEN [except LESS] [excluding points] [above FLOOR] [up to *CEILING*]',
		],
		['exclusive "Deals" picks ‸', 'exclusive NAME picks *WHICH*'],
		['program A { points with ‸', 'points with *COUNT* decimals, rounded DIRECTION per PLACE'],
		['program A { points whole, rounded ‸', 'points whole, rounded *DIRECTION* per PLACE'],
		['program A { points whole, rounded down per ‸', 'points whole, rounded DIRECTION per *PLACE*'],
		['redemption { 100 ‸', '*POINTS* points = AMOUNT'],
		['redemption { 100 points = ‸', 'POINTS points = *AMOUNT*'],
		['redemption { at most ‸', 'at most *SHARE* of FILTER'],
		['redemption { at most 50% of ‸', 'at most SHARE of *FILTER*'],
		['redemption { at least 200 points in steps of ‸', 'at least POINTS points in steps of *STEP*'],
		['expiry { available after ‸', 'available after *COUNT* UNIT'],
		['expiry { available after 14 ‸', 'available after COUNT *UNIT*'],
		['expiry { expires at ‸', 'expires at *PERIOD* end'],
		['test A { purchase at ‸', 'purchase at *DATE* TIME { … }'],
		['test A { check_in at 2026-02-07 ‸', 'check_in at DATE *TIME* { … }'],
		['test A { expect ‸', 'expect *RULE* earns POINTS [for WHOM]'],
		['test A { expect "Lunch" earns ‸', 'expect RULE earns *POINTS* [for WHOM]'],
		['test A { expect total ‸', 'expect total *POINTS*'],
		[
			'test A { purchase at 2026-02-07 { item ‸',
			'item *CODE* [category CATEGORY] [subcategory GROUP] [combo SET] COUNT x PRICE',
		],
		[
			'test A { purchase at 2026-02-07 { item "A" category "B" ‸',
			'item CODE [category CATEGORY] [subcategory GROUP] [combo SET] *COUNT* x PRICE',
		],
		[
			'test A { purchase at 2026-02-07 { item "A" 28 x litres for ‸',
			'item CODE [category CATEGORY] [subcategory GROUP] [combo SET] COUNT x UNIT for *PRICE*',
		],
		['rule A { status ‸', null],
		['rule A { when { tier is ‸', null],
		['rule A { ‸ }', null],
		['rule A { limit // ‸', null],
		['‸', null],
	])('%s', (source, expected) => {
		expect(shown(source)).toBe(expected);
	});
});

test('what is not evaluated yet says so', () => {
	const help = signatureHelp({ source: 'expiry { expires after ' }, 23);
	expect(help?.signatures.length).toBeGreaterThan(0);
	expect(help?.signatures.filter(({ doc }) => !doc.endsWith(' does not evaluate it yet.'))).toEqual([]);
	expect(signatureHelp({ source: 'rule A { priority ' }, 18)?.signatures[0]?.doc).not.toMatch(/does not evaluate/);
});

/** Shapes that no example of the vocabulary has. */
const UNUSUAL = / between LOW | at DATE | at PERIOD | x UNIT |with COUNT |returns AMOUNT/;

describe('every shape', () => {
	const all = Object.entries(openings).flatMap(([level, found]) =>
		[...found.map(({ word }) => word as string), '#', 'item'].flatMap(
			(word) => shapesAt(level as keyof typeof openings, word) ?? [],
		),
	);

	test('has a row of the vocabulary, and each of its parts once in its label', () => {
		expect(all.length).toBeGreaterThan(60);
		for (const { label, construct, parts } of all) {
			expect({ label, doc: construct.doc }).toEqual({ label, doc: expect.stringMatching(/\.$/) });
			const counts = parts.map(({ name }) => label.split(name).length - 1);
			expect({ label, counts }).toEqual({ label, counts: parts.map(() => 1) });
			for (const { doc } of parts) expect(doc).toMatch(/^[A-Z`][^\n]*\.$/);
		}
	});

	test('is reached while the examples of the vocabulary are typed, as far as they have it', () => {
		const reached = new Set<string>();
		for (const { rows, around } of tables) {
			for (const row of rows) {
				const [before = ''] = around(row).split('‸');
				for (let end = 1; end <= row.example.length; end++) {
					const text = before + row.example.slice(0, end);
					const help = signatureHelp({ source: text }, text.length);
					const label = help?.signatures[help.active]?.label;
					if (label !== undefined) reached.add(label);
				}
			}
		}
		const labels = all.map(({ label }) => label);
		expect(labels.filter((label) => !reached.has(label) && !UNUSUAL.test(label))).toEqual([]);
	});
});
