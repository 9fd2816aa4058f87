import { Alert, Badge, Button, Group, Loader, Modal, ScrollArea, Stack, Text } from '@mantine/core';
import { IconAlertOctagon, IconAlertTriangle, IconGitCompare } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { notRecordedYet } from '#compiler';
import { parse, type Problem } from '#grammar';
import type { ProblemDocument, ProgramDetail } from '#server/contract';
import { changesBetween, type ProgramChange } from '../document/changes.ts';
import { useReading, useWorkspace } from '../document/workspace.tsx';
import { activityQuery, client, programQuery, programsQuery, versionQuery } from '../queries.ts';
import { Backticks } from './backticks.tsx';
import { keyed } from './keyed.ts';
import { ProblemList } from './problem-list.tsx';
import { PublishButtons } from './publish-buttons.tsx';
import classes from './publish-dialog.module.css';
import { BrokenTests, useBrokenTests } from './publish-tests.tsx';
import { prefetchTextChanges, TextChanges } from './text-changes.tsx';
import { useToasts } from './toasts.tsx';
import { words } from './words.ts';

interface PublishDialogProps {
	readonly opened: boolean;
	readonly onClose: () => void;
	readonly onJump: (problem: Problem) => void;
}

/** Publishes the draft: refuses while there are errors or the server could not record it, says what changes, and asks once. */
export function PublishDialog({ opened, onClose, onJump }: PublishDialogProps) {
	const [showsText, setShowsText] = useState(false);
	const close = () => {
		setShowsText(false);
		onClose();
	};
	return (
		<Modal opened={opened} onClose={close} title={words.publish} size={showsText ? 'min(1280px, 94vw)' : 'lg'}>
			{opened ? <PublishSteps onClose={close} onJump={onJump} showsText={showsText} onShowText={setShowsText} /> : null}
		</Modal>
	);
}

/** Whether the dialog shows the changes in the text too. */
interface TextShown {
	readonly showsText: boolean;
	readonly onShowText: (shows: boolean) => void;
}

function PublishSteps({ onClose, onJump, ...text }: Omit<PublishDialogProps, 'opened'> & TextShown) {
	const reading = useReading();
	const errors = reading.problems.filter((problem) => problem.severity === 'error');
	const [refused, setRefused] = useState<Refused | null>(null);
	const notRecorded = useMemo(() => notRecordedYet(reading), [reading]);
	// Of another text nothing was said.
	const refusal = refused?.source === reading.source ? refused.problem : null;
	const isOfTests = refusal?.type === '/docs/problems#tests-failed';
	const inTheWay = isOfTests ? [] : (refusal?.problems ?? []);
	const problems = [errors, notRecorded].find((found) => found.length > 0) ?? inTheWay;
	const jump = (problem: Problem) => {
		onClose();
		onJump(problem);
	};
	if (problems.length === 0) {
		const onRefused = (problem: ProblemDocument | null) => setRefused(problem && { problem, source: reading.source });
		const known = isOfTests ? { refusal: null, failing: refusal.problems ?? [] } : { refusal, failing: null };
		return <Confirmation {...text} {...known} onClose={onClose} onJump={jump} onRefused={onRefused} />;
	}
	return (
		<Stack gap="sm">
			<Refusal problems={problems} />
			<ScrollArea.Autosize mah={320} type="auto">
				<ProblemList text={reading.source} problems={problems} onJump={jump} />
			</ScrollArea.Autosize>
			<Group justify="flex-end">
				<Button variant="default" onClick={onClose}>
					{words.close}
				</Button>
			</Group>
		</Stack>
	);
}

/** What the server refused to publish, and why. */
interface Refused {
	readonly problem: ProblemDocument;
	readonly source: string;
}

function Refusal({ problems }: { readonly problems: readonly Problem[] }) {
	const isLater = problems.every(({ code }) => code === 'not-recorded-yet');
	const title = isLater ? words.notRecordedTitle : words.refusedTitle({ count: problems.length });
	return (
		<Alert color="red" icon={<IconAlertOctagon size={18} />} title={title}>
			{isLater ? words.notRecordedDetail : words.refusedDetail}
		</Alert>
	);
}

interface ConfirmationProps extends TextShown {
	readonly onClose: () => void;
	readonly onJump: (problem: Problem) => void;
	/** Why the server did not publish, apart from tests. */
	readonly refusal: ProblemDocument | null;
	/** What the server found wrong by the tests; null where it was not asked. */
	readonly failing: readonly Problem[] | null;
	readonly onRefused: (problem: ProblemDocument | null) => void;
}

function Confirmation({ onClose, onJump, refusal, failing, onRefused, ...text }: ConfirmationProps) {
	const { published } = useWorkspace();
	const reading = useReading();
	const { changes, before } = useChanges();
	const publish = usePublish(onClose, onRefused);
	const broken = useBrokenTests(failing);
	const warnings = reading.problems.filter((problem) => problem.severity === 'warning').length;
	const next = (published?.version ?? 0) + 1;
	if (changes.length === 0) return <NothingToPublish onClose={onClose} />;
	return (
		<Stack gap="sm">
			<Text size="sm">{published ? words.nextVersion({ version: next }) : words.firstVersion}</Text>
			{published ? <Changes changes={changes} version={published.version} /> : null}
			{published && before !== undefined ? (
				<ChangesInText {...text} before={before} after={reading.source} version={published.version} />
			) : null}
			<BrokenTests broken={broken} text={reading.source} onJump={onJump} />
			{warnings > 0 ? (
				<Alert color="yellow" icon={<IconAlertTriangle size={18} />}>
					{words.warnings({ count: warnings })}
				</Alert>
			) : null}
			{refusal ? (
				<Alert color="red" icon={<IconAlertOctagon size={18} />} title={<Backticks text={refusal.title} />}>
					<Backticks text={refusal.detail} />
				</Alert>
			) : null}
			<PublishButtons
				version={next}
				despite={broken.isWhole ? broken.tests : 0}
				isReady={changes !== 'comparing'}
				isRunning={publish.running}
				onCancel={onClose}
				onPublish={publish.run}
			/>
		</Stack>
	);
}

function NothingToPublish({ onClose }: { readonly onClose: () => void }) {
	return (
		<Stack gap="sm">
			<Text size="sm">{words.nothingToPublish}</Text>
			<Group justify="flex-end">
				<Button onClick={onClose} data-autofocus>
					{words.close}
				</Button>
			</Group>
		</Stack>
	);
}

/** What differs from the version in force, or why that is not known. */
type Compared = readonly ProgramChange[] | 'comparing' | 'unknown';

const tones = { added: 'green', removed: 'red', changed: 'accent', layout: 'gray' } as const;

function Changes({ changes, version }: { readonly changes: Compared; readonly version: number }) {
	if (changes === 'comparing') {
		return (
			<Group gap="xs">
				<Loader size={16} aria-hidden /> <Text size="sm">{words.comparing({ version })}</Text>
			</Group>
		);
	}
	if (changes === 'unknown') {
		return (
			<Text size="sm" c="dimmed">
				{words.cannotCompare}
			</Text>
		);
	}
	return (
		<ScrollArea.Autosize mah={300} type="auto" className={classes['scrolled']}>
			<ul className={classes['changes']} aria-label={words.whatChanges}>
				{keyed(changes, ({ kind, noun, name }) => `${kind} ${noun} ${name}`).map(({ key, item: { kind, noun, name } }) => (
					<li key={key}>
						<Badge color={tones[kind]} variant="light" radius="sm" className={classes['verb']}>
							{words.changes[kind]}
						</Badge>
						<span>
							{words.changedParts[noun]} <bdi className={classes['name']}>{name}</bdi>
						</span>
					</li>
				))}
			</ul>
		</ScrollArea.Autosize>
	);
}

function ChangesInText(props: TextShown & { readonly before: string; readonly after: string; readonly version: number }) {
	const { showsText, onShowText, ...texts } = props;
	return (
		<>
			<Button
				variant="subtle"
				size="compact-sm"
				className={classes['showText']}
				leftSection={<IconGitCompare size={16} aria-hidden />}
				aria-expanded={showsText}
				onClick={() => onShowText(!showsText)}
				onPointerEnter={prefetchTextChanges}
			>
				{showsText ? words.hideText : words.showText}
			</Button>
			{showsText ? (
				<section className={classes['text']} aria-label={words.comparedText}>
					<TextChanges {...texts} />
				</section>
			) : null}
		</>
	);
}

/** The differences from the version in force and its text; everything is new before the first version. */
function useChanges(): { readonly changes: Compared; readonly before: string | undefined } {
	const { program, published } = useWorkspace();
	const reading = useReading();
	const version = useQuery({ ...versionQuery(program, published?.version ?? 0), enabled: published !== null });
	const before = published === null ? '' : version.data?.text;
	const changes = useMemo<Compared>(() => {
		if (before === undefined) return version.isError ? 'unknown' : 'comparing';
		return changesBetween(
			{ text: before, document: parse(before).document },
			{ text: reading.source, document: reading.document },
		);
	}, [before, version.isError, reading]);
	return { changes, before };
}

function usePublish(onClose: () => void, onRefused: (problem: ProblemDocument | null) => void) {
	const { program, drafts } = useWorkspace();
	const queries = useQueryClient();
	const toasts = useToasts();
	const [running, setRunning] = useState(false);
	const publish = async (allowFailingTests: boolean) => {
		// The tests that are published despite stay in view until that is done.
		if (!allowFailingTests) onRefused(null);
		const saved = await drafts.save();
		if (saved.kind === 'failed') return onRefused(saved.problem);
		if (saved.kind !== 'saved') return onClose();
		const reply = await client.publish(program, { draftRevision: drafts.revision(), allowFailingTests });
		if (!reply.ok) return onRefused(reply.problem);
		const version = reply.value;
		queries.setQueryData<ProgramDetail>(programQuery(program).queryKey, (before) =>
			before ? { ...before, published: version, publishedVersion: version.version, hasUnpublishedChanges: false } : before,
		);
		void queries.invalidateQueries({ queryKey: programsQuery().queryKey });
		void queries.invalidateQueries({ queryKey: activityQuery(program).queryKey });
		toasts.show({ tone: 'done', message: words.published({ version: version.version }) });
		onClose();
	};
	const run = (allowFailingTests: boolean) => {
		setRunning(true);
		void publish(allowFailingTests).finally(() => setRunning(false));
	};
	return { running, run };
}
