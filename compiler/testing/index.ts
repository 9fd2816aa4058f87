/** The door of what is there for measuring: programs of any size. */
export { largeProgram, largeRule } from './large-program.ts';
