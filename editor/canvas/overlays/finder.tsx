import { Modal, TextInput } from '@mantine/core';
import { IconSearch, type TablerIcon } from '@tabler/icons-react';
import { type KeyboardEvent, useState } from 'react';
import classes from './overlays.module.css';
import { says } from '../says.ts';

/** One thing that can be found. */
export interface Findable {
	readonly key: string;
	readonly title: string;
	readonly aside?: string | undefined;
	readonly Icon: TablerIcon;
	readonly run: () => void;
}

interface FinderProps {
	readonly title: string;
	readonly placeholder: string;
	/** What there is for a search. */
	readonly find: (search: string) => readonly Findable[];
	readonly onClose: () => void;
}

// A field over a list that stays: no element of HTML is that.
const fieldRole = { role: 'combobox', 'aria-expanded': true, 'aria-controls': 'finder-list' } as const;
const listRole = { id: 'finder-list', role: 'listbox' } as const;
const optionRole = { role: 'option' } as const;

/** A search over the canvas: what is typed narrows the list, arrow keys walk it, Enter takes one. */
export function Finder({ title, placeholder, find, onClose }: FinderProps) {
	const [search, setSearch] = useState('');
	const [at, setAt] = useState(0);
	const found = find(search);
	const active = Math.min(at, found.length - 1);
	const take = (choice: Findable | undefined) => {
		if (!choice) return;
		onClose();
		choice.run();
	};
	const press = (event: KeyboardEvent) => {
		const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
		if (step !== 0) setAt((active + step + found.length) % Math.max(1, found.length));
		else if (event.key === 'Enter') take(found[active]);
		else return;
		event.preventDefault();
	};
	return (
		<Modal opened onClose={onClose} title={title} returnFocus={false} zIndex="var(--en-layer-dialog)" yOffset="12vh">
			<TextInput
				aria-label={title}
				{...fieldRole}
				aria-activedescendant={found.length > 0 ? `finder-${active}` : undefined}
				data-autofocus
				autoComplete="off"
				placeholder={placeholder}
				leftSection={<IconSearch size={14} aria-hidden />}
				value={search}
				onChange={(event) => {
					setSearch(event.currentTarget.value);
					setAt(0);
				}}
				onKeyDown={press}
			/>
			{found.length === 0 && <p className={classes['none']}>{says.nothingFound}</p>}
			<div {...listRole} aria-label={title} className={classes['found']} tabIndex={-1}>
				{found.map((choice, index) => (
					// The field above has the focus and the keys.
					// oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
					<div
						key={choice.key}
						id={`finder-${index}`}
						{...optionRole}
						tabIndex={-1}
						aria-selected={index === active}
						className={classes['choice']}
						onClick={() => take(choice)}
						onMouseMove={() => setAt(index)}
					>
						<choice.Icon size={16} aria-hidden />
						<bdi className={classes['what']}>{choice.title}</bdi>
						{choice.aside && (
							<span className={classes['aside']} dir="ltr">
								{choice.aside}
							</span>
						)}
					</div>
				))}
			</div>
		</Modal>
	);
}
