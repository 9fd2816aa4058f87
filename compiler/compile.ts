import { type Declaration, type Document, overlaps, parse, type Problem, type RuleDeclaration, walk } from '#grammar';
import { type CheckOptions, check } from './check/check.ts';
import { isBuiltInFilter, type Symbols } from './check/symbols.ts';
import { lower } from './plan/lower.ts';
import type { Plan } from './plan/plan.ts';

/** A text, read and checked. */
export interface Compilation {
	readonly source: string;
	readonly document: Document;
	readonly symbols: Symbols;
	/** In the order of the text. */
	readonly problems: readonly Problem[];
	/** What the program means; null while there is any error. This is what is published. */
	readonly plan: Plan | null;
	/**
	 * The same without the rules that have an error, for previews while somebody types; null while the program's head or its
	 * tiers have one. Never evaluate anything that counts with it.
	 */
	readonly healthyPlan: Plan | null;
	/** Indexes into the document's declarations of the rules that {@link healthyPlan} holds, in the plan's order. */
	readonly healthyRules: readonly number[];
}

/** Reads, checks and lowers a program. Never throws: what is wrong is in `problems`. */
export function compile(source: string, options: CheckOptions = {}): Compilation {
	const { document, problems: readingProblems } = parse(source);
	const { symbols, problems: checkProblems } = check(source, document, options);
	const problems = [...readingProblems, ...checkProblems].sort(
		(a, b) => a.span.start - b.span.start || a.span.end - b.span.end,
	);
	const errors = problems.filter((problem) => problem.severity === 'error');
	const healthy = healthyParts(document, errors);
	const healthyPlan = healthy && lower(withFilters(symbols, healthy.filters), healthy.rules);
	const healthyRules = (healthy?.rules ?? []).map((rule) => document.declarations.indexOf(rule));
	return { source, document, symbols, problems, plan: errors.length === 0 ? healthyPlan : null, healthyPlan, healthyRules };
}

interface HealthyParts {
	readonly filters: ReadonlySet<string>;
	readonly rules: readonly RuleDeclaration[];
}

/** The filters and rules without an error of their own or of a filter they use; null when the program itself has one. */
function healthyParts(document: Document, errors: readonly Problem[]): HealthyParts | null {
	const broken = (declaration: Declaration) =>
		declaration.kind === 'raw' || errors.some(({ span }) => touches(declaration, span));
	const program = document.declarations.find((declaration) => declaration.kind === 'program');
	const filters = new Set<string>();
	const rules: RuleDeclaration[] = [];
	if (!program) return null;
	for (const declaration of document.declarations) {
		if (declaration.kind === 'filter') {
			if (declaration.name.kind === 'name' && !broken(declaration)) filters.add(declaration.name.text);
		} else if (declaration.kind === 'program' || declaration.kind === 'tiers') {
			if (broken(declaration)) return null;
		}
	}
	const tiers = document.declarations.find((declaration) => declaration.kind === 'tiers');
	if (tiers && !usesOnly(tiers, filters)) return null;
	for (const declaration of document.declarations) {
		if (declaration.kind === 'rule' && !broken(declaration) && usesOnly(declaration, filters)) rules.push(declaration);
	}
	return { filters, rules };
}

function touches(declaration: Declaration, { start, end }: Problem['span']): boolean {
	// A problem about something missing has an empty span; it lies at the edge of what it concerns.
	if (start === end) return declaration.span.start <= start && start <= declaration.span.end;
	return overlaps(declaration.span, { start, end });
}

function usesOnly(declaration: Declaration, filters: ReadonlySet<string>): boolean {
	let known = true;
	walk(declaration, (node) => {
		const name = node.kind === 'filter-ref' ? node.name : node.kind === 'spend' ? node.filter : null;
		if (name?.kind === 'name' && !filters.has(name.text) && !isBuiltInFilter(name.text)) known = false;
	});
	return known;
}

function withFilters(symbols: Symbols, kept: ReadonlySet<string>): Symbols {
	return { ...symbols, filterNames: symbols.filterNames.filter((name) => isBuiltInFilter(name) || kept.has(name)) };
}
