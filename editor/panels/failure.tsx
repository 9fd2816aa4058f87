import { Alert, Button, Code, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ProblemDocument } from '#server/contract';
import { RequestError } from '../client.ts';
import { Backticks } from './backticks.tsx';
import { words } from './words.ts';

interface FailureProps {
	readonly error: unknown;
	readonly onRetry?: () => void;
}

/** Says what went wrong with a request, and offers to try again. */
export function Failure({ error, onRetry }: FailureProps) {
	const problem = problemOf(error);
	return (
		<Alert color="red" icon={<IconAlertTriangle size={18} />} title={<Backticks text={problem.title} />} m="md" maw={640}>
			<Stack gap="xs" align="flex-start">
				<Text size="sm">
					<Backticks text={problem.detail} />
				</Text>
				{problem.requestId ? (
					<Text size="xs">
						{words.request} <Code>{problem.requestId}</Code>
					</Text>
				) : null}
				{onRetry ? (
					<Button variant="default" size="compact-sm" onClick={onRetry}>
						{words.tryAgain}
					</Button>
				) : null}
			</Stack>
		</Alert>
	);
}

function problemOf(error: unknown): Pick<ProblemDocument, 'title' | 'detail' | 'requestId'> {
	if (error instanceof RequestError) return error.problem;
	return {
		title: words.fault,
		detail: error instanceof Error ? error.message : words.unknownFault,
		requestId: '',
	};
}
