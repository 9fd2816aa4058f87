import type { SemanticTokensLegend } from 'vscode-languageserver/node';
import type { SemanticToken, TokenKind } from '#compiler/service';
import type { TextPlaces } from './convert.ts';

const TYPES = [
	'keyword',
	'variable',
	'string',
	'number',
	'comment',
	'operator',
	'namespace',
	'function',
	'property',
	'class',
	'enumMember',
	'enum',
	'interface',
	'parameter',
	'event',
	'method',
] as const;

/** The names under which themes know the kinds of words. */
const typeOf: Readonly<Record<TokenKind, (typeof TYPES)[number]>> = {
	keyword: 'keyword',
	name: 'variable',
	string: 'string',
	number: 'number',
	date: 'number',
	time: 'number',
	color: 'number',
	comment: 'comment',
	operator: 'operator',
	program: 'namespace',
	rule: 'function',
	filter: 'property',
	tier: 'class',
	segment: 'enum',
	attribute: 'parameter',
	'attribute value': 'enumMember',
	'exclusive set': 'interface',
	campaign: 'interface',
	test: 'method',
	event: 'event',
	channel: 'enumMember',
	'order type': 'enumMember',
};

/** What the numbers in {@link encodedTokens} mean. */
export const legend: SemanticTokensLegend = {
	tokenTypes: [...TYPES],
	tokenModifiers: ['declaration', 'disabled', 'unused'],
};

/** Coloured words as the protocol counts them: each by its distance from the one before. */
export function encodedTokens(places: TextPlaces, tokens: readonly SemanticToken[]): number[] {
	const data: number[] = [];
	let before = { line: 0, character: 0 };
	for (const { span, kind, declares, faded, unused } of tokens) {
		const { line, character } = places.position(span.start);
		const modifiers = (declares ? 1 : 0) + (faded ? 2 : 0) + (unused ? 4 : 0);
		const isSameLine = line === before.line;
		data.push(
			line - before.line,
			isSameLine ? character - before.character : character,
			span.end - span.start,
			TYPES.indexOf(typeOf[kind]),
			modifiers,
		);
		before = { line, character };
	}
	return data;
}
