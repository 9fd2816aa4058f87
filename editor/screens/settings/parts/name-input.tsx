import { TextInput, type TextInputProps } from '@mantine/core';
import { useTyped } from '../../../canvas/pickers/use-typed.ts';
import { words } from '../words.ts';

interface NameInputProps extends Omit<TextInputProps, 'value' | 'onChange'> {
	readonly value: string;
	/** Names that others have. */
	readonly taken: readonly string[];
	/** Called with the new name, trimmed, when Enter or leaving the field settles it. Answers whether it was accepted. */
	readonly onCommit: (name: string) => boolean;
}

/** The name of something, to be changed in place. Escape and an empty name give it up. */
export function NameInput({ value, taken, onCommit, ...props }: NameInputProps) {
	const [typed, setTyped] = useTyped(value);
	const wanted = typed.trim();
	const isTaken = wanted !== value && taken.includes(wanted);
	const settle = () => {
		if (wanted === value || wanted === '' || isTaken || !onCommit(wanted)) setTyped(value);
	};
	return (
		<TextInput
			{...props}
			value={typed}
			dir="auto"
			autoComplete="off"
			error={isTaken ? words.general.taken : undefined}
			onChange={(event) => setTyped(event.currentTarget.value)}
			onBlur={settle}
			onKeyDown={(event) => {
				if (event.key === 'Enter') {
					event.preventDefault();
					if (!isTaken) settle();
				} else if (event.key === 'Escape' && typed !== value) {
					event.stopPropagation();
					setTyped(value);
				}
			}}
		/>
	);
}
