import type {
	Condition,
	Declaration,
	Missing,
	Name,
	ProgramDeclaration,
	ProgramSetting,
	RawClause,
	RuleClause,
	RuleDeclaration,
	Span,
	Tier,
	TierClause,
	TiersDeclaration,
} from '#grammar';
import { currencyCode } from '../check/points.ts';
import type { Compilation } from '../compile.ts';
import { unreachable } from '../domain/unreachable.ts';
import { ruleClauses } from '../vocabulary/clauses.ts';
import { programSettings, tierClauses } from '../vocabulary/declarations.ts';
import {
	plainText,
	proseOfCondition,
	summaryOfDates,
	summaryOfEffect,
	summaryOfFilter,
	summaryOfFormula,
	summaryOfLimit,
} from './prose/index.ts';
import { HOLE, numberText } from './prose/words.ts';

/** One entry of a document's outline. */
export interface OutlineSymbol {
	readonly kind: 'program' | 'setting' | 'tiers' | 'tier' | 'filter' | 'rule' | 'clause' | 'condition' | 'raw';
	/** Never empty: what has no name is called by its kind, or `…`. */
	readonly name: string;
	/** In few words what it says; may be empty. */
	readonly detail: string;
	readonly span: Span;
	/** What to go to and to mark; inside `span`. */
	readonly nameSpan: Span;
	/** A rule that is switched off. */
	readonly disabled: boolean;
	readonly children: readonly OutlineSymbol[];
}

/** The outline of a document: its declarations with their clauses, in the order of the text. */
export function documentSymbols({ document, source, symbols: { program } }: Compilation): OutlineSymbol[] {
	const words: Words = { source, currency: currencyCode(program) };
	return document.declarations.map((declaration) => symbolOf(declaration, words));
}

interface Words {
	readonly source: string;
	readonly currency: string | null;
}

function symbolOf(declaration: Declaration, words: Words): OutlineSymbol {
	switch (declaration.kind) {
		case 'program':
			return programSymbol(declaration, words);
		case 'tiers':
			return tiersSymbol(declaration, words);
		case 'filter':
			return named('filter', declaration, summaryOfFilter(declaration));
		case 'rule':
			return ruleSymbol(declaration, words);
		case 'raw':
			return rawSymbol(declaration);
		default:
			return unreachable(declaration);
	}
}

function programSymbol(program: ProgramDeclaration, words: Words): OutlineSymbol {
	const children = program.settings.map((setting) => settingSymbol(setting, words));
	return named('program', program, words.currency ?? '', children);
}

function settingSymbol(setting: ProgramSetting, { source }: Words): OutlineSymbol {
	if (setting.kind === 'raw') return rawSymbol(setting);
	const row = programSettings.find(({ kind }) => kind === setting.kind);
	const written = oneLine(source.slice(setting.span.start, setting.span.end));
	const detail = setting.kind === 'limit' ? summaryOfLimit(setting) : written.slice(row?.keyword.length ?? 0).trim();
	return entry('setting', row?.title ?? written, setting.span, { detail });
}

function tiersSymbol(tiers: TiersDeclaration, words: Words): OutlineSymbol {
	const detail = tiers.by.kind === 'word' ? `by ${tiers.by.text}` : HOLE;
	const children = tiers.tiers.map((tier) => (tier.kind === 'raw' ? rawSymbol(tier) : tierSymbol(tier, words)));
	return entry('tiers', 'Tiers', tiers.span, { detail, children });
}

function tierSymbol(tier: Tier, words: Words): OutlineSymbol {
	const detail = tier.from ? `from ${numberText(tier.from)} points` : '';
	return named(
		'tier',
		tier,
		detail,
		tier.clauses.map((clause) => tierClauseSymbol(clause, words)),
	);
}

function tierClauseSymbol(clause: TierClause, { source }: Words): OutlineSymbol {
	if (clause.kind === 'raw') return rawSymbol(clause);
	const row = tierClauses.find(({ kind }) => kind === clause.kind);
	const detail = clause.kind === 'earn' ? summaryOfFormula(clause.formula) : valueText(clause, source);
	return entry('clause', row?.title ?? clause.kind, clause.span, { detail });
}

function valueText(clause: Exclude<TierClause, { kind: 'earn' | 'raw' }>, source: string): string {
	const { start, end } = clause.kind === 'multiply' ? clause.factor.span : clause.color.span;
	return start === end ? HOLE : `${clause.kind === 'multiply' ? '× ' : ''}${source.slice(start, end)}`;
}

function ruleSymbol(rule: RuleDeclaration, words: Words): OutlineSymbol {
	const children = rule.clauses.map((clause) => clauseSymbol(clause, words));
	return { ...named('rule', rule, summaryOfEffect(rule), children), disabled: isDisabled(rule) };
}

/** Says whether a rule is switched off. */
export function isDisabled({ clauses }: RuleDeclaration): boolean {
	return clauses.some(
		(clause) => clause.kind === 'status' && clause.status.kind === 'word' && clause.status.text === 'disabled',
	);
}

function clauseSymbol(clause: RuleClause, words: Words): OutlineSymbol {
	if (clause.kind === 'raw') return rawSymbol(clause);
	const title = ruleClauses.find(({ kind }) => kind === clause.kind)?.title ?? clause.kind;
	if (clause.kind === 'when') {
		const children = clause.conditions.map((condition) => conditionSymbol(condition, words));
		return entry('clause', title, clause.span, { children });
	}
	return entry('clause', title, clause.span, { detail: clauseDetail(clause) });
}

function clauseDetail(clause: Exclude<RuleClause, { kind: 'when' | 'raw' }>): string {
	switch (clause.kind) {
		case 'about':
			return clause.text.kind === 'text' ? clause.text.text : HOLE;
		case 'status':
			return clause.status.kind === 'word' ? clause.status.text : HOLE;
		case 'active':
			return summaryOfDates(clause);
		case 'priority':
			return `${clause.negative ? '−' : ''}${numberText(clause.value)}`;
		case 'earn':
			return summaryOfFormula(clause.formula);
		case 'limit':
			return summaryOfLimit(clause);
		default:
			return unreachable(clause);
	}
}

function conditionSymbol(condition: Condition, { currency }: Words): OutlineSymbol {
	if (condition.kind === 'raw') return rawSymbol(condition);
	return entry('condition', plainText(proseOfCondition(condition, currency)), condition.span);
}

/** What could not be read is called by its first line. */
function rawSymbol({ text, span }: RawClause): OutlineSymbol {
	return entry('raw', oneLine(text).slice(0, 60) || HOLE, span);
}

function named(
	kind: 'program' | 'tier' | 'filter' | 'rule',
	{ name, span }: { readonly name: Name | Missing; readonly span: Span },
	detail: string,
	children: readonly OutlineSymbol[] = [],
): OutlineSymbol {
	const text = name.kind === 'name' && name.text.trim() !== '' ? name.text : HOLE;
	return { ...entry(kind, text, span, { detail, children }), nameSpan: name.kind === 'name' ? name.span : span };
}

function entry(
	kind: OutlineSymbol['kind'],
	name: string,
	span: Span,
	{ detail = '', children = [] }: Partial<Pick<OutlineSymbol, 'detail' | 'children'>> = {},
): OutlineSymbol {
	return { kind, name, detail, span, nameSpan: span, disabled: false, children };
}

function oneLine(text: string): string {
	return (text.split(/[\r\n]/, 1)[0] ?? '').trim();
}
