import { Button, Group } from '@mantine/core';
import { type MouseEvent, useLayoutEffect, useRef } from 'react';
import classes from './publish-dialog.module.css';
import { words } from './words.ts';

interface PublishButtonsProps {
	/** What is published. */
	readonly version: number;
	/** How many tests are known not to hold; 0 also while that is not known of all. */
	readonly despite: number;
	readonly isReady: boolean;
	readonly isRunning: boolean;
	readonly onCancel: () => void;
	readonly onPublish: (allowFailingTests: boolean) => void;
}

/** Publishes, or does not; despite failing tests only by a button that says so, and on which no key rests by itself. */
export function PublishButtons({ version, despite, isReady, isRunning, onCancel, onPublish }: PublishButtonsProps) {
	const isDeliberate = despite > 0;
	const cancel = useRef<HTMLButtonElement>(null);
	const confirm = useRef<HTMLButtonElement>(null);
	useLayoutEffect(() => {
		// On the button, or on what is around it because the button could not be pressed for a while.
		const isHere = document.activeElement?.contains(confirm.current) ?? true;
		if (isDeliberate && isHere) cancel.current?.focus({ preventScroll: true });
	}, [isDeliberate]);
	const press = ({ detail }: MouseEvent) => {
		// The second click of a double one was meant for what the button said at the first.
		if (!isDeliberate || detail < 2) onPublish(isDeliberate);
	};
	return (
		<Group justify="flex-end" gap="xs" className={classes['actions']}>
			<Button ref={cancel} variant="default" onClick={onCancel}>
				{words.cancel}
			</Button>
			<Button
				ref={confirm}
				{...(isDeliberate && { variant: 'outline', color: 'red' })}
				className={classes['confirm']}
				disabled={!isReady}
				loading={isRunning}
				onClick={press}
				data-autofocus
			>
				{isDeliberate ? words.publishDespite({ version, count: despite }) : words.publishVersion({ version })}
			</Button>
		</Group>
	);
}
