import { Menu, UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconDots, IconTrash, type TablerIcon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Span } from '#grammar';
import { ButtonMenu } from '../../../panels/button-menu.tsx';
import classes from './declaration-card.module.css';
import { SettingCard, type Tone } from './setting-card.tsx';
import { words } from '../words.ts';

interface DeclarationCardProps {
	readonly name: string;
	/** What it says, in a sentence. */
	readonly about: ReactNode;
	readonly Icon: TablerIcon;
	/** Beside the name: its state. */
	readonly badge?: ReactNode;
	readonly tone?: Tone;
	readonly spans: readonly Span[];
	/** What is told of besides while the server cannot record it. */
	readonly constructs?: readonly string[];
	/** What is worth knowing while it is closed: where it is used, what it comes to. */
	readonly facts?: readonly string[];
	readonly opened: boolean;
	readonly onToggle: () => void;
	/** More lines of the menu, as items. */
	readonly menu?: ReactNode;
	readonly onRemove: () => void;
	/** What is shown of it while it is closed, too. */
	readonly always?: ReactNode;
	/** The fields, drawn while it is open. */
	readonly children: ReactNode;
}

/** A declaration as a card that opens to its fields, with a menu. */
export function DeclarationCard(props: DeclarationCardProps) {
	const { name, about, badge, Icon, tone, spans, constructs = [], facts = [], opened, onToggle } = props;
	const { menu, onRemove, always, children } = props;
	const title = (
		<UnstyledButton className={classes['toggle']} aria-expanded={opened} onClick={onToggle}>
			<bdi>{name}</bdi>
			<IconChevronDown size={16} className={classes['chevron']} data-opened={opened || undefined} aria-hidden />
		</UnstyledButton>
	);
	return (
		<SettingCard
			title={title}
			about={
				<>
					<span className={classes['about']}>{about}</span>
					{facts.length > 0 && (
						<span className={classes['facts']}>
							{facts.map((fact) => (
								<span key={fact}>{fact}</span>
							))}
						</span>
					)}
				</>
			}
			Icon={Icon}
			{...(tone && { tone })}
			spans={spans}
			constructs={constructs}
			aside={
				<>
					{badge}
					<ButtonMenu
						position="bottom-end"
						width={200}
						button={{
							className: classes['more'],
							'aria-label': words.frame.more({ name }),
							children: <IconDots size={16} aria-hidden />,
						}}
					>
						{menu}
						<Menu.Item color="red" leftSection={<IconTrash size={16} />} onClick={onRemove}>
							{words.frame.remove}
						</Menu.Item>
					</ButtonMenu>
				</>
			}
		>
			{always}
			{opened ? children : null}
		</SettingCard>
	);
}
