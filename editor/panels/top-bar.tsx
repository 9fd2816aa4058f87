import type { ReactNode } from 'react';
import classes from './top-bar.module.css';

interface TopBarProps {
	readonly left: ReactNode;
	readonly middle?: ReactNode;
	readonly right?: ReactNode;
}

/** The bar above a screen: what it shows, and what can be done with it. */
export function TopBar({ left, middle, right }: TopBarProps) {
	return (
		<header className={classes['bar']}>
			<div className={classes['left']}>{left}</div>
			{middle ? <div className={classes['middle']}>{middle}</div> : null}
			<div className={classes['right']}>{right}</div>
		</header>
	);
}
