import { Button, EmptyState, ScrollArea, Skeleton, Table, Text, TextInput, Title } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch, IconSearchOff, IconUsers } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate, useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import type { MemberSummary } from '#server/contract';
import { timezoneOf } from '../../document/local-time.ts';
import { useReading, useWorkspace } from '../../document/workspace.tsx';
import { countMembers } from '../../messages/counted.ts';
import { Failure } from '../../panels/failure.tsx';
import { TopBar } from '../../panels/top-bar.tsx';
import { dayAndTime, number } from '../../panels/format.ts';
import { membersQuery } from '../../queries.ts';
import { ProgramSwitcher } from '../program/program-switcher.tsx';
import pages from '../../panels/page.module.css';
import records from '../../panels/record-table.module.css';
import classes from './members-screen.module.css';
import { TierChip } from './tier-chip.tsx';
import { words } from './words.ts';

const route = getRouteApi('/programs/$program/members');

/** The members of a program: searched, and page by page. */
export function MembersScreen() {
	const { program } = useWorkspace();
	const { search = '', after } = route.useSearch();
	const navigate = useNavigate();
	const [typed, setTyped] = useState(search);
	const page = useQuery(membersQuery(program, { search, after }));
	const go = (next: { search?: string | undefined; after?: string | undefined }, replace: boolean) =>
		void navigate({ to: '/programs/$program/members', params: { program }, search: next, replace });
	const router = useRouter();
	const searchSoon = useDebouncedCallback((text: string) => {
		// Somebody who has chosen a member meanwhile is on the way there and stays on it.
		if (!router.latestLocation.pathname.endsWith('/members')) return;
		go(text === '' ? {} : { search: text }, true);
	}, 250);
	const clear = () => {
		setTyped('');
		go({}, true);
	};
	return (
		<>
			<TopBar left={<ProgramSwitcher />} />
			<ScrollArea className={pages['scroll']} type="auto">
				<div className={pages['page']}>
					<div className={classes['head']}>
						<div>
							<Title order={1}>{words.title}</Title>
							<Text size="sm" c="dimmed" className={classes['count']} aria-live="polite">
								{page.data ? countMembers(page.data.total) : '\u00a0'}
							</Text>
						</div>
						<TextInput
							className={classes['search']}
							type="search"
							leftSection={<IconSearch size={16} aria-hidden />}
							placeholder={words.searchPlaceholder}
							aria-label={words.search}
							value={typed}
							onChange={(event) => {
								setTyped(event.currentTarget.value);
								searchSoon(event.currentTarget.value);
							}}
						/>
					</div>
					{page.isError ? (
						<Failure error={page.error} onRetry={() => void page.refetch()} />
					) : page.data?.members.length === 0 ? (
						<NoMembers searched={search !== ''} onClear={clear} />
					) : (
						<>
							<MemberTable program={program} members={page.data?.members ?? null} />
							<div className={classes['pages']}>
								{after ? (
									<Button variant="default" onClick={() => go({ search: search || undefined }, false)}>
										{words.previous}
									</Button>
								) : null}
								{page.data?.next ? (
									<Button
										variant="default"
										loading={page.isPlaceholderData}
										onClick={() => go({ search: search || undefined, after: page.data.next ?? undefined }, false)}
									>
										{words.next}
									</Button>
								) : null}
							</div>
						</>
					)}
				</div>
			</ScrollArea>
		</>
	);
}

function MemberTable({ program, members }: { readonly program: string; readonly members: readonly MemberSummary[] | null }) {
	const reading = useReading();
	const timezone = timezoneOf(reading.document);
	return (
		<div className={records['card']}>
			<Table className={records['table']} aria-label={words.title} highlightOnHover>
				<Table.Thead>
					<Table.Tr>
						<Table.Th>{words.columns.member}</Table.Th>
						<Table.Th className={classes['tierHead']}>{words.columns.tier}</Table.Th>
						<Table.Th className={classes['numberHead']}>{words.columns.balance}</Table.Th>
						<Table.Th className={`${classes['numberHead']} ${records['medium']}`}>{words.columns.lifetime}</Table.Th>
						<Table.Th className={`${classes['lastHead']} ${records['medium']}`}>{words.columns.last}</Table.Th>
					</Table.Tr>
				</Table.Thead>
				<Table.Tbody>
					{members
						? members.map((member) => (
								<Table.Tr key={member.id} className={records['row']}>
									<Table.Td>
										<Link
											to="/programs/$program/members/$member"
											params={{ program, member: member.id }}
											className={`${records['link']} ${classes['name']}`}
											dir="auto"
										>
											<bdi>{member.name ?? member.id}</bdi>
										</Link>
										{member.name === null ? null : <bdi className={classes['id']}>{member.id}</bdi>}
									</Table.Td>
									<Table.Td>
										<TierChip tier={member.tier} />
									</Table.Td>
									<Table.Td className={records['number']}>{number(member.balance)}</Table.Td>
									<Table.Td className={`${records['number']} ${records['medium']}`}>
										{number(member.lifetimePoints)}
									</Table.Td>
									<Table.Td className={`${records['medium']} en-numbers`}>
										{member.lastTransactionAt ? dayAndTime(member.lastTransactionAt, timezone) : words.never}
									</Table.Td>
								</Table.Tr>
							))
						: Array.from({ length: 8 }, (_, row) => (
								<Table.Tr key={row}>
									<Table.Td colSpan={5}>
										<Skeleton height={18} width={`${70 - ((row * 13) % 35)}%`} />
									</Table.Td>
								</Table.Tr>
							))}
				</Table.Tbody>
			</Table>
		</div>
	);
}

/** Where whoever connects a till reads on. */
const INTERFACE_PAGE = '/docs/http';

function NoMembers({ searched, onClear }: { readonly searched: boolean; readonly onClear: () => void }) {
	const { title, hint } = searched ? words.notFound : words.none;
	const Icon = searched ? IconSearchOff : IconUsers;
	return (
		<EmptyState
			py={64}
			icon={<Icon size={26} stroke={1.5} aria-hidden />}
			withIndicatorBackground
			title={title}
			description={hint}
		>
			{searched ? (
				<EmptyState.Actions>
					<Button variant="default" onClick={onClear}>
						{words.clearSearch}
					</Button>
				</EmptyState.Actions>
			) : (
				<EmptyState.Actions>
					<Button component="a" variant="default" href={INTERFACE_PAGE} target="_blank" rel="noreferrer">
						{words.connect}
					</Button>
				</EmptyState.Actions>
			)}
		</EmptyState>
	);
}
