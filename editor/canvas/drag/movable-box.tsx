import type { ReactNode } from 'react';
import { useCanvas } from '../canvas-context.ts';
import type { RuleElement } from '../view.ts';
import { canMove } from './drop.ts';

interface MovableBoxProps {
	readonly element: RuleElement;
	readonly className?: string | undefined;
	/** The kind of a group. */
	readonly kind?: string;
	readonly children: ReactNode;
}

/** What of a card moves when it is dragged: the card itself, or a group with everything in it. Its parent keeps its place. */
export function MovableBox({ element, className, kind, children }: MovableBoxProps) {
	const { view, readOnly } = useCanvas();
	return (
		<div
			className={className}
			data-box={element.id}
			data-kind={kind}
			data-movable={(!readOnly && canMove(view, element)) || undefined}
		>
			{children}
		</div>
	);
}
