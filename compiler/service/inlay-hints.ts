import { type Node, type Span, walk } from '#grammar';
import { currencyCode } from '../check/points.ts';
import type { Compilation } from '../compile.ts';
import type { Catalog } from '../domain/catalog.ts';
import { formatPoints } from '../domain/money.ts';
import type { AwardReason, Explanation } from '../evaluate/outcome.ts';
import { describeWhyNot } from '../evaluate/words.ts';
import type { Plan } from '../plan/plan.ts';

/** A few words that an editor shows in the text without them being in it. */
export interface InlayHint {
	/** They stand behind this offset. */
	readonly offset: number;
	readonly label: string;
	/** `name`: what an id is called. `unit`: what a number counts. `points`: what a sample receipt earns. */
	readonly kind: 'name' | 'unit' | 'points';
	/** One sentence more; null where there is none. */
	readonly tooltip: string | null;
}

/** What hints may be taken from besides the text. */
export interface HintSources {
	readonly catalog?: Catalog | null;
	/** What a sample receipt earns under the compilation's healthy plan. */
	readonly explanation?: Explanation | null;
}

/** The hints of a text, in its order: names of stores and items, the currency of amounts, the points of a sample. */
export function inlayHints(compilation: Compilation, { catalog = null, explanation = null }: HintSources = {}): InlayHint[] {
	const { document, symbols } = compilation;
	const hints: InlayHint[] = [];
	const currency = currencyCode(symbols.program);
	walk(document, (node) => {
		if (catalog) hints.push(...nameHints(node, catalog));
		if (currency !== null) hints.push(...unitHints(node, currency));
	});
	const { healthyPlan } = compilation;
	if (explanation && healthyPlan) hints.push(...pointHints(compilation, healthyPlan, explanation));
	return hints.sort((a, b) => a.offset - b.offset);
}

function nameHints(node: Node, { stores, items }: Catalog): InlayHint[] {
	if (node.kind === 'store-ref' && node.by === 'store' && node.name.kind === 'name') {
		const { text, span } = node.name;
		const store = stores.find(({ id }) => id === text);
		return store ? nameHint(span, text, store.name, store.city) : [];
	}
	if (node.kind !== 'selector' || node.by.text !== 'item') return [];
	return node.names.flatMap((name) => {
		const item = name.kind === 'name' ? items.find(({ sku }) => sku === name.text) : undefined;
		return item ? nameHint(name.span, item.sku, item.name, item.category) : [];
	});
}

function nameHint({ end }: Span, id: string, name: string, tooltip: string | null): InlayHint[] {
	return name === '' || name === id ? [] : [{ offset: end, label: name, kind: 'name', tooltip }];
}

function unitHints(node: Node, currency: string): InlayHint[] {
	if (node.kind !== 'spend' || node.test.kind === 'missing') return [];
	const amount = node.test.kind === 'between' ? node.test.high : node.test.value;
	return amount.kind === 'number' ? [{ offset: amount.span.end, label: currency, kind: 'unit', tooltip: null }] : [];
}

function pointHints({ document, healthyRules, symbols }: Compilation, plan: Plan, explanation: Explanation): InlayHint[] {
	const tiers = explanation.awards.flatMap(({ source, ...award }): InlayHint[] => {
		const tier = source.kind === 'tier' ? symbols.tierByName.get(source.name) : undefined;
		return tier ? pointHint(tier.clauses, pointsText(award, plan), 'What the tier earns for the sample.') : [];
	});
	const rules = explanation.rules.flatMap((trace): InlayHint[] => {
		const rule = document.declarations[healthyRules[trace.index] ?? -1];
		if (rule?.kind !== 'rule') return [];
		const award = explanation.awards.find(({ source }) => source.kind === 'rule' && source.index === trace.index);
		return award
			? pointHint(rule.clauses, pointsText(award, plan), 'What the rule earns for the sample.')
			: pointHint(rule.clauses, 'no points', describeWhyNot(plan, trace));
	});
	return [...tiers, ...rules];
}

/** A hint behind the last earn of a list of clauses. */
function pointHint(clauses: readonly Node[], label: string, tooltip: string | null): InlayHint[] {
	const earn = clauses.findLast(({ kind }) => kind === 'earn');
	return earn ? [{ offset: earn.span.end, label, kind: 'points', tooltip }] : [];
}

function pointsText({ givenUnits, cutBy }: Omit<AwardReason, 'source'>, { program }: Plan): string {
	const points = formatPoints(givenUnits, program.pointDecimals);
	return `≈ ${points} ${points === '1' ? 'point' : 'points'}${cutBy === null ? '' : `, cut by the ${cutBy}`}`;
}
