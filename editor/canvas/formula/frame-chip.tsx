import { Menu } from '@mantine/core';
import { IconParenthesesOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { ButtonMenu } from '../../panels/button-menu.tsx';
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
			<ButtonMenu
				withinPortal={!isNested}
				position="bottom-start"
				width={190}
				button={{
					className: classes['bracket'],
					tabIndex,
					disabled: onUnframe === null,
					'aria-label': says.formula.brackets,
					children: '(',
				}}
			>
				<Menu.Item leftSection={<IconParenthesesOff size={14} />} onClick={() => onUnframe?.()}>
					{says.formula.removeBrackets}
				</Menu.Item>
			</ButtonMenu>
			{children}
			<span className={`${classes['bracket']} ${classes['closing']}`} aria-hidden>
				)
			</span>
		</span>
	);
}
