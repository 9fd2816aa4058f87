/** Earnest in the harness's form of an engine: built from a program's text, fed with what tills send or with its own objects. */
import { compile, emit, type Evaluate, type EvaluationState, type Outcome, type Plan, type Transaction } from '#compiler';
import { programText } from './program-text.ts';
import { MemberStates, transactionOf } from './raw.ts';
import type { RawTransaction, RulePoints, Workload } from './workload.ts';

export const about = { name: 'Earnest', facts: 'raw', arithmetic: 'exact' };

/** A transaction as Earnest itself has it, with the state that it is evaluated against. */
export interface OwnForm {
	readonly transaction: Transaction;
	readonly state: EvaluationState;
}

/** What the harness asks of an engine, and what else there is to know of this one. */
export interface EarnestEngine {
	/** The total of a raw transaction, with everything inside: the instant, the lines, the member's state. */
	readonly evaluate: (raw: RawTransaction) => number;
	/** Each rule that gave points, before the program's own limit. */
	readonly explain: (raw: RawTransaction) => readonly RulePoints[];
	/** The form that {@link evaluateOwn} takes. */
	readonly own: (raw: RawTransaction) => OwnForm;
	readonly evaluateOwn: (form: OwnForm) => number;
	readonly compileMs: number;
	readonly emitMs: number;
}

/** Reads, checks and compiles a workload's program. The text itself is written outside the times it tells. */
export function build(workload: Workload): EarnestEngine {
	const text = programText(workload);
	const started = performance.now();
	const plan = planOf(text);
	const compiled = performance.now();
	const evaluate = emit(plan);
	const emitted = performance.now();
	const members = new MemberStates(plan);
	let uncapped: Evaluate | null = null;
	return {
		evaluate: (raw) => totalOf(evaluate(transactionOf(raw), members.stateOf(raw.member))),
		explain: (raw) => {
			uncapped ??= emit({ ...plan, program: { ...plan.program, limits: [] } });
			return rulePoints(uncapped(transactionOf(raw), members.stateOf(raw.member)));
		},
		own: (raw) => ({ transaction: transactionOf(raw), state: members.stateOf(raw.member) }),
		evaluateOwn: ({ transaction, state }) => totalOf(evaluate(transaction, state)),
		compileMs: compiled - started,
		emitMs: emitted - compiled,
	};
}

/** The plan of a text that has no error; throws with the first one otherwise. */
export function planOf(text: string): Plan {
	const { plan, problems } = compile(text);
	if (plan) return plan;
	const error = problems.find(({ severity }) => severity === 'error');
	throw new Error(`The program has an error: ${error?.message} (${text.slice(error?.span.start, error?.span.end)})`);
}

/** What an outcome gives in whole points. */
export function totalOf(outcome: Outcome): number {
	if (outcome.kind === 'too-large') throw new Error(`${outcome.source.name} gives more than can be recorded`);
	return outcome.totalUnits;
}

/** Rules by their index in the workload: the text has all of them, in the same order. */
export function rulePoints(outcome: Outcome): readonly RulePoints[] {
	if (outcome.kind === 'too-large') return [];
	return outcome.awards.map(({ source, givenUnits }) => [source.index, givenUnits]);
}
