import type { ReactNode } from 'react';
import type { RuleElement } from '../view.ts';

interface MovableBoxProps {
	readonly element: RuleElement;
	readonly isMovable: boolean;
	readonly className?: string | undefined;
	/** The kind of a group. */
	readonly kind?: string;
	readonly children: ReactNode;
}

/** What of a card moves when it is dragged: the card itself, or a group with everything in it. Its parent keeps its place. */
export function MovableBox({ element, isMovable, className, kind, children }: MovableBoxProps) {
	return (
		<div className={className} data-box={element.id} data-kind={kind} data-movable={isMovable || undefined}>
			{children}
		</div>
	);
}
