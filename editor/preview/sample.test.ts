import { describe, expect, it } from 'vitest';
import { type Catalog, compile, evaluateReference } from '#compiler';
import { PlanSender } from './plan-parts.ts';
import { readSample } from './read-sample.ts';
import { defaultSample, lineOf, plainAmount, type Sample } from './sample.ts';
import {
	type EvaluatorReply,
	type EvaluatorRequest,
	type EvaluatorWorker,
	type Evaluated,
	SampleEvaluator,
} from './sample-evaluator.ts';
import { parseSample } from './sample-store.ts';
import { sampleTotal } from './sample-total.ts';

const text = `program "P" { currency AED timezone "Asia/Dubai" channels app, web order types dine_in }
tiers by hand { tier Bronze {} tier Gold {} }
filter "Food" = items in category "Food"
rule "R" { earn "Food" }`;
const compilation = compile(text);
const plan = compilation.healthyPlan;
if (!plan) throw new Error('The program of this test has an error');

const catalog: Catalog = {
	stores: [{ id: 'dxb', name: 'Dubai', chain: 'Bluebird', city: null }],
	items: [
		{ sku: 'LATTE', name: 'Latte', category: 'Drinks', subcategory: 'Espresso', priceMinor: 1850 },
		{ sku: 'MOCHA', name: 'Mocha', category: 'Drinks', subcategory: 'Espresso', priceMinor: 2000 },
		{ sku: 'SALAD', name: 'Salad', category: 'Food', subcategory: null, priceMinor: null },
	],
};
const nowMs = Date.UTC(2026, 1, 6, 21);
const sample = defaultSample(compilation, catalog, nowMs);

describe('defaultSample', () => {
	it('is made of what the program and its catalogue have', () => {
		expect(sample).toMatchObject({ tier: 'Gold', channel: 'app', orderType: 'dine_in', store: 'dxb' });
		expect(sample.lines.map(({ sku, amount }) => [sku, amount])).toEqual([
			['LATTE', '37'],
			['SALAD', '25'],
		]);
	});

	it('is of today in the program’s timezone', () => {
		expect(sample.at).toBe('2026-02-07T12:30');
	});

	it('without a catalogue has a line for what the filters choose by', () => {
		expect(defaultSample(compilation, null, nowMs).lines.map(({ category }) => category)).toEqual(['Food', null]);
	});

	it('can be read', () => {
		expect(readSample(sample, plan, catalog).ok).toBe(true);
	});
});

describe('readSample', () => {
	const read = (part: Partial<Sample>) => readSample({ ...sample, ...part }, plan, catalog);
	const faults = (part: Partial<Sample>) => {
		const result = read(part);
		return result.ok ? [] : result.faults.map(({ field }) => field);
	};

	it('reads amounts exactly and the moment in the program’s timezone', () => {
		const result = read({ tip: '0.10', discount: '1.05', birthDate: '1990-02-07' });
		expect(result).toMatchObject({
			ok: true,
			transaction: { tipMinor: 10, discountMinor: 105, atMs: Date.UTC(2026, 1, 7, 8, 30), chain: 'Bluebird' },
			state: { member: { tier: 'Gold', birthDate: { year: 1990, month: 2, day: 7 } } },
		});
	});

	it('names every field that cannot be used', () => {
		expect(faults({ at: '', tip: '1.005', birthDate: '1990-02-31' })).toEqual(['at', 'birthDate', 'tip']);
		expect(faults({ discount: '1000' })).toEqual(['discount']);
		expect(faults({ lines: [{ ...lineOf(null, 7, 2), amount: 'x' }] })).toEqual(['amount']);
	});

	it('gives what the evaluator takes', () => {
		const result = read({});
		if (!result.ok) throw new Error('The sample has a fault');
		expect(evaluateReference(plan, result.transaction, result.state).outcome).toMatchObject({ totalUnits: 25 });
	});
});

describe('amounts of a sample', () => {
	it('are plain digits', () => {
		expect([plainAmount(3650, 2), plainAmount(3600, 2), plainAmount(5, 3), plainAmount(700, 0)]).toEqual([
			'36.50',
			'36',
			'0.005',
			'700',
		]);
	});

	it('add up to the total', () => {
		expect(sampleTotal({ ...sample, tip: '0.10', discount: '0.20' }, 2)).toBe('61.90');
	});
});

describe('parseSample', () => {
	it('reads what was written', () => {
		expect(parseSample(JSON.stringify(sample))).toEqual(sample);
	});

	it.each([
		'',
		'null',
		'{}',
		'{"lines":[]}',
		JSON.stringify({ ...sample, tier: 3 }),
		JSON.stringify({ ...sample, lines: [{}] }),
	])('refuses %s', (written) => {
		expect(parseSample(written)).toBeNull();
	});
});

describe('SampleEvaluator', () => {
	function makeWorker() {
		const asked: EvaluatorRequest[] = [];
		const worker: EvaluatorWorker & { ended: boolean; free: boolean } = {
			ended: false,
			free: false,
			sender: new PlanSender(),
			onmessage: null,
			onerror: null,
			postMessage: (request) => void asked.push(request),
			terminate() {
				this.ended = true;
			},
			release() {
				this.free = true;
			},
		};
		const reply = (data: EvaluatorReply) => worker.onmessage?.({ data } as MessageEvent<EvaluatorReply>);
		return { asked, worker, reply };
	}
	const read = readSample(sample, plan, catalog);
	if (!read.ok) throw new Error('The sample has a fault');
	const explanation = evaluateReference(plan, read.transaction, read.state);

	it('starts no worker before the first question, and hands on the newest answer only', () => {
		const { asked, worker, reply } = makeWorker();
		let started = 0;
		const answers: Evaluated[] = [];
		const evaluator = new SampleEvaluator(
			() => {
				started++;
				return worker;
			},
			(answer) => answers.push(answer),
		);
		expect(started).toBe(0);
		evaluator.ask(plan, read.transaction, read.state);
		evaluator.ask(plan, read.transaction, read.state);
		reply({ id: asked[0]?.id ?? 0, ok: true, explanation, changes: [] });
		expect(answers).toEqual([]);
		reply({ id: asked[1]?.id ?? 0, ok: true, explanation, changes: [] });
		expect([answers.length, started]).toEqual([1, 1]);
		evaluator.forget();
		reply({ id: asked[1]?.id ?? 0, ok: true, explanation, changes: [] });
		expect(answers).toHaveLength(1);
	});

	it('lets go of a worker that has nothing to do, and ends one that is at work', () => {
		for (const isAnswered of [true, false]) {
			const { asked, worker, reply } = makeWorker();
			const evaluator = new SampleEvaluator(
				() => worker,
				() => {},
			);
			evaluator.ask(plan, read.transaction, read.state);
			if (isAnswered) reply({ id: asked[0]?.id ?? 0, ok: true, explanation, changes: [] });
			evaluator.dispose();
			expect([worker.free, worker.ended]).toEqual([isAnswered, !isAnswered]);
		}
	});

	it('says so when there can be no worker', () => {
		const answers: Evaluated[] = [];
		const evaluator = new SampleEvaluator(
			() => {
				throw new Error('blocked');
			},
			(answer) => answers.push(answer),
		);
		evaluator.ask(plan, read.transaction, read.state);
		expect(answers).toEqual([{ ok: false, reason: 'Error: blocked' }]);
	});
});
