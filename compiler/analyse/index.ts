/** The inner door of the analysis room: sets of transactions, and what can be said of them without trying any. */
export * from './axes.ts';
export * from './boxes.ts';
export { allHold, conditionBoxes, isGroup, type Verdict } from './conditions.ts';
export { amountsOf, earnsAtMost, mostPoints, readExpression } from './most-points.ts';
export { axesOf, type NumberAxis, ProgramAxes } from './program-axes.ts';
export { type PlacedRule, ruleBoxes, type Term, termsOf, whenOf } from './rules.ts';
export { type Stretches, subtractStretches } from './stretches.ts';
export { daysOf, windowMinutes } from './week.ts';
export { isSurelyPossible } from './witness.ts';
