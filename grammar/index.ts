/** The door of the grammar floor: text, tree, parsing, printing and problems. */
export type * from './ast.ts';
export { children, type NodeOfKind, pathAt, walk } from './children.ts';
export { type Level, openings, partNames } from './constructs.ts';
export * from './diagnostics/catalogue.ts';
export { phrase, phraseInEnglish, type PhraseKey, sayings, several } from './diagnostics/phrases.ts';
export type { Noun, NumberNoun } from './diagnostics/phrases/nouns.ts';
export type { TestPhrase } from './diagnostics/phrases/proving.ts';
export * from './diagnostics/problem.ts';
export { type Framed, renderFrame, type RenderOptions, renderProblem } from './diagnostics/render.ts';
export { type Part, type Parts, type Phrase, type Saying, saying, type Several } from './diagnostics/saying.ts';
export { nearest } from './diagnostics/suggest.ts';
export * from './edit.ts';
export { format, formatRange } from './format.ts';
export { declarationAt, piecesOf, problemsOf, readingOf, toDocument } from './incremental/document.ts';
export type { Piece } from './incremental/piece.ts';
export { pieceAt, type Reading, readProgram, reread } from './incremental/reading.ts';
export { shiftNode, shiftProblem, shiftProblemBehind, shiftSpan, shiftSpans } from './incremental/shift.ts';
export { isKeyword, type Keyword, keywords, longDays, shortDays } from './keywords.ts';
export { mostDecimals, mostDigits } from './literals.ts';
export {
	type Fragment,
	mostCharacters,
	type ParseResult,
	parse,
	parseCampaignClause,
	parseCondition,
	parseDeclaration,
	parseEventFact,
	parseExpiryClause,
	parseFormula,
	parseMemberFact,
	parseProgramSetting,
	parseRedemptionClause,
	parseRuleClause,
	parseTestClause,
	parseTier,
	parseTierClause,
} from './parse.ts';
export * from './plain.ts';
export * from './print.ts';
export * from './print-values.ts';
export { firstOf, type GrammarClause, type GrammarPart, grammarClauses, grammarProductions } from './reference.ts';
export { prepareParser } from './run.ts';
export * from './text.ts';
export { highlight, type HighlightClass } from './tokens.ts';
