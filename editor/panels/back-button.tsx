import { ActionIcon, Tooltip } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';

interface BackButtonProps {
	readonly label: string;
	readonly to: '/programs/$program' | '/programs/$program/members';
	readonly program: string;
}

/** At the beginning of a screen's bar: leads to the list that the screen belongs to. */
export function BackButton({ label, to, program }: BackButtonProps) {
	return (
		<Tooltip label={label}>
			<ActionIcon aria-label={label} renderRoot={(props) => <Link {...props} to={to} params={{ program }} />}>
				<IconArrowLeft size={18} className="en-mirrored" />
			</ActionIcon>
		</Tooltip>
	);
}
