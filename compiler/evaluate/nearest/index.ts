/** The inner door of the nearest changes: what would have to be otherwise for a rule to award. */
export type * from './change.ts';
export { type ChangesOfCondition, type ChangesOfRule, smallestChange, smallestChanges } from './rules.ts';
export { describeChange, isOfRule, phraseOfChange } from './words.ts';
