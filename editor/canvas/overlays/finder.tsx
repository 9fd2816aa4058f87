import { Modal } from '@mantine/core';
import { type Findable, SearchList } from '../../panels/search-list.tsx';
import { says } from '../says.ts';

interface FinderProps {
	readonly title: string;
	readonly placeholder: string;
	/** What there is for a search. */
	readonly find: (search: string) => readonly Findable[];
	readonly onClose: () => void;
}

/** A dialog that searches the canvas. */
export function Finder({ title, placeholder, find, onClose }: FinderProps) {
	const take = ({ run }: Findable) => {
		onClose();
		run();
	};
	return (
		<Modal opened onClose={onClose} title={title} returnFocus={false} zIndex="var(--en-layer-dialog)" yOffset="12vh">
			<SearchList label={title} placeholder={placeholder} none={says.nothingFound} find={find} onTake={take} />
		</Modal>
	);
}
