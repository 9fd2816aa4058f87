/** The door of the compiler floor: from a text to what it means, and from a transaction to what it earns. */
export { type Compilation, compile } from './compile.ts';
export type { CheckOptions } from './check/check.ts';
export { notRecordedYet } from './check/not-recorded.ts';
export * from './check/reachability/bounds.ts';
export { BUILT_IN_FILTERS, type Symbols } from './check/symbols.ts';
export * from './domain/index.ts';
export * from './evaluate/index.ts';
export * from './formula/index.ts';
export * from './plan/plan.ts';
export { placeIn } from './plan/places.ts';
export * from './prove/index.ts';
export * from './redemption/index.ts';
export * from './returns/index.ts';
export * from './standing/index.ts';
export { advance, openSnapshot, recheck, type Snapshot } from './snapshot.ts';
