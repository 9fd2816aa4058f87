/** The law of the boxes: a transaction is in those of a condition exactly when the condition holds, and so for failing. */
import { parse } from '#grammar';
import { describe, expect, it } from 'vitest';
import { collectSymbols } from '../check/symbols.ts';
import { compile } from '../compile.ts';
import { localClock, type Transaction } from '../domain/index.ts';
import { Random } from '../evaluate/fixtures/random.ts';
import { Edges } from '../evaluate/fixtures/random-sale.ts';
import { daysFromBirthday, evaluateReference } from '../evaluate/index.ts';
import { dateOfEpochDay } from '../domain/calendar.ts';
import type { MemberState } from '../domain/member.ts';
import { holdsIn, type Point } from './boxes.ts';
import { birthdayCode } from './birthday-codes.ts';
import { conditionBoxes } from './conditions.ts';
import { pointOf, PREAMBLE, randomTold, randomWorld, type Told, type Verdict } from './fixtures/worlds.ts';
import { axesOf } from './program-axes.ts';
import { whenOf } from './rules.ts';
import { MINUTES_A_DAY, minuteOfWeek } from './week.ts';

const SEED = Number(process.env['SEED'] ?? Date.now() % 1_000_000_007);

/** Fails with the seed that brings the case again. */
function fail(what: string): never {
	return expect.fail(`SEED=${SEED}: ${what}`);
}

/** The first condition of a program's last rule, and the axes of the program. */
function read(text: string) {
	const { document, problems } = parse(text);
	expect(problems, `in ${text}`).toEqual([]);
	const rule = document.declarations.at(-1);
	const conditions = rule?.kind === 'rule' ? (whenOf(rule)?.conditions ?? []) : [];
	return { conditions, axes: axesOf(collectSymbols(document.declarations)) };
}

function countInto(counts: Map<string, number>, name: string): void {
	counts.set(name, (counts.get(name) ?? 0) + 1);
}

describe('boxes of random conditions', () => {
	it('have a transaction in them exactly where the condition holds, or fails', () => {
		const random = new Random(SEED);
		const counts = new Map<string, number>();
		let unknownBoxes = 0;
		for (let i = 0; i < 1_500; i++) {
			const told: Told = randomTold(random);
			const { conditions, axes } = read(`${PREAMBLE}rule "R" { when { ${told.text} }  earn 1 }`);
			const [condition] = conditions;
			const holds = condition && conditionBoxes(condition, axes, 'holds');
			const fails = condition && conditionBoxes(condition, axes, 'fails');
			if (!holds || !fails) {
				unknownBoxes++;
				continue;
			}
			for (let j = 0; j < 40; j++) {
				const world = randomWorld(random);
				const point = pointOf(world);
				const inside: Verdict = holdsIn(holds, point) ? 'holds' : holdsIn(fails, point) ? 'fails' : 'unknown';
				const verdict = told.verdict(world);
				if (inside !== verdict) fail(`${told.text}: ${inside} for ${verdict}\n${JSON.stringify(world)}`);
				countInto(counts, `${told.kind} ${verdict}`);
			}
		}
		const known = [...counts.keys()].map((name) => name.replace(/ (holds|fails|unknown)$/, ''));
		console.log(`SEED=${SEED}: ${unknownBoxes} with too many boxes; ${JSON.stringify(Object.fromEntries(counts))}`);
		for (const kind of new Set(known)) {
			for (const verdict of kind === 'always' ? ['holds'] : ['holds', 'fails']) {
				expect(counts.get(`${kind} ${verdict}`) ?? 0, `SEED=${SEED}: ${kind} ${verdict}`).toBeGreaterThan(20);
			}
		}
		expect(new Set(known).size).toBe(21);
		expect(unknownBoxes).toBeLessThan(30);
	});
});

/** What is evaluated today, on the evaluators' own sales. */
const EVALUATED = new Set(['always', 'day-time', 'channel', 'order type', 'tier', 'store', 'spend', 'birthday']);

describe('boxes of evaluated conditions', () => {
	it('agree with the reference on random sales', () => {
		const random = new Random(SEED);
		const counts = new Map<string, number>();
		for (let i = 0; i < 300; i++) {
			const told = toldOf(random, EVALUATED);
			const text = `${PREAMBLE}rule "R" { when { ${told.map((each) => each.text).join('\n')} }  earn 1 }`;
			const { plan } = compile(text.replace(' above 20 up to 70', ''));
			if (!plan) fail(text);
			const { conditions, axes } = read(text);
			const edges = new Edges(plan);
			for (let j = 0; j < 60; j++) {
				const sale = edges.transaction(random);
				const state = edges.state(random, sale);
				const { member } = state;
				const trace = evaluateReference(plan, sale, state);
				const names = plan.filters.map(({ name }) => name);
				const point = pointOfSale(sale, member, names, trace.amounts, plan.program.timezone);
				for (const [index, condition] of conditions.entries()) {
					const holds = holdsIn(conditionBoxes(condition, axes) ?? [], point);
					const fails = holdsIn(conditionBoxes(condition, axes, 'fails') ?? [], point);
					const found = holds ? 'holds' : fails ? 'fails' : 'unknown';
					const verdict = trace.rules[0]?.conditions[index]?.verdict;
					if (found !== verdict) fail(`${told[index]?.text}: ${found} for ${verdict}`);
					countInto(counts, `${told[index]?.kind} ${verdict}`);
				}
			}
		}
		console.log(`SEED=${SEED}: ${JSON.stringify(Object.fromEntries(counts))}`);
		for (const kind of EVALUATED) {
			for (const verdict of kind === 'always' ? ['holds'] : ['holds', 'fails']) {
				expect(counts.get(`${kind} ${verdict}`) ?? 0, `SEED=${SEED}: ${kind} ${verdict}`).toBeGreaterThan(100);
			}
		}
	});
});

function toldOf(random: Random, kinds: ReadonlySet<string>): Told[] {
	return random.list(2, 4, () => {
		for (;;) {
			const told = randomTold(random, 0);
			if (kinds.has(told.kind) && !told.text.includes('"Band"')) return told;
		}
	});
}

function pointOfSale(
	sale: Transaction,
	member: MemberState | null,
	filters: readonly string[],
	filtersMinor: readonly number[],
	timezone: string,
): Point {
	const clock = localClock(timezone)?.(sale.atMs) ?? { day: 0, minute: 0 };
	const minute = clock.day * MINUTES_A_DAY + clock.minute;
	const birth = member?.birthDate ?? null;
	return ({ key }) => {
		if (key.startsWith('spend ')) return BigInt(filtersMinor[filters.indexOf(key.slice('spend '.length))] ?? 0);
		if (key === 'week') return minuteOfWeek(minute);
		if (key === 'channel') return sale.channel;
		if (key === 'order-type') return sale.orderType;
		if (key === 'tier') return member?.tier ?? null;
		if (key === 'store') return sale.store;
		if (key === 'chain') return sale.chain ?? '';
		if (key !== 'birthday') throw new Error(`An axis that no sale has: ${key}`);
		if (!birth) return null;
		return birthdayCode(daysFromBirthday(birth, clock.day), birth.month === dateOfEpochDay(clock.day).month);
	};
}
