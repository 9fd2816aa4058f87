/** The door of the language service: plain data about a program, for editors of every kind. */
export { type Completion, complete, type Suggestion } from './completion/index.ts';
export { type Fold, foldingRanges } from './folding.ts';
export { type Hover, hoverAt } from './hover.ts';
export { type HintSources, type InlayHint, inlayHints } from './inlay-hints.ts';
export { type Definition, definition, highlights, type Reference, references } from './navigation.ts';
export { type NameKind } from './occurrences.ts';
export * from './prose/index.ts';
export { type OfferedChange, quickFixes } from './quick-fixes.ts';
export { prepareRename, rename, type RenameTarget } from './rename.ts';
export { selectionRanges } from './selection.ts';
export { type SemanticToken, semanticTokens, type TokenKind } from './semantic-tokens.ts';
export { type Parameter, type Signature, type SignatureHelp, signatureHelp } from './signature.ts';
export { documentSymbols, type OutlineSymbol } from './symbols.ts';
export * from '../vocabulary/clauses.ts';
export * from '../vocabulary/conditions.ts';
export * from '../vocabulary/construct.ts';
export * from '../vocabulary/declarations.ts';
export * from '../vocabulary/effects.ts';
