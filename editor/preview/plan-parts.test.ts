import { describe, expect, it } from 'vitest';
import { advance, openSnapshot, type Plan, type Snapshot } from '#compiler';
import { PlanReceiver, PlanSender } from './plan-parts.ts';

const rule = (name: string, body: string) => `rule "${name}" { ${body} }\n`;
const TEXT = `program "P" { currency AED timezone "Asia/Dubai" }
filter "Food" = items in category "Food"
${rule('First', 'earn "Food" * 2')}${rule('Second', 'when { spend "Food" >= 50 } earn 10')}${rule('Third', 'earn 5 limit 50 points per day')}`;

/** The plan after a word of the text was replaced. */
function after(snapshot: Snapshot, word: string, text: string): Snapshot {
	const start = snapshot.source.indexOf(word);
	return advance(snapshot, [{ span: { start, end: start + word.length }, text }]);
}

function planIn({ healthyPlan }: Snapshot): Plan {
	if (!healthyPlan) throw new Error('The text has no plan');
	return healthyPlan;
}

describe('a plan that is sent in parts', () => {
	it('arrives as it is, whatever is changed, added, removed, moved, broken and mended', () => {
		const [sender, receiver] = [new PlanSender(), new PlanReceiver()];
		let snapshot = openSnapshot(TEXT);
		const steps = [
			['* 2', '* 2.5'],
			['>= 50', '>= 1_000'],
			['earn 10', 'earn'],
			['} earn }', '} earn 7 }'],
			['rule "Second"', 'rule "New" { earn 1 }\nrule "Second"'],
			['rule "New" { earn 1 }\n', ''],
			['"First"', '"Second"'],
			['earn 5 limit 50 points per day', 'limit once per week earn 5'],
			['timezone', '// a remark\n  timezone'],
		] as const;
		for (const [word, text] of [['program', 'program'] as const, ...steps]) {
			snapshot = after(snapshot, word, text);
			const plan = planIn(snapshot);
			expect(receiver.plan(structuredClone(sender.parts(plan))), `${word} becomes ${text}`).toEqual(plan);
		}
	});

	it('takes no rule along that the receiver has', () => {
		const sender = new PlanSender();
		const first = openSnapshot(TEXT);
		const sent = (snapshot: Snapshot) => sender.parts(planIn(snapshot)).rules.map((part) => !Array.isArray(part));
		expect(sent(first)).toEqual([true, true, true]);
		expect(sent(after(first, '>= 50', '>= 1_000'))).toEqual([false, true, false]);
		// One that is worth it: the last rule stands further on, and is named by its number all the same.
		expect(sent(first)).toEqual([false, true, false]);
	});

	it('is refused by who missed the one before', () => {
		const sender = new PlanSender();
		const snapshot = openSnapshot(TEXT);
		sender.parts(planIn(snapshot));
		expect(() => new PlanReceiver().plan(sender.parts(planIn(snapshot)))).toThrow('never sent');
	});
});
