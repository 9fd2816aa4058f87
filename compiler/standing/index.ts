/** The inner door of the standing room: state over time. */
export { budgetKey, usageKey } from './counting.ts';
export { afterReturn, type ReturnedTurn } from './returned.ts';
export * from './standing.ts';
export { after, type Awarded, stateAt } from './state.ts';
export { tierInYear } from './tiers.ts';
