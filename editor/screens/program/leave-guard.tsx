import { Button, Group, Modal, Text } from '@mantine/core';
import { useBlocker } from '@tanstack/react-router';
import { useWorkspace } from '../../document/workspace.tsx';
import { useToasts } from '../../panels/toasts.tsx';
import { words } from './words.ts';

/** Asks before unsaved text would be lost: leaving the program or closing the page. Its own screens share the text. */
export function LeaveGuard() {
	const { program, drafts } = useWorkspace();
	const toasts = useToasts();
	const home = `/programs/${encodeURIComponent(program)}`;
	const blocker = useBlocker({
		shouldBlockFn: ({ next }) => {
			const inside = next.pathname === home || next.pathname.startsWith(`${home}/`);
			return !inside && drafts.hasUnsaved();
		},
		enableBeforeUnload: drafts.hasUnsaved,
		withResolver: true,
	});
	if (blocker.status !== 'blocked') return null;
	const saveAndLeave = async () => {
		const state = await drafts.save();
		if (state.kind === 'saved') return blocker.proceed();
		blocker.reset();
		toasts.show({ tone: 'refused', message: words.couldNotSave });
	};
	return (
		<Modal opened onClose={blocker.reset} title={words.leave}>
			<Text size="sm">{words.leaveDetail}</Text>
			<Group justify="flex-end" gap="xs" mt="md">
				<Button variant="default" onClick={blocker.reset}>
					{words.stay}
				</Button>
				<Button variant="default" c="var(--en-danger)" onClick={blocker.proceed}>
					{words.leaveAnyway}
				</Button>
				<Button onClick={() => void saveAndLeave()}>{words.saveAndLeave}</Button>
			</Group>
		</Modal>
	);
}
