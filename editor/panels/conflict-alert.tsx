import { Alert, Button, Group, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useSaveState, useWorkspace } from '../document/workspace.tsx';
import { timeOfDay } from './format.ts';
import classes from './save-status.module.css';
import { words } from './words.ts';

/** The choice that a conflict of drafts needs; nothing where there is none. */
export function ConflictAlert() {
	const { drafts } = useWorkspace();
	const state = useSaveState();
	if (state.kind !== 'conflict') return null;
	const { theirs, together } = state;
	const { revision, savedAt } = theirs;
	return (
		<Alert
			color="yellow"
			radius={0}
			icon={<IconAlertTriangle size={18} />}
			title={words.conflict}
			className={classes['conflict']}
		>
			<Text size="sm">{words.conflictDetail({ revision, time: timeOfDay(savedAt) })}</Text>
			<Group gap="xs" mt="xs">
				<Button variant="default" size="compact-sm" onClick={() => drafts.loadTheirs()}>
					{words.loadTheirs}
				</Button>
				<Button variant="default" size="compact-sm" onClick={() => void drafts.keepMine()}>
					{words.keepMine}
				</Button>
				<Button size="compact-sm" disabled={together === null} onClick={() => void drafts.takeBoth()}>
					{words.keepBoth}
				</Button>
				{together === null && <Text size="sm">{words.keepBothNot}</Text>}
			</Group>
		</Alert>
	);
}
