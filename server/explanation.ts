/** What a program says, in plain words: its tiers, filters and rules. */
import { compile } from '#compiler';
import { currencyOf, plainText, proseOfRule, summaryOfDates, summaryOfFilter, summaryOfFormula } from '#compiler/service';
import {
	covers,
	type Declaration,
	type FilterDeclaration,
	lineStarts,
	type Missing,
	type Name,
	overlaps,
	positionAt,
	type Problem,
	type RuleDeclaration,
	type Tier,
	type TiersDeclaration,
} from '#grammar';

/** A program in words. What has an error is named in `notExplained` and in nothing else. */
export interface Explanation {
	/** The program's name; null where there is none. */
	readonly program: string | null;
	readonly tiers: ExplainedTiers | null;
	readonly filters: readonly { readonly name: string; readonly counts: string }[];
	/** In the order of the text. */
	readonly rules: readonly ExplainedRule[];
	readonly notExplained: readonly { readonly what: string; readonly line: number }[];
	readonly errors: readonly Problem[];
}

export interface ExplainedTiers {
	/** What moves members: `lifetime points` or `hand`. */
	readonly by: string;
	readonly tiers: readonly {
		readonly name: string;
		/** The threshold in points: decimal text; null where people give the tier. */
		readonly from: string | null;
		/** What every purchase earns: `1.5 × Net total points`. */
		readonly earns: readonly string[];
		/** The factor on all points, as decimal text; null where there is none. */
		readonly multiplies: string | null;
	}[];
}

export interface ExplainedRule {
	readonly name: string;
	readonly status: 'enabled' | 'disabled';
	/** `1 January to 31 March 2026`; null where it has no dates. */
	readonly dates: string | null;
	readonly priority: number;
	/** The whole rule as one sentence. */
	readonly sentence: string;
}

/** Explains a program as far as it has no errors. */
export function explain(text: string): Explanation {
	const { document, problems } = compile(text);
	const errors = problems.filter(({ severity }) => severity === 'error');
	const isBroken = ({ kind, span }: Declaration) =>
		kind === 'raw' || errors.some((error) => overlaps(span, error.span) || covers(span, error.span));
	const [broken, sound] = [document.declarations.filter(isBroken), document.declarations.filter((each) => !isBroken(each))];
	const currency = currencyOf(document);
	const starts = lineStarts(text);
	const program = document.declarations.find((declaration) => declaration.kind === 'program');
	const tiers = sound.find((declaration) => declaration.kind === 'tiers');
	return {
		program: program?.name.kind === 'name' ? program.name.text : null,
		tiers: tiers ? explainedTiers(tiers) : null,
		filters: sound.filter((each) => each.kind === 'filter').map(explainedFilter),
		rules: sound.filter((each) => each.kind === 'rule').map((rule) => explainedRule(rule, currency)),
		notExplained: broken.map((each) => ({ what: whatIs(each), line: positionAt(starts, each.span.start).line })),
		errors,
	};
}

function explainedTiers({ by, tiers }: TiersDeclaration): ExplainedTiers {
	return {
		by: by.kind === 'word' ? by.text : '',
		tiers: tiers.filter((tier) => tier.kind === 'tier-declaration').map(explainedTier),
	};
}

function explainedTier({ name, from, clauses }: Tier): ExplainedTiers['tiers'][number] {
	const factor = clauses.find((clause) => clause.kind === 'multiply')?.factor;
	return {
		name: nameOf(name),
		from: from?.kind === 'number' ? from.digits : null,
		earns: clauses.filter((clause) => clause.kind === 'earn').map(({ formula }) => summaryOfFormula(formula)),
		multiplies: factor?.kind === 'number' ? factor.digits : null,
	};
}

function explainedFilter(filter: FilterDeclaration): { name: string; counts: string } {
	return { name: nameOf(filter.name), counts: summaryOfFilter(filter) };
}

function explainedRule(rule: RuleDeclaration, currency: string | null): ExplainedRule {
	const isOff = rule.clauses.some(
		(clause) => clause.kind === 'status' && clause.status.kind === 'word' && clause.status.text === 'disabled',
	);
	const active = rule.clauses.find((clause) => clause.kind === 'active');
	const priority = rule.clauses.find((clause) => clause.kind === 'priority');
	const value = priority?.value.kind === 'number' ? Number(priority.value.digits) : 0;
	return {
		name: nameOf(rule.name),
		status: isOff ? 'disabled' : 'enabled',
		dates: active ? summaryOfDates(active) : null,
		priority: priority?.negative && value !== 0 ? -value : value,
		sentence: plainText(proseOfRule(rule, currency)),
	};
}

/** `rule "Lunch rush"`, as one would look for it; of what could not be read, its first words. */
function whatIs(declaration: Declaration): string {
	if (declaration.kind === 'raw') return /^\S+(?:[^\S\r\n]+(?:"[^"\r\n]*"|[^\s{]+))?/.exec(declaration.text)?.[0] ?? '';
	if (declaration.kind === 'tiers') return 'tiers';
	return declaration.name.kind === 'name' ? `${declaration.kind} "${declaration.name.text}"` : declaration.kind;
}

function nameOf(name: Name | Missing): string {
	return name.kind === 'name' ? name.text : '';
}
