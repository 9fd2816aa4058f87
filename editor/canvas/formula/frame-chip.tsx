import { Menu } from '@mantine/core';
import { IconParenthesesOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useFormula } from './formula-context.ts';
import classes from './formula.module.css';
import { says } from '../says.ts';

interface FrameChipProps {
	readonly tabIndex: number;
	/** Removes the parentheses; null where nothing may be changed. */
	readonly onUnframe: (() => void) | null;
	readonly children: ReactNode;
}

/** One pair of parentheses: a frame around what is in them. Its first bracket opens its menu. */
export function FrameChip({ tabIndex, onUnframe, children }: FrameChipProps) {
	const { isNested } = useFormula();
	return (
		<span className={classes['frame']}>
			<Menu
				withInitialFocusPlaceholder={false}
				withinPortal={!isNested}
				position="bottom-start"
				width={190}
				disabled={onUnframe === null}
			>
				<Menu.Target>
					<button
						type="button"
						className={classes['bracket']}
						tabIndex={tabIndex}
						disabled={onUnframe === null}
						aria-label={says.formula.brackets}
					>
						(
					</button>
				</Menu.Target>
				<Menu.Dropdown data-canvas-popover>
					<Menu.Item leftSection={<IconParenthesesOff size={14} />} onClick={() => onUnframe?.()}>
						{says.formula.removeBrackets}
					</Menu.Item>
				</Menu.Dropdown>
			</Menu>
			{children}
			<span className={`${classes['bracket']} ${classes['closing']}`} aria-hidden>
				)
			</span>
		</span>
	);
}
