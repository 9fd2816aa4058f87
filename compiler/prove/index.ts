/** The inner door of the proving room: running the `test` declarations of a program. */
export { brokenTests } from './broken.ts';
export type * from './result.ts';
export { runTests, type TestOptions, testResults } from './run-tests.ts';
export { describeExpectation, phraseOfExpectation } from './words.ts';
