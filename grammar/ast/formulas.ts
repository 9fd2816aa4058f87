/** Formulas: numbers, cart filters and the four operations. */
import type { Missing, Name, NodeBase, NumberLiteral, Word } from './values.ts';

export type Expression = NumberLiteral | FilterRef | Negation | Binary | Group;

export interface FilterRef extends NodeBase {
	readonly kind: 'filter-ref';
	readonly name: Name;
}
export interface Negation extends NodeBase {
	readonly kind: 'negation';
	readonly operand: Expression | Missing;
}
export interface Binary extends NodeBase {
	readonly kind: 'binary';
	readonly operator: Word<'+' | '-' | '*' | '/'>;
	readonly left: Expression | Missing;
	readonly right: Expression | Missing;
}
/** Parentheses, kept so that a drawing can show exactly the frames that were written. */
export interface Group extends NodeBase {
	readonly kind: 'group';
	readonly inner: Expression | Missing;
}
