import { covers, type Problem, type Span } from '#grammar';
import { type Compilation, notRecordedYet } from '#compiler';

const found = new WeakMap<Compilation, readonly Problem[]>();

/**
 * What tests and the preview evaluate and the server cannot record yet, of some places of a text and of `constructs` anywhere in
 * it, each once. What nothing evaluates is a warning of its own.
 */
export function unrecordedIn(
	compilation: Compilation,
	spans: readonly Span[],
	constructs: readonly string[],
): readonly Problem[] {
	const all = found.get(compilation) ?? notRecordedYet(compilation);
	found.set(compilation, all);
	const own = all.filter(
		({ span, parts }) =>
			parts['isEvaluated'] === true &&
			(spans.some((each) => covers(each, span)) || constructs.some((each) => each === parts['construct'])),
	);
	return own.filter((problem, index) => own.findIndex(({ message }) => message === problem.message) === index);
}
