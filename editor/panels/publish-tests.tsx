import { Alert, ScrollArea, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useMemo } from 'react';
import { brokenTests } from '#compiler';
import type { Problem } from '#grammar';
import { useReading, useWorkspace } from '../document/workspace.tsx';
import { inLocalDigits } from '../proving/expectation-words.ts';
import { useTestRun } from '../proving/use-test-run.ts';
import { ProblemList } from './problem-list.tsx';
import classes from './publish-dialog.module.css';
import { words } from './words.ts';

/** What is known of the tests of a draft that do not hold. */
export interface Broken {
	/** What is wrong with them, in the order of the text. */
	readonly problems: readonly Problem[];
	/** How many they are. */
	readonly tests: number;
	/** No other test is still to be run. */
	readonly isWhole: boolean;
}

/** The tests that do not hold: what the server found, or before that what comes of them here while the dialog is read. */
export function useBrokenTests(found: readonly Problem[] | null): Broken {
	const { catalog } = useWorkspace();
	const { results, fresh, state } = useTestRun(useReading(), catalog);
	return useMemo(() => {
		const problems = found ?? brokenTests(results.slice(0, fresh));
		const tests = new Set(problems.map(({ parts }) => parts['test'])).size;
		return { problems, tests, isWhole: found !== null || state === 'done' };
	}, [found, results, fresh, state]);
}

interface BrokenTestsProps {
	readonly broken: Broken;
	/** Of the draft. */
	readonly text: string;
	readonly onJump: (problem: Problem) => void;
}

/** Says which tests do not hold and why; each leads to its place. */
export function BrokenTests({ broken: { problems, tests }, text, onJump }: BrokenTestsProps) {
	if (tests === 0) return null;
	return (
		<>
			<Alert color="yellow" icon={<IconAlertTriangle size={18} />} title={words.testsBroken({ count: tests })}>
				{words.testsBrokenDetail}
			</Alert>
			<ScrollArea.Autosize mah={200} type="auto" className={classes['scrolled']}>
				<ProblemList text={text} problems={problems.slice(0, MOST).map(inLocalDigits)} onJump={onJump} />
				{problems.length > MOST && (
					<Text size="sm" c="dimmed" className={classes['more']}>
						{words.testsMore({ count: problems.length - MOST })}
					</Text>
				)}
			</ScrollArea.Autosize>
		</>
	);
}

/** Nobody reads more of them in a dialog. */
const MOST = 50;
