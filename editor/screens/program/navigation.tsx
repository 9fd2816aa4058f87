import { ActionIcon, Tooltip } from '@mantine/core';
import { IconBook2, IconListDetails, IconSearch, IconSettings, IconUsers } from '@tabler/icons-react';
import { Link, useLocation } from '@tanstack/react-router';
import { keysInWords } from '../../panels/key-names.ts';
import { words as paletteWords } from '../../panels/palette/words.ts';
import { Mark } from '../../panels/mark.tsx';
import { LanguageMenu } from '../../theme/language-menu.tsx';
import { SchemeMenu } from '../../theme/scheme.tsx';
import classes from './navigation.module.css';
import { words } from './words.ts';

const places = [
	{ to: '/programs/$program', path: '', inside: /^\/(?:rules\/|text$)/, label: 'rules', Icon: IconListDetails },
	{ to: '/programs/$program/members', path: '/members', inside: /^\/members\//, label: 'members', Icon: IconUsers },
	{ to: '/programs/$program/settings', path: '/settings', inside: /^\/settings\//, label: 'settings', Icon: IconSettings },
] as const;

/** The places of a program: a rail at the side, a bar at the foot of small screens. */
export function Navigation({ program, onFind }: { readonly program: string; readonly onFind: () => void }) {
	const pathname = useLocation({ select: (location) => location.pathname });
	const place = pathname.replace(/^\/programs\/[^/]*/, '').replace(/\/$/, '');
	const open = paletteWords.open({ keys: keysInWords('Ctrl K') });
	return (
		<nav className={classes['rail']} aria-label={words.navigation}>
			<Link to="/" className={classes['mark']} aria-label={words.home}>
				<Mark size={28} />
			</Link>
			<ul className={classes['places']}>
				{places.map(({ to, path, inside, label, Icon }) => {
					const active = place === path || inside.test(place);
					return (
						<li key={to}>
							<Link
								to={to}
								params={{ program }}
								className={classes['place']}
								data-active={active || undefined}
								{...(active ? { 'aria-current': 'page' } : {})}
							>
								<Icon size={20} stroke={1.75} aria-hidden />
								<span className={classes['label']}>{words[label]}</span>
							</Link>
						</li>
					);
				})}
			</ul>
			<div className={classes['foot']}>
				<Tooltip label={open} position="right">
					<ActionIcon aria-label={open} aria-haspopup="dialog" size={36} onClick={onFind}>
						<IconSearch size={18} />
					</ActionIcon>
				</Tooltip>
				<Tooltip label={words.documentation} position="right">
					<ActionIcon component="a" href="/docs" target="_blank" rel="noreferrer" aria-label={words.documentation} size={36}>
						<IconBook2 size={18} />
					</ActionIcon>
				</Tooltip>
				<LanguageMenu />
				<SchemeMenu />
			</div>
		</nav>
	);
}
