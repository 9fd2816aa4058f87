/** The door of the runtime floor: one transaction at a time, and the stores through which the world enters. */
export { catalogOf, type CatalogIndex, EMPTY_CATALOG, indexCatalog } from './catalog.ts';
export { decidePublishing, decideSaving } from './drafts.ts';
export { createEngine, type Engine, type EngineOptions } from './engine.ts';
export type { EvaluateRequest, Evaluation } from './evaluate.ts';
export { type Fault, type FaultCode, pointer, shown } from './fault.ts';
export { faultOfName, MAX_NAME_LENGTH } from './fields.ts';
export * from './ledger.ts';
export { createMemoryStores } from './memory-stores.ts';
export { type PreparedProgram, prepareProgram, type Runnable } from './prepared.ts';
export { checkTransaction, MAX_AHEAD_MS, type Received, receiveTransaction, type Receiving } from './receive.ts';
export type { Receipt, ReceiptAward, RecordedReceipt } from './receipt.ts';
export type { RecordReply } from './record.ts';
export { unknownTier } from './refusals.ts';
export * from './replay.ts';
export * from './stores.ts';
export { memberState, nextTier, type Standing, tierOf } from './tiers.ts';
export type { ItemInput, TransactionInput } from './transaction-input.ts';
