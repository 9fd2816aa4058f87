import { ActionIcon, Menu } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconCode, IconDots, IconPencil, IconTrash } from '@tabler/icons-react';
import type { CardActions } from '../card-actions.ts';
import { useCanvas } from '../canvas-context.ts';
import { openCard } from '../open-card.ts';
import type { RuleElement } from '../view.ts';
import classes from './card-menu.module.css';

/** The menu of a card: everything that the keyboard can do with it, for the pointer. */
export function CardMenu({ element, actions }: { element: RuleElement; actions: CardActions }) {
	const canvas = useCanvas();
	const { id } = element;
	const opened = canvas.opened?.id === id && canvas.opened.part === 'menu';
	const change = canvas.readOnly ? null : actions;
	const iconSize = 16;
	return (
		<Menu
			opened={opened}
			onChange={(open) => {
				canvas.open(open ? { id, part: 'menu' } : null);
				if (!open) canvas.focusCard(id);
			}}
			returnFocus={false}
			withInitialFocusPlaceholder={false}
			position="bottom-end"
			width={208}
		>
			<Menu.Target>
				<ActionIcon
					className={classes['target']}
					size={24}
					variant="subtle"
					color="gray"
					tabIndex={canvas.enteredId === id ? 0 : -1}
					aria-label={`More for ${element.label}`}
				>
					<IconDots size={iconSize} aria-hidden />
				</ActionIcon>
			</Menu.Target>
			<Menu.Dropdown>
				{change?.edit && (
					<Menu.Item
						leftSection={<IconPencil size={iconSize} />}
						rightSection={<Keys keys="Enter" />}
						onClick={() => openCard(canvas, id, change.edit)}
					>
						Edit
					</Menu.Item>
				)}
				{change?.moveUp && (
					<Menu.Item
						leftSection={<IconArrowUp size={iconSize} />}
						rightSection={<Keys keys="Alt ↑" />}
						onClick={() => change.moveUp && canvas.perform(change.moveUp)}
					>
						Move up
					</Menu.Item>
				)}
				{change?.moveDown && (
					<Menu.Item
						leftSection={<IconArrowDown size={iconSize} />}
						rightSection={<Keys keys="Alt ↓" />}
						onClick={() => change.moveDown && canvas.perform(change.moveDown)}
					>
						Move down
					</Menu.Item>
				)}
				<Menu.Item
					leftSection={<IconCode size={iconSize} />}
					rightSection={<Keys keys="F12" />}
					onClick={() => canvas.goToText(actions.goTo)}
				>
					Go to text
				</Menu.Item>
				{change?.remove && (
					<>
						<Menu.Divider />
						<Menu.Item
							color="red"
							leftSection={<IconTrash size={iconSize} />}
							rightSection={<Keys keys="Del" />}
							onClick={() => change.remove && canvas.perform(change.remove)}
						>
							{change.removeLabel}
						</Menu.Item>
					</>
				)}
			</Menu.Dropdown>
		</Menu>
	);
}

function Keys({ keys }: { keys: string }) {
	return (
		<span className={classes['keys']} aria-hidden>
			{keys}
		</span>
	);
}
