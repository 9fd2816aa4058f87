import { Button, Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useCanvas } from '../canvas-context.ts';
import classes from './pickers.module.css';
import { says } from './says.ts';

interface PickerFrameProps {
	readonly title: string;
	/** The card that the picker belongs to. */
	readonly id: string;
	readonly children: ReactNode;
	/** A sentence under the fields. */
	readonly note?: ReactNode;
}

/** The heading, the fields and the way out of a picker. What is chosen acts at once; there is nothing to confirm. */
export function PickerFrame({ title, id, children, note }: PickerFrameProps) {
	const canvas = useCanvas();
	const close = () => {
		canvas.open(null);
		canvas.focusCard(id);
	};
	return (
		<Stack gap="sm">
			<Text component="h3" className={classes['title']}>
				{title}
			</Text>
			{children}
			<Group justify="space-between" wrap="nowrap" gap="md">
				<Text className={classes['note']}>{note}</Text>
				<Button size="compact-sm" variant="light" flex="none" onClick={close}>
					{says.done}
				</Button>
			</Group>
		</Stack>
	);
}
