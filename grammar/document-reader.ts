/** From the stretches of a text to its nodes: one clause at a time, so that a fault in one is no other's. */
import type { IToken, TokenType } from 'chevrotain';
import type * as ast from './ast.ts';
import * as build from './build/clauses.ts';
import type { Build } from './build/shared.ts';
import { Site } from './build/site.ts';
import { type Level, levelPlaces, likelyLevels, markers, openings, partBeginnings, partNames } from './constructs.ts';
import { problem } from './diagnostics/catalogue.ts';
import type { Problem } from './diagnostics/problem.ts';
import { nearest } from './diagnostics/suggest.ts';
import { breakProblem, gapProblem, leftoverProblem } from './explain.ts';
import type { Keyword } from './keywords.ts';
import { faultOf, groupDigits, quoteShort } from './literals.ts';
import { openingAt } from './openings.ts';
import { type PartOf, type Route, routes } from './routes.ts';
import { type Reading, type RuleName, run } from './run.ts';
import type { Stretch } from './segments.ts';
import type { Span } from './text.ts';
import * as token from './tokens.ts';

/** How many problems are reported; then reading ends. */
const mostProblems = 1_000;
/** How deep parentheses, braces and signs may stand inside one another. */
const mostDeep = 64;
/** How many words and signs a formula may have: its tree is as deep as it is long. */
const mostInFormula = 1_000;
/** How many words and signs any other clause may have. */
const mostInClause = 5_000;

/** Reads the stretches of one text and collects what is wrong with them. */
export class DocumentReader {
	readonly problems: Problem[] = [];
	private readonly lexed: token.Lexed;
	private isFull = false;
	private readonly attributes: ReadonlySet<string>;

	constructor(lexed: token.Lexed) {
		this.lexed = lexed;
		this.attributes = declaredAttributes(lexed);
	}

	/** The nodes of a stretch: one, or two where words follow a clause that is complete without them. */
	read<L extends Level>(level: L, stretch: Stretch): (PartOf[L] | ast.RawClause)[] {
		if (this.problems.length >= mostProblems) return [this.unread(stretch)];
		const opening = openingAt(this.lexed, level, stretch.from);
		if (!opening) return [this.unknown(level, stretch)];
		const construct = opening.unsupported ?? this.unsupportedPart(level, opening.word, stretch);
		if (construct !== undefined) return [this.unsupported(stretch, construct)];
		const tooMuch = this.tooMuch(opening.word, stretch);
		if (tooMuch) return [this.raw(stretch, tooMuch)];
		const braced = this.readBraced(level, opening.word, stretch);
		if (braced) return [braced as PartOf[L]];
		const route: Route<PartOf[L]> | undefined = routes[level][opening.word];
		return route ? this.readClause(route, stretch) : [this.unknown(level, stretch)];
	}

	// ------------------------------------------------------------ clauses

	private readClause<N>(route: Route<N>, stretch: Stretch): (N | ast.RawClause)[] {
		const tokens = this.tokens(stretch);
		const { node, taken, skipped, errors } = run(route.rule, tokens);
		const isBroken = skipped.length > 0 || (errors.length > 0 && taken < tokens.length);
		if (isBroken) return [this.raw(stretch, breakProblem(errors, tokens))];
		const site = new Site(span(tokens.slice(0, taken)), errors.length > 0);
		const built = route.build(site, node);
		this.problems.push(...site.problems, ...errors.map(gapProblem));
		if (taken === tokens.length) return [built];
		const leftover = { from: stretch.from + taken, to: stretch.to };
		const why = leftoverProblem(this.tokens(leftover), tokens[taken - 1] as IToken, route.isList);
		return [built, this.raw(leftover, why)];
	}

	/** A text of nothing but faults would keep an editor busy; a person needs the first of them only. */
	private unread(stretch: Stretch): ast.RawClause {
		const first = this.lexed.tokens[stretch.from] as IToken;
		const why = problem('too-many-problems', token.spanOf(first), { most: groupDigits(String(mostProblems)) });
		const unread = this.raw(stretch, this.isFull ? undefined : why);
		this.isFull = true;
		return unread;
	}

	private raw(stretch: Stretch, why: Problem | undefined): ast.RawClause {
		if (why) this.problems.push(why);
		const where = span(this.tokens(stretch));
		return { kind: 'raw', span: where, text: this.lexed.text.slice(where.start, where.end) };
	}

	private unsupported(stretch: Stretch, construct: string): ast.RawClause {
		// The head is enough to point at: a whole campaign underlined would hide everything else.
		const head = { from: stretch.from, to: Math.min(stretch.to, this.endOfHead(stretch)) };
		const why = problem('not-evaluated-yet', span(this.tokens(head)), { construct });
		return { ...this.raw(stretch, why), unsupported: construct };
	}

	private endOfHead({ from, to, block }: Stretch): number {
		if (block) return block.from;
		const open = this.lexed.tokens.slice(from, to).findIndex(({ tokenType }) => tokenType === token.OpenBrace);
		return open < 1 ? to : from + open;
	}

	private unsupportedPart(level: Level, clause: Keyword, stretch: Stretch): string | undefined {
		const head = this.lexed.tokens.slice(stretch.from, stretch.block?.from ?? stretch.to);
		if (level === 'document' && clause === 'rule') {
			const on = head.findIndex((word) => token.isWord(word, 'on'));
			return on < 0 ? undefined : ['on', head[on + 1]?.image].filter((word) => word !== undefined).join(' ');
		}
		const found = markers.find(
			(marker) =>
				marker.level === level &&
				marker.clause === clause &&
				(marker.beside === undefined || contains(head, [marker.beside])) &&
				contains(head, marker.words),
		);
		return found?.construct;
	}

	private tooMuch(word: Keyword, stretch: Stretch): Problem | undefined {
		const tokens = this.lexed.tokens.slice(stretch.from, stretch.block?.from ?? stretch.to);
		const most = word === 'earn' ? mostInFormula : mostInClause;
		if (tokens.length > most) {
			return problem('clause-too-long', span(tokens), { what: `\`${word}\``, most: groupDigits(String(most)) });
		}
		const deep = tooDeep(tokens);
		return deep && problem('too-deep', token.spanOf(deep), { most: mostDeep });
	}

	// ------------------------------------------------------------ what nobody knows

	private unknown(level: Level, stretch: Stretch): ast.RawClause {
		const tokens = this.tokens(stretch);
		const first = tokens[0] as IToken;
		if (level === 'when' && this.attributes.has(first.image)) return this.unsupported(stretch, 'attribute');
		return this.raw(stretch, faultOf(first) ?? this.unknownProblem(level, stretch.from, first));
	}

	private unknownProblem(level: Level, index: number, first: IToken): Problem {
		const where = token.spanOf(first);
		const found = quoteShort(first.image);
		if (first.tokenType === token.CloseBrace) {
			const fix = { title: 'Remove `}`', edits: [{ span: where, text: '' }] };
			return problem('stray-brace', where, undefined, { fix });
		}
		const other = likelyLevels.find((other) => openingAt(this.lexed, other, index));
		if (other) return problem('misplaced-clause', where, { found, part: partNames[other], place: levelPlaces[other] });
		const words = openings[level].map(({ word }) => word);
		const near = first.tokenType === token.BareName ? nearest(first.image, words) : undefined;
		const fix = near && { fix: { title: `Write \`${near}\``, edits: [{ span: where, text: near }] } };
		const parts = { found, part: partNames[level], beginnings: partBeginnings[level], nearest: near };
		return problem('unknown-clause', where, parts, fix || {});
	}

	// ------------------------------------------------------------ braces

	private readBraced(level: Level, word: Keyword, stretch: Stretch): PartOf[Level] | undefined {
		if (level === 'document' && word === 'program') return this.program(stretch);
		if (level === 'document' && word === 'tiers') return this.tiers(stretch);
		if (level === 'document' && word === 'rule') return this.rule(stretch);
		if (level === 'tiers' && word === 'tier') return this.tier(stretch);
		const isAlways = stretch.block === undefined && stretch.to > stretch.from + 1;
		if (level === 'rule' && word === 'when' && !isAlways) return this.when(stretch);
		return undefined;
	}

	private program(stretch: Stretch): ast.ProgramDeclaration {
		const { name, health } = this.head('programHead', stretch, build.head);
		const braces = this.braces(stretch, 'program', health);
		return { kind: 'program', ...braces, name, settings: this.parts('program', stretch) };
	}

	private rule(stretch: Stretch): ast.RuleDeclaration {
		const { name, health } = this.head('ruleHead', stretch, build.head);
		const braces = this.braces(stretch, 'rule', health);
		return { kind: 'rule', ...braces, name, clauses: this.parts('rule', stretch) };
	}

	private tiers(stretch: Stretch): ast.TiersDeclaration {
		const { by, health } = this.head('tiersHead', stretch, build.tiersHead);
		const braces = this.braces(stretch, 'tiers', health);
		return { kind: 'tiers', ...braces, by, tiers: this.parts('tiers', stretch) };
	}

	private tier(stretch: Stretch): ast.Tier {
		const { health, ...head } = this.head('tierHead', stretch, build.tierHead);
		const braces = this.braces(stretch, 'tier', health);
		return { kind: 'tier-declaration', ...braces, ...head, clauses: this.parts('tier', stretch) };
	}

	private when(stretch: Stretch): ast.WhenClause {
		const { health } = this.head('whenHead', stretch, (site) => site.clause());
		const braces = this.braces(stretch, 'when', health);
		return { kind: 'when', ...braces, conditions: this.parts('when', stretch) };
	}

	private parts<L extends Level>(level: L, stretch: Stretch): (PartOf[L] | ast.RawClause)[] {
		return (stretch.block?.parts ?? []).flatMap((part) => this.read(level, part));
	}

	/** What stands before the braces. Words too many there are a problem, but cost nothing of what is inside. */
	private head<H extends { readonly health: ast.Health }>(rule: RuleName, stretch: Stretch, make: Build<H>): H {
		const tokens = this.tokens({ from: stretch.from, to: stretch.block?.from ?? stretch.to });
		const reading = run(rule, tokens);
		const isWhole = reading.errors.length === 0 && reading.taken === tokens.length;
		const site = new Site(span(tokens), !isWhole);
		const made = make(site, reading.node);
		this.problems.push(...site.problems, ...headProblems(reading, tokens));
		return coverHoles(made, reading.skipped, tokens);
	}

	/** The braces of a block. A brace that a fault before it explains is not missed twice. */
	private braces(stretch: Stretch, what: Keyword, headHealth: ast.Health) {
		const { block } = stretch;
		const tokens = this.tokens(stretch);
		const open = block?.open === undefined ? undefined : this.lexed.tokens[block.open];
		const close = block?.close === undefined ? undefined : this.lexed.tokens[block.close];
		const swallows = (sign: string) =>
			tokens.some(({ tokenType, image }) => tokenType === token.UnclosedText && image.includes(sign));
		if (!open && headHealth === 'ok' && !swallows('{')) this.problems.push(this.missingOpen(stretch));
		const isTaken = swallows('}') || this.endsOpen(stretch);
		if (open && !close && !isTaken) this.problems.push(this.missingClose(stretch, open, what));
		const health: ast.Health = open && close && headHealth === 'ok' ? 'ok' : 'incomplete';
		const body = open && close && { start: open.startOffset, end: token.spanOf(close).end };
		return { span: span(tokens), health, ...(body && { body }) };
	}

	/** Whether the last part opened a brace too many, which then took the one that is missing here. */
	private endsOpen({ block }: Stretch): boolean {
		const last = block?.parts.at(-1);
		const opening = last && openingAt(this.lexed, block?.level ?? 'document', last.from);
		if (!last || last.block || opening?.next === '{') return false;
		const signs = this.tokens(last).map(({ tokenType }) => tokenType);
		const count = (type: TokenType) => signs.filter((sign) => sign === type).length;
		return count(token.OpenBrace) > 0 && count(token.OpenBrace) >= count(token.CloseBrace);
	}

	private missingOpen(stretch: Stretch): Problem {
		const last = this.lexed.tokens[(stretch.block?.from ?? stretch.to) - 1] as IToken;
		const where = token.spanOf(last);
		const fix = { title: 'Add `{`', edits: [{ span: { start: where.end, end: where.end }, text: ' {' }] };
		return problem('missing-open-brace', where, { after: quoteShort(last.image) }, { fix });
	}

	private missingClose(stretch: Stretch, open: IToken, what: Keyword): Problem {
		const { end } = span(this.tokens(stretch));
		const fix = { title: 'Add `}`', edits: [{ span: { start: end, end }, text: '\n}' }] };
		return problem('missing-close-brace', token.spanOf(open), { what }, { fix });
	}

	private tokens({ from, to }: Stretch): IToken[] {
		return this.lexed.tokens.slice(from, to);
	}
}

function headProblems({ errors, taken, skipped }: Reading, tokens: readonly IToken[]): Problem[] {
	if (skipped.length > 0) return [breakProblem(errors, tokens)];
	const gaps = errors.map(gapProblem);
	return taken === tokens.length ? gaps : [...gaps, leftoverProblem(tokens.slice(taken), tokens[taken - 1] as IToken)];
}

/** Where words were skipped, the hole before them lies over them. */
function coverHoles<H extends object>(made: H, skipped: readonly IToken[], tokens: readonly IToken[]): H {
	if (skipped.length === 0) return made;
	const lost = new Set(skipped);
	const parts = Object.entries(made).map(([key, part]: [string, unknown]) => {
		if (!isHole(part)) return [key, part];
		const next = tokens.find((token) => token.startOffset >= part.span.end && !lost.has(token));
		const here = skipped.filter(
			({ startOffset }) => startOffset >= part.span.end && startOffset < (next?.startOffset ?? Infinity),
		);
		return [key, here.length === 0 ? part : { ...part, span: span(here) }];
	});
	return Object.fromEntries(parts) as H;
}

function isHole(value: unknown): value is ast.Missing {
	return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'missing';
}

/** The stretch from the first word to the last; there is at least one. */
function span(tokens: readonly IToken[]): Span {
	const first = tokens[0] as IToken;
	return { start: first.startOffset, end: token.spanOf(tokens.at(-1) as IToken).end };
}

function contains(tokens: readonly IToken[], words: readonly Keyword[]): boolean {
	return tokens.some((_, index) => words.every((word, offset) => token.isWord(tokens[index + offset], word)));
}

/** The word or sign at which the nesting becomes too deep. */
function tooDeep(tokens: readonly IToken[]): IToken | undefined {
	let depth = 0;
	let signs = 0;
	for (const each of tokens) {
		if (each.tokenType === token.OpenParenthesis || each.tokenType === token.OpenBrace) depth++;
		if (each.tokenType === token.CloseParenthesis || each.tokenType === token.CloseBrace) depth--;
		signs = each.tokenType === token.Minus ? signs + 1 : 0;
		if (depth + signs > mostDeep) return each;
	}
	return undefined;
}

/** The facts that the text declares, so that a condition on one is not taken for a misspelt word. */
function declaredAttributes({ tokens }: token.Lexed): Set<string> {
	const names = tokens.filter(
		({ tokenType }, index) =>
			tokenType === token.BareName &&
			token.isWord(tokens[index - 1], 'member', 'transaction', 'event') &&
			token.isWord(tokens[index - 2], 'attribute'),
	);
	return new Set(names.map(({ image }) => image));
}
