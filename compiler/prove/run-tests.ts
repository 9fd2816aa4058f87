/** Runs the `test` declarations of a program: worked examples that must hold. */
import {
	type ExpectClause,
	type Missing,
	type Name,
	phrase,
	printNumber,
	type Problem,
	type TestDeclaration,
} from '#grammar';
import type { Compilation } from '../compile.ts';
import type { Catalog } from '../domain/catalog.ts';
import { formatPoints } from '../domain/money.ts';
import { type ChangesOfRule, smallestChanges } from '../evaluate/nearest/index.ts';
import type { AwardReason, Explanation } from '../evaluate/outcome.ts';
import type { Plan } from '../plan/plan.ts';
import { phrasesOfRedeemable } from '../redemption/index.ts';
import { unitsOf } from './amounts.ts';
import { type Happened, type Played, Player } from './play.ts';
import type { Expectation, Obstacle, TestResult, Why } from './result.ts';
import { obstacle, type Scene, sceneOf } from './scene.ts';
import { balanceIs, describeWhy, saying, standAfterReturn, totalIs, whyOfRule, whyOfTier } from './words.ts';

/** What running tests may know besides the program. */
export interface TestOptions {
	/** Where a test names a store or an item only, its chain and its categories are taken from here. */
	readonly catalog?: Catalog | null;
	/** Which tests to run, by their names; all where it is left out. */
	readonly isChosen?: (name: string) => boolean;
}

/** Runs the tests of a program, in the order of the text. Nothing is recorded, and no test sees another. */
export function runTests(compilation: Compilation, options: TestOptions = {}): readonly TestResult[] {
	return [...testResults(compilation, options)];
}

/** The same one after the other, each run when it is asked for: who shows them need not wait for all. */
export function* testResults(compilation: Compilation, options: TestOptions = {}): Generator<TestResult, void> {
	const { document, plan, problems } = compilation;
	const { catalog = null, isChosen = () => true } = options;
	const tests = document.declarations.filter((declaration) => declaration.kind === 'test');
	const chosen = tests.filter(({ name }) => isChosen(textOf(name)));
	if (chosen.length === 0) return;
	if (!plan) {
		const stopped = obstacleOfProgram(problems);
		yield* chosen.map(({ name, span }) => ({ name: textOf(name), span, ...stopped }));
		return;
	}
	const waits = plan.program.returns === 'pending only' && hasPending(document);
	const bench = { plan, player: new Player(plan), catalog, waits };
	for (const test of chosen) yield runTest(test, bench);
}

/** Says whether points are pending for a time after they were earned. */
function hasPending({ declarations }: Compilation['document']): boolean {
	return declarations.some((each) => each.kind === 'expiry' && each.clauses.some(({ kind }) => kind === 'available'));
}

/** Why nothing of a program can be run. */
function obstacleOfProgram(problems: readonly Problem[]): Obstacle {
	const first = problems.find(({ severity }) => severity === 'error');
	const stopped = obstacle(first?.span ?? { start: 0, end: 0 }, phrase('The program has errors.'));
	return first ? { ...stopped, reason: `${stopped.reason} ${first.message}`, problem: first } : stopped;
}

interface Bench {
	readonly plan: Plan;
	readonly player: Player;
	readonly catalog: Catalog | null;
	/** What was earned cannot be spent at once, and nothing evaluates for how long. */
	readonly waits: boolean;
}

function runTest(test: TestDeclaration, { plan, player, catalog, waits }: Bench): TestResult {
	const { span } = test;
	const name = textOf(test.name);
	const scene = sceneOf(test, plan, catalog);
	if ('kind' in scene) return { name, span, ...scene };
	const expects = test.clauses.filter((clause) => clause.kind === 'expect');
	if (expects.length === 0) return { name, span, ...obstacle(span, EXPECTS_NOTHING) };
	const unknown = waits ? expects.find((expect) => hangsOnPending(expect, test)) : undefined;
	if (unknown) return { name, span, ...obstacle(unknown.span, UNKNOWN_PENDING) };
	const played = player.play(scene);
	if ('says' in played) return { name, span, ...obstacle(played.at ?? span, played.says) };
	const { last } = played;
	const changes = last ? smallestChanges(plan, last.act.transaction, last.act.state, last.explanation) : [];
	const expectations = expects.map((expect) => comparison(expect, plan, played, scene, changes));
	return { kind: expectations.every(({ holds }) => holds) ? 'passed' : 'failed', name, span, expectations };
}

const EXPECTS_NOTHING = phrase('The test expects nothing. Add `expect total …`.');
const UNKNOWN_PENDING = phrase(
	'Here points may be taken back while they are pending only, and nothing evaluates `available` yet, so the balance is not known.',
);

function hangsOnPending({ what }: ExpectClause, { clauses }: TestDeclaration): boolean {
	const hasReturn = clauses.some(({ kind }) => kind === 'test-return');
	return hasReturn && what.kind === 'word' && (what.text === 'balance' || what.text === 'paid with points');
}

function comparison(
	expect: ExpectClause,
	plan: Plan,
	played: Played,
	scene: Scene,
	changes: readonly ChangesOfRule[],
): Expectation {
	const { span, what, points } = expect;
	const recipient = expect.recipient?.kind === 'word' ? expect.recipient.text : null;
	const { got, why } = foundOf(what, recipient === 'referred', plan, played, scene, changes);
	const { pointDecimals, currencyDecimals } = plan.program;
	const decimals = what.kind === 'word' && what.text === 'paid with points' ? currencyDecimals : pointDecimals;
	const expected = unitsOf(points, decimals);
	const asWritten = points.kind === 'number' ? printNumber(points) : '';
	return {
		span,
		what: subjectOf(what),
		recipient,
		holds: expected === BigInt(got),
		expected: expected === null ? asWritten : formatPoints(expected, decimals),
		got: formatPoints(got, decimals),
		reason: describeWhy(plan, why),
		why,
	};
}

/** A whole number of what is expected, and why it is that. */
interface Found {
	readonly got: number;
	readonly why: Why;
}

function foundOf(
	what: ExpectClause['what'],
	isReferred: boolean,
	plan: Plan,
	played: Played,
	scene: Scene,
	changes: readonly ChangesOfRule[],
): Found {
	const { standing, last, spent } = played;
	if (what.kind === 'word' && what.text === 'paid with points') {
		if (!spent) return { got: 0, why: saying(phrase('No points are spent. Add `spend points`.')) };
		return { got: spent.worthMinor, why: saying(...phrasesOfRedeemable(plan, spent)) };
	}
	if (what.kind === 'word' && what.text === 'balance') {
		const { member, referred } = standing;
		if (isReferred) return { got: referred?.balanceUnits ?? 0, why: saying() };
		return { got: member?.balanceUnits ?? 0, why: saying(balanceIs(plan, scene.before, played)) };
	}
	if (!last) return { got: 0, why: saying(phrase('Nothing happens in the test.')) };
	return earnedIn(last, what, isReferred, plan, changes);
}

function earnedIn(
	{ explanation, left }: Happened,
	what: ExpectClause['what'],
	isReferred: boolean,
	plan: Plan,
	changes: readonly ChangesOfRule[],
): Found {
	const side = isReferred ? 'referred' : 'member';
	const awards = explanation.awards.filter((award) => award.recipient === side);
	const why = whyOf(what, plan, { ...explanation, awards }, changes);
	const own = awards.filter((award) => isMeant(what, award));
	if (!left) return { got: sum(own.map(({ givenUnits }) => givenUnits)), why };
	const got = sum(left.awards.filter((award) => isMeant(what, award)).map(({ units }) => units));
	return { got, why: { ...why, says: [...why.says, standAfterReturn(plan, got)] } };
}

function isMeant(what: ExpectClause['what'], { source }: Pick<AwardReason, 'source'>): boolean {
	if (what.kind === 'name') return source.kind === 'rule' && source.name === what.text;
	return what.kind === 'word' && (what.text === 'total' || source.kind === 'tier');
}

function subjectOf(what: ExpectClause['what']): Expectation['what'] {
	if (what.kind === 'name') return { kind: 'rule', name: what.text };
	return { kind: what.kind === 'word' ? what.text : 'total' };
}

function whyOf(what: ExpectClause['what'], plan: Plan, explanation: Explanation, changes: readonly ChangesOfRule[]): Why {
	if (what.kind === 'name') return whyOfRule(plan, explanation, changes, what.text);
	if (what.kind === 'word' && what.text === 'tier') return saying(whyOfTier(plan, explanation));
	return saying(totalIs(plan, explanation));
}

function sum(units: readonly number[]): number {
	return units.reduce((total, each) => total + each, 0);
}

function textOf(name: Name | Missing): string {
	return name.kind === 'name' ? name.text : '';
}
