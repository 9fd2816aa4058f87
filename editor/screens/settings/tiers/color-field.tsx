import { TextInput } from '@mantine/core';
import { useEffect, useId, useRef } from 'react';
import { useTyped } from '../../../canvas/pickers/use-typed.ts';
import classes from './color-field.module.css';
import { readColor } from './read-color.ts';
import { words } from '../words.ts';

interface ColorFieldProps {
	readonly label: string;
	/** What a button that chooses a colour is called. */
	readonly chooseLabel: string;
	/** `#D4AF37`; null for none. */
	readonly value: string | null;
	/** Colours that are offered first. */
	readonly offered: readonly string[];
	/** Called with `#RRGGBB`, or with null for none, when a colour is settled that differs. */
	readonly onCommit: (color: string | null) => void;
}

/** A colour by its six digits, or chosen with what the machine has for that. */
export function ColorField({ label, chooseLabel, value, offered, onCommit }: ColorFieldProps) {
	const [typed, setTyped] = useTyped(value ?? '');
	const read = readColor(typed);
	const settle = () => {
		if (read === undefined) setTyped(value ?? '');
		else if (typed !== (value ?? '')) onCommit(read);
	};
	return (
		<TextInput
			label={label}
			placeholder={words.tiers.noColor}
			dir="ltr"
			autoComplete="off"
			spellCheck={false}
			value={typed}
			error={read === undefined ? words.tiers.colorHint : undefined}
			onChange={(event) => setTyped(event.currentTarget.value)}
			onBlur={settle}
			onKeyDown={(event) => {
				if (event.key === 'Enter') {
					event.preventDefault();
					settle();
				} else if (event.key === 'Escape' && typed !== (value ?? '')) {
					event.stopPropagation();
					setTyped(value ?? '');
				}
			}}
			leftSectionPointerEvents="all"
			leftSection={
				<ColorChooser label={chooseLabel} value={read ?? value} offered={offered} onTry={setTyped} onCommit={onCommit} />
			}
		/>
	);
}

interface ColorChooserProps extends Pick<ColorFieldProps, 'label' | 'value' | 'offered'> {
	/** Called with each colour that is tried. */
	readonly onTry: (color: string) => void;
	readonly onCommit: (color: string) => void;
}

/** While a colour is being chosen many are tried; only the one that is settled on is written. */
function ColorChooser({ label, value, offered, onTry, onCommit }: ColorChooserProps) {
	const id = useId();
	const field = useRef<HTMLInputElement>(null);
	const commit = useRef(onCommit);
	useEffect(() => {
		commit.current = onCommit;
	});
	useEffect(() => {
		const input = field.current;
		// What React calls a change is every colour that is tried.
		const settle = () => input && commit.current(input.value.toUpperCase());
		input?.addEventListener('change', settle);
		return () => input?.removeEventListener('change', settle);
	}, []);
	return (
		<>
			<input
				ref={field}
				type="color"
				className={classes['chooser']}
				aria-label={label}
				title={label}
				list={id}
				data-none={value === null || undefined}
				value={(value ?? '#FFFFFF').toLowerCase()}
				onChange={(event) => onTry(event.currentTarget.value.toUpperCase())}
			/>
			<datalist id={id}>
				{offered.map((color) => (
					<option key={color} value={color} aria-label={color} />
				))}
			</datalist>
		</>
	);
}
