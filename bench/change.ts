/** What it costs to change one rule of a program that runs. */
import { advance, emit, openSnapshot, type Plan, type Snapshot } from '#compiler';
import { programText } from './program-text.ts';
import { type Changed, median, percentile } from './results.ts';
import type { Workload } from './workload.ts';

const MOST_CHANGES = 200;
/** Changes lie all over the program: at 389 parts of 1,000 from the one before, around and around. */
const STRIDE = 389;
const PARTS = 1_000;

/** Changes one rule after the other, each on top of the last, for so long at most. */
export function measureChanges(workload: Workload, budgetMs: number): Changed {
	let snapshot = openSnapshot(programText(workload));
	let evaluate = emit(planOf(snapshot));
	const [plans, evaluators, both]: [number[], number[], number[]] = [[], [], []];
	const until = performance.now() + budgetMs;
	while (both.length < MOST_CHANGES && performance.now() < until) {
		const edits = [editOf(snapshot, both.length * STRIDE)];
		const started = performance.now();
		snapshot = advance(snapshot, edits);
		const plan = planOf(snapshot);
		const planned = performance.now();
		evaluate = emit(plan, evaluate);
		const emitted = performance.now();
		plans.push(planned - started);
		evaluators.push(emitted - planned);
		both.push(emitted - started);
	}
	return {
		changes: both.length,
		planMs: median(plans),
		evaluatorMs: median(evaluators),
		bothMs: median(both),
		bothMs95: percentile(both, 95),
	};
}

/** One point more from some rule, found in the text: looking at the tree would have it made, and that is not what is measured. */
function editOf({ source }: Snapshot, count: number) {
	const about = Math.floor((source.length * (count % PARTS)) / PARTS);
	const found = source.indexOf('earn ', about);
	const at = (found < 0 ? source.indexOf('earn ') : found) + 'earn '.length;
	return { span: { start: at, end: at }, text: '1 + ' };
}

function planOf({ plan }: Snapshot): Plan {
	if (!plan) throw new Error('A change made an error');
	return plan;
}
