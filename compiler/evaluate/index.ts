/** The inner door of the evaluation room: what a transaction earns under a plan, and why. */
export { daysFromBirthday } from './birthdays.ts';
export { cartOf, filterAmounts, measureOf, shares } from './filters.ts';
export * from './outcome.ts';
export * from './points.ts';
export { evaluateReference } from './reference.ts';
export { closures } from './closures/evaluate-closures.ts';
export { emit } from './emit/emit.ts';
export type { Evaluate } from './fast/evaluator.ts';
export { formatAmount, formatFilterAmount, formatPlanAmount } from './spend-words.ts';
export * from './nearest/index.ts';
export * from './spans.ts';
export { describeSeen, describeSeenBy, describeWhyNot, tellsChange } from './words.ts';
