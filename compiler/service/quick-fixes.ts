import { mapOffset, overlaps, phrase, type Problem, type Span, type TextEdit, titled, type Titled } from '#grammar';
import type { CheckOptions } from '../check/check.ts';
import type { Compilation } from '../compile.ts';
import { afterEdits } from './after-edits.ts';
import { refactoringsAt } from './refactorings.ts';
import { type Proposal, repairsOf } from './repairs.ts';

/** A change that an editor offers where the caret is. */
export interface OfferedChange extends Titled {
	/**
	 * `fix`: it solves a problem. `fix all`: it solves all of a kind. `refactor`: it changes what the program says because
	 * somebody wants so.
	 */
	readonly kind: 'fix' | 'fix all' | 'refactor';
	readonly edits: readonly TextEdit[];
	/** The problem that is gone afterwards; null for a refactoring. */
	readonly solves: Problem | null;
	/** The mechanical one: what was almost certainly meant. */
	readonly preferred: boolean;
}

/** Each fix is tried by reading the whole text again, so of a long stretch only the first problems are looked at. */
const MOST_PROBLEMS = 20;

/**
 * What can be done about a stretch of the text: fixes of the problems that touch it, then what may be wished for there. Each
 * has been tried: a fix makes its problem go away, and nothing that it writes itself brings a new error. `options` are those
 * of the compilation.
 */
export function quickFixes(compilation: Compilation, span: Span, options: CheckOptions = {}): OfferedChange[] {
	const problems = compilation.problems.filter((problem) => touches(problem.span, span)).slice(0, MOST_PROBLEMS);
	const fixes = problems.flatMap((problem) => fixesOf(compilation, problem, options));
	const codes = [...new Set(problems.flatMap(({ code, fix }) => (fix ? [code] : [])))];
	const all = codes.flatMap((code) => {
		const isSame = ({ code: other, fix }: Problem) => other === code && fix !== undefined;
		const count = numberOf(compilation, isSame);
		return count < 2 ? [] : (fixAll(compilation, isSame, options) ?? []);
	});
	const changes = refactoringsAt(compilation, span).map((proposal): OfferedChange => {
		return { ...proposal, kind: 'refactor', solves: null, preferred: false };
	});
	return [...withoutRepeats(fixes), ...all, ...changes];
}

/**
 * The mechanical fixes of several problems at once: of those that `isWanted` chooses, of all where it is left out. Null where
 * none has one, or where together they do more than solve them.
 */
export function fixAll(
	compilation: Compilation,
	isWanted: (problem: Problem) => boolean = () => true,
	options: CheckOptions = {},
): OfferedChange | null {
	const edits: TextEdit[] = [];
	const chosen: Problem[] = [];
	for (const problem of compilation.problems.filter(isWanted)) {
		const { fix } = problem;
		const isFree = fix?.edits.every(({ span }) => !edits.some((other) => collides(other.span, span)));
		if (!fix || !isFree) continue;
		edits.push(...fix.edits);
		chosen.push(problem);
	}
	if (chosen.length === 0) return null;
	const after = afterEdits(compilation, edits, options);
	if (chosen.some((problem) => isStillThere(compilation, after, problem, edits))) return null;
	const says = chosen.length === 1 ? phrase('Solve it') : phrase('solve all', { count: chosen.length });
	return { ...titled(says), kind: 'fix all', edits, solves: null, preferred: false };
}

/** Two edits at one place would depend on their order. */
function collides(a: Span, b: Span): boolean {
	return overlaps(a, b) || a.start === b.start;
}

function fixesOf(compilation: Compilation, problem: Problem, options: CheckOptions): OfferedChange[] {
	const given: Proposal[] = problem.fix ? [problem.fix] : [];
	const tried = given.filter((proposal) => solves(compilation, proposal, problem, options, 'may show others'));
	const repairs = repairsOf(problem, compilation, options.catalog ?? null).filter((proposal) =>
		solves(compilation, proposal, problem, options, 'no new errors'),
	);
	return [...tried, ...repairs].map((proposal, index) => ({
		...proposal,
		kind: 'fix',
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
	const after = afterEdits(before, edits, options);
	if (isStillThere(before, after, problem, edits)) return false;
	return others === 'may show others' || numberOf(after, isError) <= numberOf(before, isError);
}

/** Says whether edits that should solve a problem left it where it was. */
function isStillThere(before: Compilation, after: Compilation, problem: Problem, edits: readonly TextEdit[]): boolean {
	// With a word added a problem of the same kind can come into sight about the word after it.
	const isSame = ({ code, message }: Problem) => code === problem.code && message === problem.message;
	const place = { start: mapOffset(problem.span.start, edits), end: mapOffset(problem.span.end, edits) };
	const isThere = after.problems.some((other) => isSame(other) && touches(other.span, place));
	// Two problems of a kind can have one place, and where one is gone the next of its clause can come into sight.
	return isThere && numberOf(after, isSame) >= numberOf(before, isSame);
}

function numberOf({ problems }: Compilation, matches: (problem: Problem) => boolean): number {
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
