/** What is said of rules is true of every transaction that chance brings, and what is not said is not so. */
import { applyEdits, parse, type Problem } from '#grammar';
import { describe, expect, it } from 'vitest';
import { holdsIn, ruleBoxes } from '../../analyse/index.ts';
import { axesOf } from '../../analyse/program-axes.ts';
import { worldIn } from '../../analyse/fixtures/witnesses.ts';
import { pointOf, PREAMBLE, randomTold, randomWorld, type Told } from '../../analyse/fixtures/worlds.ts';
import { compile } from '../../compile.ts';
import { Random } from '../../evaluate/fixtures/random.ts';
import { Edges } from '../../evaluate/fixtures/random-sale.ts';
import { evaluateReference } from '../../evaluate/index.ts';
import { collectSymbols } from '../symbols.ts';

const SEED = Number(process.env['SEED'] ?? Date.now() % 1_000_000_007);

/** Fails with the seed that brings the case again. */
function fail(what: string): never {
	return expect.fail(`SEED=${SEED}: ${what}`);
}

const EVALUATED = new Set(['always', 'day-time', 'channel', 'order type', 'tier', 'store', 'spend', 'birthday']);
const DATES = ['2024-02-27', '2024-02-29', '2024-12-31', '2025-01-01', '2025-03-01'];

interface TestRule {
	readonly text: string;
	readonly conditions: readonly Told[];
}

function ruleOf(random: Random, index: number, make: () => Told, most: number): TestRule {
	const conditions = random.list(1, most, make);
	const dates = random.chance(70) ? [] : [random.pick(DATES), random.pick(DATES)].sort();
	const active = dates.length === 0 ? '' : `active from ${dates[0]} until ${dates[1]}`;
	return {
		conditions,
		text: `rule "R${index}" { ${active}\nwhen {\n${conditions.map(({ text }) => text).join('\n')}\n}\nearn 1 }\n`,
	};
}

function evaluated(random: Random): Told {
	for (;;) {
		const told = randomTold(random, 0);
		if (EVALUATED.has(told.kind) && !told.text.includes('"Band"')) return told;
	}
}

/** The indexes of the rules that can never award, as the problems say. */
function neverIn(problems: readonly Problem[]): ReadonlySet<number> {
	const never = problems.filter(({ code }) => code === 'never-awards');
	return new Set(never.map(({ message }) => Number(/`R(\d+)`/.exec(message)?.[1])));
}

describe('a rule that can never award', () => {
	it('awards no random sale', () => {
		const random = new Random(SEED);
		let [tried, awarded, rules, never] = [0, 0, 0, 0];
		while (tried < 20_000) {
			const made = Array.from({ length: 12 }, (_, index) => ruleOf(random, index, () => evaluated(random), 6));
			const text = PREAMBLE.replace(' above 20 up to 70', '') + made.map((rule) => rule.text).join('');
			const { plan, problems } = compile(text);
			if (!plan) fail(text);
			const flagged = neverIn(problems);
			rules += made.length;
			never += flagged.size;
			const edges = new Edges(plan);
			for (let i = 0; i < 40; i++) {
				const sale = edges.transaction(random);
				const { rules: traces } = evaluateReference(plan, sale, edges.state(random, sale));
				for (const [index, trace] of traces.entries()) {
					if (trace.awarded) awarded++;
					if (!flagged.has(index)) continue;
					tried++;
					if (trace.awarded) fail(`${made[index]?.text}`);
				}
			}
		}
		console.log(
			`SEED=${SEED}: ${tried} cases of ${never} rules of ${rules} that never award; ${awarded} awards beside them`,
		);
		expect(never / rules).toBeGreaterThan(0.05);
		expect(awarded).toBeGreaterThan(1_000);
	});

	it('is found exactly where no transaction is left', () => {
		const random = new Random(SEED);
		const counts = { never: 0, witnessed: 0, other: 0 };
		for (let i = 0; i < 1_500; i++) {
			const { text, conditions } = ruleOf(random, 0, () => randomTold(random, random.pick([0, 0, 2])), 4);
			const { document, problems } = compile(PREAMBLE + text);
			const rule = document.declarations.at(-1);
			if (rule?.kind !== 'rule') fail(text);
			const boxes = boxesOf(PREAMBLE + text) ?? [];
			if (neverIn(problems).size > 0) {
				counts.never++;
				for (let j = 0; j < 40; j++) {
					const world = randomWorld(random);
					const holds = conditions.every(({ verdict }) => verdict(world) === 'holds');
					const isInside = holdsIn(boxes, pointOf(world));
					if (isInside || (holds && !text.includes('active'))) fail(`${text}\n${JSON.stringify(world)}`);
				}
				continue;
			}
			const worlds = boxes.flatMap((box) => worldIn(box) ?? []);
			for (const world of worlds) {
				const failing = conditions.find(({ verdict }) => verdict(world) !== 'holds');
				if (failing) fail(`${failing.text} in ${text}\n${JSON.stringify(world)}`);
			}
			counts[worlds.length > 0 ? 'witnessed' : 'other']++;
		}
		console.log(`SEED=${SEED}: ${JSON.stringify(counts)}`);
		expect(counts.never).toBeGreaterThan(50);
		expect(counts.witnessed).toBeGreaterThan(200);
	});
});

/** The boxes of a program's last rule. */
function boxesOf(text: string) {
	const { declarations } = parse(text).document;
	const rule = declarations.at(-1);
	return rule?.kind === 'rule' ? ruleBoxes({ rule, campaign: null }, axesOf(collectSymbols(declarations))) : null;
}

describe('a part that changes nothing', () => {
	it('can be taken away with its fix, and the rule matches as before', () => {
		const random = new Random(SEED);
		const counts = new Map<string, number>();
		for (let i = 0; i < 2_500; i++) {
			const { text } = ruleOf(random, 0, () => randomTold(random, random.pick([0, 1, 2])), 4);
			const source = PREAMBLE + text;
			const { problems } = compile(source);
			const idle = problems.filter(({ code, fix }) => fix && CHANGE_NOTHING.has(code));
			for (const { code, fix, message } of idle) {
				const fixed = applyEdits(source, fix?.edits ?? []);
				expect(parse(fixed).problems, `SEED=${SEED}: ${message}\n${fixed}`).toEqual([]);
				counts.set(code, (counts.get(code) ?? 0) + 1);
				const [before, after] = [boxesOf(source), boxesOf(fixed)];
				// More boxes than are counted say nothing of the rule as a whole.
				if (!before || !after) continue;
				for (let j = 0; j < 30; j++) {
					const point = pointOf(randomWorld(random));
					if (holdsIn(before, point) !== holdsIn(after, point)) fail(`${message}\n${text}`);
				}
			}
		}
		console.log(`SEED=${SEED}: ${JSON.stringify(Object.fromEntries(counts))}`);
		for (const code of CHANGE_NOTHING) expect(counts.get(code) ?? 0, `SEED=${SEED}: ${code}`).toBeGreaterThan(10);
	});
});

const CHANGE_NOTHING: ReadonlySet<string> = new Set(['always-true', 'never-holds', 'condition-repeats', 'time-repeats']);

/** The codes and places of what is said of a rule in a program of two channels. */
function saidOf(rule: string): string[] {
	const text = `program "P" { currency AED timezone "Asia/Dubai" channels app, web }
attribute transaction booked_at date
filter "Food" = items in category "Food"
${rule}`;
	const { problems } = compile(text);
	return problems
		.filter(({ code }) => code !== 'not-evaluated-yet' && code !== 'unused-filter')
		.map(({ code, span }) => `${code}: ${text.slice(span.start, span.end)}`);
}

describe('silence', () => {
	it.each([
		['a list of all channels, which still asks for one', 'when { channel is app, web }'],
		['a condition with an error', 'when { channel is kiosk  channel is app }', 'not-enabled: kiosk'],
		[
			'an amount with an error',
			'when { spend "Food" >= 9_999_999_999_999  spend "Food" < 1 }',
			'number-out-of-range: 9_999_999_999_999',
		],
		['dates by another clock', 'active by booked_at from 2026-02-02 until 2026-02-05 when { on Sat }'],
		['a weekend that the dates reach', 'active from 2026-02-02 until 2026-02-07 when { on Sat }'],
		[
			'a night that begins before the dates',
			'active from 2026-02-07 until 2026-02-07 when { on Fri between 22:00 and 02:00 }',
		],
		['a disabled rule', 'status disabled when { channel is app  channel is web }'],
		['always alone', 'when always'],
		['whole amounts with nothing between them but one', 'when { spend "Food" > 10  spend "Food" < 10.02 }'],
		['different facts', 'when { birthday today  anniversary today  any { channel is app  spend "Food" > 5 } }'],
	])('about %s', (_, clauses, ...expected) => {
		expect(saidOf(`rule "R" { ${clauses}  earn 1 }`)).toEqual(expected);
	});

	it.each([
		['neighbouring amounts', 'when { spend "Food" > 10  spend "Food" < 10.01 }', 'spend "Food" < 10.01'],
		[
			'a night after the dates',
			'active from 2026-02-06 until 2026-02-06 22:00 when { on Fri between 22:00 and 02:00 }',
			'on Fri between 22:00 and 02:00',
		],
		[
			'purchase numbers',
			'when { purchase number is every 4  not { purchase number is every 2 } }',
			'not { purchase number is every 2 }',
		],
		['a birthday', 'when { birthday today  not { birthday this month } }', 'not { birthday this month }'],
	])('is broken by %s', (_, clauses, place) => {
		expect(saidOf(`rule "R" { ${clauses}  earn 1 }`)).toEqual([`never-awards: ${place}`]);
	});
});

describe('too many combinations', () => {
	it('are passed over in silence', () => {
		const pairs = Array.from({ length: 10 }, (_, i) => `any { spend "Food" > ${i}  store is "s${i}"  channel is app }`);
		const said = saidOf(`rule "R" { when { ${pairs.join(' ')}  channel is web  }  earn 1 }`);
		expect(said.filter((each) => each.startsWith('never-awards'))).toEqual([]);
	});
});
