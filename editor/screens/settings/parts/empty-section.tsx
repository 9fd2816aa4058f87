import { Button, EmptyState } from '@mantine/core';
import type { TablerIcon } from '@tabler/icons-react';
import { useId } from 'react';

interface EmptySectionProps {
	readonly Icon: TablerIcon;
	readonly title: string;
	readonly hint: string;
	/** What begins it is called. */
	readonly action: string;
	readonly onAct: () => void;
	/** Marks the button for those who look for it. */
	readonly marks?: object;
}

/** A section of which the program has nothing yet, and how to begin. */
export function EmptySection({ Icon, title, hint, action, onAct, marks }: EmptySectionProps) {
	const id = useId();
	return (
		<EmptyState
			py={64}
			icon={<Icon size={26} stroke={1.5} aria-hidden />}
			withIndicatorBackground
			title={title}
			description={<span id={id}>{hint}</span>}
		>
			<EmptyState.Actions>
				<Button {...marks} aria-describedby={id} onClick={onAct}>
					{action}
				</Button>
			</EmptyState.Actions>
		</EmptyState>
	);
}
