/** Facts of the user's own about members, transactions and events. */
import type { ClauseBase } from './base.ts';
import type { Missing, Name, NodeBase, Word } from './values.ts';

/** `attribute transaction payment_method one of cash, card`. */
export interface AttributeDeclaration extends ClauseBase {
	readonly kind: 'attribute-declaration';
	readonly owner: Word<AttributeOwner> | Missing;
	readonly name: Name | Missing;
	readonly type: Word<AttributeType> | OneOf | Missing;
}
export type AttributeOwner = 'member' | 'transaction' | 'event';
export type AttributeType = 'text' | 'number' | 'flag' | 'date';
/** `one of cash, card`. */
export interface OneOf extends NodeBase {
	readonly kind: 'one-of';
	readonly values: readonly (Name | Missing)[];
}
