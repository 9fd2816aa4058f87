/** The inner door of the formula room: formulas as exact rational functions, and what can be known of them beforehand. */
export * from './analyse.ts';
export * from './exactness.ts';
export * from './normalise.ts';
