import type { AttributeOwner, AttributeType } from '#grammar';
import { type Construct, rowsOf } from './construct.ts';

/** What an attribute is a fact of. */
export interface OwnerConstruct extends Construct {
	readonly owner: AttributeOwner;
}

/** Every owner of attributes. */
export const attributeOwners = rowsOf<OwnerConstruct>()([
	{
		owner: 'member',
		keyword: 'member',
		title: 'Of a member',
		doc: 'A fact that stays with the member until it is changed.',
		example: 'member',
		isEvaluated: true,
		fragment: () => 'member',
	},
	{
		owner: 'transaction',
		keyword: 'transaction',
		title: 'Of a transaction',
		doc: 'A fact that comes with one purchase.',
		example: 'transaction',
		isEvaluated: true,
		fragment: () => 'transaction',
	},
	{
		owner: 'event',
		keyword: 'event',
		title: 'Of an event',
		doc: 'A fact that comes with one event that is no purchase.',
		example: 'event',
		isEvaluated: true,
		fragment: () => 'event',
	},
]);

/** What an attribute may be. */
export interface AttributeTypeConstruct extends Construct {
	readonly type: AttributeType | 'one of';
}

/** Every type of attribute. */
export const attributeTypes = rowsOf<AttributeTypeConstruct>()([
	{
		type: 'one of',
		keyword: 'one of',
		title: 'One of a list',
		doc: 'One of the values that are named here; a condition asks for it with `is`.',
		example: 'one of cash, card',
		isEvaluated: true,
		fragment: () => 'one of yes, no',
	},
	{
		type: 'text',
		keyword: 'text',
		title: 'Text',
		doc: 'Any text; a condition asks for it with `is`.',
		example: 'text',
		isEvaluated: true,
		fragment: () => 'text',
	},
	{
		type: 'number',
		keyword: 'number',
		title: 'Number',
		doc: 'A number; a condition compares it, and that of a transaction may be the source of a cart filter.',
		example: 'number',
		isEvaluated: true,
		fragment: () => 'number',
	},
	{
		type: 'flag',
		keyword: 'flag',
		title: 'Flag',
		doc: 'Set or not; a condition asks for it by its name alone.',
		example: 'flag',
		isEvaluated: true,
		fragment: () => 'flag',
	},
	{
		type: 'date',
		keyword: 'date',
		title: 'Date',
		doc: 'A day; `active by` takes it as the clock.',
		example: 'date',
		isEvaluated: true,
		fragment: () => 'date',
	},
]);
