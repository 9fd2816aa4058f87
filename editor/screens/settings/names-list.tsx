import { ActionIcon, Button, TextInput, Tooltip } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import type { Name } from '#grammar';
import { references, rename } from '#compiler/service';
import { useReading, useWorkspace } from '../../document/workspace.tsx';
import { refusalWords } from '../../messages/refusal-words.ts';
import { useToasts } from '../../panels/toasts.tsx';
import { NameInput } from './name-input.tsx';
import classes from './names-list.module.css';
import { words } from './words.ts';

interface NamesListProps {
	/** What a new one is called: `New channel`. */
	readonly newLabel: string;
	readonly names: readonly Name[];
	/** What is shown where there is none. */
	readonly none: string;
	/** Writes the list with one more name at its end, or without one. Answers whether it was accepted. */
	readonly onAdd: (name: string) => boolean;
	readonly onRemove: (name: Name) => void;
}

/** Names that the program declares in one list: renamed in place wherever they are used, and removed while nothing uses them. */
export function NamesList({ newLabel, names, none, onAdd, onRemove }: NamesListProps) {
	const taken = names.map(({ text }) => text);
	return (
		<div className={classes['list']}>
			{names.length === 0 ? (
				<p className={classes['none']}>{none}</p>
			) : (
				<ul className={classes['names']}>
					{names.map((name) => (
						<OneName key={name.span.start} name={name} taken={taken} onRemove={() => onRemove(name)} />
					))}
				</ul>
			)}
			<NewName label={newLabel} taken={taken} onAdd={onAdd} />
		</div>
	);
}

interface OneNameProps {
	readonly name: Name;
	readonly taken: readonly string[];
	readonly onRemove: () => void;
}

function OneName({ name, taken, onRemove }: OneNameProps) {
	const reading = useReading();
	const uses = references(reading, name.span.start, { includeDeclaration: false }).length;
	const renameTo = useRename();
	return (
		<li className={classes['name']}>
			<NameInput
				className={classes['field']}
				aria-label={words.frame.renameNamed({ name: name.text })}
				value={name.text}
				taken={taken}
				onCommit={(wanted) => renameTo(name, wanted)}
			/>
			<span className={classes['uses']}>{words.frame.usedBy({ count: uses })}</span>
			<Tooltip label={uses > 0 ? words.frame.stillUsed : words.frame.remove}>
				<ActionIcon
					aria-label={words.frame.removeNamed({ name: name.text })}
					{...(uses > 0 && { 'data-disabled': true, 'aria-disabled': true })}
					onClick={() => uses === 0 && onRemove()}
				>
					<IconTrash size={16} aria-hidden />
				</ActionIcon>
			</Tooltip>
		</li>
	);
}

/** Renames what is declared under a name, wherever it is used; what is refused is shown. */
function useRename(): (name: Name, wanted: string) => boolean {
	const { document } = useWorkspace();
	const toasts = useToasts();
	return (name, wanted) => {
		const { reading } = document.current();
		const planned = rename(reading, name.span.start, wanted, reading.checked.options);
		if (planned.ok) document.apply(planned.edits, { label: planned.label, origin: 'list' });
		else toasts.show({ tone: 'refused', message: refusalWords(planned) });
		return planned.ok;
	};
}

interface NewNameProps {
	readonly label: string;
	readonly taken: readonly string[];
	readonly onAdd: (name: string) => boolean;
}

/** A field for one name more. */
export function NewName({ label, taken, onAdd }: NewNameProps) {
	const [typed, setTyped] = useState('');
	const wanted = typed.trim();
	const isTaken = taken.includes(wanted);
	const submit = (event: FormEvent) => {
		event.preventDefault();
		if (wanted !== '' && !isTaken && onAdd(wanted)) setTyped('');
	};
	return (
		<form className={classes['new']} onSubmit={submit}>
			<TextInput
				className={classes['field']}
				aria-label={label}
				placeholder={label}
				dir="auto"
				autoComplete="off"
				value={typed}
				error={isTaken ? words.general.taken : undefined}
				onChange={(event) => setTyped(event.currentTarget.value)}
			/>
			<Button
				type="submit"
				variant="default"
				leftSection={<IconPlus size={14} aria-hidden />}
				disabled={wanted === '' || isTaken}
			>
				{words.general.add}
			</Button>
		</form>
	);
}
