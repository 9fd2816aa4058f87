/** A purchase that was tried as a `test` of the program. */
import {
	type EventRef,
	type ExpectClause,
	type Moment,
	type Plain,
	print,
	type TestDeclaration,
	type TestEvent,
	type TestFact,
	type TestLine,
	type TestMember,
} from '#grammar';
import {
	advance,
	type Catalog,
	dateOfEpochDay,
	type Expectation,
	formatMinor,
	type Line,
	type LocalDate,
	localClock,
	type Plan,
	runTests,
	type Snapshot,
	type Transaction,
} from '#compiler';
import { planOperation } from '#compiler/edits';
import { bareNameNode, nameNode, numberNode, wordNode } from '../canvas/fragments.ts';
import { refusalWords } from '../messages/refusal-words.ts';
import { obstacleWords } from './reason-words.ts';

/** Something that happens to a member, to be written as a test. */
export interface Tried {
	readonly name: string;
	readonly transaction: Transaction;
	readonly tier: string | null;
	readonly birthDate: LocalDate | null;
	/** What the test says of what comes of it: of a rule by its name, of the tier, or of everything together. */
	readonly expects: readonly Expectation['what'][];
}

/** A test that holds, as text, or why there is none. */
export type WrittenTest =
	| { readonly ok: true; readonly text: string }
	/** `reason` is a sentence; null where the program has errors already. */
	| { readonly ok: false; readonly reason: string | null };

/** Writes what was tried as a test that expects what comes of it now. The test itself is run to know that. */
export function writeTest(snapshot: Snapshot, catalog: Catalog | null, tried: Tried): WrittenTest {
	const { plan } = snapshot;
	if (!plan) return { ok: false, reason: null };
	const unknown = tried.expects.map((what) => expectNode(what, '0'));
	const added = planOperation(snapshot.source, snapshot.document, {
		kind: 'add-test',
		text: print(testNode(plan, tried, unknown)),
	});
	if (!added.ok) return { ok: false, reason: refusalWords(added) };
	const [result] = runTests(advance(snapshot, added.edits), { catalog, isChosen: (name) => name === tried.name });
	if (!result || 'reason' in result) return { ok: false, reason: result ? obstacleWords(result) : null };
	const known = result.expectations.map(({ what, got }) => expectNode(what, plainDigits(got)));
	return { ok: true, text: print(testNode(plan, tried, known)) };
}

/** What was tried as a test, with what it expects. */
export function testNode(plan: Plan, tried: Tried, expects: readonly Plain<ExpectClause>[]): Plain<TestDeclaration> {
	const member = memberNode(tried);
	return {
		kind: 'test',
		name: nameNode(tried.name),
		clauses: [...(member ? [member] : []), eventNode(plan, tried.transaction), ...expects],
	};
}

function expectNode(what: Expectation['what'], digits: string): Plain<ExpectClause> {
	const of = what.kind === 'rule' ? nameNode(what.name) : wordNode(what.kind);
	return { kind: 'expect', what: of, points: numberNode(digits) };
}

function memberNode({ tier, birthDate }: Tried): Plain<TestMember> | null {
	const facts: Plain<TestFact>[] = [
		...(tier === null ? [] : [fact('tier', bareNameNode(tier))]),
		...(birthDate === null ? [] : [fact('birthday', { kind: 'date' as const, ...birthDate })]),
	];
	return facts.length === 0 ? null : { kind: 'test-member', facts };
}

function eventNode({ program }: Plan, transaction: Transaction): Plain<TestEvent> {
	const { store, chain, channel, orderType } = transaction;
	const named = {
		store: store === null ? null : nameNode(store),
		chain: chain === null ? null : nameNode(chain),
		channel: channel === null ? null : bareNameNode(channel),
		'order type': orderType === null ? null : bareNameNode(orderType),
	} as const;
	const amounts = {
		discount: transaction.discountMinor,
		taxes: transaction.taxesMinor,
		fees: transaction.feesMinor,
		tip: transaction.tipMinor,
		'paid with points': transaction.paidWithPointsMinor,
	} as const;
	const decimals = program.currencyDecimals;
	return {
		kind: 'test-event',
		event: eventRef(transaction.event),
		at: momentNode(transaction.atMs, program.timezone),
		facts: [
			...entriesOf(named).flatMap(([name, value]) => (value === null ? [] : [fact(name, value)])),
			...transaction.lines.map((line) => lineNode(line, decimals)),
			...entriesOf(amounts).flatMap(([name, minor]) =>
				minor === 0 ? [] : [fact(name, numberNode(formatMinor(minor, decimals)))],
			),
		],
	};
}

function entriesOf<K extends string, V>(record: Readonly<Record<K, V>>): [K, V][] {
	return Object.entries(record) as [K, V][];
}

function fact(name: TestFact['fact']['text'], value: Plain<TestFact>['value']): Plain<TestFact> {
	return { kind: 'test-fact', fact: wordNode(name), value };
}

function eventRef(event: Transaction['event']): Plain<EventRef> {
	if (typeof event === 'string') return { kind: 'event', event };
	return { kind: 'event', event: 'custom', name: nameNode(event.custom) };
}

function momentNode(atMs: number, timezone: string): Plain<Moment> {
	const { day, minute } = localClock(timezone)?.(atMs) ?? { day: 0, minute: 0 };
	return { kind: 'moment', date: { kind: 'date', ...dateOfEpochDay(day) }, time: { kind: 'time', minute } };
}

/** What a line of several is counted in where the price of one is no whole amount. */
const UNIT = 'units';
/** What an item is called that has no code. */
const SOME_ITEM = 'ITEM';

function lineNode(
	{ sku, category, subcategory, combo, quantityThousandths, amountMinor }: Line,
	decimals: number,
): Plain<TestLine> {
	const [thousandths, all] = [BigInt(quantityThousandths), BigInt(amountMinor) * 1_000n];
	const isWhole = thousandths > 0n && all % thousandths === 0n;
	const price = isWhole ? all / thousandths : BigInt(amountMinor);
	return {
		kind: 'test-line',
		item: nameNode(sku === '' ? SOME_ITEM : sku),
		...(category !== null && { category: nameNode(category) }),
		...(subcategory !== null && { subcategory: nameNode(subcategory) }),
		...(combo !== null && { combo: nameNode(combo) }),
		quantity: numberNode(formatMinor(quantityThousandths, 3).replace(/\.?0+$/, '')),
		...(!isWhole && { unit: bareNameNode(UNIT) }),
		price: numberNode(formatMinor(price, decimals)),
	};
}

/** Digits without decimals that say nothing: `36.00` is `36`, `36.50` stays. */
function plainDigits(digits: string): string {
	return digits.includes('.') ? digits.replace(/\.0+$/, '') : digits;
}
