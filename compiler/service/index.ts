/** The door of the language service: plain data about a program, for editors of every kind. */
export { type CodeLens, codeLenses } from './code-lenses.ts';
export { type CompletionDetails, completionDetails } from './completion/details.ts';
export { type Completion, complete, type Suggestion } from './completion/index.ts';
export { snippetOf } from './completion/snippet.ts';
export { type Fold, foldingRanges } from './folding.ts';
export { formatOnType, type Typed } from './format-on-type.ts';
export { type Hover, hoverAt } from './hover.ts';
export { type HintSources, type InlayHint, inlayHints } from './inlay-hints.ts';
export { detailsMarkdown, hoverMarkdown } from './markdown.ts';
export {
	type Definition,
	definition,
	highlights,
	type Reference,
	references,
	type UsedName,
	usedNames,
} from './navigation.ts';
export type { NameKind } from './occurrences.ts';
export * from './prose/index.ts';
export { fixAll, type OfferedChange, quickFixes } from './quick-fixes.ts';
export { prepareRename, rename, type RenameTarget } from './rename.ts';
export { type KeywordDoc, type Said, type ServicePhrase, type ServicePlain, serviceSayings } from './says.ts';
export type { PartDoc } from './signature-docs.ts';
export { selectionRanges } from './selection.ts';
export { isUnused, type SemanticToken, semanticTokens, type TokenKind } from './semantic-tokens.ts';
export { type Parameter, type Signature, type SignatureHelp, signatureHelp } from './signature.ts';
export { documentSymbols, type OutlineSymbol } from './symbols.ts';
export { type DeclaredSymbol, workspaceSymbols } from './workspace-symbols.ts';
export type * from '../vocabulary/said.ts';
export * from '../vocabulary/attributes.ts';
export * from '../vocabulary/campaigns.ts';
export * from '../vocabulary/clauses.ts';
export * from '../vocabulary/conditions.ts';
export * from '../vocabulary/construct.ts';
export * from '../vocabulary/declarations.ts';
export * from '../vocabulary/effects.ts';
export * from '../vocabulary/events.ts';
export * from '../vocabulary/filters.ts';
export * from '../vocabulary/limits.ts';
export * from '../vocabulary/points.ts';
export * from '../vocabulary/settings.ts';
export * from '../vocabulary/tests.ts';
export * from '../vocabulary/tiers.ts';
