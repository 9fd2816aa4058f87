import { type HTMLAttributes, type ReactNode, useRef } from 'react';
import { useCanvas } from '../canvas-context.ts';
import { AddList } from './add-list.tsx';
import type { AddChoice, Addable } from './choices.ts';

interface AddMenuProps {
	/** The id by which the arrow keys reach the button. */
	readonly id: string;
	readonly label: string;
	/** What is offered. */
	readonly of: Addable;
	readonly className: string | undefined;
	readonly onAdd: (choice: AddChoice & { readonly text: string }) => void;
	readonly children: ReactNode;
	/** The card that the focus goes back to; by default the button. */
	readonly returnTo?: string;
	/** What makes the button a line of a tree. */
	readonly item?: HTMLAttributes<HTMLButtonElement>;
}

/** A button that opens a list of what can be added, with a search. */
export function AddMenu({ id, label, of, className, onAdd, children, item, returnTo = id }: AddMenuProps) {
	const canvas = useCanvas();
	const button = useRef<HTMLButtonElement>(null);
	const opened = canvas.opened?.id === id;
	return (
		<>
			<button
				ref={button}
				type="button"
				className={className}
				data-card={id}
				tabIndex={canvas.activeId === id ? 0 : -1}
				aria-haspopup="listbox"
				aria-expanded={opened}
				onFocus={() => canvas.activate(id)}
				onClick={() => canvas.open(opened ? null : { id, part: 'picker' })}
				{...item}
				{...(item && { 'aria-expanded': undefined, 'data-open': opened || undefined })}
			>
				{children}
			</button>
			{opened && (
				<AddList
					{...{ label, of, button, onAdd }}
					onClose={() => canvas.open(null)}
					onEscape={() => canvas.focusCard(returnTo)}
				/>
			)}
		</>
	);
}
