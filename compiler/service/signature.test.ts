import { describe, expect, test } from 'vitest';
import { marked } from './fixtures/marked.ts';
import { signatureHelp } from './signature.ts';

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
		['rule A { limit ‸', 'limit *POINTS* points per transaction'],
		['rule A { limit 5‸00 points', 'limit *POINTS* points per transaction'],
		['program A { limit 500 points per ‸ }', 'limit *POINTS* points per transaction'],
		['rule A { active ‸ }', 'active from *START* until END'],
		['rule A { active from 2026-01-01 ‸ }', 'active from *START* until END'],
		['rule A { active from 2026-01-01 until ‸ }', 'active from START until *END*'],
		['rule A { earn "Food" * ‸ }', 'earn *FORMULA*'],
		['rule A { priority ‸ }', 'priority *NUMBER*'],
		['rule A { when { on ‸ } }', 'on *DAYS* between START and END'],
		['rule A { when { on Mon between ‸ } }', 'on DAYS between *START* and END'],
		['rule A { when { on Mon between 11:00 and ‸', 'on DAYS between START and *END*'],
		['rule A { when { on Mon between 11:00 and 12:00 or on ‸', 'on *DAYS* between START and END'],
		['rule A { when { spend ‸', 'spend *FILTER* >= AMOUNT'],
		['rule A { when { spend "a between b" ‸', 'spend *FILTER* >= AMOUNT'],
		['rule A { when { spend "Food" < ‸', 'spend FILTER >= *AMOUNT*'],
		['rule A { when { spend "Food" between 5 ‸', 'spend FILTER between *LOW* and HIGH'],
		['rule A { when { spend "Food" between 5 and ‸', 'spend FILTER between LOW and *HIGH*'],
		['rule A { when { birthday within ‸ days', 'birthday within *COUNT* days'],
		['tiers by hand { tier ‸', 'tier *NAME* from POINTS { … }'],
		['tiers by hand { tier Gold from ‸', 'tier NAME from *POINTS* { … }'],
		['tiers by hand { tier Gold { multiply points by ‸', 'multiply points by *FACTOR*'],
		['tiers by hand { tier Gold { earn ‸', 'earn *FORMULA*'],
		['filter "Food" = ‸', 'filter NAME = *SOURCE*'],
		['program A { points with ‸', 'points with *COUNT* decimals, rounded DIRECTION per award'],
		['program A { points whole, rounded ‸', 'points whole, rounded *DIRECTION* per award'],
		['rule A { status ‸', null],
		['rule A { when { tier is ‸', null],
		['rule A { ‸ }', null],
		['rule A { limit // ‸', null],
		['‸', null],
	])('%s', (source, expected) => {
		expect(shown(source)).toBe(expected);
	});

	test.each(['rule A { limit ', 'rule A { when { on ', 'rule A { when { spend ', 'program A { points '])(
		'every part of a shape stands in its label once: %s',
		(clause) => {
			const signatures = signatureHelp({ source: clause }, clause.length)?.signatures ?? [];
			const counts = signatures.flatMap(({ label, parameters }) =>
				parameters.map(({ name }) => label.split(name).length - 1),
			);
			expect(counts.length).toBeGreaterThan(0);
			expect(counts.filter((count) => count !== 1)).toEqual([]);
		},
	);
});
