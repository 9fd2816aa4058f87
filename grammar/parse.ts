/** The way from a text to its tree. It never throws, whatever the text. */
import type * as ast from './ast.ts';
import { type Level, partBeginnings } from './constructs.ts';
import { problem } from './diagnostics/catalogue.ts';
import type { Problem } from './diagnostics/problem.ts';
import { groupDigits } from './literals.ts';
import { DocumentReader } from './document-reader.ts';
import { leftoverProblem } from './explain.ts';
import type { PartOf } from './routes.ts';
import { divide, divideInside } from './segments.ts';
import { type Lexed, lex } from './tokens.ts';

/** The most UTF-16 units of a text; longer ones are not read. */
export const mostCharacters = 1_000_000;

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

/** Reads a whole program. */
export function parse(text: string): ParseResult {
	const span = { start: 0, end: text.length };
	if (text.length > mostCharacters) {
		const { node, problems } = tooLong(text);
		return { document: { kind: 'document', span, declarations: [node], comments: [] }, problems };
	}
	return readDocument(lex(text));
}

/** Reads a program that is cut into words already. */
export function readDocument(lexed: Lexed): ParseResult {
	const reader = new DocumentReader(lexed);
	const declarations = divide(lexed).flatMap((stretch) => reader.read('document', stretch));
	const span = { start: 0, end: lexed.text.length };
	const problems = inOrder([...lexed.problems, ...reader.problems]);
	return { document: { kind: 'document', span, declarations, comments: lexed.comments }, problems };
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

/** Reads one condition, such as `channel is app`. */
export function parseCondition(text: string): Fragment<ast.Condition> {
	return parsePart('when', text);
}

/** Reads one formula, such as `"Food" * 2 + 10`; spans are offsets in the text given. */
export function parseFormula(text: string): Fragment<ast.Expression | ast.Missing> {
	const before = 'earn ';
	const { node, problems } = parseRuleClause(before + text);
	const found = shift(problems, -before.length, text.length);
	if (node.kind === 'earn') return { node: shift(node.formula, -before.length, text.length), problems: found };
	return { node: { kind: 'missing', span: { start: 0, end: text.length }, expected: 'a formula' }, problems: found };
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
		const nothing = problem('missing-part', raw.span, { after: '', expected: partBeginnings[level] });
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

function tooLong(text: string): Fragment<ast.RawClause> {
	const span = { start: 0, end: text.length };
	const why = problem('text-too-long', span, { most: groupDigits(String(mostCharacters)) });
	return { node: { kind: 'raw', span, text }, problems: [why] };
}

function inOrder(problems: readonly Problem[]): Problem[] {
	return [...problems].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
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
