import type * as Monaco from 'monaco-editor/editor';
import { type SemanticToken, semanticTokens, type TokenKind } from '#compiler/service';
import type { Asked } from '../asked.ts';
import { LANGUAGE_ID } from '../language.ts';
import { answer, nothingToDispose, type Provided } from './provide.ts';

/** How words are coloured by what they mean. The themes know these names; those of the look of a word among them. */
export const tokenTypes = [
	'keyword',
	'name',
	'string',
	'number',
	'date',
	'time',
	'color',
	'comment',
	'operator',
	'title',
	'filter',
	'kind',
	'faded',
] as const;

export type TokenType = (typeof tokenTypes)[number];

const typeOfKind: Readonly<Record<TokenKind, TokenType>> = {
	keyword: 'keyword',
	name: 'name',
	string: 'string',
	number: 'number',
	date: 'date',
	time: 'time',
	color: 'color',
	comment: 'comment',
	operator: 'operator',
	program: 'title',
	rule: 'title',
	campaign: 'title',
	test: 'title',
	'exclusive set': 'title',
	filter: 'filter',
	tier: 'kind',
	segment: 'kind',
	attribute: 'kind',
	'attribute value': 'kind',
	event: 'kind',
	channel: 'kind',
	'order type': 'kind',
};

const numberOfType = Object.fromEntries(tokenTypes.map((type, index) => [type, index])) as Readonly<
	Record<TokenType, number>
>;

/** How a word is coloured: what is switched off has one quiet colour, whatever it is. */
export function typeOf({ kind, faded }: Pick<SemanticToken, 'kind' | 'faded'>): TokenType {
	return faded && kind !== 'comment' ? 'faded' : typeOfKind[kind];
}

/** The words of a text as Monaco counts them: five numbers each, by the distance from the word before. */
export function encodedColours({ compilation, places }: Asked): Uint32Array {
	const tokens = semanticTokens(compilation);
	const data = new Uint32Array(tokens.length * 5);
	const next = places.following();
	let before = { lineNumber: 1, column: 1 };
	for (const [index, token] of tokens.entries()) {
		const { start, end } = token.span;
		const place = next(start);
		const lines = place.lineNumber - before.lineNumber;
		const columns = lines === 0 ? place.column - before.column : place.column - 1;
		data.set([lines, columns, end - start, numberOfType[typeOf(token)]], index * 5);
		before = place;
	}
	return data;
}

/** Colours words by what they mean. */
export function provideColours({ monaco, ask }: Provided): Monaco.IDisposable {
	return monaco.languages.registerDocumentSemanticTokensProvider(LANGUAGE_ID, {
		getLegend: () => ({ tokenTypes: [...tokenTypes], tokenModifiers: [] }),
		provideDocumentSemanticTokens: (model) => answer(ask(model), (asked) => ({ data: encodedColours(asked) })),
		releaseDocumentSemanticTokens: nothingToDispose,
	});
}
