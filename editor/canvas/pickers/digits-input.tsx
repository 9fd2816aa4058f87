import { TextInput, type TextInputProps } from '@mantine/core';
import { type KeyboardEvent } from 'react';
import { readDigits, stepDigits } from '../digits.ts';
import { groupDigits } from '../words.ts';
import { useTyped } from './use-typed.ts';
import { says } from './says.ts';

interface DigitsInputProps extends Omit<TextInputProps, 'value' | 'onChange'> {
	/** Plain digits; empty for a number that is missing. */
	readonly value: string;
	/** How many decimals may be typed. */
	readonly decimals: number;
	/** Called when Enter, an arrow key or leaving the field settles a valid number that differs. */
	readonly onCommit: (digits: string) => void;
	/** Also accepts an empty field, as `''`. */
	readonly allowEmpty?: boolean;
}

/** A number field that never goes through a floating point number. Arrow up and down step by 1, with Shift by 10. */
export function DigitsInput({ value, decimals, onCommit, allowEmpty = false, error, ...props }: DigitsInputProps) {
	const shown = groupDigits(value);
	const [typed, setTyped] = useTyped(shown);
	const digits = readDigits(typed, decimals);
	const empty = typed.trim() === '';
	const wrong = digits === null && !(empty && (allowEmpty || value === ''));
	const commit = (next: string) => {
		setTyped(groupDigits(next));
		if (next !== value) onCommit(next);
	};
	const settle = () => {
		if (digits !== null) commit(digits);
		else if (empty && allowEmpty) commit('');
		else setTyped(shown);
	};
	const press = (event: KeyboardEvent<HTMLInputElement>) => {
		const step = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0;
		if (event.key === 'Enter') {
			event.preventDefault();
			settle();
		} else if (step !== 0 && !event.altKey) {
			event.preventDefault();
			commit(stepDigits(digits ?? (value || '0'), step * (event.shiftKey ? 10 : 1)));
		}
	};
	return (
		<TextInput
			{...props}
			value={typed}
			inputMode="decimal"
			autoComplete="off"
			error={wrong ? whatIsWrong(decimals) : error}
			onChange={(event) => setTyped(event.currentTarget.value)}
			onKeyDown={press}
			onBlur={settle}
		/>
	);
}

function whatIsWrong(decimals: number): string {
	if (decimals === 0) return says.aWholeNumber;
	return says.aNumber({ decimals });
}
