import { Button, Group, Modal, Text } from '@mantine/core';
import { useBlocker } from '@tanstack/react-router';
import { useWorkspace } from '../../document/workspace.tsx';
import { useToasts } from '../../panels/toasts.tsx';

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
		toasts.show({ tone: 'refused', message: 'The draft could not be saved, so you are still here.' });
	};
	return (
		<Modal opened onClose={blocker.reset} title="Leave with unsaved changes?">
			<Text size="sm">The last changes of this draft are not saved yet.</Text>
			<Group justify="flex-end" gap="xs" mt="md">
				<Button variant="default" onClick={blocker.reset}>
					Stay
				</Button>
				<Button variant="default" c="var(--en-danger)" onClick={blocker.proceed}>
					Leave without saving
				</Button>
				<Button onClick={() => void saveAndLeave()}>Save and leave</Button>
			</Group>
		</Modal>
	);
}
