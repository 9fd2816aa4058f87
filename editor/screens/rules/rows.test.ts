import { describe, expect, it } from 'vitest';
import { type Catalog, compile, epochDay } from '#compiler';
import type { Activity } from '#server/contract';
import { matches, readQuery, strangersIn } from './rule-query.ts';
import { rowsOf } from './rows.ts';
import { suggestionsAt } from './search-suggestions.ts';

const program = `program "P" { currency AED timezone "Asia/Dubai" channels app, web order types pickup }
filter "Food" = items in category "Food"
rule "Lunch" {
  active from 2026-01-01 until 2026-03-31
  when { on Mon to Fri between 11:00 and 14:00 spend "Food" >= 50 }
  earn "Food" * 2 + 10
}
rule "Old" { active until 2025-12-31 earn 5 }
rule "Soon" { active from 2026-06-01 when { always } earn 5 }
rule "Off" { status disabled earn 5 }
rule "Broken" { earn "Drinks" * 2 }
rule { earn 1 }
`;
const now = { day: epochDay({ year: 2026, month: 2, day: 7 }), minute: 720 };
const activity: Activity = { days: 3, rules: [{ rule: 'Lunch', points: 30, awards: 2, pointsByDay: [10, 0, 20] }] };

const catalog: Catalog = { stores: [{ id: 'dxb-1', name: 'Dubai Mall', chain: 'Express', city: 'Dubai' }], items: [] };
const known = { activity, catalog, published: new Set(['Lunch', 'Old', 'Off', 'Broken']) };

describe('the rows of the list', () => {
	const rows = rowsOf(compile(program), now, known);
	const row = (name: string | null) => rows.find((candidate) => candidate.name === name);

	it('are the rules in the order of the text, each where it belongs', () => {
		expect(rows.map(({ name, state }) => [name, state])).toEqual([
			['Lunch', 'current'],
			['Old', 'expired'],
			['Soon', 'scheduled'],
			['Off', 'disabled'],
			['Broken', 'current'],
			[null, 'current'],
		]);
	});

	it('of a campaign run only while it does, and are changed where they stand', () => {
		const text = `${program}campaign "Sale" { active until 2026-01-31 rule "In" { active from 2025-06-01 earn 5 } }`;
		expect(rowsOf(compile(text), now, known).at(-1)).toMatchObject({
			name: 'In',
			campaign: 'Sale',
			state: 'expired',
			declaration: [8, 1],
		});
	});

	it('say what a rule is about', () => {
		expect(row('Lunch')).toMatchObject({ effect: '2 × Food + 10 points', dates: '1 Jan – 31 Mar 2026', enabled: true });
		expect(row('Lunch')?.prose).toContain('Food');
		expect(row('Lunch')?.conditions.map(({ kind }) => kind)).toEqual(['day-time', 'spend']);
		expect(row('Off')).toMatchObject({ enabled: false, dates: null });
		expect(row('Soon')?.conditions).toEqual([]);
	});

	it('carry the problems of their own rule only', () => {
		expect(row('Broken')?.problems.map(({ code }) => code)).toContain('unknown-name');
		expect(row('Lunch')?.problems).toEqual([]);
	});

	it('carry what the server says was given, zeros for who gave nothing, and no number before it has said it', () => {
		expect(row('Lunch')?.given).toMatchObject({ points: 30, pointsByDay: [10, 0, 20] });
		expect(row('Off')?.given).toEqual({ points: 0, pointsByDay: [0, 0, 0] });
		expect(rowsOf(compile(program), now, { ...known, activity: 'loading' })[0]?.given).toBe('loading');
	});
});

const searchable = `${program}
segment Staff
campaign "Ramadan nights" {
  active until 2026-03-31
  rule "Iftar" {
    about "For the table that breaks the fast together."
    when { store is "dxb-1" segment is Staff }
    earn 5
  }
}
`;

describe('a search', () => {
	const rows = rowsOf(compile(searchable, { today: { year: 2026, month: 2, day: 7 } }), now, known);
	const found = (search: string) => rows.filter((row) => matches(readQuery(search), row)).map(({ name }) => name);

	it.each([
		['', ['Lunch', 'Old', 'Soon', 'Off', 'Broken', null, 'Iftar']],
		['lunch', ['Lunch']],
		['FOOD lunch', ['Lunch']],
		['"breaks the fast"', ['Iftar']],
		['"fast the"', []],
		['-points', [null]],
		['is:error', ['Broken', null]],
		['is:error drinks', ['Broken']],
		['IS:Error -drinks', [null]],
		['is:current', ['Lunch', 'Broken', null, 'Iftar']],
		['is:scheduled', ['Soon']],
		['is:expired', ['Old']],
		['is:disabled', ['Off']],
		['is:warning', ['Old']],
		['is:draft', ['Soon', null, 'Iftar']],
		['is:draft -is:error is:current', ['Iftar']],
		['uses:"Food"', ['Lunch']],
		['uses:food', ['Lunch']],
		['uses:fo', ['Lunch']],
		['uses:"Fo"', []],
		['uses:drinks', ['Broken']],
		['uses:dxb-1', ['Iftar']],
		['uses:"Dubai Mall"', ['Iftar']],
		['uses:mall', ['Iftar']],
		['uses:staff', ['Iftar']],
		['uses:"Ramadan nights"', ['Iftar']],
		['uses:points', []],
		['in:"ramadan nights"', ['Iftar']],
		['in:nights', ['Iftar']],
		['-in:nights is:draft', ['Soon', null]],
		// Still being typed: what is whole counts.
		['is:', ['Lunch', 'Old', 'Soon', 'Off', 'Broken', null, 'Iftar']],
		['is:exp', ['Lunch', 'Old', 'Soon', 'Off', 'Broken', null, 'Iftar']],
		['lunch uses:', ['Lunch']],
		['uses:"Foo', []],
		['uses:"Food', ['Lunch']],
		['nothing like it', []],
	])('for %j finds %j', (search, names) => {
		expect(found(search)).toEqual(names);
	});

	it('does not find by the text what a rule does not refer to', () => {
		const text = `${program}rule "Named Food" { about "uses Food" earn 1 }`;
		const named = rowsOf(compile(text), now, known).filter((row) => matches(readQuery('uses:"Food"'), row));
		expect(named.map(({ name }) => name)).toEqual(['Lunch']);
	});

	it.each([
		['is:paused', 'A rule cannot be `paused`', 'is:disabled'],
		['lunch is:active x', 'A rule cannot be `active`', 'lunch is:current x'],
		['-is:eror', 'A rule cannot be `eror`', '-is:error'],
		['is:purple', 'A rule cannot be `purple`', null],
		['use:Food', '`use:` is none of', 'uses:Food'],
		['a user:"B c"', '`user:` is none of', 'a uses:"B c"'],
		['colour:red', '`colour:` is none of', null],
		['uses:Fod', 'No rule refers to anything called `Fod`', 'uses:"Food"'],
		['x uses:"Staf" y', 'No rule refers to anything called `Staf`', 'x uses:"Staff" y'],
		['in:"Ramadan night"', 'No rule stands in a campaign called `Ramadan night`', 'in:"Ramadan nights"'],
		['in:zzz', 'No rule stands in a campaign called `zzz`', null],
	])('%j is told what is wrong with it, and mended', (search, message, mend) => {
		const query = readQuery(search);
		const faults = [...query.faults, ...strangersIn(query, search, rows)];
		expect(faults).toHaveLength(1);
		expect(faults[0]?.message).toContain(message);
		expect(faults[0]?.mend?.search ?? null).toBe(mend);
	});

	it.each(['', 'lunch', 'is:', 'is:e', 'uses:', 'is:error uses:fo in:rama', '2:30 -x', '"a:b"'])(
		'%j has no fault',
		(search) => {
			const query = readQuery(search);
			expect([...query.faults, ...strangersIn(query, search, rows)]).toEqual([]);
		},
	);

	it.each([
		['‸', ['is:', 'uses:', 'in:']],
		['i‸', ['is:', 'in:']],
		['lunch is:d‸', ['is:disabled', 'is:draft']],
		['is:d‸ lunch', ['is:disabled', 'is:draft']],
		['uses:du‸', ['uses:"Dubai Mall"']],
		['food‸', ['uses:"Food"']],
		['uses:"ram‸', ['uses:"Ramadan nights"']],
		['in:‸', ['in:"Ramadan nights"']],
		['"food‸', []],
		['zzz:f‸', []],
	])('%j may go on with %j', (marked, written) => {
		const caret = marked.indexOf('‸');
		expect(suggestionsAt(marked.replace('‸', ''), caret, rows).map((each) => each.written)).toEqual(written);
	});

	it('says of a name that means several things the nearest', () => {
		expect(suggestionsAt('food', 4, rows)[0]).toMatchObject({ written: 'uses:"Food"', doc: 'Cart filter' });
	});

	it.each([
		['lunch -uses:fo‸ x', 'lunch -uses:"Food" ‸x'],
		['u‸ x', 'uses:‸ x'],
		['is:exp‸', 'is:expired ‸'],
	])('%j becomes %j', (marked, whole) => {
		const caret = marked.indexOf('‸');
		const [first] = suggestionsAt(marked.replace('‸', ''), caret, rows);
		expect(first && `${first.search.slice(0, first.caret)}‸${first.search.slice(first.caret)}`).toBe(whole);
	});
});
