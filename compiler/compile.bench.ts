/** What it costs to read and check a program: at first, by its size, and after a key. */
import { bench, describe } from 'vitest';
import { compile } from './compile.ts';
import { advance, openSnapshot, type Snapshot } from './snapshot.ts';
import { Durations } from './testing/durations.ts';
import { largeProgram } from './testing/large-program.ts';

describe('text to problems, for the first time', () => {
	const sizes = [10, 100, 1_000, 10_000] as const;
	const durations = new Durations(() => performance.now());
	const report = () => {
		const perRule = (rules: number) => durations.median(`${rules}`) / rules;
		const rows = sizes.map((rules) => {
			const ratio = perRule(rules) / perRule(100);
			return `${rules} rules: ${(perRule(rules) * 1_000).toFixed(0)} µs a rule, ${ratio.toFixed(2)} times that of 100`;
		});
		console.info([...rows, 'the bar: 1.5 times at 10000 rules'].join('\n'));
	};
	for (const rules of sizes) {
		const text = largeProgram(rules);
		// Each size has about the same number of rules to read, so that none is measured on a colder machine.
		const iterations = Math.max(5, 20_000 / rules);
		bench(`${rules} rules`, () => void durations.measure(`${rules}`, () => compile(text).problems), {
			iterations,
			time: 0,
			warmupIterations: Math.ceil(iterations / 10),
			warmupTime: 0,
			teardown: (_, mode) => void (mode === 'run' && rules === sizes.at(-1) && report()),
		});
	}
});

describe('text to problems, in one rule of 1,000', () => {
	const text = largeProgram(1_000);
	const first = openSnapshot(text);
	const durations = new Durations(() => performance.now());
	const digits = [...text.matchAll(/points per transaction/g)].map(({ index }) => index - 1);
	let keys = 0;
	let snapshot: Snapshot = first;
	const report = () => {
		const ratio = durations.median('cold') / durations.median('key');
		console.info(
			`a key ${durations.table('key')}; ${ratio.toFixed(0)} times cheaper; the bars: under 10 ms, 50 times cheaper`,
		);
	};

	bench('cold', () => void durations.measure('cold', () => compile(text).problems), {
		iterations: 20,
		time: 0,
		warmupIterations: 5,
		warmupTime: 0,
	});
	bench(
		'a key',
		() => {
			// Somebody types a digit, each time somewhere else, now at the top and now at the end of the program.
			if (keys % 10 === 0) snapshot = first;
			const at = digits[(keys++ * 389) % digits.length] ?? 0;
			const edits = [{ span: { start: at, end: at }, text: '1' }];
			snapshot = durations.measure('key', () => advance(snapshot, edits));
		},
		{
			iterations: 1_000,
			time: 0,
			warmupIterations: 200,
			warmupTime: 0,
			teardown: (_, mode) => void (mode === 'run' && report()),
		},
	);
});

describe('text to plan, in one rule of 10,000', () => {
	const text = largeProgram(10_000);
	const first = openSnapshot(text);
	const durations = new Durations(() => performance.now());
	const digits = [...text.matchAll(/points per transaction/g)].map(({ index }) => index - 1);
	let keys = 0;
	const report = () => {
		console.info(`problems ${durations.table('problems')}; then the plan ${durations.table('plan')}`);
	};

	bench(
		'a key',
		() => {
			const at = digits[(keys++ * 389) % digits.length] ?? 0;
			const edits = [{ span: { start: at, end: at }, text: '1' }];
			const snapshot = durations.measure('problems', () => advance(first, edits));
			durations.measure('plan', () => snapshot.plan);
		},
		{
			iterations: 200,
			time: 0,
			warmupIterations: 20,
			warmupTime: 0,
			teardown: (_, mode) => void (mode === 'run' && report()),
		},
	);
});
