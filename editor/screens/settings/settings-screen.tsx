import { ScrollArea, Title } from '@mantine/core';
import {
	IconAdjustmentsHorizontal,
	IconCoins,
	IconFilter,
	IconFlag3,
	IconStairsUp,
	IconTags,
	IconTestPipe,
	type TablerIcon,
} from '@tabler/icons-react';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { EditingContext } from '../../canvas/editing.ts';
import { useReading, useWorkspace } from '../../document/workspace.tsx';
import pages from '../../panels/page.module.css';
import { useJump } from '../../panels/palette/use-jump.ts';
import { ProgramActions, UnpublishedBadge } from '../../panels/program-actions.tsx';
import { TopBar } from '../../panels/top-bar.tsx';
import { ProgramSwitcher } from '../program/program-switcher.tsx';
import { HistoryButtons } from '../rule/history-buttons.tsx';
import { AttributesSection } from './attributes/attributes-section.tsx';
import { FiltersSection } from './filters/filters-section.tsx';
import { GroupsSection } from './groups/groups-section.tsx';
import { GeneralSection } from './general/general-section.tsx';
import { SECTIONS, type SectionName } from '../../panels/settings-sections.ts';
import classes from './settings-screen.module.css';
import { SpendingSection } from './spending/spending-section.tsx';
import { TiersSection } from './tiers/tiers-section.tsx';
import { TestsSection } from './tests/tests-section.tsx';
import { WayToText } from './parts/way-to-text.tsx';
import { useSettingsEditing } from './use-settings-editing.ts';
import { words } from './words.ts';

const route = getRouteApi('/programs/$program/settings');

const sections: { readonly [S in SectionName]: { readonly Icon: TablerIcon; readonly Section: ComponentType } } = {
	general: { Icon: IconAdjustmentsHorizontal, Section: GeneralSection },
	tiers: { Icon: IconStairsUp, Section: TiersSection },
	filters: { Icon: IconFilter, Section: FiltersSection },
	groups: { Icon: IconFlag3, Section: GroupsSection },
	spending: { Icon: IconCoins, Section: SpendingSection },
	attributes: { Icon: IconTags, Section: AttributesSection },
	tests: { Icon: IconTestPipe, Section: TestsSection },
};

/** All that a program says besides its rules, in sections of cards. Each change is an edit of the text, and acts at once. */
export function SettingsScreen() {
	const { section = 'general' } = route.useSearch();
	const editing = useSettingsEditing();
	const jump = useJump();
	const { Section } = sections[section];
	return (
		<EditingContext value={editing}>
			<TopBar
				left={
					<>
						<ProgramSwitcher />
						<UnpublishedBadge />
					</>
				}
				right={
					<>
						<HistoryButtons />
						<ProgramActions onJump={jump} />
					</>
				}
			/>
			<ScrollArea className={pages['scroll']} type="auto">
				<div className={`${pages['page']} ${classes['page']}`}>
					<Title order={1} className={classes['title']}>
						{words.frame.title}
					</Title>
					<SectionList current={section} />
					<div className={classes['section']}>
						<p className={classes['about']}>{words.frame.section[section].about}</p>
						<UnreadableParts />
						<Section />
					</div>
				</div>
			</ScrollArea>
		</EditingContext>
	);
}

function SectionList({ current }: { readonly current: SectionName }) {
	const { program } = useWorkspace();
	return (
		<nav aria-label={words.frame.sections} className={classes['nav']}>
			<ul className={classes['sections']}>
				{SECTIONS.map((section) => {
					const { Icon } = sections[section];
					const active = section === current;
					return (
						<li key={section}>
							<Link
								to="/programs/$program/settings"
								params={{ program }}
								search={section === 'general' ? {} : { section }}
								className={classes['link']}
								data-active={active || undefined}
								{...(active ? { 'aria-current': 'page' } : {})}
							>
								<Icon size={16} stroke={1.75} aria-hidden />
								{words.frame.section[section].title}
							</Link>
						</li>
					);
				})}
			</ul>
		</nav>
	);
}

/** Parts of the text that no section shows: without this they would be missing without a word. */
function UnreadableParts() {
	const { document } = useReading();
	const raw = document.declarations.filter(({ kind }) => kind === 'raw');
	const [first] = raw;
	return first ? <WayToText says={words.frame.unreadable({ count: raw.length })} at={first.span.start} /> : null;
}
