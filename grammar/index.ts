/** The door of the grammar floor: text, tree, parsing, printing and problems. */
export type * from './ast.ts';
export { children, type NodeOfKind, pathAt, walk } from './children.ts';
export { type Level, openings, partNames } from './constructs.ts';
export * from './diagnostics/catalogue.ts';
export type * from './diagnostics/problem.ts';
export { type RenderOptions, renderProblem } from './diagnostics/render.ts';
export { nearest } from './diagnostics/suggest.ts';
export * from './edit.ts';
export { format, formatRange } from './format.ts';
export { isKeyword, type Keyword, keywords, longDays, shortDays } from './keywords.ts';
export { mostDecimals, mostDigits } from './literals.ts';
export {
	type Fragment,
	mostCharacters,
	type ParseResult,
	parse,
	parseCondition,
	parseDeclaration,
	parseFormula,
	parseProgramSetting,
	parseRuleClause,
	parseTier,
	parseTierClause,
} from './parse.ts';
export * from './plain.ts';
export * from './print.ts';
export * from './print-values.ts';
export * from './text.ts';
export { highlight, type HighlightClass } from './tokens.ts';
