/** Every example goes through every stage; what it must earn was worked out by hand: in its tests, and in its `awards.json`. */
import {
	type Catalog,
	compile,
	emit,
	evaluateReference,
	type MemberState,
	newcomer,
	type Outcome,
	parseIsoDate,
	parseScaled,
	type Plan,
	runTests,
	stateOf,
	type TestResult,
	type Transaction,
} from '#compiler';
import { plainText, prose, speechOf } from '#compiler/service';
import { format } from '#grammar';
import { catalogOf, EMPTY_CATALOG, indexCatalog, receiveTransaction } from '#runtime';
import type { CatalogWire, TransactionWire } from '#server/contract';
import { describe, expect, it } from 'vitest';
import { type ExampleFile, findExamples } from './found.ts';

/** `[name of the rule or tier, points given]`, and the points wanted where a limit cut them. */
type ExpectedAward = readonly [name: string, given: number, wanted?: number];

interface Awards {
	readonly members: Record<string, { readonly tier: string | null; readonly birthDate: string | null }>;
	readonly cases: readonly {
		readonly transaction: string;
		readonly why: string;
		readonly awards: readonly ExpectedAward[];
	}[];
}

interface Example {
	readonly name: string;
	readonly source: string;
	readonly catalog: CatalogWire | null;
	readonly transactions: readonly TransactionWire[];
	readonly awards: Awards | null;
}

const examples = findExamples().map(readExample);

function readExample({ name, source, beside }: ExampleFile): Example {
	return {
		name,
		source,
		catalog: beside('catalog.json') as CatalogWire | null,
		transactions: (beside('transactions.json') ?? []) as TransactionWire[],
		awards: beside('awards.json') as Awards | null,
	};
}

function domainCatalog(catalog: CatalogWire): Catalog {
	return catalogOf(
		{
			revision: 1,
			stores: catalog.stores.map(({ chain, city, ...store }) => ({ ...store, chain: chain ?? null, city: city ?? null })),
			items: catalog.items.map(({ category, subcategory, price, ...item }) => ({
				...item,
				category: category ?? null,
				subcategory: subcategory ?? null,
				price: price ?? null,
			})),
		},
		2,
	);
}

function planOf({ name, source, catalog }: Example): Plan {
	const { plan, problems } = compile(source, { catalog: catalog && domainCatalog(catalog) });
	if (!plan) throw new Error(`${name}: ${problems[0]?.message}`);
	return plan;
}

function receive(example: Example, plan: Plan, wire: TransactionWire): Transaction {
	const catalog = example.catalog ? indexCatalog(domainCatalog(example.catalog)) : EMPTY_CATALOG;
	const received = receiveTransaction(wire, { plan, catalog, nowMs: null });
	if (!received.ok)
		throw new Error(`${wire.id}: ${received.faults.map(({ path, message }) => `${path} ${message}`).join('; ')}`);
	return received.transaction;
}

function memberOf(plan: Plan, awards: Awards, id: string | undefined): MemberState | null {
	if (id === undefined) return null;
	const member = awards.members[id];
	if (!member) throw new Error(`awards.json knows no member ${id}`);
	const birthDate = member.birthDate === null ? null : parseIsoDate(member.birthDate);
	return newcomer(plan, { id, tier: member.tier, birthDate });
}

/** An outcome in the form of `awards.json`, in point units. */
function awardsOf(outcome: Outcome): (readonly [string, number, number])[] {
	if (outcome.kind === 'too-large') return [];
	return outcome.awards.map(({ source, givenUnits, wantedUnits }) => [source.name, givenUnits, wantedUnits]);
}

function expectedAwards(awards: readonly ExpectedAward[], plan: Plan): (readonly [string, number, number])[] {
	const units = (points: number) => {
		const parsed = parseScaled(points, plan.program.pointDecimals, 1e12);
		if (!parsed.ok) throw new Error(`${points} ${parsed.why}`);
		return parsed.minor;
	};
	return awards.map(([name, given, wanted = given]) => [name, units(given), units(wanted)]);
}

/** What is wrong with a test, as its author would ask. */
function faultOf(result: TestResult): readonly string[] {
	if (!('expectations' in result)) return [`${result.name}: ${result.reason}`];
	const missed = result.expectations.filter(({ holds }) => !holds);
	return missed.map(({ expected, got, reason }) => `${result.name}: expected ${expected}, got ${got}. ${reason}`);
}

describe.each(examples)('$name', (example) => {
	it('has nothing to be criticised', () => {
		const { problems } = compile(example.source, { catalog: example.catalog && domainCatalog(example.catalog) });
		// A program may say what nothing evaluates yet, such as when points lapse: what it earns does not hang on it.
		expect(problems.filter(({ code }) => code !== 'not-evaluated-yet')).toEqual([]);
	});

	it('is laid out as the formatter lays out', () => {
		expect(format(example.source)).toEqual([]);
	});

	it('keeps the promises that it makes in its own text, by both evaluators, with its catalogue and without', () => {
		const catalogs = [null, ...(example.catalog ? [domainCatalog(example.catalog)] : [])];
		for (const catalog of catalogs) {
			const results = runTests(compile(example.source, { catalog }), { catalog });
			expect(results.length).toBeGreaterThanOrEqual(2);
			expect(results.flatMap(faultOf)).toEqual([]);
		}
	});

	it('can be said in plain words', () => {
		const { document } = compile(example.source);
		const speech = speechOf(document);
		const said = document.declarations.map((declaration) => plainText(prose(declaration, speech)));
		expect(said.filter((sentence) => !/\w.*\.$/s.test(sentence))).toEqual([]);
	});

	it('survives as JSON', () => {
		const plan = planOf(example);
		expect(JSON.parse(JSON.stringify(plan))).toEqual(plan);
	});
});

const worked = examples.filter((example): example is Example & { awards: Awards } => example.awards !== null);

describe.each(worked)('$name, worked out by hand', (example) => {
	const plan = planOf(example);
	const { awards, transactions } = example;

	it('has a case for each transaction', () => {
		expect(awards.cases.map(({ transaction }) => transaction)).toEqual(transactions.map(({ id }) => id));
	});

	it.each(awards.cases.map((each) => [each.transaction, each.why, each.awards] as const))('%s: %s', (id, _, expected) => {
		const wire = transactions.find((transaction) => transaction.id === id) as TransactionWire;
		const transaction = receive(example, plan, wire);
		const state = stateOf(plan, memberOf(plan, awards, wire.member));
		expect(awardsOf(evaluateReference(plan, transaction, state).outcome)).toEqual(expectedAwards(expected, plan));
		expect(awardsOf(emit(plan)(transaction, state))).toEqual(expectedAwards(expected, plan));
	});

	it('shows every rule at work', () => {
		const working = new Set(awards.cases.flatMap((each) => each.awards.map(([name]) => name)));
		const rules = plan.rules.filter(({ enabled, earns }) => enabled && earns.length > 0);
		expect(rules.map(({ name }) => name).filter((name) => !working.has(name))).toEqual([]);
	});
});
