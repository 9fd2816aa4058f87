import { Alert, Badge, Button, ScrollArea, Tabs, Title, Tooltip } from '@mantine/core';
import { IconAlertOctagon, IconCode, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useMemo, useState } from 'react';
import { useReading, useWorkspace } from '../../document/workspace.tsx';
import { localMomentOf } from '../../document/local-time.ts';
import { number } from '../../panels/format.ts';
import { ProgramActions, UnpublishedBadge } from '../../panels/program-actions.tsx';
import { TopBar } from '../../panels/top-bar.tsx';
import { useMinute } from '../../panels/use-minute.ts';
import { usePublishedRules } from '../../panels/use-published-rules.ts';
import { activityQuery } from '../../queries.ts';
import { ProgramSwitcher } from '../program/program-switcher.tsx';
import { EmptyTab } from './empty-tab.tsx';
import { RuleTable } from './rule-table.tsx';
import { RuleSearch, SearchFaults } from './rule-search.tsx';
import { matches, type QueryFault, readQuery, strangersIn } from './rule-query.ts';
import { type RuleRow, rowsOf } from './rows.ts';
import pages from '../../panels/page.module.css';
import classes from './rules-screen.module.css';
import type { RuleState } from '../../document/rule-window.ts';
import { useRuleActions } from './use-rule-actions.ts';
import { words } from './words.ts';

/** Templates come with an evaluator and a checker of their own answers; who looks at rules does not wait for them. */
const loadTemplates = () => import('../templates/template-dialog.tsx');
const TemplateDialog = lazy(async () => ({ default: (await loadTemplates()).TemplateDialog }));

const route = getRouteApi('/programs/$program/');
const tabs = ['current', 'scheduled', 'expired', 'disabled', 'all'] as const;

/** The rules of a program, sorted into what runs now, later, no more and not at all. */
export function RulesScreen() {
	const { program } = useWorkspace();
	const { tab = 'current', search = '', new: begins } = route.useSearch();
	const galleryOpened = begins === 'rule';
	const navigate = useNavigate();
	// Once there it stays, so that closing gives the focus back to the button.
	const [wasOpened, setWasOpened] = useState(false);
	if (galleryOpened && !wasOpened) setWasOpened(true);
	const actions = useRuleActions();
	const setGallery = (opened: boolean) =>
		void navigate({
			to: '/programs/$program',
			params: { program },
			search: (before) => ({ ...before, new: opened ? 'rule' : undefined }),
			replace: !opened,
		});
	const openGallery = () => setGallery(true);
	const rows = useRows();
	const { found, faults } = useMemo(() => searched(rows, search), [rows, search]);
	const inTab = (wanted: RuleState | 'all') => (wanted === 'all' ? found : found.filter((row) => row.state === wanted));
	const shown = inTab(tab);
	const go = (next: { tab?: RuleState | 'all'; search?: string }) =>
		void navigate({
			to: '/programs/$program',
			params: { program },
			search: (before) => ({ ...before, ...next, ...(next.search === '' ? { search: undefined } : {}) }),
			replace: next.search !== undefined,
		});
	return (
		<>
			<TopBar
				left={
					<>
						<ProgramSwitcher />
						<UnpublishedBadge />
					</>
				}
				right={<ProgramActions onJump={actions.jumpTo} />}
			/>
			<ScrollArea className={pages['scroll']} type="auto">
				<div className={`${pages['page']} ${classes['page']}`}>
					<div className={classes['head']}>
						<Title order={1}>{words.title}</Title>
						<div className={classes['tools']}>
							<RuleSearch search={search} rows={rows} onSearch={(typed) => go({ search: typed })} />
							<Button
								variant="default"
								leftSection={<IconCode size={16} aria-hidden />}
								renderRoot={(props) => <Link {...props} to="/programs/$program/text" params={{ program }} />}
							>
								{words.editText}
							</Button>
							<Button leftSection={<IconPlus size={16} aria-hidden />} onClick={openGallery}>
								{words.newRule}
							</Button>
						</div>
					</div>
					<SearchFaults faults={faults} onSearch={(mended) => go({ search: mended })} />
					<UnlistedParts />
					<Tabs
						value={tab}
						onChange={(value) => go({ tab: tabs.find((each) => each === value) ?? 'current' })}
						className={classes['tabs']}
					>
						<Tabs.List className={classes['tabList']}>
							{tabs.map((each) => (
								<Tooltip key={each} label={words.tabHints[each]} openDelay={700}>
									<Tabs.Tab
										value={each}
										rightSection={
											<Badge
												variant="light"
												color={each === tab ? 'accent' : 'gray'}
												radius="xl"
												className={classes['count']}
											>
												{number(inTab(each).length)}
											</Badge>
										}
									>
										{words.tabs[each]}
									</Tabs.Tab>
								</Tooltip>
							))}
						</Tabs.List>
						<Tabs.Panel value={tab} pt="md">
							{shown.length > 0 ? (
								<RuleTable program={program} rows={shown} label={words.tabs[tab]} about={`${tab} ${search}`} {...actions} />
							) : (
								<EmptyTab
									tab={rows.length === 0 ? 'all' : tab}
									searched={search.trim() !== '' && rows.length > 0}
									elsewhere={found.length}
									onClearSearch={() => go({ search: '' })}
									onAll={() => go({ tab: 'all' })}
									onNewRule={openGallery}
								/>
							)}
						</Tabs.Panel>
					</Tabs>
				</div>
			</ScrollArea>
			<Suspense fallback={null}>
				{wasOpened ? (
					<TemplateDialog
						opened={galleryOpened}
						onClose={() => setGallery(false)}
						onBlank={actions.addBlank}
						onAdd={actions.add}
					/>
				) : null}
			</Suspense>
		</>
	);
}

/** Parts of the text that the list does not show: without this they would be missing without a word. */
function UnlistedParts() {
	const { program } = useWorkspace();
	const reading = useReading();
	const { declarations } = reading.document;
	const unreadable = declarations.filter((declaration) => declaration.kind === 'raw').length;
	const link = (
		<Link to="/programs/$program/text" params={{ program }} className={classes['link']}>
			{words.openText}
		</Link>
	);
	return (
		<>
			{unreadable > 0 && (
				<Alert color="red" icon={<IconAlertOctagon size={18} />} mb="md">
					{words.unreadable({ count: unreadable })} {link}
				</Alert>
			)}
		</>
	);
}

function searched(
	rows: readonly RuleRow[],
	search: string,
): { readonly found: readonly RuleRow[]; readonly faults: readonly QueryFault[] } {
	const query = readQuery(search);
	return {
		found: rows.filter((row) => matches(query, row)),
		faults: [...query.faults, ...strangersIn(query, search, rows)],
	};
}

function useRows(): readonly RuleRow[] {
	const { program, catalog } = useWorkspace();
	const reading = useReading();
	const activity = useQuery(activityQuery(program));
	const minute = useMinute();
	const published = usePublishedRules();
	return useMemo(() => {
		const now = localMomentOf(reading.document, minute);
		return rowsOf(reading, now, {
			activity: activity.data ?? (activity.isError ? 'unknown' : 'loading'),
			catalog,
			published,
		});
	}, [reading, minute, activity.data, activity.isError, catalog, published]);
}
