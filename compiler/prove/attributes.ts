import type { RawClause, TestAttribute, TestFact, TestLine } from '#grammar';
import { ATTRIBUTE_DECIMALS, type AttributeValue } from '../domain/attribute.ts';
import { unreachable } from '../domain/unreachable.ts';
import { unitsOf } from './amounts.ts';

/** The facts of the user's own that stand among others, by their names. A flag that is told is set. */
export function attributesOf(
	facts: readonly (TestFact | TestLine | TestAttribute | RawClause)[],
): Record<string, AttributeValue> {
	const told = facts.filter((fact) => fact.kind === 'test-attribute');
	return Object.fromEntries(
		told.flatMap(({ name, value }) => {
			const read = valueOf(value);
			return read ? [[name.text, read]] : [];
		}),
	);
}

function valueOf(value: TestAttribute['value']): AttributeValue | null {
	switch (value?.kind) {
		case undefined:
			return { kind: 'flag', isSet: true };
		case 'name':
			return { kind: 'text', text: value.text };
		case 'date':
			return { kind: 'date', date: { year: value.year, month: value.month, day: value.day } };
		case 'number':
			return { kind: 'number', millionths: Number(unitsOf(value, ATTRIBUTE_DECIMALS) ?? 0n) };
		case 'missing':
			return null;
		default:
			return unreachable(value);
	}
}
