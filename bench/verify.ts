/** Whether an engine's answers are those that must come out. */
import type { Verified } from './results.ts';
import type { Subject } from './subject.ts';
import type { Expected, RawTransaction, RulePoints } from './workload.ts';

/** Compares all answers, or as many as a time allows; null: however long it takes. */
export async function verify(
	subject: Subject,
	transactions: readonly RawTransaction[],
	expected: readonly Expected[],
	budgetMs: number | null,
): Promise<Verified> {
	const found = { checked: 0, transactions: transactions.length, wrongTotals: 0, wrongMatches: 0, wrongPoints: 0 };
	let until = Number.POSITIVE_INFINITY;
	for (const [index, raw] of transactions.entries()) {
		if (performance.now() > until) break;
		const must = expected[index];
		if (must?.id !== raw.id) throw new Error(`No answer is known for ${raw.id}`);
		const totals = [await subject.evaluateRaw(raw)];
		if (subject.hasOwnForm) totals.push(await subject.evaluateFacts(subject.derive(raw)));
		if (totals.some((total) => total !== must.points)) found.wrongTotals++;
		const { matches, points } = differences(await subject.explain(raw), must.rules);
		if (matches) found.wrongMatches++;
		found.wrongPoints += points;
		found.checked++;
		// What an engine builds for its first answer does not count.
		if (budgetMs !== null && index === 0) until = performance.now() + budgetMs;
	}
	return found;
}

/** A rule that matches and gives 0 is no award, and not every engine tells it from one that does not match. */
function differences(got: readonly RulePoints[], must: readonly RulePoints[]) {
	const given = new Map(got.filter(([, points]) => points > 0));
	const due = must.filter(([, points]) => points > 0);
	return {
		matches: given.size !== due.length || due.some(([rule]) => !given.has(rule)),
		points: due.filter(([rule, points]) => given.has(rule) && given.get(rule) !== points).length,
	};
}
