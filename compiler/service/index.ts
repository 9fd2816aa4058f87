/** The door of the language service: plain data about a program, for editors of every kind. */
export { type Completion, complete, type Suggestion } from './completion/index.ts';
export { type Hover, hoverAt } from './hover.ts';
export * from './prose/index.ts';
export * from '../vocabulary/clauses.ts';
export * from '../vocabulary/conditions.ts';
export * from '../vocabulary/construct.ts';
export * from '../vocabulary/declarations.ts';
export * from '../vocabulary/effects.ts';
