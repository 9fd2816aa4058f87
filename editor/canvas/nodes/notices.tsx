import { Button, CloseButton, VisuallyHidden } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { Problem } from '#grammar';
import type { Notice } from '../canvas-context.ts';
import { ProblemList } from './problem-list.tsx';
import { WithNames } from './with-names.tsx';
import classes from './notices.module.css';
import { says } from '../says.ts';

interface NoticesProps {
	/** What is wrong with the rule and belongs to none of its cards. */
	readonly problems: readonly Problem[];
	/** The picture is the last one that was whole. */
	readonly stale: boolean;
	/** Why an operation was refused, or what else is to be said. */
	readonly notice: Notice | null;
	readonly onDismiss: () => void;
	readonly spoken: string;
	readonly goToText: () => void;
}

/** What the canvas says above its cards: a broken head, problems of the rule as a whole, a refusal. */
export function Notices({ problems, stale, notice, onDismiss, spoken, goToText }: NoticesProps) {
	return (
		<>
			<div className={classes['top']}>
				{stale && (
					<output className={classes['banner']}>
						<IconAlertTriangle size={16} aria-hidden />
						<span>{says.broken}</span>
						<Button size="compact-sm" variant="subtle" flex="none" onClick={goToText}>
							{says.goToTheText}
						</Button>
					</output>
				)}
				{!stale && problems.length > 0 && (
					<div className={classes['problems']}>
						<ProblemList problems={problems} />
					</div>
				)}
			</div>
			<div className={classes['bottom']} role="alert">
				{notice !== null && (
					<div className={classes['notice']} data-tone={notice.tone}>
						<span>
							<WithNames text={notice.words} />
						</span>
						<CloseButton size="sm" aria-label={says.dismiss} onClick={onDismiss} />
					</div>
				)}
			</div>
			<VisuallyHidden aria-live="polite">{spoken}</VisuallyHidden>
		</>
	);
}
