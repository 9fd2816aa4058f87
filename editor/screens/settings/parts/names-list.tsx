import { Button, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import type { Missing, Name } from '#grammar';
import { references } from '#compiler/service';
import { useReading } from '../../../document/workspace.tsx';
import { NameInput } from './name-input.tsx';
import classes from './names-list.module.css';
import { RemoveButton } from './remove-button.tsx';
import { useListFocus } from './use-list-focus.ts';
import { useRename } from './use-rename.ts';
import { words } from '../words.ts';

interface NamesListProps {
	/** What a new one is called: `New channel`. */
	readonly newLabel: string;
	readonly names: readonly Name[];
	/** What is shown where there is none. */
	readonly none: string;
	/** The last one cannot be removed. */
	readonly needsOne?: boolean;
	/** Writes the list with one more name at its end, or without one. Answers whether it was accepted. */
	readonly onAdd: (name: string) => boolean;
	readonly onRemove: (name: Name) => boolean;
}

/** Names that the program declares in one list: renamed in place wherever they are used, and removed while nothing uses them. */
export function NamesList({ newLabel, names, none, needsOne = false, onAdd, onRemove }: NamesListProps) {
	const renameTo = useRename();
	const { item, adder, focusAt } = useListFocus();
	const taken = names.map(({ text }) => text);
	return (
		<div className={classes['list']}>
			{names.length === 0 ? (
				<p className={classes['none']}>{none}</p>
			) : (
				<ul className={classes['names']}>
					{names.map((name, index) => (
						// A field is known by its place: what is changed above it moves its text, and must not take the focus from it.
						// oxlint-disable-next-line react/no-array-index-key
						<li key={index} {...item}>
							<OneName
								name={name}
								taken={taken}
								isNeeded={needsOne && names.length === 1}
								onName={(wanted) => renameTo(name, wanted)}
								onRemove={() => onRemove(name) && focusAt(index)}
							/>
						</li>
					))}
				</ul>
			)}
			<NewName label={newLabel} taken={taken} field={adder} onAdd={onAdd} />
		</div>
	);
}

interface OneNameProps {
	readonly name: Name | Missing;
	readonly taken: readonly string[];
	/** It is the only one, and one is needed. */
	readonly isNeeded?: boolean;
	/** Gives it another name. Answers whether it was accepted. */
	readonly onName: (wanted: string) => boolean;
	readonly onRemove: () => void;
}

/** One name of a list, how often it is used, and a way to remove it. */
export function OneName({ name, taken, isNeeded = false, onName, onRemove }: OneNameProps) {
	const uses = useUses(name);
	const shown = name.kind === 'name' ? name.text : words.frame.unnamed;
	const why = uses > 0 ? words.frame.stillUsed : isNeeded ? words.frame.onlyOne : null;
	return (
		<div className={classes['name']}>
			<NameInput
				className={classes['field']}
				aria-label={words.frame.renameNamed({ name: shown })}
				value={name.kind === 'name' ? name.text : ''}
				taken={taken}
				onCommit={onName}
			/>
			<span className={classes['uses']}>{words.frame.usedBy({ count: uses })}</span>
			<RemoveButton name={shown} why={why} onRemove={onRemove} />
		</div>
	);
}

/** In how many places something is used; none for what has no name. */
export function useUses(name: Name | Missing): number {
	const reading = useReading();
	if (name.kind === 'missing') return 0;
	return references(reading, name.span.start, { includeDeclaration: false }).length;
}

interface NewNameProps {
	readonly label: string;
	readonly taken: readonly string[];
	/** Marks the field for those who look for it. */
	readonly field?: object;
	readonly onAdd: (name: string) => boolean;
}

/** A field for one name more. */
export function NewName({ label, taken, field, onAdd }: NewNameProps) {
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
				{...field}
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
