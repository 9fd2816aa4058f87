import { ActionIcon, Menu } from '@mantine/core';
import { useId } from '@mantine/hooks';
import {
	IconArrowDown,
	IconArrowUp,
	IconClipboard,
	IconClipboardText,
	IconCode,
	IconCut,
	IconDots,
	IconFilter,
	IconGitBranch,
	IconMessage,
	IconPencil,
	IconSettings,
	IconTrash,
	type TablerIcon,
} from '@tabler/icons-react';
import { useRef } from 'react';
import { Anchor, opensPopover } from '../../panels/anchor.tsx';
import { keyNames } from '../../panels/key-names.ts';
import { actionsOf, addIntoId, alternativeId } from '../card-actions.ts';
import { type CanvasValue, useCanvas } from '../canvas-context.ts';
import { commentedBy } from '../commented.ts';
import { cardText, copyByMenu, hasClipboard, pasteByMenu } from '../clipboard.ts';
import { openCard } from '../open-card.ts';
import { isGroup, type RuleElement } from '../view.ts';
import classes from './card-menu.module.css';
import { actionIcons } from './icons.ts';
import { says } from '../says.ts';

/** One line of the menu of a card. */
export interface CardCommand {
	readonly key: string;
	readonly title: string;
	readonly keys?: string | undefined;
	readonly Icon: TablerIcon;
	/** What removes stands apart. */
	readonly isRemoval?: boolean;
	readonly run: () => void;
}

const SIZE = 16;

/** Everything that can be done with a card, for its menu and for the search of commands. */
export function commandsOf(canvas: CanvasValue, element: RuleElement): CardCommand[] {
	const { id } = element;
	const actions = actionsOf(canvas.view, element, canvas.declaration);
	const goTo: CardCommand = {
		key: 'go-to',
		title: says.goToText,
		keys: 'F12',
		Icon: IconCode,
		run: () => canvas.goToText(actions.goTo),
	};
	const exchange = hasClipboard() ? exchangeCommands(canvas, element) : [];
	if (canvas.readOnly) return [...exchange, goTo];
	const { edit, moveUp, moveDown, more, remove, removeLabel, connects } = actions;
	const step = (key: string, title: string, Icon: TablerIcon, keys: string, run: () => void): CardCommand => ({
		key,
		title,
		Icon,
		keys,
		run,
	});
	const open = (part: 'picker' | 'connect' | 'comment') => canvas.open({ id, part });
	return [
		...(edit ? [step('edit', says.edit, IconPencil, 'Enter', () => openCard(canvas, id, edit))] : []),
		...(element.kind === 'points' ? [step('options', says.options, IconSettings, '', () => open('picker'))] : []),
		...(element.kind === 'condition' && element.condition.kind !== 'always'
			? [step('alternative', says.addAlternative, IconGitBranch, 'O', () => openAdd(canvas, element.id, isGroup(element)))]
			: []),
		...(connects || element.kind === 'filter'
			? [step('connect', says.connect, IconFilter, 'C', () => open('connect'))]
			: []),
		...(moveUp ? [step('up', says.moveUp, IconArrowUp, 'Alt ↑', () => canvas.perform(moveUp))] : []),
		...(moveDown ? [step('down', says.moveDown, IconArrowDown, 'Alt ↓', () => canvas.perform(moveDown))] : []),
		...more.map(
			({ key, title, keys, wish }): CardCommand => ({
				key,
				title,
				keys: keys ?? (key === 'negate' ? 'N' : undefined),
				Icon: actionIcons[key] ?? IconGitBranch,
				run: () => canvas.perform(wish, title),
			}),
		),
		...exchange,
		...(commentedBy(canvas, element).length > 0
			? [step('comment', says.commentMore, IconMessage, 'M', () => open('comment'))]
			: []),
		goTo,
		...(remove ? [{ ...step('remove', removeLabel, IconTrash, 'Del', () => canvas.perform(remove)), isRemoval: true }] : []),
	];
}

/** What goes over the clipboard. */
function exchangeCommands(canvas: CanvasValue, element: RuleElement): CardCommand[] {
	const hasText = cardText(canvas, element) !== '';
	const { remove } = actionsOf(canvas.view, element, canvas.declaration);
	const copy = (cut: boolean) => () => void copyByMenu(canvas, element, cut);
	return [
		...(hasText ? [{ key: 'copy', title: says.copyAsText, keys: 'Ctrl C', Icon: IconClipboardText, run: copy(false) }] : []),
		...(hasText && remove && !canvas.readOnly
			? [{ key: 'cut', title: says.cut, keys: 'Ctrl X', Icon: IconCut, run: copy(true) }]
			: []),
		...(canvas.readOnly
			? []
			: [
					{
						key: 'paste',
						title: says.paste,
						keys: 'Ctrl V',
						Icon: IconClipboard,
						run: () => void pasteByMenu(canvas, element),
					},
				]),
	];
}

function openAdd(canvas: CanvasValue, id: string, isAGroup: boolean): void {
	const add = isAGroup ? addIntoId(id) : alternativeId(id);
	canvas.focusCard(add);
	canvas.open({ id: add, part: 'picker' });
}

const POINTER_EVENTS = ['mousedown', 'touchstart'];

/** The menu of a card: everything that the keyboard can do with it, for the pointer. */
export function CardMenu({ element }: { element: RuleElement }) {
	const canvas = useCanvas();
	const { id } = element;
	const menuId = useId();
	const target = useRef<HTMLButtonElement>(null);
	const opened = canvas.opened?.id === id && canvas.opened.part === 'menu';
	const close = () => {
		canvas.open(null);
		canvas.focusCard(id);
	};
	return (
		<>
			<ActionIcon
				ref={target}
				className={classes['target']}
				size={24}
				variant="subtle"
				color="gray"
				tabIndex={canvas.enteredId === id ? 0 : -1}
				aria-label={says.more({ card: element.label })}
				{...opensPopover('menu', menuId, opened)}
				onClick={() => (opened ? close() : canvas.open({ id, part: 'menu' }))}
			>
				<IconDots size={SIZE} aria-hidden />
			</ActionIcon>
			{opened && (
				<Menu
					id={menuId}
					opened
					onChange={(open) => !open && close()}
					closeOnItemClick={false}
					// Without motion it is there before the key that opens it has gone up the page, and would be closed by that key.
					clickOutsideEvents={POINTER_EVENTS}
					returnFocus={false}
					withInitialFocusPlaceholder={false}
					position="bottom-end"
					width={240}
					// It is longer than what is left below most cards.
					middlewares={{ flip: true, shift: { padding: 8, crossAxis: true }, size: true }}
				>
					<Menu.Target>
						<Anchor of={target} />
					</Menu.Target>
					<Menu.Dropdown data-canvas-popover className={classes['dropdown']}>
						<Commands commands={commandsOf(canvas, element)} id={id} />
					</Menu.Dropdown>
				</Menu>
			)}
		</>
	);
}

function Commands({ commands, id }: { commands: readonly CardCommand[]; id: string }) {
	const canvas = useCanvas();
	return commands.map(({ key, title, keys, Icon, isRemoval = false, run }) => (
		<div key={key} role="presentation">
			{isRemoval && <Menu.Divider />}
			<Menu.Item
				{...(isRemoval && { color: 'red' })}
				leftSection={<Icon size={SIZE} aria-hidden />}
				rightSection={keys ? <Keys keys={keys} /> : null}
				onClick={() => {
					// What the command opens itself comes after the menu is closed.
					canvas.open(null);
					canvas.focusCard(id);
					run();
				}}
			>
				{title}
			</Menu.Item>
		</div>
	));
}

function Keys({ keys }: { keys: string }) {
	return (
		<span className={classes['keys']} dir="ltr" aria-hidden>
			{keyNames(keys).join(' ')}
		</span>
	);
}
