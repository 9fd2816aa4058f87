import { Group, Select } from '@mantine/core';
import { useState } from 'react';
import type { Operator } from '#grammar';
import type { SpendTest } from '../fragments.ts';
import { operatorNames, words } from '../words.ts';
import { DigitsInput } from './digits-input.tsx';
import { says } from './says.ts';

interface ComparisonFieldsProps {
	readonly test: SpendTest;
	readonly decimals: number;
	/** Stands before each number: a currency. */
	readonly unit?: string | undefined;
	/** Takes the focus when the picker opens. */
	readonly isFirst?: boolean;
	/** Called with comparisons that are whole only. */
	readonly onChange: (test: SpendTest) => void;
}

function comparisons(): { readonly value: SpendTest['operator']; readonly label: string }[] {
	const operators = ['>=', '>', '<=', '<', '=', '!='] as const;
	return [
		...operators.map((value) => ({ value, label: words.comparisons[operatorNames[value]] })),
		{ value: 'between', label: words.comparisons.between },
	];
}

/** A comparison, and one or two numbers. */
export function ComparisonFields({ test: written, decimals, unit, isFirst = false, onChange }: ComparisonFieldsProps) {
	// A comparison that still lacks a number is not written into the text before it is whole.
	const [draft, setDraft] = useState<SpendTest | null>(null);
	const test = draft ?? written;
	const change = (next: SpendTest) => {
		const whole = next.operator === 'between' ? next.low !== '' && next.high !== '' : next.value !== '';
		setDraft(whole ? null : next);
		if (whole) onChange(next);
	};
	const number = (label: string, value: string, set: (digits: string) => SpendTest, takesFocus = isFirst) => (
		<DigitsInput
			data-autofocus={takesFocus || undefined}
			label={label}
			value={value}
			decimals={decimals}
			{...(unit && { leftSection: unit, leftSectionWidth: 48 })}
			onCommit={(digits) => change(set(digits))}
		/>
	);
	return (
		<>
			<Group grow gap="xs" align="flex-start">
				<Select
					label={says.comparison}
					data={comparisons()}
					value={test.operator}
					allowDeselect={false}
					openOnFocus={false}
					comboboxProps={{ withinPortal: false }}
					onChange={(operator) => operator !== null && change(withOperator(test, operator))}
				/>
				{test.operator !== 'between' && number(says.amount, test.value, (value) => ({ operator: test.operator, value }))}
			</Group>
			{test.operator === 'between' && (
				<Group grow gap="xs" align="flex-start">
					{number(says.from, test.low, (low) => ({ ...test, low }))}
					{number(says.to, test.high, (high) => ({ ...test, high }), false)}
				</Group>
			)}
		</>
	);
}

function withOperator(test: SpendTest, operator: string): SpendTest {
	if (operator === 'between') return test.operator === 'between' ? test : { operator, low: test.value, high: '' };
	return { operator: operator as Operator, value: test.operator === 'between' ? test.low || test.high : test.value };
}
