import { Button, EmptyState } from '@mantine/core';
import { IconMapOff } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { words } from './words.ts';

/** Stands where an address leads nowhere. */
export function NotFound() {
	return (
		<EmptyState
			py={96}
			icon={<IconMapOff size={28} stroke={1.5} aria-hidden />}
			withIndicatorBackground
			title={<h1 style={{ margin: 0, font: 'inherit' }}>{words.nowhere}</h1>}
			description={words.nowhereHint}
		>
			<EmptyState.Actions>
				<Button renderRoot={(props) => <Link {...props} to="/" />}>{words.goHome}</Button>
			</EmptyState.Actions>
		</EmptyState>
	);
}
