import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';

interface AddButtonProps {
	/** What it adds is called. */
	readonly label: string;
	readonly onAdd: () => void;
	/** Marks the button for those who look for it. */
	readonly marks?: object;
}

/** At the head of a list within a card: adds one more to it. */
export function AddButton({ label, onAdd, marks }: AddButtonProps) {
	return (
		<Button {...marks} variant="default" size="compact-sm" leftSection={<IconPlus size={14} aria-hidden />} onClick={onAdd}>
			{label}
		</Button>
	);
}
