/** The inner door of the returns room: what goes back, what stands, and what it does to a balance. */
export * from './goods.ts';
export * from './returns.ts';
export * from './settlement.ts';
export * from './upheld.ts';
