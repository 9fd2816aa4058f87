import type {
	Condition,
	Declaration,
	ExpiryClause,
	Level,
	Missing,
	Name,
	Node,
	ProgramSetting,
	RedemptionClause,
	RuleClause,
	RuleDeclaration,
	CampaignClause,
	Span,
	TestClause,
	Tier,
	TierClause,
} from '#grammar';
import { currencyCode } from '../check/points.ts';
import type { Compilation } from '../compile.ts';
import { unreachable } from '../domain/unreachable.ts';
import { openingRows } from './completion/rows.ts';
import {
	plainText,
	proseOfCondition,
	type Speech,
	speechOf,
	summaryOfDates,
	summaryOfEarn,
	summaryOfEffect,
	summaryOfFilter,
	summaryOfLimit,
} from './prose/index.ts';
import { HOLE, numberText } from './prose/words.ts';

/** One entry of a document's outline. */
export interface OutlineSymbol {
	readonly kind:
		| 'program'
		| 'setting'
		| 'tiers'
		| 'tier'
		| 'segment'
		| 'attribute'
		| 'filter'
		| 'exclusive set'
		| 'campaign'
		| 'rule'
		| 'redemption'
		| 'expiry'
		| 'test'
		| 'clause'
		| 'condition'
		| 'raw';
	/** Never empty: what has no name is called by its kind, or `…`. */
	readonly name: string;
	/** In few words what it says; may be empty. */
	readonly detail: string;
	readonly span: Span;
	/** What to go to and to mark; inside `span`. */
	readonly nameSpan: Span;
	/** A rule or a campaign that is switched off. */
	readonly disabled: boolean;
	readonly children: readonly OutlineSymbol[];
}

/** The outline of a document: its declarations with their clauses, in the order of the text. */
export function documentSymbols({ document, source, symbols: { program } }: Compilation): OutlineSymbol[] {
	const words: Words = { source, currency: currencyCode(program), speech: speechOf(document) };
	return document.declarations.map((declaration) => symbolOf(declaration, words));
}

interface Words {
	readonly source: string;
	readonly currency: string | null;
	readonly speech: Speech;
}

function symbolOf(declaration: Declaration, words: Words): OutlineSymbol {
	switch (declaration.kind) {
		case 'program':
			return named('program', declaration, words.currency ?? '', clausesOf(declaration.settings, 'program', words));
		case 'tiers': {
			const detail = headText(declaration, 'tiers', words);
			return entry('tiers', 'Tiers', declaration.span, { detail, children: clausesOf(declaration.tiers, 'tiers', words) });
		}
		case 'segment-declaration':
			return named('segment', declaration, '');
		case 'attribute-declaration':
			return named('attribute', declaration, attributeText(declaration, words.source));
		case 'filter':
			return named('filter', declaration, summaryOfFilter(declaration));
		case 'exclusive-declaration': {
			const { picks } = declaration;
			return named('exclusive set', declaration, picks.kind === 'word' ? `picks ${picks.text}` : HOLE);
		}
		case 'campaign':
			return campaignSymbol(declaration, words);
		case 'rule':
			return ruleSymbol(declaration, words);
		case 'redemption':
			return entry('redemption', 'Redemption', declaration.span, {
				children: clausesOf(declaration.clauses, 'redemption', words),
			});
		case 'expiry':
			return entry('expiry', 'Expiry', declaration.span, { children: clausesOf(declaration.clauses, 'expiry', words) });
		case 'test':
			return named('test', declaration, '', clausesOf(declaration.clauses, 'test', words));
		case 'raw':
			return rawSymbol(declaration);
		default:
			return unreachable(declaration);
	}
}

type Part =
	| ProgramSetting
	| Tier
	| TierClause
	| CampaignClause
	| RuleClause
	| Condition
	| RedemptionClause
	| ExpiryClause
	| TestClause;

function clausesOf(parts: readonly Part[], level: Level, words: Words): OutlineSymbol[] {
	return parts.map((part) => partSymbol(part, level, words));
}

function partSymbol(part: Part, level: Level, words: Words): OutlineSymbol {
	if (part.kind === 'raw') return rawSymbol(part);
	if (part.kind === 'rule') return ruleSymbol(part, words);
	if (part.kind === 'tier-declaration') return tierSymbol(part, words);
	const kind = level === 'program' ? 'setting' : level === 'when' ? 'condition' : 'clause';
	if ('conditions' in part) {
		return entry(kind, titleOf(part, level), part.span, { children: clausesOf(part.conditions, 'when', words) });
	}
	// What stands in a `when` is a condition.
	if (level === 'when') return entry(kind, plainText(proseOfCondition(part as Condition, words.speech)) || HOLE, part.span);
	return entry(kind, titleOf(part, level), part.span, { detail: detailOf(part, level, words) });
}

/** What a clause is called: the title of its row, or what it begins with. */
function titleOf(part: Part, level: Level): string {
	const row = openingRows[level].find((each) => 'kind' in each && each.kind === part.kind);
	return row?.title ?? part.kind;
}

/** What a clause says: in words where there are some, else as it is written. */
function detailOf(part: Part, level: Level, words: Words): string {
	if (part.kind === 'about') return part.text.kind === 'text' ? part.text.text : HOLE;
	if (part.kind === 'active') return summaryOfDates(part);
	if (part.kind === 'earn') return summaryOfEarn(part);
	if (part.kind === 'limit') return summaryOfLimit(part);
	return writtenText(part, level, words);
}

/** The first line of a clause without the words that its title stands for. */
function writtenText(part: Part, level: Level, { source }: Words): string {
	const row = openingRows[level].find((each) => 'kind' in each && each.kind === part.kind);
	const line = oneLine(source.slice(part.span.start, part.span.end)).replace(/\s*\{.*$/, '');
	const keyword = part.kind === 'test-event' ? '' : (row?.keyword ?? '');
	const pattern = new RegExp(`^${keyword.replaceAll(' ', '\\s+')}\\s*`);
	return line.replace(pattern, '') || (part.kind === 'test-member' || part.kind === 'test-spend' ? '' : HOLE);
}

/** What stands in a head behind its first word, before the braces. */
function headText({ span, body }: { readonly span: Span; readonly body?: Span }, word: string, { source }: Words): string {
	const head = oneLine(source.slice(span.start, body?.start ?? span.end)).replace(/\s*\{.*$/, '');
	return head.slice(word.length).trim() || HOLE;
}

function attributeText({ owner, type }: Extract<Declaration, { kind: 'attribute-declaration' }>, source: string): string {
	const of = owner.kind === 'word' ? owner.text : HOLE;
	const what =
		type.kind === 'word' ? type.text : type.kind === 'one-of' ? source.slice(type.span.start, type.span.end) : HOLE;
	return `of the ${of}, ${oneLine(what)}`;
}

function tierSymbol(tier: Tier, words: Words): OutlineSymbol {
	const detail = tier.from ? `from ${numberText(tier.from)} points` : '';
	return named('tier', tier, detail, clausesOf(tier.clauses, 'tier', words));
}

function campaignSymbol(campaign: Extract<Declaration, { kind: 'campaign' }>, words: Words): OutlineSymbol {
	const active = campaign.clauses.find((clause) => clause.kind === 'active');
	const detail = active?.kind === 'active' ? summaryOfDates(active) : '';
	const symbol = named('campaign', campaign, detail, clausesOf(campaign.clauses, 'campaign', words));
	return { ...symbol, disabled: isDisabled(campaign) };
}

function ruleSymbol(rule: RuleDeclaration, words: Words): OutlineSymbol {
	const symbol = named('rule', rule, summaryOfEffect(rule), clausesOf(rule.clauses, 'rule', words));
	return { ...symbol, disabled: isDisabled(rule) };
}

/** Says whether a rule or a campaign is switched off by its own status. */
export function isDisabled({ clauses }: { readonly clauses: readonly Node[] }): boolean {
	return clauses.some(
		(clause) => clause.kind === 'status' && clause.status.kind === 'word' && clause.status.text === 'disabled',
	);
}

/** What could not be read is called by its first line. */
function rawSymbol({ text, span }: Extract<Part, { kind: 'raw' }>): OutlineSymbol {
	return entry('raw', oneLine(text).slice(0, 60) || HOLE, span);
}

function named(
	kind: OutlineSymbol['kind'],
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
