import { Button, Text, UnstyledButton } from '@mantine/core';
import { IconAlertOctagon, IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { lineStarts, positionAt, type Problem } from '#grammar';
import classes from './problem-list.module.css';
import { problemWords, titleWords } from '../messages/problem-words.ts';
import { words } from './words.ts';
import { Backticks } from './backticks.tsx';
import { keyed } from './keyed.ts';

interface ProblemListProps {
	readonly text: string;
	readonly problems: readonly Problem[];
	readonly onJump: (problem: Problem) => void;
	/** Absent where fixes are not offered. */
	readonly onFix?: ((problem: Problem) => void) | undefined;
}

/** Problems in the order of the text: what is wrong, what to do, where it is, and the fix where there is one. */
export function ProblemList({ text, problems, onJump, onFix }: ProblemListProps) {
	if (problems.length === 0) {
		return (
			<Text size="sm" c="dimmed" className={classes['none']}>
				<IconCircleCheck size={18} aria-hidden color="var(--en-success)" /> {words.noProblems}
			</Text>
		);
	}
	const starts = lineStarts(text);
	return (
		<ul className={classes['list']}>
			{keyed(problems, ({ span, code }) => `${span.start} ${code}`).map(({ key, item: problem }) => (
				<li key={key} className={classes['item']}>
					<UnstyledButton className={classes['jump']} onClick={() => onJump(problem)}>
						{problem.severity === 'error' ? (
							<IconAlertOctagon size={18} className={classes['error']} aria-label={words.error} />
						) : (
							<IconAlertTriangle size={18} className={classes['warning']} aria-label={words.warning} />
						)}
						<Words problem={problem} />
						<span className={classes['line']}>{words.line({ line: positionAt(starts, problem.span.start).line })}</span>
					</UnstyledButton>
					{problem.fix && onFix ? (
						<Button variant="light" size="compact-xs" className={classes['fix']} onClick={() => onFix(problem)}>
							<Backticks text={titleWords(problem.fix)} />
						</Button>
					) : null}
				</li>
			))}
		</ul>
	);
}

function Words({ problem }: { readonly problem: Problem }) {
	const { message, hint } = problemWords(problem);
	return (
		<span className={classes['words']}>
			<span className={classes['message']}>
				<Backticks text={message} />
			</span>
			{hint ? (
				<span className={classes['hint']}>
					<Backticks text={hint} />
				</span>
			) : null}
		</span>
	);
}
