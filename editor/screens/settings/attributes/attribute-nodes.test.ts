import { type AttributeDeclaration, parse } from '#grammar';
import { describe, expect, test } from 'vitest';
import { askedValues, attributeText, kindOf, readValues, valuesOf, withKind, withOwner } from './attribute-nodes.ts';
import { bareNameNode } from '../../../canvas/fragments.ts';

function attributeOf(text: string): AttributeDeclaration {
	const [first] = parse(text).document.declarations;
	if (first?.kind !== 'attribute-declaration') throw new Error('The text does not begin with an attribute');
	return first;
}

describe('an attribute', () => {
	test.each([
		['number', [], 'attribute member "shoe size" number'],
		['one of', ['cash', 'gift card', 'from'], 'attribute member "shoe size" one of cash, "gift card", "from"'],
	] as const)('that is %s is read as it is meant', (kind, values, expected) => {
		const text = attributeText({ owner: 'member', name: 'shoe size', kind, values });
		expect(text).toBe(expected);
		const { problems } = parse(text);
		expect(problems).toEqual([]);
		expect(kindOf(attributeOf(text))).toBe(kind);
		expect(valuesOf(attributeOf(text)).map(({ text: value }) => value)).toEqual(values);
	});

	test('keeps the rest when one thing of it changes', () => {
		const attribute = attributeOf('attribute transaction payment one of cash, "card"');
		expect(withOwner(attribute, 'event')).toBe('attribute event payment one of cash, "card"');
		expect(withKind(attribute, 'flag', [])).toBe('attribute transaction payment flag');
		expect(withKind(attribute, 'one of', [...valuesOf(attribute), bareNameNode('app')])).toBe(
			'attribute transaction payment one of cash, "card", app',
		);
	});

	test('is not said while it is not written', () => {
		expect(kindOf(attributeOf('attribute transaction payment'))).toBeNull();
	});
});

describe('values', () => {
	test('that rules and tests ask for are found, each once', () => {
		const text = `
			attribute transaction payment text
			attribute transaction other text
			rule a { when { payment is cash, card  any { payment is not app  other is x } } earn 1 }
			campaign c { rule b { when { payment is card } earn 1 } }
			test t { purchase at 2026-01-01 { payment voucher  item "A" 1 x 2.00 } expect total 1 }
		`;
		expect(askedValues(parse(text).document, 'payment')).toEqual(['cash', 'card', 'app', 'voucher']);
	});

	test('that are typed are read with commas of either script', () => {
		expect(readValues(' cash, card،cash ;; gift card,')).toEqual(['cash', 'card', 'gift card']);
		expect(readValues('  ')).toEqual([]);
	});
});
