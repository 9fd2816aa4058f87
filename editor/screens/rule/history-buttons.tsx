import { ActionIcon, Group, Tooltip } from '@mantine/core';
import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react';
import { useSteps } from '../../document/workspace.tsx';
import { keysInWords } from '../../panels/key-names.ts';
import { useHistory } from '../../panels/use-history.ts';
import { words } from './words.ts';

/** Undo and redo, with what they would take back or do again. */
export function HistoryButtons() {
	const { undo, redo } = useHistory();
	const steps = useSteps();
	return (
		<Group gap={2} wrap="nowrap">
			<Tooltip
				label={steps.undo === null ? words.nothingToUndo : words.undo({ label: steps.undo, keys: keysInWords('Ctrl Z') })}
			>
				<ActionIcon aria-label={words.undoName} onClick={undo} {...unavailable(steps.undo === null)}>
					<IconArrowBackUp size={18} className="en-mirrored" />
				</ActionIcon>
			</Tooltip>
			<Tooltip
				label={
					steps.redo === null ? words.nothingToRedo : words.redo({ label: steps.redo, keys: keysInWords('Ctrl Shift Z') })
				}
			>
				<ActionIcon aria-label={words.redoName} onClick={redo} {...unavailable(steps.redo === null)}>
					<IconArrowForwardUp size={18} className="en-mirrored" />
				</ActionIcon>
			</Tooltip>
		</Group>
	);
}

/** Looks and sounds unavailable, but keeps the focus and its tooltip, so that the keyboard is not thrown out by the last undo. */
function unavailable(is: boolean): { 'data-disabled'?: true; 'aria-disabled'?: true } {
	return is ? { 'data-disabled': true, 'aria-disabled': true } : {};
}
