import { Badge, Button, Tooltip } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconRocket } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { Problem } from '#grammar';
import { useDocument, useWorkspace } from '../document/workspace.tsx';
import { versionQuery } from '../queries.ts';
import { PublishDialog } from './publish-dialog.tsx';
import { SaveStatus } from './save-status.tsx';

/** Says that the draft differs from the version in force. */
export function UnpublishedBadge() {
	const unpublished = useUnpublished();
	if (!unpublished) return null;
	return (
		<Badge variant="light" color="yellow" radius="sm" tt="none" fw={500} visibleFrom="sm">
			Unpublished changes
		</Badge>
	);
}

/** Where the draft stands, the button that saves it, and the one that publishes it. */
export function ProgramActions({ onJump }: { readonly onJump: (problem: Problem) => void }) {
	const [opened, { open, close }] = useDisclosure(false);
	return (
		<>
			<SaveStatus />
			<Tooltip label="Put this draft in force">
				<Button leftSection={<IconRocket size={16} aria-hidden />} onClick={open}>
					Publish
				</Button>
			</Tooltip>
			<PublishDialog opened={opened} onClose={close} onJump={onJump} />
		</>
	);
}

function useUnpublished(): boolean {
	const { program, published } = useWorkspace();
	const { text } = useDocument();
	const version = useQuery({ ...versionQuery(program, published?.version ?? 0), enabled: published !== null });
	return published === null || (version.data !== undefined && version.data.text !== text);
}
