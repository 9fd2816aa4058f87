import { Popover, Text, TextInput, Tooltip, UnstyledButton } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { type KeyboardEvent, useState } from 'react';
import type { Performed } from '../../document/perform.ts';
import { Backticks } from '../../panels/backticks.tsx';
import classes from './rule-bar.module.css';
import { words } from './words.ts';
import { refusalWords } from '../../messages/refusal-words.ts';

interface RuleNameProps {
	readonly name: string;
	readonly disabled: boolean;
	readonly onRename: (name: string) => Performed;
}

/** The rule's name; a click or F2 makes it a field, Enter renames, Escape leaves it as it was. */
export function RuleName({ name, disabled, onRename }: RuleNameProps) {
	const [typed, setTyped] = useState<string | null>(null);
	const [refusal, setRefusal] = useState<string | null>(null);
	const start = () => {
		if (disabled) return;
		setRefusal(null);
		setTyped(name);
	};
	useHotkeys([['F2', start]]);
	if (typed === null) {
		return (
			<Tooltip label={words.renameHint}>
				<UnstyledButton className={classes['name']} aria-label={words.rename({ name })} onClick={start} disabled={disabled}>
					<bdi className="en-truncate">{name}</bdi>
				</UnstyledButton>
			</Tooltip>
		);
	}
	const commit = () => {
		const wished = typed.trim();
		if (wished === name || wished === '') return setTyped(null);
		const performed = onRename(wished);
		if (performed.ok) setTyped(null);
		else setRefusal(refusalWords(performed));
	};
	const press = (event: KeyboardEvent) => {
		if (event.key === 'Enter') commit();
		else if (event.key === 'Escape') setTyped(null);
	};
	return (
		<Popover opened={refusal !== null} position="bottom-start" withRoles={false}>
			<Popover.Target>
				<TextInput
					className={classes['nameField']}
					aria-label={words.nameLabel}
					value={typed}
					error={refusal !== null}
					// The field is there because its name was just asked for.
					data-autofocus
					ref={(field) => {
						if (field && document.activeElement !== field) field.select();
					}}
					onChange={(event) => {
						setRefusal(null);
						setTyped(event.currentTarget.value);
					}}
					onBlur={() => (refusal ? setTyped(null) : commit())}
					onKeyDown={press}
				/>
			</Popover.Target>
			<Popover.Dropdown>
				<Text size="sm" c="var(--en-danger)" role="alert" maw={320}>
					<Backticks text={refusal ?? ''} />
				</Text>
			</Popover.Dropdown>
		</Popover>
	);
}
