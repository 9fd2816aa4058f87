/** The door of the random documents, for the tests of floors above: hard texts, and what an operation may do to them. */
export { Chance, shrink } from './chance.ts';
export { conditionKinds } from './conditions.ts';
export { randomBroken, randomCondition, randomDocument } from './documents.ts';
export { faultOfTree } from './expectation.ts';
export { faultOfComments, faultOfReach } from './remarks.ts';
