import { Button, EmptyState } from '@mantine/core';
import { IconMapOff } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';

/** Stands where an address leads nowhere. */
export function NotFound() {
	return (
		<EmptyState
			py={96}
			icon={<IconMapOff size={28} stroke={1.5} aria-hidden />}
			withIndicatorBackground
			title="There is nothing at this address"
			description="The page may have been moved, or the address may be misspelt."
		>
			<EmptyState.Actions>
				<Button renderRoot={(props) => <Link {...props} to="/" />}>Go to the first program</Button>
			</EmptyState.Actions>
		</EmptyState>
	);
}
