/** The inner door of the redemption room: what points pay. */
export * from './redemption.ts';
export { describeRedeemable } from './words.ts';
