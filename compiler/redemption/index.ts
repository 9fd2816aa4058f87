/** The inner door of the redemption room: what points pay. */
export * from './redemption.ts';
export { describeRedeemable, phrasesOfRedeemable } from './words.ts';
