export { proseOfCondition } from './conditions.ts';
export { summaryOfDates } from './dates.ts';
export { summaryOfFilter } from './filters.ts';
export { summaryOfEffect, summaryOfFormula, summaryOfLimit } from './formulas.ts';
export { currencyOf, plainText, proseOfRule } from './rule.ts';
export type { ProsePart } from './words.ts';
