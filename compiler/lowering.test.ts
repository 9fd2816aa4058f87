/** A plan that is made from the last says what one made from nothing says, whatever rule changed before, between or behind what leans on it. */
import { describe, expect, it } from 'vitest';
import type { TextEdit } from '#grammar';
import { compile } from './compile.ts';
import { Random } from './evaluate/fixtures/random.ts';
import { advance, openSnapshot, type Snapshot } from './snapshot.ts';

const SEED = Number(process.env['SEED'] ?? Date.now() % 1_000_000_007);

/** What a rule may say: with usages of several periods, and with none. */
const bodies = [
	'earn 1',
	'// A remark.\n  earn "Food" * 2',
	'earn 3 limit 90 points per day',
	'earn 4 limit 2 times per week limit 500 points per month',
	'when {\n    channel is app } earn 5 priority 2',
	'status disabled exclusive "Deals" earn 6',
	'earn 7 limit 1 time per day',
];

const names = ['One', 'Two', 'Three', 'Four', 'Five'];
const source = `program "P" { currency AED timezone "UTC" points whole channels app limit 900 points per day }
rule "One" { earn 1 }
filter "Food" = items in category "Food"
rule "Two" { earn 1 }
exclusive "Deals" picks highest priority
campaign "Open" {
  multiply points by 2
  rule "Within" { earn 9 limit 5 points per day }
}
rule "Three" { earn 1 }
rule "Four" { earn 1 }
redemption { 100 points = 1 AED }
campaign "Later" { active from 2026-01-01 rule "Last" { earn 2 limit 3 times per year } }
rule "Five" { earn 1 }
tiers by lifetime points { tier Gold from 0 { earn 2 } }
`;

/** Another body for a rule. */
function bodyEdit(text: string, name: string, body: string): TextEdit {
	const start = text.indexOf('{', text.indexOf(`rule "${name}"`)) + 1;
	return { span: { start, end: text.indexOf('}\n', start) }, text: ` ${body} ` };
}

describe('a plan made from the last', () => {
	it(`is the one made from nothing, after any changes of rules (SEED=${SEED})`, () => {
		const random = new Random(SEED);
		let snapshot: Snapshot = openSnapshot(source);
		let kept = 0;
		for (let step = 0; step < 120; step++) {
			const before = snapshot.plan?.rules ?? [];
			// Two at once now and then, and not every text between is asked for its plan.
			for (const name of random.chance(30) ? [random.pick(names), random.pick(names)] : [random.pick(names)]) {
				snapshot = advance(snapshot, [bodyEdit(snapshot.source, name, random.pick(bodies))]);
			}
			expect(snapshot.problems.filter(({ severity }) => severity === 'error').map((each) => each.message)).toEqual([]);
			expect(JSON.stringify(snapshot.plan), `SEED=${SEED}`).toBe(JSON.stringify(compile(snapshot.source).plan));
			kept += snapshot.plan?.rules.filter((rule) => before.includes(rule)).length ?? 0;
		}
		expect(snapshot.plan?.rules).toHaveLength(7);
		expect(kept).toBeGreaterThan(200);
	});

	it('is another where a name changes that its rules lean on', () => {
		const first = openSnapshot(source);
		expect(first.problems.filter(({ severity }) => severity === 'error').map((each) => each.message)).toEqual([]);
		expect(first.plan?.filters.map(({ name }) => name)).toContain('Food');
		const start = source.indexOf('filter "Food"');
		const second = advance(first, [{ span: { start, end: start }, text: 'filter "Ahead" = total\n' }]);
		expect(JSON.stringify(second.plan)).toBe(JSON.stringify(compile(second.source).plan));
	});
});
