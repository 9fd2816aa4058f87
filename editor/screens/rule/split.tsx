import { Splitter } from '@mantine/core';
import { useLocalStorage, useMediaQuery } from '@mantine/hooks';
import type { ReactNode } from 'react';
import classes from './split.module.css';
import { words } from './words.ts';

/** The least width of either side, as long as both stand beside each other. */
const LEAST = '360px';

interface SplitProps {
	readonly first: ReactNode;
	readonly second: ReactNode;
}

/** Two views with a divider that is dragged or moved by the arrow keys; one above the other where the page is narrow. */
export function Split({ first, second }: SplitProps) {
	const stacked = useMediaQuery('(max-width: 1099px)', false, { getInitialValueInEffect: false });
	const [share, setShare] = useLocalStorage({
		key: stacked ? 'earnest-split-stacked' : 'earnest-split',
		defaultValue: 55,
		getInitialValueInEffect: false,
	});
	const least = stacked ? '160px' : LEAST;
	return (
		<Splitter
			key={stacked ? 'stacked' : 'beside'}
			className={classes['split']}
			orientation={stacked ? 'vertical' : 'horizontal'}
			sizes={[share, 100 - share]}
			onSizeChange={([first]) => setShare(Math.round(Number.parseFloat(String(first)) * 10) / 10)}
			step={5}
			shiftStep={10}
			lineSize={7}
			withHandle={false}
			classNames={{ handle: classes['handle'] ?? '' }}
			attributes={{ handle: { 'aria-label': words.divider } }}
		>
			<Splitter.Pane defaultSize={55} min={least} className={classes['pane']}>
				{first}
			</Splitter.Pane>
			<Splitter.Pane defaultSize={45} min={least} className={classes['pane']}>
				{second}
			</Splitter.Pane>
		</Splitter>
	);
}
