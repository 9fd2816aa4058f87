import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits, invertEdits, shiftSpan, type TextEdit } from '#grammar';
import type { CheckOptions } from './check/check.ts';
import type { Symbols } from './check/symbols.ts';
import { compile } from './compile.ts';
import { advance, openSnapshot, recheck, type Snapshot } from './snapshot.ts';

const seed = Number(process.env['SEED'] ?? Date.now() % 2 ** 31);
const runs = 300;

const program = 'program "P" { currency AED timezone "Asia/Dubai" channels app, web order types pickup }\n';
const food = 'filter "Food" = items in category "Food"\n';
const options: CheckOptions = {
	today: { year: 2026, month: 2, day: 7 },
	catalog: { stores: [{ id: 'dxb-mall', name: 'Mall', chain: 'Express', city: null }], items: [] },
};

/** Declarations that lean on one another's names, sound and not. */
const declarations = [
	program,
	'program "Q" { currency JPY timezone "Nowhere/Land" channels kiosk points with 2 decimals }\n',
	'tiers by lifetime points { tier Bronze from 0 { earn 1 } tier Gold from 100 { multiply points by 2 } }\n',
	'tiers by hand { tier Gold { earn "Food" * 2 } }\n',
	food,
	'filter "Food" = total excluding taxes\n',
	'filter "Unused" = total\n',
	'filter "Broken" = items in\n',
	'segment "Staff"\n',
	'attribute member vip flag\n',
	'attribute transaction booked_at date\n',
	'exclusive "Deals" picks highest points\n',
	'campaign "Black Friday" {\n  active from 2026-11-27 until 2026-11-29\n  rule "Early birds" { earn 50 }\n}\n',
	'rule "Lunch" {\n  when { channel is app spend "Food" >= 50 tier is Gold }\n  earn "Food" * 2 + 10\n}\n',
	'rule "Lunch" { when { channel is kiosk tier is Silver } earn "Fod" / ("Food" - 5) }\n',
	'rule "Set" { exclusive "Deals" when { store is "dxb-mall", chain "Exprss" } earn 5 limit 0 points per transaction }\n',
	'program "L" { currency AED timezone "Asia/Dubai" channels app limit 40 points per transaction }\n',
	'rule "Limited" { when { channel is web } earn 30 multiply points by 2 limit 40 points per transaction limit 90 points per day }\n',
	'rule "Capped" { exclusive "Deals" priority 3 earn "Food" limit 40 points per transaction }\n',
	'rule "Ordered" { exclusive "Deals" priority 3 earn 2 limit 5 points per transaction }\n',
	'exclusive "Deals" picks highest priority\n',
	'rule "Over" { active from 2025-01-01 until 2025-12-31 earn 1.5 }\n',
	'rule "Facts" { when { vip segment is Staff booked_at is 2026-01-01 } earn 1 }\n',
	'rule "Broken" { when { chanel is app } earn }\n',
	'test "Lunch" { member { tier Gold } purchase at 2026-02-07 { channel app } expect "Lunch" earns 10 }\n',
	'redemption { 100 points = 1 AED }\n',
	'expiry { expires after 12 months }\n',
	'}\nnonsense here\n',
	'// a remark\n',
];
const sound = new Set(declarations.filter((each) => compile(program + food + each).plan !== null));
const bits = ['a', '1', ' ', '\n', '"', '{', '}', '//', 'rule ', 'Food', 'app', '"Food"', 'Gold', '\nrule "Z" {', '\u202e'];

interface Step {
	readonly kind: 'type' | 'delete' | 'declare' | 'undeclare' | 'recheck' | 'two' | 'take back';
	readonly at: number;
	readonly length: number;
	readonly bit: string;
	readonly declaration: string;
}

const steps = fc.array(
	fc.record<Step>({
		kind: fc.constantFrom(
			'type',
			'type',
			'type',
			'delete',
			'declare',
			'undeclare',
			'recheck',
			'two',
			'take back',
			'take back',
		),
		at: fc.nat(),
		length: fc.nat(6),
		bit: fc.constantFrom(...bits),
		declaration: fc.constantFrom(...declarations),
	}),
	{ minLength: 1, maxLength: 30, size: 'max' },
);

function change(start: number, end: number, text: string): TextEdit {
	return { span: { start, end }, text };
}

function editsOf(
	{ kind, at, length, bit, declaration }: Step,
	{ source, reading }: Snapshot,
	last: readonly TextEdit[],
): readonly TextEdit[] {
	const start = at % (source.length + 1);
	const index = at % reading.offsets.length;
	const [from, to] = [reading.offsets[index] ?? 0, reading.offsets[index + 1] ?? source.length];
	const edits: Record<Step['kind'], readonly TextEdit[]> = {
		type: [change(start, start, bit)],
		delete: [change(start, Math.min(start + length, source.length), '')],
		declare: [change(from, from, declaration)],
		undeclare: [change(from, to, '')],
		two: [change(from, from, declaration), change(source.length, source.length, bit)],
		recheck: [],
		'take back': last,
	};
	return edits[kind];
}

/** Everything that a compilation says; of the symbols their names, in their order. */
function saying({ source, document, problems, symbols, plan, healthyPlan, healthyRules }: ReturnType<typeof compile>) {
	return JSON.stringify({ source, document, problems, symbols: names(symbols), plan, healthyPlan, healthyRules });
}

function names(symbols: Symbols): unknown {
	const { filters, tierByName, segments, attributes, exclusives, campaigns, rules } = symbols;
	const maps = [filters, tierByName, segments, attributes, exclusives, campaigns, rules].map((map) => [...map.keys()]);
	return [...maps, symbols.filterNames, symbols.channels, symbols.orderTypes];
}

describe('a snapshot', () => {
	it('says after any edits what a compilation of its text says', () => {
		let edits = 0;
		let published = 0;
		let healthy = 0;
		const codes = new Set<string>();
		fc.assert(
			fc.property(fc.shuffledSubarray(declarations, { maxLength: 8 }), fc.boolean(), steps, (some, isSound, plan) => {
				const start = isSound ? some.filter((each) => sound.has(each)) : some;
				let snapshot = openSnapshot(program + start.join(''));
				let against: CheckOptions = {};
				let last: readonly TextEdit[] = [];
				for (const step of plan) {
					const wished = editsOf(step, snapshot, last);
					last = invertEdits(snapshot.source, wished);
					const text = applyEdits(snapshot.source, wished);
					if (step.kind === 'recheck') against = against === options ? {} : options;
					snapshot = step.kind === 'recheck' ? recheck(snapshot, against) : advance(snapshot, wished);
					expect(saying(snapshot)).toBe(saying(compile(text, against)));
					edits++;
					if (snapshot.plan) published++;
					if (snapshot.healthyPlan) healthy++;
					for (const { code } of snapshot.problems) codes.add(code);
				}
			}),
			{ numRuns: runs, seed },
		);
		console.info(
			`${edits} edits from SEED=${seed}, ${published} times without an error, ${healthy} with a healthy part; ${codes.size} problems`,
		);
		expect(edits).toBeGreaterThan(runs * 4);
		expect(published).toBeGreaterThan(edits / 100);
		expect(healthy).toBeGreaterThan(edits / 20);
		expect(codes.size).toBeGreaterThan(25);
	});

	it('checks a rule only that was touched, and all of them where a name they lean on is', () => {
		const text = `${program}filter "Food" = total\nrule "A" { earn "Food" }\nrule "B" { when { channel is web } earn 2 }\n`;
		const first = openSnapshot(text, options);
		const type = (from: Snapshot, after: string, inserted: string) => {
			const at = from.source.indexOf(after) + after.length;
			return advance(from, [{ span: { start: at, end: at }, text: inserted }]);
		};
		const typed = type(first, 'earn 2', '0');
		expect(typed.checked.symbols).toBe(first.checked.symbols);
		expect(typed.checked.byPiece).toBe(first.checked.byPiece);
		const moved = type(typed, '"P" {', ' week starts Sunday ');
		expect(moved.checked.byPiece).not.toBe(typed.checked.byPiece);
		const without = type(typed, 'channels app', ', kiosk //');
		expect(without.problems.map(({ code }) => code)).toContain('not-enabled');
		expect(recheck(typed, options).checked.byPiece).toBe(typed.checked.byPiece);
		expect(recheck(typed, { ...options, catalog: null }).checked.byPiece).not.toBe(typed.checked.byPiece);
	});

	it('keeps the rules of its plan that stay where they are, and what has no place in those that move', () => {
		const rule = (name: string) => `rule "${name}" { when { spend "Food" >= 50 } earn 2 limit 9 points per transaction }\n`;
		const first = openSnapshot(program + food + rule('A') + rule('B') + rule('C'));
		const replace = (from: Snapshot, old: string, text: string) => {
			const start = from.source.indexOf(old, from.source.indexOf('"B"'));
			return advance(from, [{ span: { start, end: start + old.length }, text }]);
		};
		const rulesOf = (snapshot: Snapshot) => {
			expect(JSON.stringify(snapshot.plan)).toBe(JSON.stringify(compile(snapshot.source).plan));
			return snapshot.plan?.rules ?? [];
		};
		const before = rulesOf(first);
		const changed = rulesOf(replace(first, 'earn 2', 'earn 3'));
		expect(changed.map((each, index) => each === before[index])).toEqual([true, false, true]);
		const grown = rulesOf(replace(first, 'earn 2', 'earn 20'));
		expect(grown.map((each, index) => each === before[index])).toEqual([true, false, false]);
		expect(grown[2]?.span).toEqual(shiftSpan(before[2]?.span ?? { start: 0, end: 0 }, 1));
		for (const part of ['conditions', 'earns', 'limits'] as const) expect(grown[2]?.[part]).toBe(before[2]?.[part]);
	});

	it('is left as it was by the next one, and is the next one where nothing changes', () => {
		const first = openSnapshot(`${program}rule "A" { earn 1 }`);
		const { document, problems } = first;
		const copy = structuredClone({ document, problems });
		const second = advance(first, [{ span: { start: 0, end: 0 }, text: '// new\n' }]);
		expect(second.document.declarations[1]?.span.start).toBe((document.declarations[1]?.span.start ?? 0) + 7);
		expect({ document: first.document, problems: first.problems }).toEqual(copy);
		expect(advance(first, [])).toBe(first);
	});
});
