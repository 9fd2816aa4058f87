import { Button, EmptyState, Progress, ScrollArea, Skeleton, Table, Title } from '@mantine/core';
import { IconReceiptOff } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { EntryWire, MemberDetail } from '#server/contract';
import { timezoneOf } from '../../document/local-time.ts';
import { useReading, useWorkspace } from '../../document/workspace.tsx';
import { Failure } from '../../panels/failure.tsx';
import { BackButton } from '../../panels/back-button.tsx';
import { TopBar } from '../../panels/top-bar.tsx';
import { calendarDay, dayAndTime, number } from '../../panels/format.ts';
import { entriesQuery, memberQuery } from '../../queries.ts';
import pages from '../../panels/page.module.css';
import records from '../../panels/record-table.module.css';
import classes from './member-screen.module.css';
import { TierChip } from './tier-chip.tsx';
import { words } from './words.ts';

const route = getRouteApi('/programs/$program/members/$member');

/** One member: what they have, where they stand, and every entry that made it so. */
export function MemberScreen() {
	const { program, member } = route.useParams();
	const detail = useQuery(memberQuery(program, member));
	return (
		<>
			<TopBar
				left={
					<>
						<BackButton label={words.back} to="/programs/$program/members" program={program} />
						<span className={classes['crumb']}>{words.title}</span>
					</>
				}
			/>
			<ScrollArea className={pages['scroll']} type="auto">
				<div className={pages['page']}>
					{detail.isError ? (
						<Failure error={detail.error} onRetry={() => void detail.refetch()} />
					) : (
						<>
							<header className={classes['head']}>
								<Title order={1}>
									<bdi>{detail.data?.name ?? member}</bdi>
								</Title>
								{detail.data?.name ? <bdi className={classes['id']}>{member}</bdi> : null}
							</header>
							<Facts detail={detail.data ?? null} />
							<Ledger member={member} />
						</>
					)}
				</div>
			</ScrollArea>
		</>
	);
}

function Facts({ detail }: { readonly detail: MemberDetail | null }) {
	return (
		<dl className={classes['facts']}>
			<Fact label={words.balance} loading={!detail}>
				<span className={classes['figure']}>{number(detail?.balance ?? 0)}</span>
			</Fact>
			<Fact label={words.tier} loading={!detail}>
				<TierChip tier={detail?.tier ?? null} />
				{detail ? <NextTier detail={detail} /> : null}
			</Fact>
			<Fact label={words.lifetime} loading={!detail}>
				<span className={classes['figure']}>{number(detail?.lifetimePoints ?? 0)}</span>
			</Fact>
			<Fact label={words.joined} loading={!detail}>
				{detail?.joinedOn ? calendarDay(detail.joinedOn) : words.unknown}
			</Fact>
			<Fact label={words.birthDate} loading={!detail}>
				{detail?.birthDate ? calendarDay(detail.birthDate) : words.unknown}
			</Fact>
		</dl>
	);
}

function NextTier({ detail: { nextTier, lifetimePoints, placedTier } }: { readonly detail: MemberDetail }) {
	return (
		<div className={classes['next']}>
			{nextTier ? (
				<>
					<Progress
						size={5}
						value={(lifetimePoints / Math.max(1, lifetimePoints + nextTier.pointsMissing)) * 100}
						aria-label={toNext(nextTier)}
					/>
					<span>{toNext(nextTier)}</span>
				</>
			) : null}
			{placedTier ? <span>{words.placed({ tier: placedTier })}</span> : null}
		</div>
	);
}

function toNext({ name, pointsMissing }: NonNullable<MemberDetail['nextTier']>): string {
	return words.toNext({ count: pointsMissing, points: number(pointsMissing), tier: name });
}

interface FactProps {
	readonly label: string;
	readonly loading: boolean;
	readonly children: ReactNode;
}

function Fact({ label, loading, children }: FactProps) {
	return (
		<div className={classes['fact']}>
			<dt>{label}</dt>
			<dd>{loading ? <Skeleton height={22} width={90} /> : children}</dd>
		</div>
	);
}

function Ledger({ member }: { readonly member: string }) {
	const { program } = useWorkspace();
	const reading = useReading();
	const timezone = timezoneOf(reading.document);
	const pages = useInfiniteQuery(entriesQuery(program, member));
	const entries = pages.data?.pages.flatMap((page) => page.entries);
	return (
		<section className={classes['ledger']} aria-labelledby="ledger">
			<Title order={2} id="ledger" mb="sm">
				{words.ledger}
			</Title>
			{pages.isError ? (
				<Failure error={pages.error} onRetry={() => void pages.refetch()} />
			) : entries?.length === 0 ? (
				<EmptyState
					py={48}
					icon={<IconReceiptOff size={26} stroke={1.5} aria-hidden />}
					withIndicatorBackground
					title={words.noEntries.title}
					description={words.noEntries.hint}
				>
					<EmptyState.Actions>
						<Button
							variant="default"
							renderRoot={(props) => <Link {...props} to="/programs/$program" params={{ program }} />}
						>
							{words.seeRules}
						</Button>
					</EmptyState.Actions>
				</EmptyState>
			) : (
				<div className={records['card']}>
					<Table className={`${records['table']} ${classes['table']}`} aria-labelledby="ledger">
						<Table.Thead>
							<Table.Tr>
								<Table.Th className={classes['momentHead']}>{words.entryColumns.at}</Table.Th>
								<Table.Th>{words.entryColumns.source}</Table.Th>
								<Table.Th className={`${classes['versionHead']} ${records['medium']}`}>
									{words.entryColumns.version}
								</Table.Th>
								<Table.Th className={`${classes['transactionHead']} ${records['medium']}`}>
									{words.entryColumns.transaction}
								</Table.Th>
								<Table.Th className={classes['numberHead']}>{words.entryColumns.points}</Table.Th>
								<Table.Th className={classes['numberHead']}>{words.entryColumns.balance}</Table.Th>
							</Table.Tr>
						</Table.Thead>
						<Table.Tbody>
							{entries
								? entries.map((entry) => <EntryRow key={entry.sequence} entry={entry} timezone={timezone} />)
								: Array.from({ length: 5 }, (_, row) => (
										<Table.Tr key={row}>
											<Table.Td colSpan={6}>
												<Skeleton height={16} width={`${74 - row * 7}%`} />
											</Table.Td>
										</Table.Tr>
									))}
						</Table.Tbody>
					</Table>
				</div>
			)}
			{pages.hasNextPage ? (
				<div className={classes['more']}>
					<Button variant="default" loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
						{words.more}
					</Button>
				</div>
			) : null}
		</section>
	);
}

function EntryRow({ entry, timezone }: { readonly entry: EntryWire; readonly timezone: string }) {
	return (
		<Table.Tr>
			<Table.Td className="en-numbers">{dayAndTime(entry.at, timezone)}</Table.Td>
			<Table.Td>
				<EntrySource entry={entry} />
			</Table.Td>
			<Table.Td className={records['medium']}>{number(entry.version)}</Table.Td>
			<Table.Td className={records['medium']}>
				<bdi className={classes['transaction']}>{entry.transaction}</bdi>
			</Table.Td>
			<Table.Td className={records['number']}>
				<bdi>+{number(entry.points)}</bdi>
			</Table.Td>
			<Table.Td className={records['number']}>{number(entry.balanceAfter)}</Table.Td>
		</Table.Tr>
	);
}

/** The rule or tier of an entry; a rule that the draft still has is a link to it. */
function EntrySource({ entry: { source, name } }: { readonly entry: EntryWire }) {
	const { program } = useWorkspace();
	const reading = useReading();
	if (source === 'tier') {
		return (
			<span className={classes['source']}>
				{words.tierSource} <bdi>{name}</bdi>
			</span>
		);
	}
	if (!reading.symbols.rules.has(name)) return <bdi className={classes['source']}>{name}</bdi>;
	return (
		<Link to="/programs/$program/rules/$name" params={{ program, name }} className={classes['rule']}>
			<bdi>{name}</bdi>
		</Link>
	);
}
