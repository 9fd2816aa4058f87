import { Popover } from '@mantine/core';
import type { RefObject } from 'react';
import { Anchor } from '../../panels/anchor.tsx';
import { type CanvasValue, useCanvas } from '../canvas-context.ts';
import { CommentPicker } from '../pickers/comment-picker.tsx';
import { ConnectPicker } from '../pickers/connect-picker.tsx';
import { type Picker, pickerOf } from '../pickers/picker-of.tsx';
import type { RuleElement } from '../view.ts';
import classes from './card.module.css';
import { says } from '../says.ts';

interface CardPopoverProps {
	readonly element: RuleElement;
	/** The card itself. */
	readonly card: RefObject<HTMLElement | null>;
}

// A popover that the library places has no element of its own.
const dialogRole = { role: 'dialog' } as const;

/** What a card opens: its picker, the choice of its cart filter, or a comment; nothing while it is closed. */
export function CardPopover({ element, card }: CardPopoverProps) {
	const canvas = useCanvas();
	const { id } = element;
	const part = canvas.opened?.id === id && canvas.opened.part !== 'menu' ? canvas.opened.part : null;
	const shown = part === null || canvas.readOnly ? null : contentOf(canvas, element, part);
	if (!shown) return null;
	const close = () => {
		canvas.open(null);
		canvas.focusCard(id);
	};
	return (
		<Popover
			opened
			// A press outside leaves the focus to what was pressed.
			onChange={(open) => !open && canvas.open(null)}
			closeOnEscape={false}
			position="bottom-start"
			offset={6}
			withinPortal
			trapFocus
			returnFocus={false}
			withRoles={false}
			width={`min(${shown.width}px, calc(100vw - 16px))`}
			keepMounted={false}
			middlewares={{ flip: true, shift: { padding: 8, crossAxis: true }, size: true }}
			zIndex="var(--en-layer-popover)"
		>
			<Popover.Target>
				<Anchor of={card} />
			</Popover.Target>
			<Popover.Dropdown
				{...dialogRole}
				aria-label={shown.label}
				className={classes['dropdown']}
				data-canvas-popover
				onKeyDown={(event) => {
					// An open list inside takes the first Escape for itself.
					if (event.key !== 'Escape' || (event.target as Element).getAttribute('aria-expanded') === 'true') return;
					event.stopPropagation();
					close();
				}}
			>
				{shown.content}
			</Popover.Dropdown>
		</Popover>
	);
}

function contentOf(canvas: CanvasValue, element: RuleElement, part: 'picker' | 'connect' | 'comment'): Picker | null {
	if (part === 'picker') return pickerOf(canvas, element);
	if (part === 'connect') {
		return { label: says.connectCard({ card: element.label }), width: 400, content: <ConnectPicker element={element} /> };
	}
	return { label: says.commentOn({ card: element.label }), width: 340, content: <CommentPicker element={element} /> };
}
