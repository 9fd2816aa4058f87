import { ActionIcon, Tooltip } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { words } from '../words.ts';

interface RemoveButtonProps {
	/** What is removed. */
	readonly name: string;
	/** Why it cannot be removed now; null where it can. */
	readonly why: string | null;
	readonly onRemove: () => void;
}

/** Removes something; where that is not possible it says why and stays in reach. */
export function RemoveButton({ name, why, onRemove }: RemoveButtonProps) {
	return (
		<Tooltip label={why ?? words.frame.remove}>
			<ActionIcon
				aria-label={words.frame.removeNamed({ name })}
				{...(why !== null && { 'data-disabled': true, 'aria-disabled': true })}
				onClick={() => why === null && onRemove()}
			>
				<IconTrash size={16} aria-hidden />
			</ActionIcon>
		</Tooltip>
	);
}
