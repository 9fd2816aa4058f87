/**
 * The door for benches and for tests of floors above: programs of any size, one that has every construct of the language, and
 * what a program declares without the check of it.
 */
export { collectSymbols } from '../check/symbols.ts';
export { largeProgram, largeRule } from './large-program.ts';
export { WHOLE } from '../service/fixtures/whole.ts';
