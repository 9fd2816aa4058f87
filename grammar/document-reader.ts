/** From the stretches of a text to its nodes: one clause at a time, so that a fault in one is no other's. */
import type { IToken } from 'chevrotain';
import type * as ast from './ast.ts';
import { bracesOf } from './braces.ts';
import * as build from './build/clauses.ts';
import type { Build } from './build/shared.ts';
import { Site } from './build/site.ts';
import { innerLevels, type Level, levelPlaces, likelyLevels, openings, partBeginnings, partNames } from './constructs.ts';
import { problem } from './diagnostics/catalogue.ts';
import { expecting, phrase } from './diagnostics/phrases.ts';
import { fixOf, type Problem } from './diagnostics/problem.ts';
import { nearest } from './diagnostics/suggest.ts';
import { breakProblem, gapProblem, leftoverProblem } from './explain.ts';
import { mostDeep } from './frames.ts';
import { mostProblems } from './incremental/bounds.ts';
import type { Keyword } from './keywords.ts';
import { faultOf, groupDigits, quoteShort } from './literals.ts';
import { formAt, isName, openingAt } from './openings.ts';
import { type PartOf, type Route, routes } from './routes.ts';
import { type Reading, type RuleName, run } from './run.ts';
import type { Stretch } from './segments.ts';
import type { Span } from './text.ts';
import * as token from './tokens.ts';

/** How many words and signs a formula may have: its tree is as deep as it is long. */
const mostInFormula = 1_000;
/** How many words and signs any other clause may have. */
const mostInClause = 5_000;

/** Reads the stretches of one text and collects what is wrong with them. */
export class DocumentReader {
	readonly problems: Problem[] = [];
	private readonly lexed: token.Lexed;
	private isFull = false;

	constructor(lexed: token.Lexed) {
		this.lexed = lexed;
	}

	/** The nodes of a stretch: one, or two where words follow a clause that is complete without them. */
	read<L extends Level>(level: L, stretch: Stretch): (PartOf[L] | ast.RawClause)[] {
		if (this.problems.length >= mostProblems) return [this.unread(stretch)];
		const word = openingAt(this.lexed, level, stretch.from)?.word;
		const tooMuch = this.tooMuch(level, word, stretch);
		if (tooMuch) return [this.raw(stretch, tooMuch)];
		const braced = word && (this.readBraced(level, word, stretch) as PartOf[L] | undefined);
		if (braced) return [braced];
		const beginning = word ?? this.formOf(level, stretch);
		const route: Route<PartOf[L]> | undefined = beginning && routes[level][beginning];
		return route ? this.readClause(route, stretch) : [this.unknown(level, stretch)];
	}

	// ------------------------------------------------------------ clauses

	/** How a clause without a word of its own is read. A name that is all of a clause is one, whatever follows. */
	private formOf(level: Level, stretch: Stretch) {
		const form = formAt(this.lexed, level, stretch.from);
		const isAlone = stretch.to === stretch.from + 1 && isName(this.lexed.tokens[stretch.from]);
		return form ?? (level === 'when' && isAlone ? 'someName' : undefined);
	}

	private readClause<N>(route: Route<N>, stretch: Stretch): (N | ast.RawClause)[] {
		const tokens = this.tokens(stretch);
		const { node, taken, skipped, errors } = run(route.rule, tokens);
		const isBroken = skipped.length > 0 || (errors.length > 0 && taken < tokens.length);
		if (isBroken) return [this.raw(stretch, breakProblem(errors, tokens))];
		const site = new Site(span(tokens.slice(0, taken)), errors.length > 0);
		const made = route.build(site, node);
		this.problems.push(...site.problems, ...errors.map((error) => gapProblem(error, tokens)));
		const built = site.isUnreadable ? this.raw({ from: stretch.from, to: stretch.from + taken }, undefined) : made;
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

	private tooMuch(level: Level, word: Keyword | undefined, stretch: Stretch): Problem | undefined {
		const tokens = this.lexed.tokens.slice(stretch.from, stretch.block?.from ?? stretch.to);
		const most = word === 'earn' || word === 'limit' ? mostInFormula : mostInClause;
		if (tokens.length > most) {
			return problem('clause-too-long', span(tokens), {
				what: word ? `\`${word}\`` : phrase('clause'),
				most: groupDigits(String(most)),
			});
		}
		// Braces that nobody looked into stand deeper than anything may.
		const isUnread = word && innerLevels[level][word] && !stretch.block;
		const deep = isUnread ? tokens.find(({ tokenType }) => tokenType === token.OpenBrace) : tooDeep(tokens);
		return deep && problem('too-deep', token.spanOf(deep), { most: mostDeep });
	}

	// ------------------------------------------------------------ what nobody knows

	private unknown(level: Level, stretch: Stretch): ast.RawClause {
		const tokens = this.tokens(stretch);
		const first = tokens[0] as IToken;
		return this.raw(stretch, faultOf(first) ?? this.unknownProblem(level, stretch.from, first));
	}

	private unknownProblem(level: Level, index: number, first: IToken): Problem {
		const where = token.spanOf(first);
		const found = quoteShort(first.image);
		if (first.tokenType === token.CloseBrace) {
			const fix = fixOf(phrase('remove', { text: '}' }), [{ span: where, text: '' }]);
			return problem('stray-brace', where, undefined, { fix });
		}
		const other = likelyLevels(level).find((other) => openingAt(this.lexed, other, index));
		if (other)
			return problem('misplaced-clause', where, {
				found,
				part: phrase(partNames[other]),
				place: phrase(levelPlaces[other]),
			});
		const words = openings[level].map(({ word }) => word);
		const near = first.tokenType === token.BareName ? nearest(first.image, words) : undefined;
		const fix = near && { fix: fixOf(phrase('write', { text: near }), [{ span: where, text: near }]) };
		const parts = {
			found,
			part: phrase(partNames[level]),
			beginnings: expecting(partBeginnings[level]),
			nearest: near,
		};
		return problem('unknown-clause', where, parts, fix || {});
	}

	// ------------------------------------------------------------ braces

	private readBraced(level: Level, word: Keyword, stretch: Stretch): PartOf[Level] | undefined {
		if (level === 'document') return this.declarations[word]?.(stretch);
		if (level === 'tiers') return this.tier(stretch);
		if (level === 'test' && innerLevels.test[word]) return this.testPart(word, stretch);
		if (level === 'campaign' && word === 'rule') return this.rule(stretch);
		const isAlways = stretch.block === undefined && stretch.to > stretch.from + 1;
		if (level === 'rule' && word === 'when' && !isAlways) return this.conditions('when', 'whenHead', stretch);
		const isGroup = level === 'when' && (word === 'any' || word === 'all' || word === 'not');
		return isGroup ? this.conditions(word, `${word}Head`, stretch) : undefined;
	}

	private readonly declarations: Partial<Record<Keyword, (stretch: Stretch) => ast.Declaration>> = {
		program: (stretch) => {
			const head = this.named('programHead', stretch, 'program');
			return { kind: 'program', ...head, settings: this.parts('program', stretch) };
		},
		tiers: (stretch) => {
			const { health, ...head } = this.head('tiersHead', stretch, build.tiersHead);
			return { kind: 'tiers', ...this.braces(stretch, 'tiers', health), ...head, tiers: this.parts('tiers', stretch) };
		},
		campaign: (stretch) => {
			const head = this.named('campaignHead', stretch, 'campaign');
			return { kind: 'campaign', ...head, clauses: this.parts('campaign', stretch) };
		},
		rule: (stretch) => this.rule(stretch),
		redemption: (stretch) => {
			const braces = this.plain('redemptionHead', stretch, 'redemption');
			return { kind: 'redemption', ...braces, clauses: this.parts('redemption', stretch) };
		},
		expiry: (stretch) => {
			const braces = this.plain('expiryHead', stretch, 'expiry');
			return { kind: 'expiry', ...braces, clauses: this.parts('expiry', stretch) };
		},
		test: (stretch) => {
			const head = this.named('testHead', stretch, 'test');
			return { kind: 'test', ...head, clauses: this.parts('test', stretch) };
		},
	};

	private tier(stretch: Stretch): ast.Tier {
		const { health, ...head } = this.head('tierHead', stretch, build.tierHead);
		const clauses = this.parts('tier', stretch);
		return { kind: 'tier-declaration', ...this.braces(stretch, 'tier', health), ...head, clauses };
	}

	private rule(stretch: Stretch): ast.RuleDeclaration {
		const { health, ...head } = this.head('ruleHead', stretch, build.ruleHead);
		return { kind: 'rule', ...this.braces(stretch, 'rule', health), ...head, clauses: this.parts('rule', stretch) };
	}

	private conditions<K extends 'when' | 'any' | 'all' | 'not'>(kind: K, rule: RuleName, stretch: Stretch) {
		return { kind, ...this.plain(rule, stretch, kind), conditions: this.parts('when', stretch) };
	}

	private testPart(word: Keyword, stretch: Stretch): ast.TestMember | ast.TestEvent {
		if (word === 'member') {
			return { kind: 'test-member', ...this.plain('memberHead', stretch, word), facts: this.parts('member', stretch) };
		}
		const { health, ...head } = this.head('eventHead', stretch, build.eventHead);
		const braces = stretch.block ? this.braces(stretch, word, health) : { span: span(this.tokens(stretch)), health };
		return { kind: 'test-event', ...braces, ...head, facts: this.parts('event', stretch) };
	}

	/** A block whose head is one word. */
	private plain(rule: RuleName, stretch: Stretch, word: Keyword) {
		return this.braces(stretch, word, this.head(rule, stretch, build.plainHead).health);
	}

	/** A block whose head is a word and a name. */
	private named(rule: RuleName, stretch: Stretch, word: Keyword) {
		const { name, health } = this.head(rule, stretch, build.head);
		return { ...this.braces(stretch, word, health), name };
	}

	private braces(stretch: Stretch, what: Keyword, headHealth: ast.Health) {
		const { problems, ...braces } = bracesOf(this.lexed, stretch, what, headHealth);
		this.problems.push(...problems);
		return braces;
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

	private tokens({ from, to }: Stretch): IToken[] {
		return this.lexed.tokens.slice(from, to);
	}
}

function headProblems({ errors, taken, skipped }: Reading, tokens: readonly IToken[]): Problem[] {
	if (skipped.length > 0) return [breakProblem(errors, tokens)];
	const gaps = errors.map((error) => gapProblem(error, tokens));
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
