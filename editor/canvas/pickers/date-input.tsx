import { TextInput } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { type LocalDate, parseIsoDate } from '#compiler';

interface DateInputProps {
	readonly label: string;
	/** `2026-02-07`; empty for a day that is not given. */
	readonly value: string;
	/** Called when Enter or leaving the field settles a day that differs; null when the field was emptied. */
	readonly onCommit: (date: LocalDate | null) => void;
}

/** A day in the browser's own date field. */
export function DateInput({ label, value, onCommit }: DateInputProps) {
	const field = useRef<HTMLInputElement>(null);
	// The browser holds what is typed: a date that is half typed has no value, and must not be taken for none.
	useEffect(() => {
		if (field.current && field.current.value !== value) field.current.value = value;
	}, [value]);
	const settle = () => {
		const input = field.current;
		if (!input || input.value === value || input.validity.badInput) return;
		const date = parseIsoDate(input.value);
		if (date || input.value === '') onCommit(date);
	};
	return (
		<TextInput
			ref={field}
			type="date"
			label={label}
			flex={1}
			defaultValue={value}
			onBlur={settle}
			onKeyDown={(event) => {
				if (event.key !== 'Enter') return;
				event.preventDefault();
				settle();
			}}
		/>
	);
}
