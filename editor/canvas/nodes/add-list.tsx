import { Combobox, type ComboboxStore, Text, useCombobox } from '@mantine/core';
import { type RefObject, useEffect, useState } from 'react';
import { Anchor } from '../../panels/anchor.tsx';
import { says } from '../says.ts';
import classes from './add-list.module.css';
import { type AddChoice, type Addable, useChoices } from './choices.ts';
import { useFieldFocus } from './use-field-focus.ts';
import { WithNames } from './with-names.tsx';

interface AddListProps {
	readonly label: string;
	readonly of: Addable;
	/** What opened it. */
	readonly button: RefObject<HTMLElement | null>;
	readonly onAdd: (choice: AddChoice & { readonly text: string }) => void;
	readonly onClose: () => void;
	/** It was left by the Escape key. */
	readonly onEscape: () => void;
}

/** The open list of what can be added, with a search. */
export function AddList({ label, of, button, onAdd, onClose, onEscape }: AddListProps) {
	const choices = useChoices(of);
	const combobox = useCombobox({ opened: true, onOpenedChange: (opened) => !opened && onClose() });
	const choose = (key: string) => {
		const choice = choices.find((each) => each.key === key);
		combobox.closeDropdown();
		if (choice?.text) onAdd({ ...choice, text: choice.text });
	};
	return (
		<Combobox store={combobox} width={380} position="bottom-start" shadow="lg" offset={6} onOptionSubmit={choose}>
			<Combobox.Target withAriaAttributes={false} withKeyboardNavigation={false}>
				<Anchor of={button} />
			</Combobox.Target>
			<Combobox.Dropdown data-canvas-popover>
				<Choices {...{ label, choices, combobox, onEscape }} />
			</Combobox.Dropdown>
		</Combobox>
	);
}

interface ChoicesProps extends Pick<AddListProps, 'label' | 'onEscape'> {
	readonly choices: readonly AddChoice[];
	readonly combobox: ComboboxStore;
}

function Choices({ label, choices, combobox, onEscape }: ChoicesProps) {
	const [search, setSearch] = useState('');
	const { searchRef, selectFirstOption } = combobox;
	// Whatever opened the list, a click or a key of the canvas: what is typed next is searched for, be it typed ever so soon.
	useFieldFocus(searchRef);
	useEffect(() => void selectFirstOption(), [selectFirstOption]);
	const wanted = search.trim().toLowerCase();
	const found = choices.filter(({ title, doc }) => `${title} ${doc}`.toLowerCase().includes(wanted));
	return (
		<>
			<Combobox.Search
				aria-label={says.searchIn({ list: label })}
				placeholder={says.search}
				value={search}
				onChange={(event) => {
					setSearch(event.currentTarget.value);
					selectFirstOption();
				}}
				onKeyDown={(event) => {
					if (event.key === 'Escape') onEscape();
				}}
			/>
			<Combobox.Options mah={440} style={{ overflowY: 'auto' }} aria-label={label} tabIndex={0}>
				{found.length === 0 && <Combobox.Empty>{says.nothingNamed}</Combobox.Empty>}
				{found.map(({ key, title, doc, Icon, text, needs, used = false }) => (
					<Combobox.Option key={key} value={key} disabled={text === null} className={classes['option']}>
						<span className={classes['icon']}>
							<Icon size={16} stroke={1.75} aria-hidden />
						</span>
						<span>
							<Text component="span" className={classes['title']}>
								{title}
								{used && <span className={classes['used']}>{says.inThisRule}</span>}
							</Text>
							<Text component="span" className={classes['doc']}>
								<WithNames text={(text === null ? needs : doc) ?? ''} />
							</Text>
						</span>
					</Combobox.Option>
				))}
			</Combobox.Options>
		</>
	);
}
