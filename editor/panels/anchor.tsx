import { type Ref, type RefObject, useEffect, useImperativeHandle } from 'react';

interface AnchorProps {
	/** The element that a popover stands by. */
	readonly of: RefObject<HTMLElement | null>;
	/** Once the popover is gone, the element gets the focus back; whoever went elsewhere in the meantime stays there. */
	readonly takesFocusBack?: boolean;
	readonly ref?: Ref<HTMLElement | null>;
}

/**
 * Stands for an element that is already there, as the target of a popover. What opens can so be mounted while it is open only: a
 * canvas or a list has dozens of buttons that open something, and closed popovers cost more than everything else on it.
 */
export function Anchor({ of, takesFocusBack = false, ref }: AnchorProps) {
	useImperativeHandle<HTMLElement | null, HTMLElement | null>(ref, () => of.current);
	useEffect(() => {
		const element = of.current;
		if (!takesFocusBack) return undefined;
		return () => {
			requestAnimationFrame(() => {
				if (document.activeElement === document.body) element?.focus({ preventScroll: true });
			});
		};
	}, [of, takesFocusBack]);
	return null;
}

/** What a button says of the popover that it opens; the popover is given the same `id`. */
export function opensPopover(popup: 'menu' | 'dialog', id: string, opened: boolean) {
	return {
		id,
		'aria-haspopup': popup,
		'aria-expanded': opened,
		'aria-controls': opened ? `${id}-dropdown` : undefined,
	} as const;
}
