import { Button, Group, Loader, Tooltip } from '@mantine/core';
import { IconCloudCheck, IconCloudExclamation, IconCloudUp, IconUsers } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { unreachable } from '#compiler';
import type { SaveState } from '../document/draft.ts';
import { useSaveState, useWorkspace } from '../document/workspace.tsx';
import { timeOfDay } from './format.ts';
import classes from './save-status.module.css';
import { keysInWords } from './key-names.ts';
import { words } from './words.ts';

/** Where the draft stands, with a button that saves it at once. */
export function SaveStatus() {
	const { drafts } = useWorkspace();
	const state = useSaveState();
	const canSave = state.kind === 'unsaved' || state.kind === 'failed';
	const { icon, text } = looks(state);
	return (
		<Group gap="xs" wrap="nowrap">
			<Tooltip label={state.kind === 'failed' ? state.problem.detail : text} maw={320}>
				<span className={classes['status']} data-kind={state.kind}>
					{icon} <span className={classes['words']}>{text}</span>
				</span>
			</Tooltip>
			<Tooltip label={words.saveHint({ keys: keysInWords('Ctrl S') })} disabled={!canSave}>
				<Button
					variant="default"
					disabled={!canSave}
					onClick={() => void drafts.save()}
					className={classes['save']}
					data-needed={state.kind === 'failed' || undefined}
				>
					{words.save}
				</Button>
			</Tooltip>
		</Group>
	);
}

function looks(state: SaveState): { readonly icon: ReactNode; readonly text: string } {
	switch (state.kind) {
		case 'saved':
			return { icon: <IconCloudCheck size={16} aria-hidden />, text: words.saved({ time: timeOfDay(state.savedAt) }) };
		case 'saving':
			return { icon: <Loader size={14} aria-hidden />, text: words.saving };
		case 'unsaved':
			return { icon: <IconCloudUp size={16} aria-hidden />, text: words.unsaved };
		case 'conflict':
			return { icon: <IconUsers size={16} aria-hidden />, text: words.savedByOther };
		case 'failed':
			return { icon: <IconCloudExclamation size={16} aria-hidden />, text: words.notSaved };
		default:
			return unreachable(state);
	}
}
