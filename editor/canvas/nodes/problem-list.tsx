import { UnstyledButton, VisuallyHidden } from '@mantine/core';
import { IconAlertOctagon, IconAlertTriangle } from '@tabler/icons-react';
import type { Problem } from '#grammar';
import { problemWords, titleWords } from '../../messages/problem-words.ts';
import { useEditing } from '../editing.ts';
import { WithNames } from './with-names.tsx';
import classes from './problem-list.module.css';
import { says } from '../says.ts';

interface ProblemListProps {
	readonly problems: readonly Problem[];
	/** The keyboard reaches the fixes by Tab; those of a card are reached in other ways. */
	readonly isReached?: boolean;
}

/** What is wrong with a clause, with its hint and its quick fix. */
export function ProblemList({ problems, isReached = false }: ProblemListProps) {
	const { applyFix, readOnly } = useEditing();
	if (problems.length === 0) return null;
	return (
		<ul className={classes['list']}>
			{problems.map((problem) => {
				const { code, severity, span, fix } = problem;
				return (
					<li key={`${code}-${span.start}-${span.end}`} className={classes['problem']} data-severity={severity}>
						{severity === 'error' ? <IconAlertOctagon size={14} aria-hidden /> : <IconAlertTriangle size={14} aria-hidden />}
						<div>
							<VisuallyHidden>{severity === 'error' ? says.error : says.warning} </VisuallyHidden>
							<Words problem={problem} />
							{fix && applyFix && !readOnly && (
								<UnstyledButton className={classes['fix']} tabIndex={isReached ? 0 : -1} onClick={() => applyFix(fix)}>
									<WithNames text={titleWords(fix)} />
								</UnstyledButton>
							)}
						</div>
					</li>
				);
			})}
		</ul>
	);
}

function Words({ problem }: { readonly problem: Problem }) {
	const { message, hint } = problemWords(problem);
	return (
		<>
			<WithNames text={message} />
			{hint !== undefined && (
				<span className={classes['hint']}>
					{' '}
					<WithNames text={hint} />
				</span>
			)}
		</>
	);
}
