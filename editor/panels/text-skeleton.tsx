import { Skeleton } from '@mantine/core';
import classes from './text-pane.module.css';
import { words } from './words.ts';

/** Lines of nothing, of lengths that look like text. */
export function TextSkeleton() {
	return (
		<div className={classes['skeleton']} aria-busy>
			<output className="en-hidden">{words.loadingText}</output>
			{[38, 54, 47, 62, 20, 44, 70, 58, 66, 31].map((width) => (
				<Skeleton key={width} height={11} width={`${width}%`} radius="sm" />
			))}
		</div>
	);
}
