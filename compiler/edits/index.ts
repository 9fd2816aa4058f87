/** The door of the edits: wishes to change a program, planned as the smallest edits of its text. */
export type { Refusal } from './draft.ts';
export type * from './operation.ts';
export type { StepNoun, StepVerb } from './step.ts';
export type { ClauseKind } from './parts.ts';
export { planOperation, planOperations } from './plan.ts';
export { type RefusalPhrase, refusals } from './refusals.ts';
