import { phrase, type Phrase, type ProblemExtra, relatedAt, type RuleDeclaration, several } from '#grammar';
import { type Boxes, factsOf, intersect, intersectAll, type ProgramAxes, type Term } from '../../analyse/index.ts';
import type { CheckContext } from '../report.ts';
import { describeLimits, quoted } from './words.ts';

/**
 * A smallest set of terms that exclude one another, in the order of the text: one that can never hold by itself, or two, or as
 * many as it takes. Null where all may hold at once.
 */
export function conflictOf(all: readonly Term[]): readonly Term[] | null {
	const alone = all.find(({ boxes }) => boxes.length === 0);
	if (alone) return [alone];
	const terms = meetingTerms(all);
	const met = intersectAll(terms.map(({ boxes }) => boxes));
	if (met && met.length > 0) return null;
	const pair = conflictingPair(terms);
	if (pair || !met) return pair;
	// What stays when each term that is not needed has been taken away.
	return terms.reduce<readonly Term[]>((kept, term) => {
		const without = kept.filter((other) => other !== term);
		return isImpossible(without) ? without : kept;
	}, terms);
}

/** The terms that share a fact with another one: what stands alone on its facts excludes nothing. */
function meetingTerms(terms: readonly Term[]): readonly Term[] {
	const counts = new Map<string, number>();
	const facts = terms.map(({ boxes }) => factsOf(boxes));
	for (const fact of facts.flatMap((each) => [...each])) counts.set(fact, (counts.get(fact) ?? 0) + 1);
	return terms.filter((_, index) => [...(facts[index] ?? [])].some((fact) => (counts.get(fact) ?? 0) > 1));
}

function conflictingPair(terms: readonly Term[]): readonly Term[] | null {
	for (const [index, later] of terms.entries()) {
		const earlier = terms.slice(0, index).find((term) => isNothing(intersect(term.boxes, later.boxes)));
		if (earlier) return [earlier, later];
	}
	return null;
}

function isImpossible(terms: readonly Term[]): boolean {
	return isNothing(intersectAll(terms.map(({ boxes }) => boxes)));
}

function isNothing(boxes: Boxes | null): boolean {
	return boxes?.length === 0;
}

/** Says whether a condition by itself can never hold, so that nothing further is worth saying of its list. */
export function isAbsurd(conflict: readonly Term[]): boolean {
	return conflict.length === 1;
}

/** Reports a rule that can never award at the last of the terms that exclude one another. */
export function reportNever(
	{ name, clauses }: RuleDeclaration,
	conflict: readonly Term[],
	axes: ProgramAxes,
	context: CheckContext,
): void {
	const last = conflict.at(-1);
	// Dates outside those of the campaign have a problem of their own.
	if (!last || name.kind === 'missing' || conflict.every(({ what }) => what !== 'condition')) return;
	const others = conflict.slice(0, -1);
	const verb = clauses.some(({ kind }) => kind === 'earn') ? 'award' : 'act';
	const why = others.length === 0 ? aloneWords(last, axes, context) : togetherWords(others, last);
	const [first] = others;
	const extra: ProblemExtra = first ? { related: relatedAt(first.span, relatedWords(first, others.length)) } : {};
	context.report('never-awards', last.span, { name: name.text, verb, why }, extra);
}

function aloneWords(term: Term, axes: ProgramAxes, context: CheckContext): Phrase {
	const since = (term.condition && describeLimits(term.condition, axes, context)) ?? undefined;
	return phrase('can never hold', { term: termWords(term), since });
}

function togetherWords(others: readonly Term[], last: Term): Phrase {
	const [only, ...more] = others;
	const terms = several('and', [...others, last].map(termWords));
	if (more.length > 0) return phrase('never come together', { terms });
	if (only && only.what !== 'condition') {
		return phrase('never falls within', { term: termWords(last), dates: termWords(only) });
	}
	return phrase('exclude one another', { terms });
}

function termWords({ what, condition }: Term): string | Phrase {
	if (what === 'campaign dates') return phrase('the dates of its campaign');
	return condition ? quoted(condition) : phrase('its dates');
}

function relatedWords({ what }: Term, count: number): Phrase {
	if (what === 'campaign dates') return phrase('The dates of the campaign are here.');
	if (what === 'dates') return phrase('The dates of the rule are here.');
	return phrase(count > 1 ? 'The first of them is here.' : 'This excludes it.');
}
