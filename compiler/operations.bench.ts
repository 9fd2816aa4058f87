/** What it costs to do something on the canvas: from the wish to edits that have been tried. */
import { readFileSync } from 'node:fs';
import { bench, describe } from 'vitest';
import { compile } from './compile.ts';
import { type Operation, planOperation } from './edits/index.ts';
import { advance, openSnapshot, type Snapshot } from './snapshot.ts';
import { Durations } from './testing/durations.ts';
import { largeProgram } from './testing/large-program.ts';

const programs = {
	'the demo': readFileSync(new URL('../examples/bluebird-cafe/program.earn', import.meta.url), 'utf8'),
	'1,000 rules': largeProgram(1_000),
};

/** One of each gesture on the rule at an index; `count` makes names that are new. */
function operations(rule: number, count: number): readonly Operation[] {
	return [
		{ kind: 'add-condition', declaration: rule, text: 'channel is app' },
		{ kind: 'add-condition', declaration: rule, text: 'any { on Fri birthday today }' },
		{ kind: 'set-condition', declaration: rule, condition: 0, text: 'on Sat, Sun between 10:00 and 12:00' },
		{ kind: 'move-condition', declaration: rule, condition: 0, to: 1 },
		{ kind: 'negate-condition', declaration: rule, condition: 0 },
		{ kind: 'wrap-condition', declaration: rule, condition: 0, group: 'not' },
		{ kind: 'remove-condition', declaration: rule, condition: 0 },
		{ kind: 'set-clause', declaration: rule, clause: 'priority', text: 'priority 7' },
		{ kind: 'set-clause', declaration: rule, clause: 'earn', text: 'earn 25' },
		{ kind: 'set-clause', declaration: rule, clause: 'about', text: null },
		{ kind: 'rename-rule', declaration: rule, name: `Renamed ${count}` },
		{ kind: 'duplicate-rule', declaration: rule, name: `Copy ${count}` },
		{ kind: 'move-rule', declaration: rule, to: rule + 3 },
		{ kind: 'add-rule', text: `rule "New ${count}" { earn ${count} }`, after: rule },
		{ kind: 'remove-rule', declaration: rule },
	];
}

describe.each(Object.entries(programs))('a gesture on %s', (name, text) => {
	const { document } = compile(text);
	const rules = [...document.declarations.entries()].flatMap(([index, { kind }]) => (kind === 'rule' ? [index] : []));
	const durations = new Durations(() => performance.now());
	let snapshot: Snapshot = openSnapshot(text);
	let count = 0;
	let done = 0;

	bench(
		'planned and tried',
		() => {
			// The text changes with each gesture, as it does under a hand, and now and then begins anew.
			if (count % 200 === 0) snapshot = openSnapshot(text);
			const rule = rules[(count * 389) % (rules.length - 4)] ?? 0;
			const all = operations(rule, count);
			const operation = all[count++ % all.length] as Operation;
			const { source, document: shown } = snapshot;
			const planned = durations.measure('gesture', () => planOperation(source, shown, operation));
			if (!planned.ok) return;
			done++;
			snapshot = durations.measure('reading', () => advance(snapshot, planned.edits));
			durations.measure('tree', () => snapshot.document);
		},
		{ iterations: 1_500, time: 0, warmupIterations: 100 },
	);

	const report = () => {
		const share = ((done / count) * 100).toFixed(0);
		const ratio = durations.median('cold') / durations.median('gesture');
		const rows = [
			`${name}: a gesture ${durations.table('gesture')}; ${share} % of them possible; the bar: 5 ms at the 95th percentile`,
			`${ratio.toFixed(1)} times cheaper than reading and checking the text (${durations.median('cold').toFixed(1)} ms)`,
			`then to problems: ${durations.table('reading')}; to the whole tree: ${durations.table('tree')}`,
		];
		console.info(rows.join('\n'));
	};
	bench('baseline: the text read and checked', () => void durations.measure('cold', () => compile(text).problems), {
		iterations: 10,
		time: 0,
		teardown: (_, mode) => void (mode === 'run' && report()),
	});
});
