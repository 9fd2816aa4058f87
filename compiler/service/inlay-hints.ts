import { type Missing, type Name, type Node, type NumberLiteral, overlaps, type Span, walk } from '#grammar';
import { currencyCode } from '../check/points.ts';
import type { Compilation } from '../compile.ts';
import { epochDay, weekdayName } from '../domain/calendar.ts';
import type { Catalog } from '../domain/catalog.ts';
import { formatPoints } from '../domain/money.ts';
import type { AwardReason, Explanation, RuleTrace } from '../evaluate/outcome.ts';
import { describeWhyNot } from '../evaluate/words.ts';
import type { Plan } from '../plan/plan.ts';
import { currencyFor, type Speech, speechOf } from './prose/speech.ts';
import { type Said, saidInEnglish, says } from './says.ts';

/** A few words that an editor shows in the text without them being in it. */
export interface InlayHint {
	/** They stand behind this offset. */
	readonly offset: number;
	readonly label: string;
	/**
	 * `name`: what an id is called. `unit`: what a number counts. `day`: the day of the week of a date. `value`: what a
	 * percentage is as a number. `points`: what a sample receipt earns.
	 */
	readonly kind: 'name' | 'unit' | 'day' | 'value' | 'points';
	/** One sentence more; null where there is none. */
	readonly tooltip: string | null;
	/** The same as data. */
	readonly says: HintSays;
}

/** What a hint says, for other languages than English. */
export interface HintSays {
	/** Null where the label is a name or a number. */
	readonly label: Said | null;
	/** Null where the tooltip is a name, or says why a rule gave nothing. */
	readonly tooltip: Said | null;
	/** The rule of which the tooltip says why it gave nothing. */
	readonly whyNot: RuleTrace | null;
}

const AS_IT_IS: HintSays = { label: null, tooltip: null, whyNot: null };

/** What hints may be taken from besides the text. */
export interface HintSources {
	readonly catalog?: Catalog | null;
	/** What a sample receipt earns under the compilation's healthy plan. */
	readonly explanation?: Explanation | null;
	/** The stretch that is looked at; the rest of a long program then costs nothing. Everything where absent. */
	readonly within?: Span | null;
}

/**
 * The hints of a text, in its order: names of stores and items, the currency of amounts, the day of the week of dates, the value
 * of percentages, the points of a sample.
 */
export function inlayHints(compilation: Compilation, sources: HintSources = {}): InlayHint[] {
	const { catalog = null, explanation = null, within = null } = sources;
	const { document, healthyPlan } = compilation;
	const context: Context = {
		names: catalog ? namesOfCatalog(catalog) : null,
		speech: { ...speechOf(document), currency: currencyCode(compilation.symbols.program) },
	};
	const hints: InlayHint[] = [];
	for (const declaration of document.declarations) {
		if (within && !overlaps(declaration.span, within)) continue;
		walk(declaration, (node, parents) => {
			hints.push(...nameHints(node, context), ...unitHints(node, context), ...valueHints(node, parents.at(-1)));
		});
	}
	if (explanation && healthyPlan) hints.push(...pointHints(compilation, healthyPlan, explanation));
	return hints
		.filter(({ offset }) => !within || (within.start <= offset && offset <= within.end))
		.sort((a, b) => a.offset - b.offset);
}

interface Context {
	readonly names: CatalogNames | null;
	readonly speech: Speech;
}

interface CatalogNames {
	readonly stores: ReadonlyMap<string, Catalog['stores'][number]>;
	readonly items: ReadonlyMap<string, Catalog['items'][number]>;
}

function namesOfCatalog({ stores, items }: Catalog): CatalogNames {
	return {
		stores: new Map(stores.map((store) => [store.id, store])),
		items: new Map(items.map((item) => [item.sku, item])),
	};
}

function nameHints(node: Node, { names }: Context): InlayHint[] {
	if (!names) return [];
	if (node.kind === 'store-ref' && node.by === 'store' && node.name.kind === 'name') {
		const { text, span } = node.name;
		const store = names.stores.get(text);
		return store ? nameHint(span, text, store.name, store.city) : [];
	}
	const codes =
		node.kind === 'test-line' ? [node.item] : node.kind === 'selector' && node.by.text === 'item' ? node.names : [];
	return codes.flatMap((name) => {
		const item = name.kind === 'name' ? names.items.get(name.text) : undefined;
		return item ? nameHint(name.span, item.sku, item.name, item.category) : [];
	});
}

function nameHint({ end }: Span, id: string, name: string, tooltip: string | null): InlayHint[] {
	return name === '' || name === id ? [] : [{ offset: end, label: name, kind: 'name', tooltip, says: AS_IT_IS }];
}

/** The currency behind amounts of money; of two, behind the second. */
function unitHints(node: Node, { speech }: Context): InlayHint[] {
	if (node.kind === 'spend') return amountHint(lastNumber(node.test), node.filter, speech);
	if (node.kind === 'every-step') return amountHint(node.step, node.filter, speech);
	if (node.kind === 'filter') return [node.above, node.upTo].flatMap((bound) => amountHint(bound, node.name, speech));
	const isMoney = node.kind === 'member-fact' && node.fact.kind === 'word' && node.fact.text === 'lifetime spend';
	return isMoney ? unitHint(lastNumber(node.test), speech.currency) : [];
}

/** The currency behind an amount of a cart filter, unless the filter counts something else. */
function amountHint(number: NumberLiteral | Missing | undefined, filter: Name | Missing, speech: Speech): InlayHint[] {
	return filter.kind === 'name' ? unitHint(number, currencyFor(filter.text, speech)) : [];
}

function lastNumber(test: Extract<Node, { readonly kind: 'comparison' | 'between' | 'missing' }>): NumberLiteral | Missing {
	if (test.kind === 'missing') return test;
	return test.kind === 'between' ? test.high : test.value;
}

function unitHint(number: NumberLiteral | Missing | undefined, currency: string | null): InlayHint[] {
	if (number?.kind !== 'number' || currency === null) return [];
	return [{ offset: number.span.end, label: currency, kind: 'unit', tooltip: null, says: AS_IT_IS }];
}

/** The day of the week of a moment, and what a percentage in a formula is as a number. */
function valueHints(node: Node, parent: Node | undefined): InlayHint[] {
	if (node.kind === 'moment') {
		const label = weekdayName(epochDay(node.date));
		const said = { ...AS_IT_IS, label: says(label) };
		return [{ offset: node.date.span.end, label, kind: 'day', tooltip: null, says: said }];
	}
	if (node.kind !== 'number' || !node.percent || parent?.kind === 'at-most') return [];
	return [{ offset: node.span.end, label: `= ${hundredth(node.digits)}`, kind: 'value', tooltip: null, says: AS_IT_IS }];
}

/** A decimal divided by 100, exactly: `7.5` gives `0.075`. */
function hundredth(digits: string): string {
	const [whole = '', decimals = ''] = digits.split('.');
	const padded = whole.padStart(3, '0');
	const fraction = (padded.slice(-2) + decimals).replace(/0+$/, '');
	const integer = padded.slice(0, -2).replace(/^0+(?=\d)/, '');
	return fraction === '' ? integer : `${integer}.${fraction}`;
}

function pointHints({ document, healthyRules, symbols }: Compilation, plan: Plan, explanation: Explanation): InlayHint[] {
	const tiers = explanation.awards.flatMap(({ source, ...award }): InlayHint[] => {
		const tier = source.kind === 'tier' ? symbols.tierByName.get(source.name) : undefined;
		return tier ? pointHint(tier.clauses, pointsSaid(award, plan), says('What the tier earns for the sample.')) : [];
	});
	const rules = explanation.rules.flatMap((trace): InlayHint[] => {
		const rule = document.declarations[healthyRules[trace.index] ?? -1];
		if (rule?.kind !== 'rule') return [];
		const award = explanation.awards.find(({ source }) => source.kind === 'rule' && source.index === trace.index);
		return award
			? pointHint(rule.clauses, pointsSaid(award, plan), says('What the rule earns for the sample.'))
			: pointHint(rule.clauses, says('no points'), { trace, words: describeWhyNot(plan, trace) });
	});
	return [...tiers, ...rules];
}

/** A hint behind the last earn of a list of clauses. */
function pointHint(
	clauses: readonly Node[],
	label: Said,
	tooltip: Said | { readonly trace: RuleTrace; readonly words: string | null },
): InlayHint[] {
	const earn = clauses.findLast(({ kind }) => kind === 'earn');
	if (!earn) return [];
	const isReason = 'trace' in tooltip;
	const said = { label, tooltip: isReason ? null : tooltip, whyNot: isReason ? tooltip.trace : null };
	const words = isReason ? tooltip.words : saidInEnglish([tooltip]);
	return [{ offset: earn.span.end, label: saidInEnglish([label]), kind: 'points', tooltip: words, says: said }];
}

function pointsSaid({ givenUnits, cutBy }: Omit<AwardReason, 'source'>, { program }: Plan): Said {
	const shown = formatPoints(givenUnits, program.pointDecimals);
	const points = says('some points', { count: Number(shown), shown });
	return says('points of the sample', { points, cut: cutBy === null ? undefined : says(cutBy) });
}
