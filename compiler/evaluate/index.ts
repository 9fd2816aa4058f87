/** The inner door of the evaluation room: what a transaction earns under a plan, and why. */
export { daysFromBirthday } from './birthdays.ts';
export { discountShares, filterAmounts } from './filters.ts';
export * from './outcome.ts';
export * from './points.ts';
export { evaluateReference } from './reference.ts';
export { type Evaluate, emit, emitSource } from './emit/emit.ts';
export { formatAmount, formatPlanAmount } from './spend-words.ts';
export { describeSeen, describeWhyNot } from './words.ts';
