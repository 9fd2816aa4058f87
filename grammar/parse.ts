/** The way from a text to its tree. It never throws, whatever the text. */
import type * as ast from './ast.ts';
import { type Level, partBeginnings } from './constructs.ts';
import { problem } from './diagnostics/catalogue.ts';
import { expecting } from './diagnostics/phrases.ts';
import type { Problem } from './diagnostics/problem.ts';
import { DocumentReader } from './document-reader.ts';
import { leftoverProblem } from './explain.ts';
import { mostCharacters } from './incremental/bounds.ts';
import { problemsOf, toDocument } from './incremental/document.ts';
import { inOrder, tooLong } from './incremental/piece.ts';
import { readProgram } from './incremental/reading.ts';
import type { PartOf } from './routes.ts';
import { divideInside } from './segments.ts';
import { lex } from './tokens.ts';

export { mostCharacters } from './incremental/bounds.ts';
export { readDocument } from './incremental/piece.ts';

/** A program as it could be read, and everything that kept it from being read better, in the order of the text. */
export interface ParseResult {
	readonly document: ast.Document;
	readonly problems: readonly Problem[];
}

/** One construct as it could be read; spans are offsets in the text given. */
export interface Fragment<N> {
	readonly node: N;
	readonly problems: readonly Problem[];
}

/** Reads a whole program. Who reads it again after each edit keeps a {@link readProgram} instead. */
export function parse(text: string): ParseResult {
	const reading = readProgram(text);
	return { document: toDocument(reading), problems: problemsOf(reading) };
}

/** Reads one declaration, such as a whole rule. */
export function parseDeclaration(text: string): Fragment<ast.Declaration> {
	return parsePart('document', text);
}

/** Reads one setting of a program, such as `currency AED`. */
export function parseProgramSetting(text: string): Fragment<ast.ProgramSetting> {
	return parsePart('program', text);
}

/** Reads one tier with its braces. */
export function parseTier(text: string): Fragment<ast.Tier | ast.RawClause> {
	return parsePart('tiers', text);
}

/** Reads one clause of a tier, such as `color #B87333`. */
export function parseTierClause(text: string): Fragment<ast.TierClause> {
	return parsePart('tier', text);
}

/** Reads one clause of a rule, such as `earn 10` or a whole `when`. */
export function parseRuleClause(text: string): Fragment<ast.RuleClause> {
	return parsePart('rule', text);
}

/** Reads one clause of a campaign, such as `budget 1_000 points` or a whole rule. */
export function parseCampaignClause(text: string): Fragment<ast.CampaignClause> {
	return parsePart('campaign', text);
}

/** Reads one condition, such as `channel is app`. */
export function parseCondition(text: string): Fragment<ast.Condition> {
	return parsePart('when', text);
}

/** Reads one clause of a redemption, such as `100 points = 1 AED`. */
export function parseRedemptionClause(text: string): Fragment<ast.RedemptionClause> {
	return parsePart('redemption', text);
}

/** Reads one clause of an expiry, such as `expires after 12 months`. */
export function parseExpiryClause(text: string): Fragment<ast.ExpiryClause> {
	return parsePart('expiry', text);
}

/** Reads one part of a test, such as `expect total 957` or a whole `member`. */
export function parseTestClause(text: string): Fragment<ast.TestClause> {
	return parsePart('test', text);
}

/** Reads one fact of a test's member, such as `tier Gold`. */
export function parseMemberFact(text: string): Fragment<ast.TestMember['facts'][number]> {
	return parsePart('member', text);
}

/** Reads one fact of what happens in a test, such as `channel app` or a whole line. */
export function parseEventFact(text: string): Fragment<ast.TestEvent['facts'][number]> {
	return parsePart('event', text);
}

/** Reads one formula, such as `"Food" * 2 + 10`; spans are offsets in the text given. */
export function parseFormula(text: string): Fragment<ast.Expression | ast.Missing> {
	const before = 'earn ';
	const { node, problems } = parseRuleClause(before + text);
	const found = shift(problems, -before.length, text.length);
	const nothing: ast.Missing = { kind: 'missing', span: { start: 0, end: text.length }, expected: 'a formula' };
	if (node.kind !== 'earn') return { node: nothing, problems: found };
	const formula = shift(node.formula, -before.length, text.length);
	const words = lex(text).tokens;
	const rest = words.filter(({ startOffset }) => startOffset >= formula.span.end);
	const last = words[words.length - rest.length - 1];
	if (!last || rest.length === 0) return { node: formula, problems: found };
	return { node: nothing, problems: [...found, leftoverProblem(rest, last)] };
}

/** Exactly one part of a level. More than one, or none, is raw as a whole, with one problem. */
function parsePart<L extends Level>(level: L, text: string): Fragment<PartOf[L] | ast.RawClause> {
	if (text.length > mostCharacters) return tooLong(text);
	const lexed = lex(text);
	const reader = new DocumentReader(lexed);
	const everything = { from: 0, to: lexed.tokens.length };
	const [first = lexed.tokens.length > 0 ? everything : undefined, second] = divideInside(lexed, level);
	const raw: ast.RawClause = { kind: 'raw', span: { start: 0, end: text.length }, text };
	if (!first) {
		const nothing = problem('missing-part', raw.span, { expected: expecting(partBeginnings[level]) });
		return { node: raw, problems: [...lexed.problems, nothing] };
	}
	const nodes = reader.read(level, first);
	const node = nodes[0];
	const end = second?.from ?? first.to;
	if (node && nodes.length === 1 && end === lexed.tokens.length) {
		return { node, problems: inOrder([...lexed.problems, ...reader.problems]) };
	}
	const last = lexed.tokens[end - 1];
	const rest = lexed.tokens.slice(end);
	const extra = last && rest.length > 0 ? [leftoverProblem(rest, last)] : [];
	return { node: raw, problems: inOrder([...lexed.problems, ...reader.problems, ...extra]) };
}

/** The same tree or list with every span moved, and kept inside the text. */
function shift<T>(value: T, by: number, most: number): T {
	if (Array.isArray(value)) return value.map((entry: unknown) => shift(entry, by, most)) as T;
	if (typeof value !== 'object' || value === null) return value;
	const bound = (offset: number) => Math.min(Math.max(offset + by, 0), most);
	const moved = Object.entries(value).map(([key, entry]: [string, unknown]) => {
		if (key === 'span' && typeof entry === 'object' && entry !== null && 'start' in entry && 'end' in entry) {
			return [key, { start: bound(Number(entry.start)), end: bound(Number(entry.end)) }];
		}
		return [key, shift(entry, by, most)];
	});
	return Object.fromEntries(moved) as T;
}
