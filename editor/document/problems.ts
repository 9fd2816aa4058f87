import type { Problem, Span } from '#grammar';

/** The problems inside a stretch of the text; those of empty spans count at both its ends. */
export function problemsIn(span: Span, problems: readonly Problem[]): Problem[] {
	return problems.filter((problem) => {
		const { start, end } = problem.span;
		return start === end ? span.start <= start && start <= span.end : start < span.end && span.start < end;
	});
}

/** How many are errors and how many warnings. */
export function countSeverities(problems: readonly Problem[]): { readonly errors: number; readonly warnings: number } {
	const errors = problems.filter((problem) => problem.severity === 'error').length;
	return { errors, warnings: problems.length - errors };
}

/**
 * The problem after (1) or before (-1) an offset, round the end of the text; null where there are none. One that begins at
 * the offset is not the next one, so that repeating the key moves on.
 */
export function problemFrom(problems: readonly Problem[], offset: number, direction: 1 | -1): Problem | null {
	if (problems.length === 0) return null;
	const sorted = [...problems].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
	if (direction === 1) return sorted.find((problem) => problem.span.start > offset) ?? sorted[0] ?? null;
	return sorted.findLast((problem) => problem.span.start < offset) ?? sorted.at(-1) ?? null;
}
