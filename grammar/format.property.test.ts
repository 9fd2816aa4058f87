import { describe, expect, it } from 'vitest';
import { applyEdits } from './edit.ts';
import { format } from './format.ts';
import { parse } from './parse.ts';
import { stripSpans } from './plain.ts';
import { lex } from './tokens.ts';

const seed = Number(process.env['SEED'] ?? Date.now() % 2 ** 31);
const cases = Number(process.env['CASES'] ?? 1_000);

/** A small generator of numbers (mulberry32): the same seed gives the same numbers. */
function generator(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

/** Every construct, and clauses that are too long for a line. */
const declarations = [
	`program "Bluebird" { currency AED timezone "Asia/Dubai" week starts Monday points with 2 decimals, rounded half up per award
		channels app, web, kiosk, pos order types dine_in, pickup, delivery limit 5_000 points per transaction }`,
	'program "Short" {}',
	`tiers by lifetime points { tier Bronze from 0 { color #B87333 earn "Net" * 1 } tier 金 from 1_000 {}
		tier Gold from 5_000 { earn "Net" * 5 color #D4AF37 earn 3 multiply points by 1.5 } tier X from 9_000 { multiply points by 2 } }`,
	'tiers by hand { tier A { color #B87333 multiply points by 2 } }',
	'filter "Net" = total excluding taxes, fees, tip, points before discounts',
	`filter "Everything but" = items in category "Drinks", "Retail", "Cold coffee", subcategory "Filter", "Espresso", item "CAKE-1"
		except item "GIFT-CARD-100", "GIFT-CARD-200", "GIFT-CARD-500", combo "Lunch set", "Dinner set"`,
	'filter 午餐 = items',
	`rule "Lunch" { about "Double." status enabled active from 2026-01-01 until 2026-03-31 18:00 priority -20
		when { on Mon to Fri, Sun between 11:00 and 14:00 or on Sat, Sun between 12:00 and 15:00 or on any day between 22:00 and 02:00
			order type is dine_in, pickup channel is not kiosk tier is not Bronze
			store is "dxb-mall-1", "dxb-mall-2", "dxb-mall-3", "dxb-mall-4", chain "Bluebird Express", "auh-corniche", "shj-beach-front"
			spend "Food" between 30 and 300 spend "Food" != 5 birthday within 3 days birthday this month birthday today }
		earn "Food" * 2 + 10 - (5 - -"Food") / 3 * 10% + 1_000_000 * ("Food" + 123_456) - 987_654 / ("Food" + 654_321) + -1
		limit 500 points per transaction }`,
	'rule One { earn 5 }',
	'rule "One condition" { when { spend "Food" >= 50 } earn "Food" }',
	'rule "Always" { when always earn -(-1) }',
	'rule "Nothing" { when {} }',
	'rule "Empty" {}',
];
const comments = ['// note', '//', '// rule "x" {', '// }', '// trailing  ', '// ملاحظة', '//\ttab'];

interface Habits {
	readonly lineBreak: string;
	/** How often a gap has a line break, and how often a comment, from 0 to 1. */
	readonly breaks: number;
	readonly comments: number;
}

/** The words of some declarations with any layout between them. */
function scattered(random: () => number, { lineBreak, breaks, comments: remarks }: Habits): string {
	const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T;
	const blanks = () => pick(['', ' ', ' ', '  ', '\t', '      ']);
	const source = Array.from({ length: 1 + Math.floor(random() * 4) }, () => pick(declarations)).join('\n');
	const { tokens } = lex(source);
	const gaps = tokens.map((_, index) => {
		let gap = blanks();
		while (random() < breaks) gap += (random() < remarks ? pick(comments) : '') + lineBreak + blanks();
		return gap === '' && index > 0 ? ' ' : gap;
	});
	return (
		tokens.map((token, index) => (gaps[index] ?? '') + token.image).join('') +
		pick(['', lineBreak, ' ', lineBreak + blanks()])
	);
}

function said(text: string): string {
	const { document, problems } = parse(text);
	return JSON.stringify([stripSpans(document), problems.map(({ code }) => code)]);
}

describe(`layout (SEED=${seed})`, () => {
	it('of every construct, scattered over lines in any way, changes nothing that is said and settles at once', () => {
		for (let index = 0; index < cases; index++) {
			const random = generator(seed + index);
			const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T;
			const habits = {
				lineBreak: pick(['\n', '\n', '\r\n', '\r']),
				breaks: pick([0, 0.05, 0.3]),
				comments: pick([0, 0, 0.3]),
			};
			const text = scattered(random, habits);
			const after = applyEdits(text, format(text));
			const again = applyEdits(after, format(after));
			const where = `SEED=${seed + index} CASES=1\n${text}\n`;
			expect(where + said(after)).toBe(where + said(text));
			expect(where + again).toBe(where + after);
		}
	});

	it('is the same wherever lines were broken, as long as all were', () => {
		for (let index = 0; index < cases / 4; index++) {
			const words = scattered(generator(seed + index), { lineBreak: '\n', breaks: 0, comments: 0 });
			const { tokens } = lex(words);
			const random = generator(seed - index);
			const broken = () => {
				const blanks = ['', ' ', '\t', '   '];
				const blank = () => blanks[Math.floor(random() * blanks.length)];
				// At the end of a line `item` also ends the clause: `per item`.
				const text = tokens.map(({ image }) => `${image}${blank()}${image === 'item' ? ' ' : '\n'}${blank()}`).join('');
				return applyEdits(text, format(text));
			};
			expect(`SEED=${seed + index}\n${broken()}`).toBe(`SEED=${seed + index}\n${broken()}`);
		}
	});
});
