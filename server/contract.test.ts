import { expectTypeOf, test } from 'vitest';
import type { TransactionInput } from '#runtime';
import type { TransactionWire } from './contract.ts';

test('what a till sends is the same for the contract and for the runtime, which cannot know each other', () => {
	expectTypeOf<TransactionWire>().toEqualTypeOf<TransactionInput>();
});
