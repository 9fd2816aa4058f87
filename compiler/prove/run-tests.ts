/** Runs the `test` declarations of a program: worked examples that must hold. */
import { type ExpectClause, type Missing, type Name, printNumber, type Problem, type TestDeclaration } from '#grammar';
import type { Compilation } from '../compile.ts';
import type { Catalog } from '../domain/catalog.ts';
import { formatPoints } from '../domain/money.ts';
import { emit } from '../evaluate/emit/emit.ts';
import type { Evaluate } from '../evaluate/fast/evaluator.ts';
import { type ChangesOfRule, smallestChanges } from '../evaluate/nearest/index.ts';
import type { AwardReason, Explanation } from '../evaluate/outcome.ts';
import { evaluateReference } from '../evaluate/reference.ts';
import type { Plan } from '../plan/plan.ts';
import { after } from '../standing/index.ts';
import { unitsOf } from './amounts.ts';
import type { Expectation, Obstacle, TestResult } from './result.ts';
import { type Act, actOf, type Scene, sceneOf } from './scene.ts';
import { reasonOfRule, reasonOfTier, reasonOfTotal } from './words.ts';

/** What running tests may know besides the program. */
export interface TestOptions {
	/** Where a test names a store or an item only, its chain and its categories are taken from here. */
	readonly catalog?: Catalog | null;
	/** Which tests to run, by their names; all where it is left out. */
	readonly isChosen?: (name: string) => boolean;
}

/** Runs the tests of a program, in the order of the text. Nothing is recorded, and no test sees another. */
export function runTests(compilation: Compilation, options: TestOptions = {}): readonly TestResult[] {
	const { document, plan, problems } = compilation;
	const { catalog = null, isChosen = () => true } = options;
	const tests = document.declarations.filter((declaration) => declaration.kind === 'test');
	const chosen = tests.filter(({ name }) => isChosen(textOf(name)));
	if (chosen.length === 0) return [];
	if (!plan) {
		const obstacle = obstacleOfProgram(problems);
		return chosen.map(({ name, span }) => ({ name: textOf(name), span, ...obstacle }));
	}
	const run = emit(plan);
	return chosen.map((test) => runTest(test, plan, run, catalog));
}

/** Evaluates a transaction twice, readably and fast. The two must say the same; where they do not, Earnest itself is wrong. */
export function evaluateTwice(plan: Plan, run: Evaluate, { transaction, state }: Act): Explanation {
	const explanation = evaluateReference(plan, transaction, state);
	const [readable, fast] = [JSON.stringify(explanation.outcome), JSON.stringify(run(transaction, state))];
	if (readable !== fast) throw new Error(`The evaluators disagree: ${readable} and ${fast}`);
	return explanation;
}

/** Why nothing of a program can be run. */
function obstacleOfProgram(problems: readonly Problem[]): Obstacle {
	const first = problems.find(({ severity }) => severity === 'error');
	const at = first?.span ?? { start: 0, end: 0 };
	return { kind: 'refused', at, reason: `The program has errors. ${first?.message ?? ''}`.trimEnd() };
}

function runTest(test: TestDeclaration, plan: Plan, run: Evaluate, catalog: Catalog | null): TestResult {
	const { span } = test;
	const name = textOf(test.name);
	const scene = sceneOf(test, plan, catalog);
	if ('kind' in scene) return { name, span, ...scene };
	const expects = test.clauses.filter((clause) => clause.kind === 'expect');
	if (expects.length === 0) {
		return { kind: 'refused', name, span, at: span, reason: 'The test expects nothing. Add `expect total …`.' };
	}
	const played = play(plan, run, scene);
	if (played === null) {
		const reason = 'All awards together are more points than one transaction can hold, so none is given.';
		return { kind: 'refused', name, span, at: span, reason };
	}
	const { act, explanation } = played;
	const changes = smallestChanges(plan, act.transaction, act.state, explanation);
	const expectations = expects.map((expect) => comparison(expect, plan, explanation, changes));
	return { kind: expectations.every(({ holds }) => holds) ? 'passed' : 'failed', name, span, expectations };
}

interface Played {
	readonly act: Act;
	readonly explanation: Explanation;
}

/** Plays a scene to its end: its last act and what came of it; null where one was more than a transaction can hold. */
function play(plan: Plan, run: Evaluate, scene: Scene): Played | null {
	let standing = scene.before;
	let last: Played | null = null;
	for (const transaction of scene.transactions) {
		const act = actOf(plan, standing, scene, transaction);
		const explanation = evaluateTwice(plan, run, act);
		if (explanation.outcome.kind === 'too-large') return null;
		standing = after(plan, act.standing, transaction, explanation.outcome);
		last = { act, explanation };
	}
	return last;
}

function comparison(
	expect: ExpectClause,
	plan: Plan,
	explanation: Explanation,
	changes: readonly ChangesOfRule[],
): Expectation {
	const { span, what, points } = expect;
	const recipient = expect.recipient?.kind === 'word' ? expect.recipient.text : null;
	const side = recipient === 'referred' ? 'referred' : 'member';
	const awards = explanation.awards.filter((award) => award.recipient === side);
	const { pointDecimals } = plan.program;
	const gotUnits = sum(awards.filter((award) => isMeant(what, award)));
	const expectedUnits = unitsOf(points, pointDecimals);
	const asWritten = points.kind === 'number' ? printNumber(points) : '';
	return {
		span,
		what: subjectOf(what),
		recipient,
		holds: expectedUnits === BigInt(gotUnits),
		expected: expectedUnits === null ? asWritten : formatPoints(expectedUnits, pointDecimals),
		got: formatPoints(gotUnits, pointDecimals),
		reason: reasonOf(what, plan, { ...explanation, awards }, changes),
	};
}

function isMeant(what: ExpectClause['what'], { source }: AwardReason): boolean {
	if (what.kind === 'name') return source.kind === 'rule' && source.name === what.text;
	return what.kind === 'word' && (what.text === 'total' || source.kind === 'tier');
}

function subjectOf(what: ExpectClause['what']): Expectation['what'] {
	if (what.kind === 'name') return { kind: 'rule', name: what.text };
	return { kind: what.kind === 'word' ? what.text : 'total' };
}

function reasonOf(
	what: ExpectClause['what'],
	plan: Plan,
	explanation: Explanation,
	changes: readonly ChangesOfRule[],
): string {
	if (what.kind === 'name') return reasonOfRule(plan, explanation, changes, what.text);
	if (what.kind === 'word' && what.text === 'tier') return reasonOfTier(plan, explanation);
	return reasonOfTotal(plan, explanation);
}

function sum(awards: readonly AwardReason[]): number {
	return awards.reduce((total, { givenUnits }) => total + givenUnits, 0);
}

function textOf(name: Name | Missing): string {
	return name.kind === 'name' ? name.text : '';
}
