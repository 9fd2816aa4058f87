import { Alert, Button, Group } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import type { Problem } from '#grammar';
import { countSeverities } from '../../document/problems.ts';
import { useReading, useWorkspace } from '../../document/workspace.tsx';
import { timeOfDay } from '../../panels/format.ts';
import type { ShownRule } from './use-tracked-rule.ts';
import { words } from './words.ts';

interface StaleBannerProps {
	readonly shown: ShownRule;
	readonly onJump: (problem: Problem) => void;
}

/** Says that the canvas shows a rule as it last was, because its text cannot be read any more. */
export function StaleBanner({ shown, onJump }: StaleBannerProps) {
	const { document } = useWorkspace();
	const reading = useReading();
	const [since] = useState(() => new Date().toISOString());
	const first = reading.problems.find((problem) => problem.severity === 'error');
	const { errors } = countSeverities(reading.problems);
	return (
		<Alert color="yellow" radius={0} icon={<IconAlertTriangle size={18} />} p="xs">
			<Group gap="xs" justify="space-between">
				<span>{words.stale({ errors, time: timeOfDay(since) })}</span>
				<Group gap="xs">
					{first ? (
						<Button variant="default" size="compact-sm" onClick={() => onJump(first)}>
							{words.goToError}
						</Button>
					) : null}
					<Button
						variant="default"
						size="compact-sm"
						onClick={() => document.replace(shown.compilation.source, { label: words.restored, origin: 'import' })}
					>
						{words.restore}
					</Button>
				</Group>
			</Group>
		</Alert>
	);
}
