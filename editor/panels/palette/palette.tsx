import { Kbd, Modal, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useWorkspace } from '../../document/workspace.tsx';
import { useAnnounce } from '../announcer.tsx';
import { useOpened } from '../use-opened.ts';
import { ranked } from './fuzzy.ts';
import classes from './palette.module.css';
import { type Destination, useDestinations } from './use-destinations.ts';
import { words } from './words.ts';

interface PaletteProps {
	readonly opened: boolean;
	readonly onClose: () => void;
	readonly onPublish: () => void;
}

// A field over a list that stays: no element of HTML is that.
const fieldRole = {
	role: 'combobox',
	'aria-expanded': true,
	'aria-controls': 'palette-list',
	'aria-autocomplete': 'list',
} as const;
const listRole = { id: 'palette-list', role: 'listbox' } as const;
const groupRole = { role: 'group' } as const;
const optionRole = { role: 'option' } as const;

/** How many results are drawn: more are found by typing more. */
const MOST = 60;
/** How far Page Up and Page Down go. */
const PAGE = 8;

/** A dialog with every rule, screen and command of the program. */
export function Palette({ opened: asked, onClose, onPublish }: PaletteProps) {
	const opened = useOpened(asked);
	// Whoever goes elsewhere does not come back to where they were.
	const [leaves, setLeaves] = useState(false);
	const take = ({ leads, run }: Destination) => {
		setLeaves(leads);
		onClose();
		run();
	};
	return (
		<Modal
			opened={opened}
			onClose={onClose}
			onEnterTransitionEnd={() => setLeaves(false)}
			returnFocus={!leaves}
			title={words.title}
			size={620}
			zIndex="var(--en-layer-dialog)"
			yOffset="10vh"
			centered={false}
		>
			{opened ? <Search onTake={take} onPublish={onPublish} /> : null}
		</Modal>
	);
}

interface SearchProps {
	readonly onTake: (destination: Destination) => void;
	readonly onPublish: () => void;
}

/** What is typed narrows the list, arrow keys walk it, Enter takes one. */
function Search({ onTake, onPublish }: SearchProps) {
	const [typed, setTyped] = useState('');
	const [at, setAt] = useState(0);
	const announce = useAnnounce();
	const destinations = useDestinations(onPublish);
	const searchRules = useSearchRules(typed);
	const found = grouped([...ranked(typed, destinations, ({ title }) => title).slice(0, MOST), ...searchRules]);
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
				aria-label={words.title}
				{...fieldRole}
				aria-activedescendant={found.length > 0 ? `palette-${active}` : undefined}
				data-autofocus
				autoComplete="off"
				spellCheck={false}
				placeholder={words.placeholder}
				leftSection={<IconSearch size={16} aria-hidden />}
				value={typed}
				onChange={({ currentTarget: { value } }) => {
					setTyped(value);
					setAt(0);
					announce(words.found({ count: ranked(value, destinations, ({ title }) => title).length }));
				}}
				onKeyDown={press}
			/>
			{found.length === 0 ? <p className={classes['none']}>{words.none}</p> : null}
			<Found found={found} active={active} onPoint={setAt} onTake={onTake} />
		</>
	);
}

interface FoundProps {
	readonly found: readonly Destination[];
	readonly active: number;
	readonly onPoint: (at: number) => void;
	readonly onTake: (destination: Destination) => void;
}

function Found({ found, active, onPoint, onTake }: FoundProps) {
	const list = useRef<HTMLDivElement>(null);
	// With every rendering: what is active may have moved, and so may the list around it.
	useEffect(() => {
		list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
	});
	const groups = [...new Set(found.map(({ group }) => group))];
	return (
		<div ref={list} {...listRole} aria-label={words.title} className={classes['found']} tabIndex={-1}>
			{groups.map((group) => (
				<div key={group} {...groupRole} aria-label={words.groups[group]}>
					<div className={classes['group']} aria-hidden="true">
						{words.groups[group]}
					</div>
					{found.map((destination, index) =>
						destination.group === group ? (
							// The field above has the focus and the keys.
							// oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
							<div
								key={destination.key}
								id={`palette-${index}`}
								{...optionRole}
								tabIndex={-1}
								aria-selected={index === active}
								className={classes['choice']}
								onClick={() => onTake(destination)}
								onMouseMove={() => onPoint(index)}
							>
								<destination.Icon size={16} aria-hidden />
								<span className={classes['what']}>
									<bdi>{destination.title}</bdi>
								</span>
								{destination.keys === undefined ? null : <Keys keys={destination.keys} />}
							</div>
						) : null,
					)}
				</div>
			))}
		</div>
	);
}

function Keys({ keys }: { readonly keys: string }) {
	return (
		<span className={classes['keys']} dir="ltr">
			{keys.split(' ').map((key) => (
				<Kbd key={key} size="xs">
					{key}
				</Kbd>
			))}
		</span>
	);
}

/** Groups stay together, in the order of their best results. */
function grouped(found: readonly Destination[]): Destination[] {
	const groups = [...new Set(found.map(({ group }) => group))];
	return groups.flatMap((group) => found.filter((each) => each.group === group));
}

/** What is typed can always be searched for in the rules themselves. */
function useSearchRules(typed: string): Destination[] {
	const { program } = useWorkspace();
	const navigate = useNavigate();
	const search = typed.trim();
	if (search === '') return [];
	const run = () => void navigate({ to: '/programs/$program', params: { program }, search: { tab: 'all', search } });
	return [{ key: 'search', group: 'screens', leads: true, title: words.searchRules({ search }), Icon: IconSearch, run }];
}
