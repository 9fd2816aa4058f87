import { describe, expect, it } from 'vitest';
import { compile, epochDay } from '#compiler';
import type { Activity } from '#server/contract';
import { rowsOf, searched } from './rows.ts';

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

describe('the rows of the list', () => {
	const rows = rowsOf(compile(program), now, activity);
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
		expect(rowsOf(compile(text), now, activity).at(-1)).toMatchObject({
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
		expect(rowsOf(compile(program), now, 'loading')[0]?.given).toBe('loading');
	});

	it.each([
		['', 6],
		['lunch', 1],
		['FOOD lunch', 1],
		['is:error', 2],
		['is:error drinks', 1],
		['nothing like it', 0],
	])('searched for %j are %i', (search, count) => {
		expect(searched(rows, search)).toHaveLength(count);
	});
});
