import { Kbd, TextInput } from '@mantine/core';
import { IconSearch, type TablerIcon } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { keyNames } from './key-names.ts';
import classes from './search-list.module.css';

/** One thing that can be found. */
export interface Findable {
	readonly key: string;
	readonly title: string;
	/** The heading under which it stands; those of one heading stand together. */
	readonly heading?: string;
	/** The keys that do the same, see `keyNames`. */
	readonly keys?: string | undefined;
	readonly Icon: TablerIcon;
	readonly run: () => void;
}

interface SearchListProps<T extends Findable> {
	readonly label: string;
	readonly placeholder: string;
	/** What is said where nothing is found. */
	readonly none: string;
	/** What there is for what was typed, in its order. */
	readonly find: (typed: string) => readonly T[];
	readonly onTake: (choice: T) => void;
	readonly onType?: (typed: string) => void;
}

// A field over a list that stays: no element of HTML is that.
const fieldRole = { role: 'combobox', 'aria-expanded': true, 'aria-autocomplete': 'list' } as const;
const listRole = { role: 'listbox' } as const;
const groupRole = { role: 'group' } as const;
const optionRole = { role: 'option' } as const;

/** How far Page Up and Page Down go. */
const PAGE = 8;

/** A search in a dialog: what is typed narrows the list, arrow keys walk it, Enter takes one. */
export function SearchList<T extends Findable>({ label, placeholder, none, find, onTake, onType }: SearchListProps<T>) {
	const id = useId();
	const [typed, setTyped] = useState('');
	const [at, setAt] = useState(0);
	const found = grouped(find(typed));
	const active = Math.min(at, found.length - 1);
	const press = (event: KeyboardEvent) => {
		const to = { ArrowDown: active + 1, ArrowUp: active - 1, PageDown: active + PAGE, PageUp: active - PAGE }[event.key];
		const chosen = found[active];
		if (event.key === 'Enter' && chosen) onTake(chosen);
		else if (to === undefined) return;
		else if (event.key.startsWith('Page')) setAt(Math.max(0, Math.min(to, found.length - 1)));
		else setAt((to + found.length) % Math.max(1, found.length));
		event.preventDefault();
	};
	return (
		<>
			<TextInput
				aria-label={label}
				{...fieldRole}
				aria-controls={id}
				aria-activedescendant={found.length > 0 ? optionId(id, active) : undefined}
				data-autofocus
				autoComplete="off"
				spellCheck={false}
				placeholder={placeholder}
				leftSection={<IconSearch size={16} aria-hidden />}
				value={typed}
				onChange={({ currentTarget: { value } }) => {
					setTyped(value);
					setAt(0);
					onType?.(value);
				}}
				onKeyDown={press}
			/>
			{found.length === 0 ? <p className={classes['none']}>{none}</p> : null}
			<Found {...{ id, label, found, active, onTake }} onPoint={setAt} />
		</>
	);
}

interface FoundProps<T extends Findable> {
	readonly id: string;
	readonly label: string;
	readonly found: readonly T[];
	readonly active: number;
	readonly onPoint: (at: number) => void;
	readonly onTake: (choice: T) => void;
}

function Found<T extends Findable>({ id, label, found, active, onPoint, onTake }: FoundProps<T>) {
	const list = useRef<HTMLDivElement>(null);
	// With every rendering: what is active may have moved, and so may the list around it.
	useEffect(() => {
		list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
	});
	const options = found.map((choice, index) => (
		// The field above has the focus and the keys.
		// oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
		<div
			key={choice.key}
			id={optionId(id, index)}
			{...optionRole}
			tabIndex={-1}
			aria-selected={index === active}
			className={classes['choice']}
			onClick={() => onTake(choice)}
			onMouseMove={() => onPoint(index)}
		>
			<choice.Icon size={16} aria-hidden />
			<span className={classes['what']}>
				<bdi>{choice.title}</bdi>
			</span>
			{choice.keys === undefined ? null : <Keys keys={choice.keys} />}
		</div>
	));
	const headings = [...new Set(found.map(({ heading }) => heading))];
	return (
		<div ref={list} id={id} {...listRole} aria-label={label} className={classes['found']} tabIndex={-1}>
			{headings.map((heading) => {
				const own = options.filter((_, index) => found[index]?.heading === heading);
				if (heading === undefined) return own;
				return (
					<div key={heading} {...groupRole} aria-label={heading}>
						<div className={classes['group']} aria-hidden="true">
							{heading}
						</div>
						{own}
					</div>
				);
			})}
		</div>
	);
}

function Keys({ keys }: { readonly keys: string }) {
	return (
		<span className={classes['keys']} dir="ltr">
			{keyNames(keys).map((key) => (
				<Kbd key={key} size="xs">
					{key}
				</Kbd>
			))}
		</span>
	);
}

function optionId(list: string, index: number): string {
	return `${list}-${index}`;
}

/** Headings stay together, in the order of their best results. */
function grouped<T extends Findable>(found: readonly T[]): T[] {
	const headings = [...new Set(found.map(({ heading }) => heading))];
	return headings.flatMap((heading) => found.filter((each) => each.heading === heading));
}
