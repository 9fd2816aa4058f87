import { Alert, Button, Group, Loader, Text, Tooltip } from '@mantine/core';
import { IconAlertTriangle, IconCloudCheck, IconCloudExclamation, IconCloudUp, IconUsers } from '@tabler/icons-react';
import { useSaveState, useWorkspace } from '../document/workspace.tsx';
import classes from './save-status.module.css';
import { timeOfDay } from './words.ts';

/** Where the draft stands, with a button that saves it at once. */
export function SaveStatus() {
	const { drafts } = useWorkspace();
	const state = useSaveState();
	const canSave = state.kind === 'unsaved' || state.kind === 'failed';
	return (
		<Group gap="xs" wrap="nowrap">
			<span className={classes['status']} data-kind={state.kind}>
				{state.kind === 'saved' ? (
					<>
						<IconCloudCheck size={16} aria-hidden /> <span className={classes['words']}>Saved {timeOfDay(state.savedAt)}</span>
					</>
				) : state.kind === 'saving' ? (
					<>
						<Loader size={14} aria-hidden /> <span className={classes['words']}>Saving…</span>
					</>
				) : state.kind === 'unsaved' ? (
					<>
						<IconCloudUp size={16} aria-hidden /> <span className={classes['words']}>Not saved yet</span>
					</>
				) : state.kind === 'conflict' ? (
					<>
						<IconUsers size={16} aria-hidden /> <span className={classes['words']}>Saved by somebody else</span>
					</>
				) : (
					<Tooltip label={state.problem.detail} maw={320}>
						<span className={classes['status']} data-kind="failed">
							<IconCloudExclamation size={16} aria-hidden /> <span className={classes['words']}>Not saved</span>
						</span>
					</Tooltip>
				)}
			</span>
			<Tooltip label="Save draft (Ctrl+S)" disabled={!canSave}>
				<Button variant="default" disabled={!canSave} onClick={() => void drafts.save()} className={classes['save']}>
					Save draft
				</Button>
			</Tooltip>
		</Group>
	);
}

/** The choice that a conflict needs; nothing where there is none. */
export function ConflictAlert() {
	const { drafts } = useWorkspace();
	const state = useSaveState();
	if (state.kind !== 'conflict') return null;
	return (
		<Alert
			color="yellow"
			radius={0}
			icon={<IconAlertTriangle size={18} />}
			title="Somebody else saved this draft while you were editing"
			className={classes['conflict']}
		>
			<Text size="sm">
				Their revision {state.theirs.revision} was saved at {timeOfDay(state.theirs.savedAt)}. Your text is not saved until you
				choose. Loading theirs can be undone.
			</Text>
			<Group gap="xs" mt="xs">
				<Button variant="default" size="compact-sm" onClick={() => drafts.loadTheirs()}>
					Load theirs
				</Button>
				<Button variant="filled" size="compact-sm" onClick={() => void drafts.keepMine()}>
					Keep mine and save it over theirs
				</Button>
			</Group>
		</Alert>
	);
}
