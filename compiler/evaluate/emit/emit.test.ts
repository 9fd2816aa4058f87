import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Plan } from '../../plan/plan.ts';
import {
	campaign,
	condition,
	constant,
	earn,
	formula,
	happening,
	items,
	line,
	member,
	minor,
	plan,
	points,
	rule,
	sale,
	state,
	steps,
	tier,
	times,
	atMost,
} from '../fixtures/plans.ts';
import { Random } from '../fixtures/random.ts';
import { randomPlan } from '../fixtures/random-plan.ts';
import { HOSTILE_NAMES } from '../fixtures/words.ts';
import { MAX_POINT_UNITS } from '../outcome.ts';
import { evaluateReference } from '../reference.ts';
import { closures } from '../closures/evaluate-closures.ts';
import { emitSource } from './code.ts';
import { emit } from './emit.ts';
import { Unit, whole } from './unit.ts';

/** A plan with a name in every place where a program can have one. */
function planNamed(name: string): Plan {
	const other = `not ${name}`;
	const selectors = (['category', 'subcategory', 'combo', 'item'] as const).map((by) => ({ by, names: [name] }));
	return plan({
		program: { name, channels: [name], orderTypes: [name] },
		tiers: [tier(name, { earns: [points(7)], multipliers: [times('2')] })],
		attributes: [{ name, owner: 'transaction', type: 'text', values: [] }],
		campaigns: [campaign(name)],
		filters: [
			items(name, { mode: 'in', selectors, except: [{ by: 'item', names: [other] }] }),
			items(other, {
				mode: 'not in',
				selectors: [{ by: 'category', names: Array.from({ length: 9 }, (_, i) => name + i) }],
			}),
		],
		rules: [
			rule(name, {
				conditions: [
					condition({ kind: 'order-type', negated: false, names: [name] }),
					condition({ kind: 'channel', negated: true, names: [other] }),
					condition({ kind: 'segment', negated: true, names: [name] }),
					condition({ kind: 'attribute', attribute: 0, test: { kind: 'is', negated: false, values: [name] } }),
					condition({
						kind: 'not',
						conditions: [condition({ kind: 'channel', negated: false, names: [other] })],
					}),
					condition({ kind: 'tier', negated: false, names: [name] }),
					condition({ kind: 'store', negated: false, stores: [other], chains: [name] }),
					condition({ kind: 'spend', filter: 2, test: { operator: '>=', value: minor('1') } }),
				],
				earns: [earn(formula(2, [0, 1], [100]))],
			}),
			rule(other, {
				conditions: [condition({ kind: 'order-type', negated: false, names: [other, `${name}!`, name] })],
				earns: [earn(formula(3, [0, 1], [100]))],
			}),
			rule(`${name} again`, {
				conditions: [condition({ kind: 'order-type', negated: false, names: [other, `${name}!`, name] })],
			}),
		],
	});
}

function saleNamed(name: string) {
	const names = { category: name, subcategory: name, combo: name };
	return sale({
		store: name,
		chain: name,
		channel: name,
		orderType: name,
		attributes: Object.fromEntries([[name, { kind: 'text', text: name }]]),
		lines: [line(name, 1_000, names), line('OTHER', 500, { category: 'other' }), line('NONE', 250)],
	});
}

const FIXED_WORDS = new Set(
	`const let return function if null false true pool t s n v d has under
	amount units holds asks minute weekday tier birthday birthMonth month isWithin store chain channel orderType`.split(/\s+/),
);
const COUNTERS = /^(?:p|x|y)[0-9]+$/;
const PIECE = /\s+|(?<word>[A-Za-z_$][A-Za-z0-9_$]*)|(?<number>[0-9]+)|(?<mark>[-+*/%=<>!&|?:;,.(){}[\]]+)|(?<other>[^])/gy;

/** What stands in a source besides fixed words, counters, whole numbers and marks. */
function strangers(source: string): string[] {
	const opening = "'use strict';\n";
	if (!source.startsWith(opening)) return ['no strict mode'];
	const found: string[] = [];
	for (const { groups } of source.slice(opening.length).matchAll(PIECE)) {
		const { word, mark, other } = groups ?? {};
		if (word !== undefined && !FIXED_WORDS.has(word) && !COUNTERS.test(word)) found.push(word);
		if (other !== undefined || mark?.includes('//') || mark?.includes('/*')) found.push(other ?? mark ?? '');
	}
	return found;
}

describe('generated sources', () => {
	it('are made of fixed words, counters and whole numbers only', () => {
		const random = new Random(7);
		const plans = [...HOSTILE_NAMES.map(planNamed), ...Array.from({ length: 300 }, () => randomPlan(random))];
		for (const each of plans) expect(emitSource(each).flatMap(strangers)).toEqual([]);
	});

	it('compile, each by itself', () => {
		const random = new Random(8);
		const plans = [...HOSTILE_NAMES.map(planNamed), ...Array.from({ length: 300 }, () => randomPlan(random, true))];
		for (const source of plans.flatMap(emitSource)) {
			// oxlint-disable-next-line no-new-func, typescript/no-implied-eval -- compiled, and not run.
			expect(() => new Function('pool', source)).not.toThrow();
		}
	});

	it('would show a stranger, were there one', () => {
		expect(strangers("'use strict';\nreturn function (t, s) {\nreturn process.exit(1);};")).toEqual(['process', 'exit']);
		expect(strangers("'use strict';\nreturn 'x' // y")).toEqual(["'", 'x', "'", '//', 'y']);
		expect(strangers('return 1')).toEqual(['no strict mode']);
	});

	it('do not depend on any name: another name, the same source', () => {
		const plain = emitSource(planNamed('Café'));
		for (const name of HOSTILE_NAMES) expect(emitSource(planNamed(name))).toEqual(plain);
	});

	it('refuse numbers that are not whole, which would be a bug of our own', () => {
		expect(() => whole(0.5)).toThrow('Not a safe integer');
		expect(() => whole(Number.NaN)).toThrow('Not a safe integer');
		expect(() => whole(2 ** 53)).toThrow('Not a safe integer');
	});

	it('name a text that stands twice once', () => {
		const unit = new Unit(0);
		expect([unit.text('a'), unit.text('b'), unit.text('a'), unit.set(['a']), unit.set(['a'])]).toEqual([
			'p0',
			'p1',
			'p0',
			'p2',
			'p2',
		]);
	});
});

describe('emit', () => {
	for (const name of HOSTILE_NAMES) {
		it(`treats ${JSON.stringify(name).slice(0, 40)} as a name like any other`, () => {
			const subject = planNamed(name);
			const who = member({ tier: name });
			const expected = evaluateReference(subject, saleNamed(name), state(who)).outcome;
			expect(expected).toMatchObject({ kind: 'awarded', totalUnits: 20 + 35 + 20 + 14 });
			expect(emit(subject)(saleNamed(name), state(who))).toEqual(expected);
			// A sale that does not carry the name must not meet it by way of a prototype.
			const plain = sale({ orderType: 'none', lines: [line('A', 100)] });
			expect(emit(subject)(plain, state())).toEqual(evaluateReference(subject, plain, state()).outcome);
		});
	}

	it('leaves no trace in the global scope', () => {
		expect('pwned' in globalThis).toBe(false);
	});

	it('computes nothing twice and keeps nothing between sales', () => {
		const subject = planNamed('Food');
		const evaluate = emit(subject);
		const first = evaluate(saleNamed('Food'), state(member({ tier: 'Food' })));
		expect(evaluate(sale(), state(null))).toEqual(evaluateReference(subject, sale(), state(null)).outcome);
		expect(evaluate(saleNamed('Food'), state(member({ tier: 'Food' })))).toEqual(first);
	});

	it('refuses a total of more than 15 digits, whoever brings it there', () => {
		const subject = plan({
			rules: [rule('One', { earns: [points(MAX_POINT_UNITS)] }), rule('Two', { earns: [points(1)] })],
		});
		expect(emit(subject)(sale(), state(null))).toEqual({
			kind: 'too-large',
			source: { kind: 'rule', index: 1, name: 'Two' },
		});
		expect(emit(plan({ rules: [rule('One', { earns: [points(MAX_POINT_UNITS)] })] }))(sale(), state(null))).toMatchObject({
			totalUnits: MAX_POINT_UNITS,
		});
	});

	it('uses big integers only where doubles may not be exact', () => {
		const sourceOf = (over: readonly number[], under: readonly number[] = [1]) =>
			emitSource(plan({ rules: [rule('R', { earns: [earn(formula(1, over, under))] })] })).at(-1) ?? '';
		expect(sourceOf([500, 1], [50])).not.toContain('return -1');
		expect(sourceOf([0, 0, 1])).toContain('if (x1 > 94906265) return -1;');
		const exact = emit(
			plan({ program: { pointDecimals: 0 }, rules: [rule('R', { earns: [earn(formula(1, [1, 0, 1], [1_000_000_000]))] })] }),
		);
		const large = sale({ lines: [line('A', 94_906_267)] });
		// 94,906,267² + 1 = 9,007,199,515,875,290, one of the odd halves that doubles skip.
		expect(exact(large, state(null))).toMatchObject({ totalUnits: 9_007_199 });
	});
});

describe('every construct', () => {
	const once = { kind: 'times', span: { start: 0, end: 0 }, times: 1, usage: 0 } as const;

	it('is evaluated as the reference does, by code and by closures', () => {
		const cap = { kind: 'formula', span: { start: 0, end: 0 }, formula: constant(5), orNothing: false } as const;
		const one = (parts: Parameters<typeof rule>[1]) => plan({ rules: [rule('Only', parts)] });
		const plans = [
			plan({ program: { roundingPlace: 'item' }, rules: [rule('R')] }),
			plan({ program: { limits: [atMost(5, { orNothing: true })] }, rules: [rule('R')] }),
			plan({ campaigns: [campaign('C', { multipliers: [times('2')] })], rules: [rule('R')] }),
			plan({ campaigns: [campaign('C', { budgetUnits: 5 })], rules: [rule('R', { campaign: 0 })] }),
			plan({ campaigns: [campaign('C', { limits: [atMost(5)] })], rules: [rule('R', { campaign: 0 })] }),
			plan({ tiers: [tier('Gold', { earns: [points(3)], multipliers: [times('2', { what: 'this' })] })] }),
			plan({ tiers: [tier('Gold', { multipliers: [times('2', { on: 2 })] })], filters: [items('I')], rules: [rule('R')] }),
			one({ multipliers: [times('2')] }),
			one({ multipliers: [times('2', { what: 'this' })] }),
			one({ earns: [points(1, { exempt: true })], multipliers: [times('2')] }),
			one({ earns: [points(1, { atLeast: { numerator: '5', denominator: '1' } })] }),
			one({ earns: [points(1, { recipient: 'referred' })] }),
			one({ earns: [earn({ ...steps('1', 1, 1), step: { numerator: '1', denominator: '2' } })] }),
			one({ limits: [cap] }),
		];
		for (const each of plans) {
			const who = state(member({ tier: 'Gold' }));
			const expected = evaluateReference(each, sale(), who).outcome;
			expect(emit(each)(sale(), who)).toEqual(expected);
			expect(closures(each)(sale(), who)).toEqual(expected);
		}
	});

	it('adds up with the others', () => {
		const subject = plan({
			filters: [items('Bulk', { isQuantity: true, above: 1_000, upTo: 3_000 })],
			tiers: [tier('Gold', { multipliers: [times('2', { what: 'base' }), times('1.5')] })],
			usages: [{ scope: { kind: 'rule', index: 0 }, period: 'day' }],
			rules: [
				rule('Steps', {
					conditions: [
						condition({
							kind: 'not',
							conditions: [condition({ kind: 'quantity', filter: 2, test: { operator: '<', value: minor('1') } })],
						}),
					],
					earns: [earn(steps('3', 2, 1_000))],
					limits: [atMost(30, { usage: 0 }), once],
				}),
				rule('Check in', { event: 'check_in' }),
			],
		});
		const bulk = sale({ lines: [line('A', 100, { quantityThousandths: 3_500 })] });
		const used = (units: number, uses: number) => state(member({ tier: 'Gold', usages: [{ units, times: uses }] }));
		const totals = (each: Parameters<ReturnType<typeof emit>>) => [
			emit(subject)(...each),
			evaluateReference(subject, ...each).outcome,
		];
		// 3,500 between the bounds is 2,000: two steps, 6 points, times 2, times 1.5.
		for (const outcome of totals([bulk, used(0, 0)])) expect(outcome).toMatchObject({ totalUnits: 18 });
		for (const outcome of totals([bulk, used(20, 0)])) expect(outcome).toMatchObject({ totalUnits: 10 });
		for (const outcome of totals([bulk, used(0, 1)])) expect(outcome).toMatchObject({ totalUnits: 0 });
		for (const outcome of totals([happening('check_in'), used(0, 0)])) expect(outcome).toMatchObject({ totalUnits: 10 });
	});
});

describe('where code from strings is forbidden', () => {
	afterEach(() => {
		vi.unstubAllGlobals();
	});

	it('closures answer instead', () => {
		vi.stubGlobal('Function', function refuse() {
			throw new EvalError('Code generation from strings disallowed for this context');
		});
		const evaluate = emit(planNamed('Food'));
		vi.unstubAllGlobals();
		const who = state(member({ tier: 'Food' }));
		expect(evaluate(saleNamed('Food'), who)).toEqual(evaluateReference(planNamed('Food'), saleNamed('Food'), who).outcome);
	});

	it('a rule that does not compile is a closure, and the others are none the worse', () => {
		const { Function } = globalThis;
		let refused = 0;
		vi.stubGlobal('Function', function refuseSome(pool: string, source: string) {
			if (!source.includes('isWithin')) return Reflect.construct(Function, [pool, source]) as unknown;
			refused += 1;
			throw new SyntaxError('Unexpected token');
		});
		const dates = { by: null, from: { day: 1, minute: 30 }, until: null };
		const subject = plan({ rules: [rule('Bad', { dates, earns: [points(2)] }), rule('Good', { earns: [points(1)] })] });
		expect(emit(subject)(sale(), state(null))).toMatchObject({ totalUnits: 3 });
		expect(refused).toBe(1);
	});

	it('a timezone that is not known is said', () => {
		expect(() => emit(plan({ program: { timezone: 'Mars/Olympus' } }))).toThrow('Mars/Olympus');
	});
});
