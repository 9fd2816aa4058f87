import { type Document, type Problem, walk } from '#grammar';
import type { LocalDate } from '../domain/calendar.ts';
import type { Catalog } from '../domain/catalog.ts';
import { checkFilter } from './filters.ts';
import { programCurrencyDecimals } from './points.ts';
import { checkProgram } from './program.ts';
import { type CheckContext, reportInto } from './report.ts';
import { checkRule } from './rules.ts';
import { collectSymbols, type Symbols } from './symbols.ts';
import { checkTiers } from './tiers.ts';

/** What the checker may know besides the text. */
export interface CheckOptions {
	/** Stores and items; names are checked against it where it is given. */
	readonly catalog?: Catalog | null;
	/** Today in the program's timezone; without it nothing is said of rules whose dates are over. */
	readonly today?: LocalDate | null;
}

/** Finds what is wrong with a program that could be read: names, numbers, dates, formulas. Problems are in no particular order. */
export function check(
	source: string,
	document: Document,
	options: CheckOptions,
): { readonly symbols: Symbols; readonly problems: readonly Problem[] } {
	const problems: Problem[] = [];
	const { symbols, duplicates } = collectSymbols(document);
	const context: CheckContext = {
		source,
		symbols,
		catalog: options.catalog ?? null,
		today: options.today ?? null,
		currencyDecimals: programCurrencyDecimals(symbols.program),
		report: reportInto(problems),
	};
	for (const { noun, name, first } of duplicates) {
		const related = { span: first, message: `The first ${noun} of this name is here.` };
		context.report('duplicate-name', name.span, { noun, name: name.text }, { related });
	}
	checkProgram(document, context);
	checkTiers(context);
	for (const declaration of document.declarations) {
		if (declaration.kind === 'filter') checkFilter(declaration, context);
		else if (declaration.kind === 'rule') checkRule(declaration, context);
	}
	checkUnusedFilters(document, context);
	return { symbols, problems };
}

function checkUnusedFilters(document: Document, context: CheckContext): void {
	const used = new Set<string>();
	let unreadable = false;
	for (const declaration of document.declarations) {
		walk(declaration, (node) => {
			if (node.kind === 'filter-ref') used.add(node.name.text);
			else if (node.kind === 'spend' && node.filter.kind === 'name') used.add(node.filter.text);
			else if (node.kind === 'raw') unreadable = true;
		});
	}
	// A clause that cannot be read may be the one that uses it.
	if (unreadable) return;
	for (const [name, filter] of context.symbols.filters) {
		if (!used.has(name)) context.report('unused-filter', filter.name.span, { name });
	}
}
