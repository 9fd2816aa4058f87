import { Badge, Button, Tooltip } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconRocket } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { Problem } from '#grammar';
import { useReading, useWorkspace } from '../document/workspace.tsx';
import { versionQuery } from '../queries.ts';
import { PublishDialog } from './publish-dialog.tsx';
import { SaveStatus } from './save-status.tsx';
import { words } from './words.ts';

/** Says that the draft differs from the version in force. */
export function UnpublishedBadge() {
	const unpublished = useUnpublished();
	if (!unpublished) return null;
	return (
		<Badge variant="light" color="yellow" radius="sm" tt="none" fw={500} flex="none" visibleFrom="sm">
			{words.unpublished}
		</Badge>
	);
}

/** Where the draft stands, the button that saves it, and the one that publishes it. */
export function ProgramActions({ onJump }: { readonly onJump: (problem: Problem) => void }) {
	const [opened, { open, close }] = useDisclosure(false);
	return (
		<>
			<SaveStatus />
			<Tooltip label={words.publishHint}>
				<Button leftSection={<IconRocket size={16} aria-hidden />} onClick={open}>
					{words.publish}
				</Button>
			</Tooltip>
			<PublishDialog opened={opened} onClose={close} onJump={onJump} />
		</>
	);
}

function useUnpublished(): boolean {
	const { program, published } = useWorkspace();
	const { source } = useReading();
	const version = useQuery({ ...versionQuery(program, published?.version ?? 0), enabled: published !== null });
	return published === null || (version.data !== undefined && version.data.text !== source);
}
