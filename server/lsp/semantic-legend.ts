import { SemanticTokensBuilder, type SemanticTokens, type SemanticTokensLegend } from 'vscode-languageserver/node';
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
	channel: 'enumMember',
	'order type': 'enumMember',
};

/** What the numbers in {@link encodedTokens} mean. */
export const legend: SemanticTokensLegend = { tokenTypes: [...TYPES], tokenModifiers: ['declaration', 'disabled'] };

/** Coloured words as the protocol counts them: each by its distance from the one before. */
export function encodedTokens(places: TextPlaces, tokens: readonly SemanticToken[]): SemanticTokens {
	const builder = new SemanticTokensBuilder();
	for (const { span, kind, declares, faded } of tokens) {
		const { line, character } = places.position(span.start);
		const modifiers = (declares ? 1 : 0) + (faded ? 2 : 0);
		builder.push(line, character, span.end - span.start, TYPES.indexOf(typeOf[kind]), modifiers);
	}
	return builder.build();
}
