import { applyEdits, mapOffset, type Problem, type RuleDeclaration, type Span, type TextEdit } from '#grammar';
import type { CheckOptions } from '../check/check.ts';
import { type Compilation, compile } from '../compile.ts';
import { planOperation } from '../edits/plan.ts';
import { type Proposal, repairsOf } from './repairs.ts';
import { isDisabled } from './symbols.ts';

/** A change that an editor offers where the caret is. */
export interface OfferedChange {
	readonly title: string;
	/** `fix`: it solves a problem. `refactor`: it changes what the program says because somebody wants so. */
	readonly kind: 'fix' | 'refactor';
	readonly edits: readonly TextEdit[];
	/** The problem that is gone afterwards; null for a refactoring. */
	readonly solves: Problem | null;
	/** The mechanical one: what was almost certainly meant. */
	readonly preferred: boolean;
}

/** Each fix is tried by reading the whole text again, so of a long stretch only the first problems are looked at. */
const MOST_PROBLEMS = 20;

/**
 * What can be done about a stretch of the text: fixes of the problems that touch it, then changes of the rule whose head it
 * touches. Each has been tried: a fix makes its problem go away, and nothing that it writes itself brings a new error.
 * `options` are those of the compilation.
 */
export function quickFixes(compilation: Compilation, span: Span, options: CheckOptions = {}): OfferedChange[] {
	const fixes = compilation.problems
		.filter((problem) => touches(problem.span, span))
		.slice(0, MOST_PROBLEMS)
		.flatMap((problem) => fixesOf(compilation, problem, options));
	return [...withoutRepeats(fixes), ...refactorings(compilation, span)];
}

function fixesOf(compilation: Compilation, problem: Problem, options: CheckOptions): OfferedChange[] {
	const given: Proposal[] = problem.fix ? [problem.fix] : [];
	const tried = given.filter((proposal) => solves(compilation, proposal, problem, options, 'may show others'));
	const repairs = repairsOf(problem, compilation, options.catalog ?? null).filter((proposal) =>
		solves(compilation, proposal, problem, options, 'no new errors'),
	);
	return [...tried, ...repairs].map(({ title, edits }, index) => ({
		title,
		kind: 'fix',
		edits,
		solves: problem,
		preferred: index === 0 && tried.length > 0,
	}));
}

/**
 * Says whether edits make a problem go away. A clause that can be read for the first time may show problems that nobody saw
 * before; anything else may not bring a new error.
 */
function solves(
	before: Compilation,
	{ edits }: Proposal,
	problem: Problem,
	options: CheckOptions,
	others: 'may show others' | 'no new errors',
): boolean {
	if (edits.length === 0) return false;
	const after = compile(applyEdits(before.source, edits), options);
	const isSame = ({ code }: Problem) => code === problem.code;
	const place = { start: mapOffset(problem.span.start, edits), end: mapOffset(problem.span.end, edits) };
	const isThere = after.problems.some((other) => isSame(other) && touches(other.span, place));
	// Two problems of a kind can have one place, and where one is gone the next of its clause can come into sight.
	if (isThere && count(after, isSame) >= count(before, isSame)) return false;
	return others === 'may show others' || count(after, isError) <= count(before, isError);
}

function count({ problems }: Compilation, matches: (problem: Problem) => boolean): number {
	return problems.filter(matches).length;
}

function isError({ severity }: Problem): boolean {
	return severity === 'error';
}

/** A caret touches what it stands in, before and behind. */
function touches(a: Span, b: Span): boolean {
	return a.start <= b.end && b.start <= a.end;
}

function withoutRepeats(fixes: readonly OfferedChange[]): OfferedChange[] {
	const seen = new Set<string>();
	return fixes.filter(({ title, edits }) => {
		const key = JSON.stringify([title, edits]);
		return !seen.has(key) && seen.add(key);
	});
}

/** Changes of the rule whose head the stretch touches. */
function refactorings({ source, document }: Compilation, span: Span): OfferedChange[] {
	const isThere = (rule: RuleDeclaration) => touches({ start: rule.span.start, end: rule.name.span.end }, span);
	const declaration = document.declarations.findIndex((candidate) => candidate.kind === 'rule' && isThere(candidate));
	const rule = document.declarations[declaration];
	if (rule?.kind !== 'rule') return [];
	const [title, text] = isDisabled(rule) ? ['Enable the rule', 'status enabled'] : ['Disable the rule', 'status disabled'];
	const planned = planOperation(source, document, { kind: 'set-clause', declaration, clause: 'status', text });
	return planned.ok ? [{ title, kind: 'refactor', edits: planned.edits, solves: null, preferred: false }] : [];
}
