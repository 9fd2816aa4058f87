/** What the guide shows is so: every program compiles, every number is earned again. */
import { readFileSync } from 'node:fs';
import {
	type ChangesOfRule,
	describeWhyNot,
	evaluateReference,
	formatFilterAmount,
	formatPoints,
	type Explanation,
	type Plan,
	runTests,
	smallestChanges,
} from '#compiler';
import {
	campaignClauses,
	conditionPalette,
	declarations,
	expiryClauses,
	filterSources,
	programSettings,
	redemptionClauses,
	ruleClauses,
	testClauses,
} from '#compiler/service';
import { type Document, walk } from '#grammar';
import { describe, expect, it } from 'vitest';
import { INPUTS, saleOf } from './fixtures/sales.ts';
import { type Row, workedExamples } from './fixtures/worked-tables.ts';
import { compilePiece } from './pieces.ts';

const guide = readFileSync(new URL('guide.md', import.meta.url), 'utf8');
const examples = workedExamples(guide);
/** Where only part of a program is shown, other filters and tiers stand around it; the whole language is shown. */
const EXPECTED_WARNINGS = new Set(['unused-filter', 'formula-negative', 'not-evaluated-yet']);
/** Columns of what is earned by a way of rounding. */
const ROUNDINGS = new Set(['down', 'up', 'half up', 'half even']);

describe('each example', () => {
	it.each(examples.map(({ piece }) => piece))('%s', (piece) => {
		const problems = compilePiece(piece).problems.filter(({ code }) => !EXPECTED_WARNINGS.has(code));
		expect(problems).toEqual([]);
	});

	const tested = examples.filter(({ piece }) => piece.includes('test "'));
	it('some of them tests', () => expect(tested.length).toBeGreaterThan(0));
	it.each(tested.map(({ piece }) => piece))('passes its own tests: %s', (piece) => {
		const results = runTests(compilePiece(piece));
		expect(results.map(({ kind }) => kind)).toEqual(results.map(() => 'passed'));
	});
});

it('shows every declaration, every clause and every condition', () => {
	const shown = new Set(examples.flatMap(({ piece }) => kindsIn(compilePiece(piece).document)));
	const kinds = [...declarations, ...programSettings, ...ruleClauses, ...campaignClauses, ...conditionPalette];
	const wanted = [...kinds, ...redemptionClauses, ...expiryClauses, ...testClauses, ...filterSources].map(
		({ kind }) => kind,
	);
	// Settings of a line each that are said in words.
	const inWords = new Set(['week', 'day']);
	expect(wanted.filter((kind) => !shown.has(kind) && !inWords.has(kind))).toEqual([]);
});

function kindsIn(document: Document): string[] {
	const kinds: string[] = [];
	walk(document, ({ kind }) => void kinds.push(kind));
	return kinds;
}

describe('each row of a table', () => {
	const rows = examples.flatMap(({ piece, rows }) =>
		rows.map((row) => [[...row.values()].join(' | '), piece, row] as const),
	);
	it('is there', () => expect(rows.length).toBeGreaterThan(60));
	it.each(rows)('%s', (_, piece, row) => {
		const shown = [...row].filter(([head]) => !INPUTS.has(head));
		expect(shown.length).toBeGreaterThan(0);
		const found = shown.map(([head]) => [head, outcome(head, piece, row)]);
		expect(found).toEqual(shown);
	});
});

/** What comes out under a head of a table, as the table writes it. */
function outcome(head: string, piece: string, row: Row): string {
	if (head === 'Working') return working(row.get(head) ?? '');
	const isRounding = ROUNDINGS.has(head);
	const { plan, explanation, changes } = evaluate(isRounding ? roundedAs(head, piece) : piece, row);
	const points = (units: number) => formatPoints(units, plan.program.pointDecimals);
	const given = (kind: 'rule' | 'tier', name?: string) =>
		explanation.awards
			.filter(({ source }) => source.kind === kind && (name === undefined || source.name === name))
			.reduce((sum, { givenUnits }) => sum + givenUnits, 0);
	if (head === 'Points' || isRounding) return points(given('rule') + given('tier'));
	if (head === 'The tier') return points(given('tier'));
	if (head === 'Why not') {
		const said = explanation.rules.map((trace, index) => describeWhyNot(plan, trace, changes[index]?.change));
		return said.map((words) => words ?? '').join(' ');
	}
	if (plan.rules.some(({ name }) => name === head)) return points(given('rule', head));
	const filter = plan.filters.findIndex(({ name }) => name === head);
	if (filter < 0) throw new Error(`Nothing is known of a column ${head}`);
	return formatFilterAmount(plan.filters[filter], explanation.amounts[filter] ?? 0);
}

interface Evaluated {
	readonly plan: Plan;
	readonly explanation: Explanation;
	readonly changes: readonly ChangesOfRule[];
}

function evaluate(piece: string, row: Row): Evaluated {
	const { plan, problems } = compilePiece(piece);
	if (!plan) throw new Error(JSON.stringify(problems));
	const { transaction, state } = saleOf(row, plan);
	const explanation = evaluateReference(plan, transaction, state);
	return { plan, explanation, changes: smallestChanges(plan, transaction, state, explanation) };
}

/** The clauses of a rule in a program that rounds as the head of a column says. */
function roundedAs(head: string, clauses: string): string {
	const program = `program "Example" { currency AED timezone "Asia/Dubai" points whole, rounded ${head} }`;
	return `${program}\nfilter "Food" = items in category "Food"\nrule "Example" {\n${clauses}\n}`;
}

/** The same working with its equations computed again: what stands before ` = `, by the language's own arithmetic. */
function working(text: string): string {
	return text.replace(/([-−(0-9][^=;]*) = −?[0-9.]+/g, (_, formula: string) => {
		return `${formula} = ${valueOf(formula).replace('-', '−')}`;
	});
}

function valueOf(formula: string): string {
	const typed = formula.replaceAll('×', '*').replaceAll('−', '-');
	const [value = '', opposite = ''] = [typed, `-(${typed})`].map(earned);
	return Number(opposite) > 0 ? `-${opposite}` : value;
}

/** What a formula earns, with as many decimals as it takes. */
function earned(formula: string): string {
	const settings = 'currency AED timezone "Asia/Dubai" points with 6 decimals';
	const { plan, explanation } = evaluate(`program "Example" { ${settings} }\nrule "Example" { earn ${formula} }`, new Map());
	return formatPoints(explanation.awards[0]?.givenUnits ?? 0, plan.program.pointDecimals).replace(/\.?0+$/, '');
}
