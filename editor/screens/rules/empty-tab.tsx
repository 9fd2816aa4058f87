import { Button, EmptyState } from '@mantine/core';
import {
	IconCalendarClock,
	IconCalendarOff,
	IconListDetails,
	IconPower,
	IconSearchOff,
	type TablerIcon,
} from '@tabler/icons-react';
import type { RuleState } from '../../document/rule-window.ts';
import { words } from './words.ts';

const icons: Readonly<Record<RuleState | 'all', TablerIcon>> = {
	current: IconListDetails,
	scheduled: IconCalendarClock,
	expired: IconCalendarOff,
	disabled: IconPower,
	all: IconListDetails,
};

interface EmptyTabProps {
	readonly tab: RuleState | 'all';
	/** There are rules, but none of this tab was found. */
	readonly searched: boolean;
	/** How many were found in other tabs. */
	readonly elsewhere: number;
	readonly onClearSearch: () => void;
	/** Goes to the tab of all rules. */
	readonly onAll: () => void;
	readonly onNewRule: () => void;
}

/** What stands in the place of rules where there are none, with what to do about it. */
export function EmptyTab({ tab, searched, elsewhere, onClearSearch, onAll, onNewRule }: EmptyTabProps) {
	const { title, hint } = searched
		? elsewhere > 0
			? { title: words.nothingFoundHere.title, hint: words.nothingFoundHere.hint({ count: elsewhere }) }
			: words.nothingFound
		: words.empty[tab];
	const Icon = searched ? IconSearchOff : icons[tab];
	return (
		<EmptyState
			py={56}
			icon={<Icon size={26} stroke={1.5} aria-hidden />}
			withIndicatorBackground
			title={title}
			description={hint}
		>
			{searched ? (
				<EmptyState.Actions>
					{elsewhere > 0 ? <Button onClick={onAll}>{words.searchAll}</Button> : null}
					<Button variant="default" onClick={onClearSearch}>
						{words.clearSearch}
					</Button>
				</EmptyState.Actions>
			) : tab === 'current' || tab === 'all' ? (
				<EmptyState.Actions>
					<Button onClick={onNewRule}>{words.newRule}</Button>
				</EmptyState.Actions>
			) : (
				<EmptyState.Actions>
					<Button variant="default" onClick={onAll}>
						{words.showAll}
					</Button>
				</EmptyState.Actions>
			)}
		</EmptyState>
	);
}
