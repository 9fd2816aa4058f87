import { Combobox, Text, useCombobox } from '@mantine/core';
import type { TablerIcon } from '@tabler/icons-react';
import { type HTMLAttributes, type ReactNode, useEffect, useState } from 'react';
import { useCanvas } from '../canvas-context.ts';
import { WithNames } from './with-names.tsx';
import classes from './add-menu.module.css';
import { says } from '../says.ts';

/** One thing that can be added. */
export interface AddChoice {
	readonly key: string;
	readonly title: string;
	/** What it does, in one line. */
	readonly doc: string;
	readonly Icon: TablerIcon;
	/** What would be inserted; null where something is missing, see `needs`. */
	readonly text: string | null;
	readonly needs?: string | undefined;
	/** The rule has one already. */
	readonly used?: boolean;
}

interface AddMenuProps {
	/** The id by which the arrow keys reach the button. */
	readonly id: string;
	readonly label: string;
	readonly choices: readonly AddChoice[];
	readonly className: string | undefined;
	readonly onAdd: (choice: AddChoice & { readonly text: string }) => void;
	readonly children: ReactNode;
	/** The card that the focus goes back to; by default the button. */
	readonly returnTo?: string;
	/** What makes the button a line of a tree. */
	readonly item?: HTMLAttributes<HTMLButtonElement>;
}

/** A button that opens a list of what can be added, with a search. */
export function AddMenu({ id, label, choices, className, onAdd, children, item, returnTo }: AddMenuProps) {
	const canvas = useCanvas();
	const [search, setSearch] = useState('');
	const combobox = useCombobox({
		opened: canvas.opened?.id === id,
		onOpenedChange: (opened) => canvas.open(opened ? { id, part: 'picker' } : null),
		onDropdownClose: () => {
			combobox.resetSelectedOption();
			setSearch('');
		},
	});
	const { dropdownOpened, focusSearchInput, selectFirstOption } = combobox;
	// Whatever opened the list, a click or a key of the canvas: what is typed next is searched for.
	useEffect(() => {
		if (!dropdownOpened) return;
		focusSearchInput();
		selectFirstOption();
	}, [dropdownOpened, focusSearchInput, selectFirstOption]);
	const wanted = search.trim().toLowerCase();
	const found = choices.filter(({ title, doc }) => `${title} ${doc}`.toLowerCase().includes(wanted));
	const choose = (key: string) => {
		const choice = choices.find((each) => each.key === key);
		combobox.closeDropdown();
		if (choice?.text) onAdd({ ...choice, text: choice.text });
	};
	return (
		<Combobox store={combobox} width={380} position="bottom-start" shadow="lg" offset={6} onOptionSubmit={choose}>
			<Combobox.Target targetType="button" withAriaAttributes={false}>
				<button
					type="button"
					className={className}
					data-card={id}
					tabIndex={canvas.activeId === id ? 0 : -1}
					aria-haspopup="listbox"
					aria-expanded={combobox.dropdownOpened}
					onFocus={() => canvas.activate(id)}
					onClick={() => combobox.toggleDropdown()}
					{...item}
					{...(item && { 'aria-expanded': undefined, 'data-open': combobox.dropdownOpened || undefined })}
				>
					{children}
				</button>
			</Combobox.Target>
			<Combobox.Dropdown data-canvas-popover>
				<Combobox.Search
					aria-label={says.searchIn({ list: label })}
					placeholder={says.search}
					value={search}
					onChange={(event) => {
						setSearch(event.currentTarget.value);
						combobox.selectFirstOption();
					}}
					onKeyDown={(event) => {
						if (event.key === 'Escape') canvas.focusCard(returnTo ?? id);
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
			</Combobox.Dropdown>
		</Combobox>
	);
}
