import { TextInput } from '@mantine/core';
import { useId } from 'react';
import { readDigits, stepDigits } from '../../canvas/digits.ts';

interface NumberFieldProps {
	readonly label: string;
	/** As it was typed. */
	readonly value: string;
	/** What stands before it: a currency. */
	readonly unit?: string;
	/** What stands behind it. */
	readonly of?: string;
	readonly placeholder?: string;
	readonly fault: string | null;
	/** The label is for those who listen; something beside the field says it too. */
	readonly hidesLabel?: boolean;
	readonly onChange: (typed: string) => void;
}

const MOST_DECIMALS = 6;
const WIDTH = { wrapper: { maxWidth: 260 } } as const;

/** A number that answers with each key. Arrow up and down step by 1, with Shift by 10; whoever asks decides what is wrong. */
export function NumberField({ label, value, unit, of, placeholder, fault, hidesLabel, onChange }: NumberFieldProps) {
	const id = useId();
	return (
		<TextInput
			{...(hidesLabel ? { 'aria-label': label } : { label })}
			value={value}
			inputMode="decimal"
			autoComplete="off"
			styles={WIDTH}
			{...(placeholder === undefined ? {} : { placeholder })}
			{...(unit ? { leftSection: <span id={id}>{unit}</span>, leftSectionWidth: 48 } : {})}
			{...(of ? { rightSection: <span>{of}</span>, rightSectionWidth: 24 + of.length * 7 } : {})}
			error={fault}
			onChange={(event) => onChange(event.currentTarget.value)}
			onKeyDown={(event) => {
				const step = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0;
				if (step === 0 || event.altKey) return;
				event.preventDefault();
				onChange(stepDigits(readDigits(value, MOST_DECIMALS) ?? '0', step * (event.shiftKey ? 10 : 1)));
			}}
		/>
	);
}
