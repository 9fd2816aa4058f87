import { TextInput, type TextInputProps } from '@mantine/core';
import { readTime } from '../digits.ts';
import { timeWords } from '../words.ts';
import { useTyped } from './use-typed.ts';
import { says } from './says.ts';

interface TimeInputProps extends Omit<TextInputProps, 'value' | 'onChange'> {
	/** Minutes from midnight; null for a time that is not given. */
	readonly value: number | null;
	readonly onCommit: (minute: number | null) => void;
	/** Also accepts an empty field, as null. */
	readonly allowEmpty?: boolean;
}

/** A time of day on a 24 hour clock; `9`, `930` and `9:30` are understood. Arrow up and down step by a quarter of an hour. */
export function TimeInput({ value, onCommit, allowEmpty = false, ...props }: TimeInputProps) {
	const shown = value === null ? '' : timeWords(value);
	const [typed, setTyped] = useTyped(shown);
	const minute = readTime(typed);
	const empty = typed.trim() === '';
	const commit = (next: number | null) => {
		setTyped(next === null ? '' : timeWords(next));
		if (next !== value) onCommit(next);
	};
	const settle = () => {
		if (minute !== null) commit(minute);
		else if (empty && allowEmpty) commit(null);
		else setTyped(shown);
	};
	return (
		<TextInput
			placeholder="00:00"
			{...props}
			value={typed}
			inputMode="numeric"
			autoComplete="off"
			dir="ltr"
			error={minute === null && !(empty && allowEmpty) ? says.aTime({ example: '18:30' }) : undefined}
			onChange={(event) => setTyped(event.currentTarget.value)}
			onBlur={settle}
			onKeyDown={(event) => {
				const step = event.key === 'ArrowUp' ? 15 : event.key === 'ArrowDown' ? -15 : 0;
				if (event.key === 'Enter') settle();
				else if (step !== 0) commit(((minute ?? 0) + step + 1440) % 1440);
				else return;
				event.preventDefault();
			}}
		/>
	);
}
