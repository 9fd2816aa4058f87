import { Alert, Badge, Button, Group, Loader, Modal, ScrollArea, Stack, Text } from '@mantine/core';
import { IconAlertOctagon, IconAlertTriangle } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { parse, type Problem } from '#grammar';
import type { ProblemDocument, ProgramDetail } from '#server/contract';
import { changesBetween, type ProgramChange } from '../document/changes.ts';
import { useDocument, useWorkspace } from '../document/workspace.tsx';
import { activityQuery, client, programQuery, programsQuery, versionQuery } from '../queries.ts';
import { Backticks } from './backticks.tsx';
import { ProblemList } from './problem-list.tsx';
import classes from './publish-dialog.module.css';
import { useToasts } from './toasts.tsx';
import { counted } from './words.ts';

interface PublishDialogProps {
	readonly opened: boolean;
	readonly onClose: () => void;
	readonly onJump: (problem: Problem) => void;
}

/** Publishes the draft: refuses while there are errors, says what changes, and asks once. */
export function PublishDialog({ opened, onClose, onJump }: PublishDialogProps) {
	return (
		<Modal opened={opened} onClose={onClose} title="Publish" size="lg" classNames={{ title: classes['title'] ?? '' }}>
			{opened ? <PublishSteps onClose={onClose} onJump={onJump} /> : null}
		</Modal>
	);
}

function PublishSteps({ onClose, onJump }: Omit<PublishDialogProps, 'opened'>) {
	const { text, reading } = useDocument();
	const errors = reading.problems.filter((problem) => problem.severity === 'error');
	const [refusal, setRefusal] = useState<ProblemDocument | null>(null);
	const problems = errors.length > 0 ? errors : (refusal?.problems ?? []);
	const jump = (problem: Problem) => {
		onClose();
		onJump(problem);
	};
	if (problems.length > 0) {
		return (
			<Stack gap="sm">
				<Alert color="red" icon={<IconAlertOctagon size={18} />} title={`This draft has ${counted(problems.length, 'error')}`}>
					A version with errors cannot be published. The version in force stays as it is.
				</Alert>
				<ScrollArea.Autosize mah={320} type="auto">
					<ProblemList text={text} problems={problems} onJump={jump} />
				</ScrollArea.Autosize>
				<Group justify="flex-end">
					<Button variant="default" onClick={onClose}>
						Close
					</Button>
				</Group>
			</Stack>
		);
	}
	return <Confirmation onClose={onClose} refusal={refusal} onRefused={setRefusal} />;
}

interface ConfirmationProps {
	readonly onClose: () => void;
	readonly refusal: ProblemDocument | null;
	readonly onRefused: (problem: ProblemDocument | null) => void;
}

function Confirmation({ onClose, refusal, onRefused }: ConfirmationProps) {
	const { published } = useWorkspace();
	const { reading } = useDocument();
	const changes = useChanges();
	const publish = usePublish(onClose, onRefused);
	const warnings = reading.problems.filter((problem) => problem.severity === 'warning').length;
	const next = (published?.version ?? 0) + 1;
	const same = changes?.length === 0;
	return (
		<Stack gap="sm">
			<Text size="sm">
				{published
					? `Transactions from now on are evaluated by version ${next}. What was awarded before keeps the version it was awarded by.`
					: 'This is the first version. Transactions from now on are evaluated by it.'}
			</Text>
			{changes === null ? (
				<Group gap="xs">
					<Loader size={16} /> <Text size="sm">Comparing with version {published?.version}…</Text>
				</Group>
			) : (
				<ChangeList changes={changes} first={published === null} />
			)}
			{warnings > 0 ? (
				<Alert color="yellow" icon={<IconAlertTriangle size={18} />}>
					There {warnings === 1 ? 'is' : 'are'} {counted(warnings, 'warning')}. A version with warnings can be published.
				</Alert>
			) : null}
			{refusal ? (
				<Alert color="red" icon={<IconAlertOctagon size={18} />} title={refusal.title}>
					<Backticks text={refusal.detail} />
				</Alert>
			) : null}
			<Group justify="flex-end" gap="xs">
				<Button variant="default" onClick={onClose}>
					Cancel
				</Button>
				<Button disabled={same || changes === null} loading={publish.running} onClick={publish.run} data-autofocus>
					Publish version {next}
				</Button>
			</Group>
		</Stack>
	);
}

const tones = { added: 'green', removed: 'red', changed: 'accent', layout: 'gray' } as const;
const verbs = { added: 'Added', removed: 'Removed', changed: 'Changed', layout: 'Layout only' } as const;

function ChangeList({ changes, first }: { readonly changes: readonly ProgramChange[]; readonly first: boolean }) {
	if (first) return null;
	if (changes.length === 0) {
		return (
			<Text size="sm" c="dimmed">
				Nothing to publish: the draft is the same as the version in force.
			</Text>
		);
	}
	return (
		<ScrollArea.Autosize mah={300} type="auto">
			<ul className={classes['changes']} aria-label="What changes">
				{changes.map(({ kind, noun, name }, index) => (
					<li key={`${kind} ${noun} ${name} ${index}`}>
						<Badge color={tones[kind]} variant="light" radius="sm" className={classes['verb']}>
							{verbs[kind]}
						</Badge>
						<span>
							{noun} <bdi className={classes['name']}>{name}</bdi>
						</span>
					</li>
				))}
			</ul>
		</ScrollArea.Autosize>
	);
}

/** What differs from the version in force; everything is new before the first one. Null while that one is read. */
function useChanges(): readonly ProgramChange[] | null {
	const { program, published } = useWorkspace();
	const { text, reading } = useDocument();
	const version = useQuery({ ...versionQuery(program, published?.version ?? 0), enabled: published !== null });
	const before = published === null ? '' : version.data?.text;
	return useMemo(() => {
		if (before === undefined) return null;
		return changesBetween({ text: before, document: parse(before).document }, { text, document: reading.document });
	}, [before, text, reading]);
}

function usePublish(onClose: () => void, onRefused: (problem: ProblemDocument | null) => void) {
	const { program, drafts } = useWorkspace();
	const queries = useQueryClient();
	const toasts = useToasts();
	const [running, setRunning] = useState(false);
	const publish = async () => {
		onRefused(null);
		const saved = await drafts.save();
		if (saved.kind === 'failed') return onRefused(saved.problem);
		if (saved.kind !== 'saved') return onClose();
		const reply = await client.publish(program, { draftRevision: drafts.revision() });
		if (!reply.ok) return onRefused(reply.problem);
		const version = reply.value;
		queries.setQueryData<ProgramDetail>(programQuery(program).queryKey, (before) =>
			before ? { ...before, published: version, publishedVersion: version.version, hasUnpublishedChanges: false } : before,
		);
		void queries.invalidateQueries({ queryKey: programsQuery().queryKey });
		void queries.invalidateQueries({ queryKey: activityQuery(program).queryKey });
		toasts.show({ tone: 'done', message: `Published version ${version.version}` });
		onClose();
	};
	const run = () => {
		setRunning(true);
		void publish().finally(() => setRunning(false));
	};
	return { running, run };
}
