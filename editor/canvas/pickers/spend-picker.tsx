import { Group, Select } from '@mantine/core';
import { useState } from 'react';
import type { Operator, Plain, AmountCondition } from '#grammar';
import { nameNode, type SpendTest, withSpend } from '../fragments.ts';
import { operatorWords } from '../words.ts';
import { DigitsInput } from './digits-input.tsx';
import { PickerFrame } from './picker-frame.tsx';

interface SpendPickerProps {
	readonly id: string;
	readonly condition: AmountCondition;
	readonly filters: readonly string[];
	readonly currency: string;
	readonly decimals: number;
	readonly onChange: (condition: Plain<AmountCondition>) => void;
}

const comparisons: readonly { readonly value: SpendTest['operator']; readonly label: string }[] = [
	...(['>=', '>', '<=', '<', '=', '!='] as const).map((value) => ({ value, label: operatorWords[value] })),
	{ value: 'between', label: 'between' },
];

/** A cart filter, a comparison, and one or two amounts. */
export function SpendPicker({ id, condition, filters, currency, decimals, onChange }: SpendPickerProps) {
	const written = testOf(condition);
	// A comparison that still lacks an amount is not written into the text before it is whole.
	const [draft, setDraft] = useState<SpendTest | null>(null);
	const test = draft ?? written;
	const change = (filter: Plain<AmountCondition>['filter'], next: SpendTest) => {
		const whole = filter.kind === 'name' && (next.operator === 'between' ? next.low && next.high : next.value);
		setDraft(whole ? null : next);
		if (whole) onChange(withSpend(condition, filter, next));
	};
	// The amount is what is changed most often; a filter that is missing comes first.
	const isChosen = condition.filter.kind === 'name';
	const amount = (label: string, value: string, set: (digits: string) => SpendTest, isFirst = true) => (
		<DigitsInput
			data-autofocus={(isFirst && isChosen) || undefined}
			label={label}
			value={value}
			decimals={decimals}
			{...(condition.kind === 'spend' && { leftSection: currency, leftSectionWidth: 48 })}
			onCommit={(digits) => change(condition.filter, set(digits))}
		/>
	);
	return (
		<PickerFrame
			id={id}
			title={condition.kind === 'spend' ? 'Spend' : 'Quantity'}
			note={test.operator === 'between' ? 'Both amounts are included.' : undefined}
		>
			<Select
				label="Cart filter"
				placeholder="Choose a filter"
				data={[...filters]}
				value={condition.filter.kind === 'name' ? condition.filter.text : null}
				searchable={filters.length > 8}
				allowDeselect={false}
				openOnFocus={false}
				comboboxProps={{ withinPortal: false }}
				onChange={(name) => name !== null && change(nameNode(name), test)}
			/>
			<Group grow gap="xs" align="flex-start">
				<Select
					label="Comparison"
					data={[...comparisons]}
					value={test.operator}
					allowDeselect={false}
					openOnFocus={false}
					comboboxProps={{ withinPortal: false }}
					onChange={(operator) => operator !== null && change(condition.filter, withOperator(test, operator))}
				/>
				{test.operator !== 'between' && amount('Amount', test.value, (value) => ({ operator: test.operator, value }))}
			</Group>
			{test.operator === 'between' && (
				<Group grow gap="xs" align="flex-start">
					{amount('From', test.low, (low) => ({ ...test, low }))}
					{amount('To', test.high, (high) => ({ ...test, high }), false)}
				</Group>
			)}
		</PickerFrame>
	);
}

function testOf({ test }: AmountCondition): SpendTest {
	const digits = (literal: { readonly kind: string; readonly digits?: string }) => literal.digits ?? '';
	if (test.kind === 'between') return { operator: 'between', low: digits(test.low), high: digits(test.high) };
	if (test.kind === 'comparison') return { operator: test.operator.text, value: digits(test.value) };
	return { operator: '>=', value: '' };
}

function withOperator(test: SpendTest, operator: string): SpendTest {
	if (operator === 'between') return test.operator === 'between' ? test : { operator, low: test.value, high: '' };
	return { operator: operator as Operator, value: test.operator === 'between' ? test.low || test.high : test.value };
}
