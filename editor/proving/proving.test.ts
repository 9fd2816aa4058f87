import { describe, expect, it } from 'vitest';
import {
	type Catalog,
	compile,
	evaluateReference,
	openSnapshot,
	parseIsoDate,
	runTests,
	type Snapshot,
	type TestResult,
	testResults,
} from '#compiler';
import { planOperation } from '#compiler/edits';
import { applyEdits, print } from '#grammar';
import { placesOfRules } from '../document/rule-tracking.ts';
import { readSample } from '../preview/read-sample.ts';
import type { Sample } from '../preview/sample.ts';
import { expectsOf, namesOfTests } from './kept-sample.ts';
import { triedOfRule } from './rule-test.ts';
import { type Tried, testNode, writeTest } from './sample-test.ts';
import { serveTests, type TestsReply } from './serve-tests.ts';
import { type TestRun, TestRunner, type TestsWorker } from './test-runner.ts';

const PROGRAM = `program "Café" {
  currency AED
  timezone "Asia/Dubai"
  points with 1 decimals, rounded down per award
  channels app, pos
  order types dine_in, pickup
}
tiers by lifetime points {
  tier Bronze from 0 { earn "Net total" }
  tier Gold from 5_000 { earn "Net total" * 2 multiply points by 1.5 }
}
filter "Net total" = total excluding taxes, fees, tip
filter "Food" = items not in category "Drinks"
rule "Lunch rush" { when { channel is app store is chain "Express" } earn "Food" * 2 + 10 }
rule "Birthday" { when { birthday today } earn 50 }
rule "Hello" on registration { earn 100 }
rule "Friend" on referral { earn 20 for referrer earn 5 for referred }
rule "Survey" on event "survey_done" { earn 3.5 }
rule "Twice" on any event { multiply points by 2 }
`;

const catalog: Catalog = {
	stores: [{ id: 'metro', name: 'Metro', chain: 'Express', city: null }],
	items: [{ sku: 'LATTE', name: 'Latte', category: 'Drinks', subcategory: null, priceMinor: null }],
};

const sample: Sample = {
	tier: 'Gold',
	birthDate: '1990-02-07',
	store: 'metro',
	channel: 'app',
	orderType: 'dine_in',
	at: '2026-02-07T12:30',
	lines: [
		{ key: 1, sku: 'LATTE', category: 'Drinks', subcategory: 'Espresso', quantity: '3', amount: '40' },
		{ key: 2, sku: 'SALAD', category: 'Kitchen', subcategory: null, quantity: '2', amount: '51' },
		{ key: 3, sku: '', category: null, subcategory: null, quantity: '1.5', amount: '7.35' },
	],
	discount: '3.21',
	taxes: '5',
	fees: '0.75',
	tip: '10',
};

function opened(text = PROGRAM): Snapshot {
	return openSnapshot(text, { catalog, today: { year: 2026, month: 2, day: 1 } });
}

function purchaseOf({ healthyPlan }: Snapshot) {
	const read = healthyPlan && readSample(sample, healthyPlan, catalog);
	if (!read?.ok) throw new Error('The sample cannot be read');
	return { transaction: read.transaction, tier: 'Gold', birthDate: parseIsoDate('1990-02-07'), state: read.state };
}

/** The program with a test, and what comes of that. */
function proven(snapshot: Snapshot, tried: Tried) {
	const written = writeTest(snapshot, catalog, tried);
	if (!written.ok) throw new Error(written.reason ?? 'The program has errors');
	const added = planOperation(snapshot.source, snapshot.document, { kind: 'add-test', text: written.text });
	if (!added.ok) throw new Error(added.reason);
	const text = applyEdits(snapshot.source, added.edits);
	return { written: written.text, results: runTests(compile(text), {}) };
}

describe('a sample that is kept as a test', () => {
	it('holds at once, also where no catalogue is known, and expects what the preview shows', () => {
		const snapshot = opened();
		const { state, ...purchase } = purchaseOf(snapshot);
		const { plan } = snapshot;
		if (!plan) throw new Error('The program has errors');
		const explanation = evaluateReference(plan, purchase.transaction, state);
		const { outcome } = explanation;
		const expects = expectsOf(explanation, 'Lunch rush');
		expect(expectsOf(explanation, 'Hello')[0]).toEqual({ kind: 'rule', name: 'Hello' });
		const { written, results } = proven(snapshot, { ...purchase, name: 'Kept', expects });
		expect(results.map(({ kind }) => kind)).toEqual(['passed']);
		expect(written).toBe(`test "Kept" {
  member { tier Gold  birthday 1990-02-07 }
  purchase at 2026-02-07 12:30 {
    store "metro"
    chain "Express"
    channel app
    order type dine_in
    item "LATTE" category "Drinks" subcategory "Espresso" 3 x units for 40.00
    item "SALAD" category "Kitchen" 2 x 25.50
    item "ITEM" 1.5 x 4.90
    discount 3.21
    taxes 5.00
    fees 0.75
    tip 10.00
  }
  expect "Lunch rush" earns 368.7
  expect "Birthday" earns 150
  expect tier earns 570.8
  expect total 1_089.5
}`);
		expect(outcome).toMatchObject({ kind: 'awarded', totalUnits: 10_895 });
	});

	it('is a test of each rule, whatever happens in it', () => {
		const snapshot = opened();
		const purchase = purchaseOf(snapshot);
		const rules = [null, ...placesOfRules(snapshot.document).map(({ rule }) => rule)];
		const heads = rules.map((rule) => {
			const { written, results } = proven(snapshot, triedOfRule(rule, purchase, 'New'));
			expect([written, results.map(({ kind }) => kind)]).toEqual([written, ['passed']]);
			return /(\w[\w ]*(?:"\w+")?) at [\s\S]*(expect .*)\n}$/.exec(written)?.slice(1).join(': ');
		});
		expect(heads).toEqual([
			'purchase: expect total 1_089.5',
			'purchase: expect "Lunch rush" earns 368.7',
			'purchase: expect "Birthday" earns 150',
			'registration: expect "Hello" earns 200',
			'referral: expect "Friend" earns 40',
			'event "survey_done": expect "Survey" earns 7',
			'purchase: expect total 1_089.5',
		]);
	});

	it('is refused with a reason where it cannot be run', () => {
		const purchase = purchaseOf(opened());
		const tried = { ...triedOfRule(null, purchase, 'New'), tier: 'Silver' };
		const refused = writeTest(opened(), catalog, tried);
		expect(refused).toMatchObject({ ok: false, reason: expect.stringContaining('Silver') });
		expect(writeTest(opened(`${PROGRAM}rule "R" { earn "Nothing" }`), catalog, tried)).toEqual({ ok: false, reason: null });
	});

	it('is called as no other test is', () => {
		expect(namesOfTests(opened(`${PROGRAM}test "A" {} test {} test "B" {}`).document)).toEqual(['A', 'B']);
	});

	it('keeps a line of nothing as it is', () => {
		const { plan } = opened();
		const { transaction, ...rest } = purchaseOf(opened());
		const [line] = transaction.lines;
		if (!plan || !line) throw new Error('Nothing to write');
		const lines = [{ ...line, quantityThousandths: 0, amountMinor: 100 }];
		const node = testNode(plan, { ...rest, name: 'T', transaction: { ...transaction, lines }, expects: [] }, []);
		expect(print(node)).toContain('0 x units for 1.00');
	});
});

const TESTS = ['A', 'B', 'C', 'D'].map(
	(name) => `test "${name}" { purchase at 2026-02-07 { item "X" 1 x 1 } expect total 1 }\n`,
);

/** Asks one after the other, with a clock that goes on by so much at each look. */
function serving(stepMs: number) {
	const replies: TestsReply[] = [];
	let nowMs = 0;
	const pauses: (() => void)[] = [];
	const serve = serveTests({
		post: (reply) => void replies.push(reply),
		pause: () => new Promise((resolve) => pauses.push(resolve)),
		nowMs: () => (nowMs += stepMs),
		today: () => 0,
	});
	return { replies, serve, pauses };
}

describe('whoever runs the tests', () => {
	const text = PROGRAM + TESTS.join('');

	it('tells of short work at once, and of long work as it goes on', async () => {
		const short = serving(0);
		await short.serve({ id: 1, text, catalog: null });
		expect(short.replies.map(({ kind }) => kind)).toEqual(['all']);
		const long = serving(50);
		const done = long.serve({ id: 1, text, catalog: null });
		long.pauses.shift()?.();
		await Promise.resolve();
		await Promise.resolve();
		long.pauses.shift()?.();
		await done;
		const parts = long.replies.flatMap((reply) => ('results' in reply ? [reply.results.length] : []));
		expect(parts).toEqual([2, 2, 0]);
		const told = long.replies.flatMap((reply) => ('results' in reply ? reply.results : []));
		expect(told).toEqual([...testResults(compile(text))]);
	});

	it('leaves an older question for a newer one', async () => {
		const { replies, serve, pauses } = serving(100);
		const first = serve({ id: 1, text, catalog: null });
		const second = serve({ id: 2, text: PROGRAM, catalog: 'same' });
		for (const go of pauses) go();
		await Promise.all([first, second]);
		expect(replies.map(({ id, kind }) => [id, kind])).toEqual([
			[1, 'some'],
			[2, 'all'],
		]);
	});
});

describe('the runs of tests', () => {
	const result = (name: string): TestResult => ({ kind: 'passed', name, span: { start: 0, end: 0 }, expectations: [] });

	function running() {
		const asked: unknown[] = [];
		const runs: TestRun[] = [];
		const worker: TestsWorker = {
			postMessage: (request) => void asked.push(request),
			terminate() {},
			onmessage: null,
			onerror: null,
		};
		const runner = new TestRunner(
			() => worker,
			(run) => void runs.push(run),
		);
		const hear = (data: TestsReply) => worker.onmessage?.({ data } as MessageEvent<TestsReply>);
		return { asked, runs, runner, worker, hear, last: () => runs.at(-1) };
	}

	it('are those of the newest text, and keep what was known until it is run again', () => {
		const { asked, runner, hear, last } = running();
		runner.ask('one', catalog);
		hear({ id: 1, kind: 'all', results: [result('A'), result('B')] });
		expect(last()).toMatchObject({ state: 'done', text: 'one', fresh: 2 });
		runner.ask('two', catalog);
		runner.ask('three', catalog);
		expect(asked.map((each) => (each as { catalog: unknown }).catalog)).toEqual([catalog, 'same', 'same']);
		hear({ id: 2, kind: 'all', results: [] });
		hear({ id: 3, kind: 'some', results: [result('X')] });
		expect(last()).toMatchObject({ state: 'running', text: 'three', fresh: 1 });
		expect(last()?.results.map(({ name }) => name)).toEqual(['X', 'B']);
		hear({ id: 3, kind: 'all', results: [result('Y'), result('Z')] });
		expect(last()).toMatchObject({ state: 'done', fresh: 3 });
		runner.forget();
		hear({ id: 3, kind: 'all', results: [] });
		expect(last()).toMatchObject({ state: 'idle', fresh: 0 });
	});

	it('say why there is none', () => {
		const { runner, hear, worker, last } = running();
		runner.ask('one', null);
		hear({ id: 1, kind: 'failed', reason: 'Too deep' });
		expect(last()).toMatchObject({ state: 'failed', reason: 'Too deep', results: [] });
		runner.ask('two', null);
		worker.onerror?.({ message: 'No worker' } as ErrorEvent);
		expect(last()).toMatchObject({ state: 'failed', reason: 'No worker' });
	});
});
