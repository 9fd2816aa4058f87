import { Modal } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useWorkspace } from '../../document/workspace.tsx';
import { useAnnounce } from '../announcer.tsx';
import { SearchList } from '../search-list.tsx';
import { useOpened } from '../use-opened.ts';
import { ranked } from './fuzzy.ts';
import { type Destination, useDestinations } from './use-destinations.ts';
import { words } from './words.ts';

interface PaletteProps {
	readonly opened: boolean;
	readonly onClose: () => void;
	readonly onPublish: () => void;
}

/** How many results are drawn: more are found by typing more. */
const MOST = 60;

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

function Search({ onTake, onPublish }: SearchProps) {
	const announce = useAnnounce();
	const destinations = useDestinations(onPublish);
	const rulesWith = useRulesWith();
	const answers = (typed: string) => ranked(typed, destinations, ({ title }) => title);
	return (
		<SearchList
			label={words.title}
			placeholder={words.placeholder}
			none={words.none}
			find={(typed) => [...answers(typed).slice(0, MOST), ...rulesWith(typed)]}
			onTake={onTake}
			onType={(typed) => announce(words.found({ count: answers(typed).length }))}
		/>
	);
}

/** What is typed can always be searched for in the rules themselves. */
function useRulesWith(): (typed: string) => Destination[] {
	const { program } = useWorkspace();
	const navigate = useNavigate();
	return (typed) => {
		const search = typed.trim();
		if (search === '') return [];
		const run = () => void navigate({ to: '/programs/$program', params: { program }, search: { tab: 'all', search } });
		const title = words.searchRules({ search });
		return [{ key: 'search', heading: words.groups.screens, leads: true, title, Icon: IconSearch, run }];
	};
}
